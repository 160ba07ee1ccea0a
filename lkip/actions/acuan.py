"""Writing what measures everything else: the policy of a year, scales of kriteria and of predicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError

from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import (
    KebijakanPengukuran,
    KelasSkala,
    NilaiPredikat,
    PerangkatDaerah,
    PeriodeTriwulan,
    Skala,
    SkalaPredikat,
)
from lkip.pelaku import Pelaku
from lkip.tulis import SEMUA, Lingkup, delete_row, save_row


def locked_years(kebijakan: models.QuerySet[KebijakanPengukuran]) -> list[tuple[str, int]]:
    """Return the perangkat daerah and years of these policies that have a locked quarter (1 query)."""
    terkunci = PeriodeTriwulan.objects.filter(
        perangkat_daerah=models.OuterRef("perangkat_daerah"),
        tahun=models.OuterRef("tahun"),
        dikunci_pada__isnull=False,
    )
    dipakai = kebijakan.filter(models.Exists(terkunci)).order_by("perangkat_daerah__nama", "tahun")
    return list(dipakai.values_list("perangkat_daerah__nama", "tahun"))


def years_of_policy(pd: PerangkatDaerah, tahun: int) -> list[tuple[str, int]]:
    """Return the year itself when one of its quarters is locked."""
    return locked_years(KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun=tahun))


def years_of_scale(skala: Skala) -> list[tuple[str, int]]:
    """Return the locked years that are measured by this scale."""
    if skala.pk is None:
        return []
    return locked_years(KebijakanPengukuran.objects.filter(skala=skala))


def years_of_predicates(skala: SkalaPredikat) -> list[tuple[str, int]]:
    """Return every locked year: any of them may have an indikator measured by these predicates."""
    return [] if skala.pk is None else locked_years(KebijakanPengukuran.objects.all())


@transaction.atomic
def save_kebijakan(
    *, oleh: Pelaku, kebijakan: KebijakanPengukuran, sidik: str | None = None, alasan: str = ""
) -> None:
    """Save the policy of a perangkat daerah and year; for a year with a locked quarter with the reason.

    Raises PermissionDenied, ValidationError, and Bentrok when somebody else changed it meanwhile.
    """
    oleh.require(Izin.KELOLA_ACUAN, kebijakan)
    if kebijakan.pk is not None:
        tersimpan = KebijakanPengukuran.objects.select_for_update().get(pk=kebijakan.pk)
        oleh.require(Izin.KELOLA_ACUAN, tersimpan)
        require_unchanged(sidik, tersimpan, [tersimpan])
        _require_reason(alasan, locked_years(KebijakanPengukuran.objects.filter(pk=kebijakan.pk)))
    lingkup = Lingkup(kebijakan.perangkat_daerah_id, kebijakan.tahun)
    save_row(oleh=oleh, objek=kebijakan, lingkup=lingkup, alasan=alasan)


def save_skala(
    *,
    oleh: Pelaku,
    skala: Skala,
    kelas: Sequence[KelasSkala],
    hapus: Sequence[KelasSkala] = (),
    sidik: str | None = None,
    alasan: str = "",
) -> None:
    """Save a scale of kriteria with its classes; when a locked year uses it with the reason.

    Raises PermissionDenied, ValidationError, and Bentrok when somebody else changed it meanwhile.
    """
    _save_with_rows(oleh, skala, kelas, hapus, sidik, alasan)


def save_skala_predikat(
    *,
    oleh: Pelaku,
    skala: SkalaPredikat,
    nilai: Sequence[NilaiPredikat],
    hapus: Sequence[NilaiPredikat] = (),
    sidik: str | None = None,
    alasan: str = "",
) -> None:
    """Save a scale of predicates with its values; when any year is locked with the reason.

    Raises PermissionDenied, ValidationError, and Bentrok when somebody else changed it meanwhile.
    """
    _save_with_rows(oleh, skala, nilai, hapus, sidik, alasan)


@transaction.atomic
def _save_with_rows(
    oleh: Pelaku,
    skala: Skala | SkalaPredikat,
    baris: Sequence[KelasSkala] | Sequence[NilaiPredikat],
    hapus: Iterable[KelasSkala | NilaiPredikat],
    sidik: str | None,
    alasan: str,
) -> None:
    oleh.require(Izin.KELOLA_ACUAN)
    if skala.pk is not None:
        tersimpan = type(skala).objects.select_for_update().get(pk=skala.pk)
        require_unchanged(sidik, tersimpan, [tersimpan, *rows_of(tersimpan)])
        tahun = years_of_scale(skala) if isinstance(skala, Skala) else years_of_predicates(skala)
        _require_reason(alasan, tahun)
    save_row(oleh=oleh, objek=skala, lingkup=SEMUA, alasan=alasan)
    for lama in hapus:
        delete_row(oleh=oleh, objek=lama, lingkup=SEMUA, induk=skala, alasan=alasan)
    for satu in baris:
        satu.skala = skala
        save_row(oleh=oleh, objek=satu, lingkup=SEMUA, induk=skala, alasan=alasan)


def delete_skala(*, oleh: Pelaku, skala: Skala | SkalaPredikat) -> None:
    """Delete a scale that nothing uses, with its rows. Raises PermissionDenied and ValidationError."""
    oleh.require(Izin.KELOLA_ACUAN)
    try:
        delete_row(oleh=oleh, objek=skala, lingkup=SEMUA)
    except ProtectedError as galat:
        jenis = Counter(str(satu._meta.verbose_name) for satu in galat.protected_objects)
        pemakai = ", ".join(f"{banyak} {nama}" for nama, banyak in sorted(jenis.items()))
        raise ValidationError(
            f"Skala ini tidak dapat dihapus karena masih dipakai: {pemakai}. Tidak ada yang berubah."
        ) from galat


def rows_of(skala: Skala | SkalaPredikat) -> list[KelasSkala] | list[NilaiPredikat]:
    """Return the classes or the values of a scale, in their order."""
    if skala.pk is None:
        return []
    return list(skala.kelas.all()) if isinstance(skala, Skala) else list(skala.nilai.all())


def _require_reason(alasan: str, tahun: list[tuple[str, int]]) -> None:
    if tahun and not alasan.strip():
        raise ValidationError(
            "Ada triwulan terkunci yang diukur dengan acuan ini. Tuliskan alasan perubahannya; "
            "alasan itu tercatat dalam riwayat."
        )
