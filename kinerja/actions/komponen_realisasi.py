"""Writing one komponen of a report: its figures, its breakdown, and its comparison measurements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models

from kinerja.actions.langkah_realisasi import lingkup_of
from kinerja.isi_realisasi import TRIWULAN_AKHIR, IsiKomponen, IsiPembanding, IsiRincian
from kinerja.models import (
    Komponen,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RincianKomponen,
)
from lkip.angka import romawi
from lkip.pelaku import Pelaku
from lkip.tulis import delete_row, save_row


def save_komponen(oleh: Pelaku, realisasi: RealisasiIndikator, komponen: Komponen, isi: IsiKomponen) -> bool:
    """Save one komponen with what belongs to it; return whether a figure of it is another one."""
    satu = RealisasiKomponen.objects.filter(realisasi=realisasi, komponen=komponen).first()
    semula = (satu.pembilang, satu.penyebut) if satu else (None, None)
    berubah = semula != (isi.pembilang, isi.penyebut)
    if satu is None and (berubah or isi.rincian):
        satu = RealisasiKomponen(realisasi=realisasi, komponen=komponen)
    if satu is not None:
        satu.pembilang, satu.penyebut = isi.pembilang, isi.penyebut
        save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(realisasi), induk=realisasi)
        if isi.rincian is not None:
            berubah |= _save_rincian(oleh, realisasi, satu, isi.rincian)
    if isi.pembanding is not None:
        _save_pembanding(oleh, realisasi, komponen, isi.pembanding)
    return berubah


def _save_rincian(
    oleh: Pelaku, realisasi: RealisasiIndikator, milik: RealisasiKomponen, isi: Sequence[IsiRincian]
) -> bool:
    """Make the breakdown of a komponen that of `isi`, numbered within each kelompok."""
    tersimpan = {(r.kelompok, r.urutan): r for r in RincianKomponen.objects.filter(realisasi=milik)}
    nomor: Counter[str] = Counter()
    jumlah_semula = {kunci: r.jumlah for kunci, r in tersimpan.items()}
    jumlah: dict[tuple[str, int], Decimal] = {}
    for baris in isi:
        nomor[baris.kelompok] += 1
        kunci = (baris.kelompok, nomor[baris.kelompok])
        satu = tersimpan.pop(kunci, None) or RincianKomponen(
            realisasi=milik, kelompok=kunci[0], urutan=kunci[1]
        )
        satu.uraian, satu.jumlah = baris.uraian, baris.jumlah
        jumlah[kunci] = baris.jumlah
        save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(realisasi), induk=realisasi)
    _delete(oleh, realisasi, tersimpan.values())
    return jumlah != jumlah_semula


def _save_pembanding(
    oleh: Pelaku, realisasi: RealisasiIndikator, komponen: Komponen, isi: Sequence[IsiPembanding]
) -> None:
    """Make the comparison measurements of a komponen in that year those of `isi`."""
    if realisasi.triwulan != TRIWULAN_AKHIR:
        raise ValidationError(f"Pengukuran pembanding diisi pada triwulan {romawi(TRIWULAN_AKHIR)}.")
    tersimpan = {
        p.urutan: p for p in PengukuranPembanding.objects.filter(komponen=komponen, tahun=realisasi.tahun)
    }
    for urutan, baris in enumerate(isi, start=1):
        satu = tersimpan.pop(urutan, None) or PengukuranPembanding(
            komponen=komponen, tahun=realisasi.tahun, urutan=urutan
        )
        satu.nama, satu.alasan = baris.nama, baris.alasan
        satu.pembilang, satu.penyebut = baris.pembilang, baris.penyebut
        save_row(oleh=oleh, objek=satu, lingkup=lingkup_of(realisasi), induk=realisasi)
    _delete(oleh, realisasi, tersimpan.values())


def _delete(oleh: Pelaku, realisasi: RealisasiIndikator, baris: Iterable[models.Model]) -> None:
    for satu in baris:
        delete_row(oleh=oleh, objek=satu, lingkup=lingkup_of(realisasi), induk=realisasi)
