"""Writing the rencana aksi: of one indikator, or the targets of many on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from kinerja.actions.butir import lock_renstra
from kinerja.models import Indikator, RencanaAksi, Renstra
from lkip.isian import require_unchanged
from lkip.kunci import require_open
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_many


@dataclass(frozen=True)
class IsiTriwulan:
    """What is planned for one quarter: the target in the satuan of the indikator, and the steps.

    `data_contoh` marks what was made up, for a demonstration or for practice.
    """

    target: Decimal | None
    uraian: str
    data_contoh: bool = False


def rows_of(indikator: Iterable[Indikator], tahun: int) -> list[RencanaAksi]:
    """Return the stored rows of these indikator in a year, in a fixed order (1 query)."""
    semua = RencanaAksi.objects.filter(indikator__in=list(indikator), tahun=tahun)
    return list(semua.order_by("indikator_id", "triwulan"))


@transaction.atomic
def save_rencana_aksi(
    *,
    oleh: Pelaku,
    indikator: Indikator,
    tahun: int,
    isi: Mapping[int, IsiTriwulan],
    sidik: str | None = None,
) -> None:
    """Save the quarters `isi` of one indikator; a quarter left wholly empty is deleted.

    Raises PermissionDenied; ValidationError for a year outside the Renstra; TriwulanTerkunci when a locked
    quarter would change; Bentrok when somebody else changed the rows meanwhile.
    """
    renstra = lock_renstra(oleh, indikator.renstra)
    _require_year(renstra, tahun)
    lama = rows_of([indikator], tahun)
    require_unchanged(sidik, indikator, lama)
    per_triwulan = {satu.triwulan: satu for satu in lama}
    _save_quarters(
        oleh,
        renstra,
        tahun,
        [(per_triwulan.get(t) or _new(indikator, tahun, t), satu) for t, satu in sorted(isi.items())],
    )


@transaction.atomic
def save_target_triwulan(
    *,
    oleh: Pelaku,
    renstra: Renstra,
    tahun: int,
    target: Mapping[Indikator, Mapping[int, Decimal | None]],
    sidik: str | None = None,
) -> None:
    """Save the quarterly targets of many indikator of one Renstra; their steps stay as they are.

    Raises as `save_rencana_aksi`.
    """
    renstra = lock_renstra(oleh, renstra)
    _require_year(renstra, tahun)
    lama = rows_of(target, tahun)
    require_unchanged(sidik, renstra, lama)
    tersimpan = {(satu.indikator_id, satu.triwulan): satu for satu in lama}
    isi = []
    for indikator, per_triwulan in target.items():
        for triwulan, nilai in sorted(per_triwulan.items()):
            baris = tersimpan.get((indikator.pk, triwulan)) or _new(indikator, tahun, triwulan)
            isi.append((baris, IsiTriwulan(nilai, baris.uraian, baris.data_contoh)))
    _save_quarters(oleh, renstra, tahun, isi)


def _require_year(renstra: Renstra, tahun: int) -> None:
    if not renstra.tahun_awal <= tahun <= renstra.tahun_akhir:
        raise ValidationError(f"Tahun {tahun} di luar periode {renstra}. Tidak ada yang berubah.")


def _new(indikator: Indikator, tahun: int, triwulan: int) -> RencanaAksi:
    return RencanaAksi(indikator=indikator, tahun=tahun, triwulan=triwulan)


def _save_quarters(
    oleh: Pelaku, renstra: Renstra, tahun: int, isi: Sequence[tuple[RencanaAksi, IsiTriwulan]]
) -> None:
    """Write the quarters that differ; made-up data that somebody changes are made up no longer."""
    simpan, hapus = [], []
    for baris, satu in isi:
        kosong = satu.target is None and not satu.uraian
        berubah = (baris.target, baris.uraian) != (satu.target, satu.uraian)
        contoh = satu.data_contoh and not kosong and not (berubah and baris.data_contoh)
        if kosong:
            if baris.pk is not None:
                hapus.append(baris)
        elif berubah or contoh != baris.data_contoh:
            baris.target, baris.uraian, baris.data_contoh = satu.target, satu.uraian, contoh
            simpan.append(baris)
    for triwulan in sorted({satu.triwulan for satu in (*simpan, *hapus)}):
        require_open(renstra.perangkat_daerah_id, tahun, triwulan)
    lingkup = Lingkup(renstra.perangkat_daerah_id, tahun)
    save_many(oleh=oleh, simpan=simpan, hapus=hapus, lingkup=lingkup, induk=lambda satu: satu.indikator)
