"""What is written under the Renja evaluation, and the PDF file of it."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from laporan import cetak_evaluasi
from laporan.actions.berkas import Berkas, build_berkas, require_berkas
from laporan.models import EvaluasiRenja
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row


@transaction.atomic
def save_evaluasi(*, oleh: Pelaku, evaluasi: EvaluasiRenja, sidik: str | None = None) -> EvaluasiRenja:
    """Save what is written about a quarter. Raises PermissionDenied and Bentrok."""
    pd = PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=evaluasi.perangkat_daerah_id)
    oleh.require(Izin.SUSUN_LAPORAN, pd)
    lama = cetak_evaluasi.stored(pd, evaluasi.tahun, evaluasi.triwulan)
    require_unchanged(sidik, lama, [lama] if lama.pk else [])
    evaluasi.pk, evaluasi._state.adding = lama.pk, lama.pk is None
    save_row(oleh=oleh, objek=evaluasi, lingkup=Lingkup(pd.pk, evaluasi.tahun))
    return evaluasi


def require_file(pd: PerangkatDaerah, tahun: int, triwulan: int) -> Path:
    """Return the PDF of a quarter as the data are now. Raises BerkasGagalError."""
    return require_berkas(_berkas(pd, tahun, triwulan))


def build_file(pd: PerangkatDaerah, tahun: int, triwulan: int) -> Path:
    """Return the same, rendering it here unless it is there already."""
    return build_berkas(_berkas(pd, tahun, triwulan))


def _berkas(pd: PerangkatDaerah, tahun: int, triwulan: int) -> Berkas:
    evaluasi = cetak_evaluasi.evaluasi_of(pd, tahun, triwulan)
    return Berkas(
        "evaluasi-renja",
        evaluasi.kunci,
        ("build_evaluasi_renja", pd.slug, str(tahun), str(triwulan)),
        lambda: cetak_evaluasi.pdf(evaluasi),
    )
