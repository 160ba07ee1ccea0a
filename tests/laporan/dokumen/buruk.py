"""Snapshots of reports in which something is missing, wrong or far too large."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.struktur import Snapshot
from tests.laporan import pabrik

LAMPIRAN = tuple(
    ma.ButirLampiran(i, jenis, judul, "")
    for i, (jenis, judul) in enumerate(
        (("perjanjian", "Perjanjian"), ("pengukuran", "Pengukuran"), ("rencana_realisasi", "Rencana")), 1
    )
)


def panjang(apa: str) -> str:
    """Return a name of exactly 300 characters that is made of words and ends recognisably."""
    ujung = f" tamat{apa}"
    isi = " ".join([apa, *(f"bagian{i}" for i in range(60))])
    return isi[: 300 - len(ujung)].ljust(300 - len(ujung), "x") + ujung


def kosong() -> Snapshot:
    """A perangkat daerah and a year of which nothing is known but the name."""
    return pabrik.snapshot(
        kebijakan=None,
        fakta=m.Fakta((), (), (), None),
        renstra=None,
        indikator=mk.DaftarIndikator(()),
        realisasi=mk.Realisasi((), ()),
        perjanjian=ma.KumpulanPerjanjian(()),
        anggaran=ma.Anggaran((), ()),
        dukungan=ma.Dukungan((), (), ()),
        naskah=ma.Naskah((), ()),
    )


def sub_kegiatan(banyak: int) -> tuple[ma.ButirSubKegiatan, ...]:
    """Return that many sub kegiatan with names and amounts of their own."""
    return tuple(
        replace(
            pabrik.SUB_KEGIATAN,
            kode=f"{pabrik.KEGIATAN}.{i:04d}",
            nama=f"Sub kegiatan nomor {i}",
            pagu=Decimal(1_000_000 + i),
            bulan=(ma.Bulan(12, Decimal(900_000), Decimal(95)),),
        )
        for i in range(1, banyak + 1)
    )


def besar(banyak: int = 500) -> Snapshot:
    """Every name has 300 characters, and one program has that many sub kegiatan."""
    pejabat = replace(pabrik.PEJABAT, nama=panjang("pejabat"), jabatan=panjang("jabatan"))
    program = panjang("program")
    kegiatan = ma.ButirKegiatan(pabrik.KEGIATAN, panjang("kegiatan"), sub_kegiatan(banyak))
    iku = replace(pabrik.IKU, nama=panjang("indikator"))
    baris = replace(pabrik.BARIS_INDIKATOR, nama=iku.nama)
    return pabrik.snapshot(
        identitas=replace(pabrik.IDENTITAS, nama=panjang("dinas"), penandatangan=pejabat),
        indikator=mk.DaftarIndikator((iku,)),
        perjanjian=ma.KumpulanPerjanjian(
            (
                replace(
                    pabrik.PERJANJIAN,
                    pihak_pertama=pejabat,
                    sasaran=(ma.BarisSasaranPerjanjian(1, panjang("sasaran"), (baris,)),),
                ),
            )
        ),
        anggaran=ma.Anggaran(
            (pabrik.DOKUMEN,), (ma.ButirProgram(pabrik.PROGRAM, program, None, (kegiatan,)),)
        ),
        naskah=replace(pabrik.NASKAH, lampiran=LAMPIRAN),
    )
