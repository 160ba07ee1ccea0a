"""Realisasi kinerja per triwulan, its breakdown, the comparison measurements, and rencana aksi.

Triwulan IV holds the figures and texts of the report; triwulan I–III are made up from them and marked so.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from kinerja.models import (
    Indikator,
    Komponen,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    Renstra,
    RincianKomponen,
)
from laporan.demo.baca import ANALISIS, TAHUN, GalatDemo, Isi, desimal, find, read_analisis, read_json
from laporan.demo.organisasi import Organisasi
from laporan.demo.tabel import TableSync

AKHIR = 4
PENYUSUN = "Perencana (contoh)"


def load_realisasi(
    tabel: TableSync, organisasi: Organisasi, renstra: Renstra, indikator: dict[str, Indikator]
) -> None:
    """Write everything that was measured, or planned to be measured, in the demo year."""
    isi: Isi = read_json("realisasi-2024.json")
    laporan = _load_laporan(tabel, organisasi, renstra, indikator, isi)
    komponen = {
        (k.indikator.kode, k.urutan): k
        for k in Komponen.objects.filter(indikator__renstra=renstra).select_related("indikator")
    }
    ukuran = _load_komponen(tabel, renstra, laporan, komponen, isi)
    tabel.sync(
        RincianKomponen.objects.filter(
            realisasi__realisasi__indikator__renstra=renstra, realisasi__realisasi__tahun=TAHUN
        ),
        ("realisasi", "kelompok", "urutan"),
        (
            {
                "realisasi": ukuran[r["indikator"], AKHIR, r["komponen"]],
                "kelompok": r["kelompok"],
                "urutan": urutan,
                "uraian": uraian,
                "jumlah": Decimal(jumlah),
            }
            for r in isi["rincian"]
            for urutan, (uraian, jumlah) in enumerate(r["isi"], start=1)
        ),
    )
    tabel.sync(
        PengukuranPembanding.objects.filter(komponen__indikator__renstra=renstra, tahun=TAHUN),
        ("komponen", "tahun", "urutan"),
        (
            {
                "komponen": komponen[p["indikator"], p["komponen"]],
                "tahun": TAHUN,
                "urutan": 1,
                "nama": p["nama"],
                "pembilang": Decimal(p["pembilang"]),
                "penyebut": Decimal(p["penyebut"]),
                "alasan": p["alasan"],
            }
            for p in isi["pembanding"]
        ),
    )
    _load_rencana_aksi(tabel, renstra, indikator, isi["rencana_aksi"])


def _load_laporan(
    tabel: TableSync, organisasi: Organisasi, renstra: Renstra, indikator: dict[str, Indikator], isi: Isi
) -> dict[tuple[str, int], RealisasiIndikator]:
    analisis = read_analisis()
    asing = sorted(set(analisis) - set(isi["realisasi"]))
    if asing:
        raise GalatDemo(f"Teks analisis untuk indikator tanpa realisasi: {', '.join(asing)}.")
    kunci: list[tuple[str, int]] = []
    baris: list[Isi] = []
    for kode, ukuran in isi["realisasi"].items():
        milik: Indikator = find(indikator, kode, "Indikator")
        pengaju, penyetuju = _pelaku(organisasi, milik)
        for triwulan in range(1, AKHIR + 1):
            teks = analisis.get(kode, {}) if triwulan == AKHIR else {}
            kunci.append((kode, triwulan))
            baris.append(
                {
                    "indikator": milik,
                    "tahun": TAHUN,
                    "triwulan": triwulan,
                    "status": RealisasiIndikator.Status.DISETUJUI.value,
                    "nilai": _bagian(ukuran, triwulan, isi) if isinstance(ukuran, str) else None,
                    "predikat": "",
                    "data_contoh": triwulan != AKHIR,
                    "diajukan_pada": datetime.datetime.fromisoformat(isi["pengajuan"][triwulan - 1]),
                    "diajukan_oleh": pengaju,
                    "disetujui_pada": datetime.datetime.fromisoformat(isi["persetujuan"][triwulan - 1]),
                    "disetujui_oleh": penyetuju,
                    **{bidang: teks.get(bidang, "") for bidang in ANALISIS},
                }
            )
    semua = tabel.sync(
        RealisasiIndikator.objects.filter(indikator__renstra=renstra, tahun=TAHUN),
        ("indikator", "tahun", "triwulan"),
        baris,
    )
    return dict(zip(kunci, semua, strict=True))


def _load_komponen(
    tabel: TableSync,
    renstra: Renstra,
    laporan: dict[tuple[str, int], RealisasiIndikator],
    komponen: dict[tuple[str, int], Komponen],
    isi: Isi,
) -> dict[tuple[str, int, int], RealisasiKomponen]:
    kunci, baris = [], []
    for (kode, triwulan), milik in laporan.items():
        ukuran = isi["realisasi"][kode]
        if isinstance(ukuran, str):
            continue
        for urutan, (pembilang, penyebut) in enumerate(ukuran, start=1):
            kunci.append((kode, triwulan, urutan))
            baris.append(
                {
                    "realisasi": milik,
                    "komponen": komponen[kode, urutan],
                    "pembilang": _bagian(pembilang, triwulan, isi),
                    "penyebut": desimal(penyebut),
                }
            )
    semua = tabel.sync(
        RealisasiKomponen.objects.filter(realisasi__indikator__renstra=renstra, realisasi__tahun=TAHUN),
        ("realisasi", "komponen"),
        baris,
    )
    return dict(zip(kunci, semua, strict=True))


def _bagian(jumlah: str, triwulan: int, isi: Isi) -> Decimal:
    """Return the year's figure, or before triwulan IV the made-up share of it, in whole numbers."""
    if triwulan == AKHIR:
        return Decimal(jumlah)
    persen: int = isi["bagian_triwulan"][triwulan - 1]
    return Decimal(jumlah) * persen // 100


def _pelaku(organisasi: Organisasi, indikator: Indikator) -> tuple[str, str]:
    """Return who submitted and who approved: the unit itself, or for the whole dinas its head."""
    if indikator.jenis == Indikator.Jenis.UNIT:
        unit = indikator.penanggung_jawab.get()
        return f"Staf {unit.nama} (contoh)", organisasi.find_pejabat(unit.kode).nama
    return PENYUSUN, organisasi.find_pejabat("kepala-dinas").nama


def _load_rencana_aksi(tabel: TableSync, renstra: Renstra, indikator: dict[str, Indikator], isi: Isi) -> None:
    tabel.sync(
        RencanaAksi.objects.filter(indikator__renstra=renstra, tahun=TAHUN),
        ("indikator", "tahun", "triwulan"),
        (
            {
                "indikator": find(indikator, kode, "Indikator"),
                "tahun": TAHUN,
                "triwulan": triwulan,
                "target": desimal(satu["target"]),
                "uraian": satu["uraian"],
                "data_contoh": True,
            }
            for kode, daftar in isi.items()
            for triwulan, satu in enumerate(daftar, start=1)
        ),
    )
