"""Measurement policy, its scale, the calendar of triwulan, and the scale of BPK opinions."""

from __future__ import annotations

import datetime

from laporan.demo.baca import TAHUN, Isi, desimal, read_json
from laporan.demo.tabel import TableSync
from lkip.models import (
    KebijakanPengukuran,
    KelasSkala,
    NilaiPredikat,
    PerangkatDaerah,
    PeriodeTriwulan,
    Skala,
    SkalaPredikat,
)

DESIMAL_KEBIJAKAN = ("batas_atas_capaian", "ambang_fisik", "ambang_penyerapan", "toleransi_jalur")


def load_kebijakan(tabel: TableSync, pd: PerangkatDaerah) -> None:
    """Write the policy of the demo year."""
    isi: Isi = read_json("kebijakan.json")
    skala = _load_skala(tabel, isi["skala"])
    kebijakan = {k: desimal(v) if k in DESIMAL_KEBIJAKAN else v for k, v in isi["kebijakan"].items()}
    tabel.sync(
        KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun=TAHUN),
        ("perangkat_daerah", "tahun"),
        [{"perangkat_daerah": pd, "tahun": TAHUN, "skala": skala, **kebijakan}],
    )
    tabel.sync(
        PeriodeTriwulan.objects.filter(perangkat_daerah=pd, tahun=TAHUN),
        ("perangkat_daerah", "tahun", "triwulan"),
        (
            {
                "perangkat_daerah": pd,
                "tahun": TAHUN,
                "triwulan": triwulan,
                "batas_waktu": datetime.date.fromisoformat(batas),
                "dikunci_pada": None,
                "dikunci_oleh": "",
            }
            for triwulan, batas in enumerate(isi["batas_waktu_triwulan"], start=1)
        ),
    )
    predikat, _ = SkalaPredikat.objects.get_or_create(nama=isi["skala_predikat"]["nama"])
    tabel.sync(
        NilaiPredikat.objects.filter(skala=predikat),
        ("skala", "predikat"),
        (
            {"skala": predikat, "predikat": nama, "nilai": nilai}
            for nama, nilai in isi["skala_predikat"]["nilai"].items()
        ),
    )


def _load_skala(tabel: TableSync, isi: Isi) -> Skala:
    skala, _ = Skala.objects.update_or_create(nama=isi["nama"], defaults={"regulasi": isi["regulasi"]})
    tabel.sync(
        KelasSkala.objects.filter(skala=skala),
        ("skala", "kode"),
        (
            {
                **kelas,
                "skala": skala,
                "batas_bawah": desimal(kelas["batas_bawah"]),
                "batas_atas": desimal(kelas["batas_atas"]),
            }
            for kelas in isi["kelas"]
        ),
    )
    return skala
