"""Budget documents, pagu, monthly realisasi, revenue, and the links between money and performance."""

from __future__ import annotations

import datetime
from decimal import Decimal

from anggaran.models import (
    AnggaranPerjanjian,
    DokumenAnggaran,
    Pagu,
    Pendapatan,
    Program,
    ProgramPendukung,
    RealisasiAnggaran,
)
from kinerja.models import Indikator, PerjanjianKinerja
from laporan.demo.baca import TAHUN, Isi, desimal, find, read_json
from laporan.demo.bulanan import pembagian_bulan, profil
from laporan.demo.organisasi import Organisasi
from laporan.demo.program import BarisAnggaran, load_nomenklatur, load_program
from laporan.demo.tabel import TableSync
from lkip.models import PerangkatDaerah


def load_anggaran(
    tabel: TableSync,
    organisasi: Organisasi,
    indikator: dict[str, Indikator],
    perjanjian: dict[str, PerjanjianKinerja],
) -> None:
    """Write the budget of the demo year and what hangs on it."""
    isi: Isi = read_json("anggaran.json")
    resmi = load_nomenklatur(tabel, isi["nomenklatur"])
    program, baris = load_program(tabel, organisasi, isi["unit_program"], resmi)
    _load_dokumen(tabel, organisasi.utama, isi["dokumen"], baris)
    _load_realisasi(tabel, organisasi.utama, isi, baris)
    tabel.sync(
        Pendapatan.objects.filter(perangkat_daerah=organisasi.utama, tahun=TAHUN),
        ("perangkat_daerah", "tahun", "uraian"),
        (
            {
                "perangkat_daerah": organisasi.utama,
                "tahun": TAHUN,
                "uraian": p["uraian"],
                "target": Decimal(p["target"]),
                "realisasi": desimal(p["realisasi"]),
            }
            for p in isi["pendapatan"]
        ),
    )
    tabel.sync(
        ProgramPendukung.objects.filter(program__in=program.values()),
        ("program", "indikator"),
        (
            {
                "program": find(program, kode, "Program"),
                "indikator": find(indikator, kode_indikator, "Indikator"),
            }
            for kode_indikator, daftar in isi["pendukung"].items()
            for kode in daftar
        ),
    )
    milik: PerjanjianKinerja = find(perjanjian, isi["perjanjian"]["unit"], "Perjanjian kinerja")
    _load_anggaran_perjanjian(tabel, organisasi.utama, milik, program, isi["perjanjian"]["baris"])


def _load_dokumen(tabel: TableSync, pd: PerangkatDaerah, isi: list[Isi], baris: list[BarisAnggaran]) -> None:
    """Write the versions of the budget; the report gives pagu per sub kegiatan only for the last one."""
    dokumen = tabel.sync(
        DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=TAHUN),
        ("perangkat_daerah", "tahun", "urutan"),
        (
            {
                "perangkat_daerah": pd,
                "tahun": TAHUN,
                "urutan": urutan,
                "jenis": d["jenis"],
                "nomor": d["nomor"],
                "tanggal": datetime.date.fromisoformat(d["tanggal"]) if d["tanggal"] else None,
                "total_tercantum": Decimal(d["total_tercantum"]),
            }
            for urutan, d in enumerate(isi, start=1)
        ),
    )
    tabel.sync(
        Pagu.objects.filter(dokumen__perangkat_daerah=pd, dokumen__tahun=TAHUN),
        ("dokumen", "sub_kegiatan"),
        (
            {"dokumen": dokumen[-1], "sub_kegiatan": b.sub_kegiatan, "jumlah": Decimal(b.isi["pagu"])}
            for b in baris
        ),
    )


def _load_realisasi(tabel: TableSync, pd: PerangkatDaerah, isi: Isi, baris: list[BarisAnggaran]) -> None:
    tabel.sync(
        RealisasiAnggaran.objects.filter(
            sub_kegiatan__kegiatan__program__perangkat_daerah=pd,
            sub_kegiatan__kegiatan__program__tahun=TAHUN,
        ),
        ("sub_kegiatan", "bulan"),
        (
            {
                "sub_kegiatan": b.sub_kegiatan,
                "bulan": satu.bulan,
                "keuangan": satu.keuangan,
                "fisik": satu.fisik,
                "data_contoh": True,
            }
            for b in baris
            for satu in pembagian_bulan(
                Decimal(b.isi["realisasi"]),
                Decimal(b.isi["realisasi_fisik"]),
                profil(b.sub_kegiatan.kode, isi["profil_kode"], isi["profil_bulan"]),
            )
        ),
    )


def _load_anggaran_perjanjian(
    tabel: TableSync,
    pd: PerangkatDaerah,
    milik: PerjanjianKinerja,
    program: dict[str, Program],
    isi: list[Isi],
) -> None:
    tabel.sync(
        AnggaranPerjanjian.objects.filter(
            perjanjian__unit_kerja__perangkat_daerah=pd, perjanjian__tahun=TAHUN
        ),
        ("perjanjian", "urutan"),
        (
            {
                "perjanjian": milik,
                "urutan": urutan,
                "jenis": b["jenis"],
                "program": find(program, b["program"], "Program") if "program" in b else None,
                "jumlah": desimal(b.get("jumlah")),
                "penyerapan_minimum": desimal(b.get("penyerapan_minimum")),
            }
            for urutan, b in enumerate(isi, start=1)
        ),
    )
