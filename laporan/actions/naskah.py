"""Writing the report itself: who signs it where and when, its attachments, its narrative."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from laporan.actions.baris import Baris, replace_rows, require_rows_unchanged
from laporan.models import Lampiran, Laporan, Narasi
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.teks_kaya import clean_text
from lkip.tulis import Lingkup, delete_row, save_row


def ensure_laporan(*, oleh: Pelaku, pd: PerangkatDaerah, tahun: int) -> Laporan:
    """Return the report of the year, locked, making it when there is none; call it in a transaction."""
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
    laporan = Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    if laporan is None:
        laporan = Laporan(perangkat_daerah=pd, tahun=tahun, tempat=pd.pemerintah_daerah.ibu_kota)
        save_row(oleh=oleh, objek=laporan, lingkup=Lingkup(pd.pk, tahun))
    return laporan


@transaction.atomic
def save_laporan(
    *, oleh: Pelaku, laporan: Laporan, lampiran: Sequence[Baris], sidik: str | None = None
) -> Laporan:
    """Save place, date and signatory of a report, and its attachments in the given order.

    Raises PermissionDenied, and Bentrok when somebody else changed it meanwhile.
    """
    pd, tahun = laporan.perangkat_daerah, laporan.tahun
    oleh.require(Izin.SUSUN_LAPORAN, pd)
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=pd.pk)
    tersimpan = Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    isi = list(Lampiran.objects.filter(laporan=tersimpan)) if tersimpan else []
    require_rows_unchanged(sidik, [tersimpan, *isi] if tersimpan else [], tersimpan or pd)
    laporan.pk = tersimpan.pk if tersimpan else None
    lingkup = Lingkup(pd.pk, tahun)
    save_row(oleh=oleh, objek=laporan, lingkup=lingkup, induk=laporan if tersimpan else None)
    replace_rows(
        oleh=oleh,
        tersimpan=isi,
        isi=[{**satu, "isi": clean_text(satu["isi"])} for satu in lampiran],
        buat=lambda: Lampiran(laporan=laporan),
        parkir={"urutan": F("urutan") + 10_000},
        lingkup=lingkup,
        induk=laporan,
    )
    return laporan


@transaction.atomic
def save_narasi(
    *, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, bagian: str, isi: str, sidik: str | None = None
) -> Narasi | None:
    """Save the text of one section, cleaned; an empty one is no section, so then there is None.

    Raises PermissionDenied, and Bentrok when somebody else changed it meanwhile.
    """
    oleh.require(Izin.SUSUN_LAPORAN, pd)
    laporan = ensure_laporan(oleh=oleh, pd=pd, tahun=tahun)
    narasi = Narasi.objects.filter(laporan=laporan, bagian=bagian).first()
    require_unchanged(sidik, narasi or laporan, [narasi] if narasi else [])
    bersih, lingkup = clean_text(isi), Lingkup(pd.pk, tahun)
    if not bersih:
        if narasi is not None:
            delete_row(oleh=oleh, objek=narasi, lingkup=lingkup, induk=laporan)
        return None
    narasi = narasi or Narasi(laporan=laporan, bagian=bagian)
    narasi.isi = bersih
    save_row(oleh=oleh, objek=narasi, lingkup=lingkup, induk=laporan)
    return narasi
