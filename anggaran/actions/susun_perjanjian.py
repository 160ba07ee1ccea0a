"""Writing a perjanjian kinerja while it is a draft: new, changed content, a new version, deletion."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from anggaran.isi_perjanjian import IsiAnggaran, day_of, prefill_anggaran, rows_of
from anggaran.models import AnggaranPerjanjian
from kinerja.actions.perjanjian import lingkup_of, require_draft, save_sasaran
from kinerja.isi_perjanjian import IsiIndikator, IsiSasaran, prefill_sasaran
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import Pejabat, PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku
from lkip.tulis import delete_row, number_rows, save_row

Status = PerjanjianKinerja.Status


def content_of(perjanjian: PerjanjianKinerja) -> list[models.Model]:
    """Return the perjanjian and all its rows in printed order, for the fingerprint of a form (3 queries)."""
    return [
        perjanjian,
        *SasaranPerjanjian.objects.filter(perjanjian=perjanjian).order_by("urutan"),
        *IndikatorPerjanjian.objects.filter(sasaran__perjanjian=perjanjian).order_by(
            "sasaran__urutan", "urutan"
        ),
        *AnggaranPerjanjian.objects.filter(perjanjian=perjanjian).order_by("urutan"),
    ]


def lock(oleh: Pelaku, perjanjian: PerjanjianKinerja, izin: Izin) -> PerjanjianKinerja:
    """Return the perjanjian as stored, locked until the end of the transaction. Raises PermissionDenied."""
    terkunci = (
        PerjanjianKinerja.objects.select_for_update(of=("self",))
        .select_related("unit_kerja")
        .get(pk=perjanjian.pk)
    )
    oleh.require(izin, terkunci)
    return terkunci


@transaction.atomic
def create_perjanjian(*, oleh: Pelaku, unit_kerja: UnitKerja, tahun: int) -> PerjanjianKinerja:
    """Return the first version of the perjanjian of a unit, prefilled; the one that is there if there is one.

    Raises PermissionDenied, and ValidationError when nobody leads the unit.
    """
    oleh.require(Izin.KELOLA_RENCANA, unit_kerja)
    _lock_pd(unit_kerja)
    ada = _versions(unit_kerja.pk, tahun).first()
    if ada is not None:
        return ada
    hari = day_of(tahun, timezone.localdate())
    pertama = official_of(unit_kerja, hari)
    if pertama is None:
        raise ValidationError(
            f"{unit_kerja} belum memiliki pejabat yang menjabat pada {hari.day}-{hari.month}-{hari.year}. "
            "Mintalah admin mengisi pejabatnya lebih dahulu."
        )
    perjanjian = PerjanjianKinerja(
        unit_kerja=unit_kerja,
        tahun=tahun,
        pihak_pertama=pertama,
        pihak_kedua=superior_of(unit_kerja, hari),
        tempat=unit_kerja.perangkat_daerah.pemerintah_daerah.ibu_kota,
    )
    if perjanjian.pihak_kedua is None:
        perjanjian.pihak_kedua_luar = _last_outsider(unit_kerja)
    save_row(oleh=oleh, objek=perjanjian, lingkup=lingkup_of(perjanjian))
    save_sasaran(oleh=oleh, perjanjian=perjanjian, isi=prefill_sasaran(unit_kerja, tahun))
    _save_anggaran(oleh, perjanjian, prefill_anggaran(unit_kerja, tahun, hari))
    return perjanjian


@transaction.atomic
def amend_perjanjian(*, oleh: Pelaku, perjanjian: PerjanjianKinerja) -> PerjanjianKinerja:
    """Return the next version, a draft copy of a signed one, which stays as it is.

    When a later version exists it is returned instead. Raises PermissionDenied, and ValidationError when
    this one is not signed.
    """
    asal = lock(oleh, perjanjian, Izin.KELOLA_RENCANA)
    _lock_pd(asal.unit_kerja)
    terakhir = _versions(asal.unit_kerja_id, asal.tahun).order_by("-versi").first()
    assert terakhir is not None
    if terakhir.versi > asal.versi and terakhir.status != Status.DITANDATANGANI:
        return terakhir
    if terakhir.status != Status.DITANDATANGANI:
        raise ValidationError(f"{asal} belum ditandatangani, jadi masih dapat diubah tanpa versi baru.")
    baru = PerjanjianKinerja(
        unit_kerja=terakhir.unit_kerja,
        tahun=terakhir.tahun,
        versi=terakhir.versi + 1,
        pihak_pertama=terakhir.pihak_pertama,
        pihak_kedua=terakhir.pihak_kedua,
        pihak_kedua_luar=terakhir.pihak_kedua_luar,
        tempat=terakhir.tempat,
    )
    hari = day_of(asal.tahun, timezone.localdate())
    baru.pihak_pertama = official_of(asal.unit_kerja, hari) or terakhir.pihak_pertama
    if terakhir.pihak_kedua is not None:
        baru.pihak_kedua = official_of(terakhir.pihak_kedua.unit_kerja, hari) or terakhir.pihak_kedua
    save_row(oleh=oleh, objek=baru, lingkup=lingkup_of(baru), tindakan="buat perubahan")
    save_sasaran(oleh=oleh, perjanjian=baru, isi=_copy_sasaran(terakhir))
    _save_anggaran(
        oleh,
        baru,
        [IsiAnggaran(a.jenis, a.program, a.jumlah, a.penyerapan_minimum) for a in rows_of(terakhir.pk)],
    )
    return baru


@transaction.atomic
def save_perjanjian(
    *,
    oleh: Pelaku,
    perjanjian: PerjanjianKinerja,
    sasaran: Sequence[IsiSasaran],
    anggaran: Sequence[IsiAnggaran],
    sidik: str | None = None,
) -> PerjanjianKinerja:
    """Save a draft with all its rows; `sidik` is the fingerprint of what the form was filled with.

    Raises PermissionDenied, ValidationError when it is no draft any more, and Bentrok when somebody else
    changed it meanwhile.
    """
    tersimpan = lock(oleh, perjanjian, Izin.KELOLA_RENCANA)
    require_draft(tersimpan)
    require_unchanged(sidik, tersimpan, content_of(tersimpan))
    for nama in ("pihak_pertama", "pihak_kedua", "pihak_kedua_luar", "tempat", "tanggal"):
        setattr(tersimpan, nama, getattr(perjanjian, nama))
    save_row(oleh=oleh, objek=tersimpan, lingkup=lingkup_of(tersimpan))
    save_sasaran(oleh=oleh, perjanjian=tersimpan, isi=sasaran)
    _save_anggaran(oleh, tersimpan, anggaran)
    return tersimpan


@transaction.atomic
def delete_perjanjian(*, oleh: Pelaku, perjanjian: PerjanjianKinerja) -> None:
    """Delete a draft with its rows. Raises PermissionDenied, and ValidationError when it is no draft."""
    tersimpan = lock(oleh, perjanjian, Izin.KELOLA_RENCANA)
    require_draft(tersimpan)
    delete_row(oleh=oleh, objek=tersimpan, lingkup=lingkup_of(tersimpan))


def official_of(unit: UnitKerja, hari: datetime.date) -> Pejabat | None:
    """Return who leads the unit on that day: of several the one appointed last, Plt. and Plh. included."""
    return Pejabat.objects.menjabat(hari).filter(unit_kerja=unit).order_by("-mulai", "-nip").first()


def superior_of(unit: UnitKerja, hari: datetime.date) -> Pejabat | None:
    """Return who leads the nearest unit above that has a head; None for the head of the perangkat daerah."""
    if unit.jenis == UnitKerja.Jenis.PIMPINAN:
        return None
    dilalui, induk = {unit.pk}, unit.induk
    while induk is not None and induk.pk not in dilalui:
        if (pejabat := official_of(induk, hari)) is not None:
            return pejabat
        dilalui.add(induk.pk)
        induk = induk.induk
    return None


def _save_anggaran(oleh: Pelaku, perjanjian: PerjanjianKinerja, isi: Iterable[IsiAnggaran]) -> None:
    """Make the budget rows of a draft those of `isi`, in its order."""
    lama = {a.pk: a for a in AnggaranPerjanjian.objects.filter(perjanjian=perjanjian)}
    semua = list(isi)
    disebut = {a.pk for a in semua if a.pk is not None}
    for pk, satu in lama.items():
        if pk not in disebut:
            delete_row(oleh=oleh, objek=satu, lingkup=lingkup_of(perjanjian), induk=perjanjian)
    baris = []
    for a in semua:
        satu = lama.get(a.pk or 0) or AnggaranPerjanjian(perjanjian=perjanjian)
        satu.jenis, satu.program = a.jenis, a.program
        satu.jumlah, satu.penyerapan_minimum = a.jumlah, a.penyerapan_minimum
        baris.append(satu)
    number_rows(oleh=oleh, baris=baris, lingkup=lingkup_of(perjanjian), induk=perjanjian)


def _copy_sasaran(asal: PerjanjianKinerja) -> tuple[IsiSasaran, ...]:
    return tuple(
        IsiSasaran(
            s.uraian,
            s.sasaran_id,
            tuple(
                IsiIndikator(i.indikator, i.kondisi_awal, i.target, i.pembilang, i.penyebut)
                for i in s.indikator.all()
            ),
        )
        for s in asal.sasaran.prefetch_related("indikator__indikator").order_by("urutan")
    )


def _versions(unit_kerja_id: int, tahun: int) -> models.QuerySet[PerjanjianKinerja]:
    return PerjanjianKinerja.objects.filter(unit_kerja=unit_kerja_id, tahun=tahun).select_related(
        "unit_kerja", "pihak_pertama", "pihak_kedua__unit_kerja"
    )


def _lock_pd(unit: UnitKerja) -> None:
    """Make those who begin a perjanjian of the same perangkat daerah wait for each other."""
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=unit.perangkat_daerah_id)


def _last_outsider(unit: UnitKerja) -> str:
    """Return the kepala daerah named in the last perjanjian of the unit."""
    lama = PerjanjianKinerja.objects.filter(unit_kerja=unit).exclude(pihak_kedua_luar="")
    return lama.order_by("-tahun", "-versi").values_list("pihak_kedua_luar", flat=True).first() or ""
