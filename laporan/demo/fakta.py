"""Facts of Bab I: dasar hukum, pegawai, aset, and the AKIP evaluation of the year before."""

from __future__ import annotations

import datetime

from laporan.demo.baca import TAHUN, Isi, desimal, read_json
from laporan.demo.tabel import TableSync
from laporan.models import AsetTetap, DasarHukum, EvaluasiAkip, JumlahPegawai, KomponenEvaluasiAkip
from lkip.models import PerangkatDaerah


def load_fakta(tabel: TableSync, pd: PerangkatDaerah) -> None:
    """Write the facts."""
    isi: Isi = read_json("fakta.json")
    milik = {"perangkat_daerah": pd, "tahun": TAHUN}
    hukum: list[Isi] = read_json("dasar_hukum.json")
    tabel.sync(
        DasarHukum.objects.filter(**milik),
        ("perangkat_daerah", "tahun", "urutan"),
        ({**milik, **satu, "urutan": urutan} for urutan, satu in enumerate(hukum, start=1)),
    )
    tabel.sync(
        JumlahPegawai.objects.filter(**milik),
        ("perangkat_daerah", "tahun", "kelompok", "uraian"),
        (
            {
                **milik,
                "kelompok": JumlahPegawai.Kelompok.PENDIDIKAN.value,
                "urutan": urutan,
                "uraian": uraian,
                "jumlah": jumlah,
            }
            for urutan, (uraian, jumlah) in enumerate(isi["pegawai_pendidikan"], start=1)
        ),
    )
    tabel.sync(
        AsetTetap.objects.filter(**milik),
        ("perangkat_daerah", "tahun", "kelompok", "urutan"),
        (
            {
                **milik,
                "kelompok": a["kelompok"],
                "urutan": urutan,
                "uraian": a["uraian"],
                **{nama: desimal(a[nama]) for nama in ("nilai_awal", "mutasi", "nilai_akhir")},
            }
            for kelompok in AsetTetap.Kelompok.values
            for urutan, a in enumerate((a for a in isi["aset"] if a["kelompok"] == kelompok), start=1)
        ),
    )
    _load_akip(tabel, pd, isi["evaluasi_akip"])


def _load_akip(tabel: TableSync, pd: PerangkatDaerah, isi: Isi) -> None:
    evaluasi, _ = EvaluasiAkip.objects.update_or_create(
        perangkat_daerah=pd,
        tahun=isi["tahun"],
        defaults={
            "nomor_surat": isi["nomor_surat"],
            "tanggal_surat": datetime.date.fromisoformat(isi["tanggal_surat"]),
        },
    )
    tabel.sync(
        KomponenEvaluasiAkip.objects.filter(evaluasi=evaluasi),
        ("evaluasi", "urutan"),
        (
            {
                "evaluasi": evaluasi,
                "urutan": urutan,
                "nama": nama,
                "bobot": desimal(bobot),
                "nilai": desimal(nilai),
            }
            for urutan, (nama, bobot, nilai) in enumerate(isi["komponen"], start=1)
        ),
    )
