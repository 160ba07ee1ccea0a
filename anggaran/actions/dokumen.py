"""Writing the versions of the budget of a year (DPA, DPPA) and the pagu in them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from anggaran.actions.cari import lock_sub
from anggaran.models import DokumenAnggaran, Pagu
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, number_rows, save_many, save_row

Jenis = DokumenAnggaran.Jenis


def siblings(dokumen: DokumenAnggaran) -> list[DokumenAnggaran]:
    """Return the other versions of that year, in their order."""
    semua = DokumenAnggaran.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah_id, tahun=dokumen.tahun
    ).exclude(pk=dokumen.pk)
    return list(semua.order_by("urutan"))


@transaction.atomic
def save_dokumen(*, oleh: Pelaku, dokumen: DokumenAnggaran, sidik: str | None = None) -> DokumenAnggaran:
    """Save a new or changed version; its place among the others follows its date, DPA murni is the first.

    Raises PermissionDenied, Bentrok, and ValidationError for a second DPA murni.
    """
    lingkup = _lock(oleh, dokumen)
    if dokumen.pk is not None:
        tersimpan = DokumenAnggaran.objects.get(pk=dokumen.pk)
        oleh.require(Izin.KELOLA_RENCANA, tersimpan)
        require_unchanged(sidik, tersimpan, [tersimpan])
        dokumen.urutan = tersimpan.urutan
    lain = siblings(dokumen)
    if dokumen.jenis == Jenis.MURNI and any(satu.jenis == Jenis.MURNI for satu in lain):
        raise ValidationError(
            f"DPA murni tahun {dokumen.tahun} sudah ada. Pilih DPPA pergeseran atau DPPA perubahan, "
            "atau ubah DPA murni yang sudah ada."
        )
    if dokumen.pk is None:
        dokumen.urutan = max((satu.urutan for satu in lain), default=0) + 1
    save_row(oleh=oleh, objek=dokumen, lingkup=lingkup)
    letak = _place(dokumen, lain)
    urut = [*lain[:letak], dokumen, *lain[letak:]]
    number_rows(oleh=oleh, baris=urut, lingkup=lingkup, induk=dokumen)
    return dokumen


@transaction.atomic
def delete_dokumen(*, oleh: Pelaku, dokumen: DokumenAnggaran) -> None:
    """Delete a version with its pagu, and close the gap in the numbers. Raises PermissionDenied."""
    lingkup = _lock(oleh, dokumen)
    lain = siblings(dokumen)
    delete_row(oleh=oleh, objek=dokumen, lingkup=lingkup)
    if lain:
        number_rows(oleh=oleh, baris=lain, lingkup=lingkup, induk=lain[0])


def pagu_rows(dokumen: DokumenAnggaran) -> list[Pagu]:
    """Return the pagu of a version, in an order that stays (1 query)."""
    return list(Pagu.objects.filter(dokumen=dokumen).order_by("sub_kegiatan_id"))


@transaction.atomic
def save_pagu(
    *,
    oleh: Pelaku,
    dokumen: DokumenAnggaran,
    isi: Mapping[int, Decimal | None],
    sidik: str | None = None,
) -> int:
    """Make the pagu (rupiah) of these sub kegiatan, by key, what is given; return how many rows changed.

    None takes the pagu of a sub kegiatan away. Raises PermissionDenied, Bentrok, and ValidationError for a
    sub kegiatan of another perangkat daerah or year, or a negative amount.
    """
    lingkup = _lock(oleh, dokumen)
    require_unchanged(sidik, dokumen, pagu_rows(dokumen))
    sub = lock_sub(dokumen.perangkat_daerah_id, dokumen.tahun, isi)
    if negatif := [f"{sub[kunci]}" for kunci, jumlah in isi.items() if jumlah is not None and jumlah < 0]:
        raise ValidationError(f"Pagu tidak dapat negatif: {'; '.join(negatif)}.")
    tersimpan = {satu.sub_kegiatan_id: satu for satu in pagu_rows(dokumen)}
    simpan = []
    for kunci, jumlah in isi.items():
        if jumlah is not None:
            satu = tersimpan.get(kunci) or Pagu(dokumen=dokumen)
            satu.sub_kegiatan, satu.jumlah = sub[kunci], jumlah
            simpan.append(satu)
    hapus = [tersimpan[kunci] for kunci, jumlah in isi.items() if jumlah is None and kunci in tersimpan]
    for satu in hapus:
        satu.sub_kegiatan = sub[satu.sub_kegiatan_id]
    return save_many(oleh=oleh, simpan=simpan, hapus=hapus, lingkup=lingkup, induk=lambda satu: dokumen)


def _lock(oleh: Pelaku, dokumen: DokumenAnggaran) -> Lingkup:
    """Let one write at a time to the budget of the perangkat daerah. Raises PermissionDenied."""
    oleh.require(Izin.KELOLA_RENCANA, dokumen)
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=dokumen.perangkat_daerah_id)
    return Lingkup(dokumen.perangkat_daerah_id, dokumen.tahun)


def _place(dokumen: DokumenAnggaran, lain: list[DokumenAnggaran]) -> int:
    """Return how many of the others come before it: DPA murni none, else those not of a later day.

    Without a date it stays in its place.
    """
    if dokumen.jenis == Jenis.MURNI:
        return 0
    hari = dokumen.tanggal
    if hari is None:
        return sum(1 for satu in lain if satu.urutan < dokumen.urutan)
    sesudah = (
        letak
        for letak, satu in enumerate(lain)
        if satu.jenis != Jenis.MURNI and satu.tanggal is not None and satu.tanggal > hari
    )
    return next(sesudah, len(lain))
