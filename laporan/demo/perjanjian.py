"""Perjanjian kinerja of the kepala dinas, the sekretaris and the heads of bidang."""

from __future__ import annotations

import datetime

from kinerja.models import Indikator, IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from laporan.demo.baca import TAHUN, Isi, desimal, find, read_json
from laporan.demo.organisasi import Organisasi
from laporan.demo.renstra import Rencana
from laporan.demo.tabel import TableSync

TANGGAL = datetime.date(2024, 10, 15)
"""Within a month of the DPPA of 9 October, whose total the report's perjanjian carries."""


def load_perjanjian(
    tabel: TableSync, organisasi: Organisasi, rencana: Rencana, indikator: dict[str, Indikator]
) -> dict[str, PerjanjianKinerja]:
    """Write the signed perjanjian kinerja; return them by unit kerja."""
    semua: list[Isi] = read_json("perjanjian.json")
    saring = {"unit_kerja__perangkat_daerah": organisasi.utama, "tahun": TAHUN}
    perjanjian = tabel.sync(
        PerjanjianKinerja.objects.filter(**saring),
        ("unit_kerja", "tahun", "versi"),
        (
            {
                "unit_kerja": organisasi.find_unit(isi["unit"]),
                "tahun": TAHUN,
                "versi": 1,
                "status": PerjanjianKinerja.Status.DITANDATANGANI.value,
                "pihak_pertama": organisasi.find_pejabat(isi["unit"]),
                "pihak_kedua": organisasi.find_pejabat(isi["pihak_kedua"]) if "pihak_kedua" in isi else None,
                "pihak_kedua_luar": isi.get("pihak_kedua_luar", ""),
                "tempat": organisasi.utama.pemerintah_daerah.ibu_kota,
                "tanggal": TANGGAL,
            }
            for isi in semua
        ),
    )
    pasangan = [
        (milik, urutan, s)
        for milik, isi in zip(perjanjian, semua, strict=True)
        for urutan, s in enumerate(isi["sasaran"], start=1)
    ]
    sasaran = tabel.sync(
        SasaranPerjanjian.objects.filter(**{f"perjanjian__{k}": v for k, v in saring.items()}),
        ("perjanjian", "urutan"),
        (
            {
                "perjanjian": milik,
                "urutan": urutan,
                "uraian": s["uraian"],
                "sasaran": find(rencana.sasaran, s["sasaran"], "Sasaran") if "sasaran" in s else None,
            }
            for milik, urutan, s in pasangan
        ),
    )
    tabel.sync(
        IndikatorPerjanjian.objects.filter(**{f"sasaran__perjanjian__{k}": v for k, v in saring.items()}),
        ("sasaran", "urutan"),
        (
            _baris_indikator(milik, urutan, i, find(indikator, i["indikator"], "Indikator"))
            for milik, (_, _, s) in zip(sasaran, pasangan, strict=True)
            for urutan, i in enumerate(s["indikator"], start=1)
        ),
    )
    return {isi["unit"]: milik for isi, milik in zip(semua, perjanjian, strict=True)}


def _baris_indikator(milik: SasaranPerjanjian, urutan: int, isi: Isi, indikator: Indikator) -> Isi:
    """Return one row; the formula is that of the indikator unless the perjanjian words it otherwise."""
    return {
        "sasaran": milik,
        "urutan": urutan,
        "indikator": indikator,
        "kondisi_awal": desimal(isi.get("kondisi_awal")),
        "target": desimal(isi["target"]),
        "pembilang": isi.get("pembilang", indikator.pembilang),
        "penyebut": isi.get("penyebut", indikator.penyebut),
    }
