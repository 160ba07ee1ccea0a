"""Templates to download, filled with what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from anggaran.imports.acuan import Tujuan
from anggaran.imports.templat import template
from anggaran.models import DokumenAnggaran
from kinerja.imports.templat import realisasi_template, target_template
from lkip.actions.impor import IZIN_IMPOR
from lkip.akses import find_pd
from lkip.models import Impor
from lkip.pelaku import Pelaku
from lkip.workbook.tulis import JENIS_BERKAS


def _realisasi_kinerja(jenis: str, tujuan: Tujuan) -> bytes:
    return realisasi_template(tujuan.oleh, tujuan.perangkat_daerah, tujuan.tahun)


def _target(jenis: str, tujuan: Tujuan) -> bytes:
    return target_template(tujuan.perangkat_daerah, tujuan.tahun)


TEMPLAT: Mapping[str, Callable[[str, Tujuan], bytes]] = {
    Impor.Jenis.PAGU: template,
    Impor.Jenis.REALISASI_ANGGARAN: template,
    Impor.Jenis.REALISASI_KINERJA: _realisasi_kinerja,
    Impor.Jenis.TARGET: _target,
}


@require_safe
def impor_templat(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Give the template of one kind; pagu of the document `?dokumen=`, else of the last one."""
    if jenis not in TEMPLAT:
        raise Http404
    pd = find_pd(request, slug, IZIN_IMPOR[jenis])
    semua = DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun).order_by("-urutan")
    nomor = request.GET.get("dokumen", "")
    dokumen = (semua.filter(pk=int(nomor)) if nomor.isdecimal() and len(nomor) < 18 else semua).first()
    isi = TEMPLAT[jenis](jenis, Tujuan(Pelaku.from_request(request), pd, tahun, dokumen))
    jawaban = HttpResponse(isi, content_type=JENIS_BERKAS)
    nama = f"{jenis.replace('_', '-')}-{pd.slug}-{tahun}.xlsx"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban
