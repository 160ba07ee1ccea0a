"""Pohon kinerja: the cascade as the LKIP draws it, straight from the data, with a list beside it."""

from __future__ import annotations

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from anggaran.models import ProgramPendukung
from laporan.dokumen.cascading import pohon_cascading, simpul_program
from laporan.grafik.pohon import Pohon, Simpul, pohon_terbagi
from laporan.snapshot.loaders.kinerja import load_indikator, load_renstra, renstra_berlaku
from lkip.access import Izin, has_izin
from lkip.akses import find_pd
from lkip.models import PerangkatDaerah


@require_safe
def pohon_kinerja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the cascade of the Renstra in force."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    pohon = _pohon(pd, tahun)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "gambar": pohon_terbagi(pohon) if pohon else (),
        "akar": pohon.akar if pohon else (),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "laporan/pohon.html", konteks)


def _pohon(pd: PerangkatDaerah, tahun: int) -> Pohon | None:
    """Return the cascade; None while the Renstra in force has no tujuan."""
    renstra = load_renstra([pd], tahun).get(pd.pk)
    if renstra is None or not renstra.tujuan:
        return None
    iku = [i for i in load_indikator([pd], tahun)[pd.pk].indikator if i.jenis == "iku"]
    pendukung: dict[str, list[Simpul]] = defaultdict(list)
    for p in (
        ProgramPendukung.objects.filter(
            program__perangkat_daerah=pd,
            program__tahun=tahun,
            indikator__renstra__in=renstra_berlaku([pd], tahun),
        )
        .select_related("program__unit_kerja", "indikator")
        .order_by("program__kode")
    ):
        unit = p.program.unit_kerja.nama if p.program.unit_kerja else None
        pendukung[p.indikator.kode].append(simpul_program(p.program.nama, unit))
    return pohon_cascading(pd.nama, tahun, renstra, iku, pendukung)
