"""The tree of a Renstra: visi, misi, tujuan, sasaran, indikator, and the programs that support them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from anggaran.models import ProgramPendukung
from kinerja.models import Indikator, IsuStrategis, Misi, Renstra, Sasaran, TargetTahunan, Tujuan
from kinerja.tampil import teks_target
from lkip.access import Izin, has_izin
from lkip.akses import find


@dataclass(frozen=True)
class DaunIndikator:
    """One indikator: its targets over the period in words, and the programs that support it.

    The programs are those of `tahun_program`, the last year that names any.
    """

    objek: Indikator
    target: str
    program: tuple[str, ...] = ()
    tahun_program: int | None = None


@dataclass(frozen=True)
class CabangSasaran:
    """One sasaran with its indikator."""

    objek: Sasaran
    indikator: list[DaunIndikator]


@dataclass(frozen=True)
class CabangTujuan:
    """One tujuan with its sasaran."""

    objek: Tujuan
    sasaran: list[CabangSasaran]


@require_safe
def renstra(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the tree; who may manage it finds the buttons in it."""
    rencana = find(
        request, Renstra.objects.select_related("perangkat_daerah", "pendahulu"), Izin.LIHAT_RENCANA, pk=pk
    )
    kini = request.session.get("tahun") or timezone.localdate().year
    tahun = min(max(kini, rencana.tahun_awal), rencana.tahun_akhir)
    daun = _indikator(rencana)
    misi = list(Misi.objects.filter(renstra=rencana).order_by("urutan"))
    tujuan = _tujuan(rencana, daun)
    konteks = {
        "pd": rencana.perangkat_daerah,
        "tahun": tahun,
        "renstra": rencana,
        "misi": misi,
        "tujuan": tujuan,
        "iku_lepas": [d for d in daun if d.objek.jenis == Indikator.Jenis.IKU and not d.objek.sasaran_id],
        "daerah": [d for d in daun if d.objek.jenis == Indikator.Jenis.DAERAH],
        "unit": [d for d in daun if d.objek.jenis == Indikator.Jenis.UNIT],
        "isu": IsuStrategis.objects.filter(renstra=rencana).order_by("urutan"),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, rencana),
        "boleh_salin": rencana.pendahulu is not None and not (misi or tujuan or daun),
        "kosong": not (misi or tujuan or daun),
    }
    return render(request, "laporan/renstra.html", konteks)


def _indikator(rencana: Renstra) -> list[DaunIndikator]:
    """Return the indikator in their order, with targets and programs (4 queries)."""
    semua = Indikator.objects.filter(renstra=rencana).prefetch_related("penanggung_jawab")
    target = {(t.indikator_id, t.tahun): t for t in TargetTahunan.objects.filter(indikator__renstra=rencana)}
    program: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for p in (
        ProgramPendukung.objects.filter(indikator__renstra=rencana)
        .select_related("program")
        .order_by("program__tahun", "program__kode")
    ):
        program[p.indikator_id][p.program.tahun].append(str(p.program))
    periode = range(rencana.tahun_awal, rencana.tahun_akhir + 1)
    hasil = []
    for i in semua.order_by("urutan", "kode"):
        teks = " · ".join(f"{tahun}: {teks_target(i, target.get((i.pk, tahun)))}" for tahun in periode)
        milik = program[i.pk]
        akhir = max(milik, default=None)
        hasil.append(DaunIndikator(i, teks, tuple(milik[akhir]) if akhir else (), akhir))
    return hasil


def _tujuan(rencana: Renstra, daun: list[DaunIndikator]) -> list[CabangTujuan]:
    milik: dict[int, list[DaunIndikator]] = defaultdict(list)
    for d in daun:
        if d.objek.jenis == Indikator.Jenis.IKU and d.objek.sasaran_id:
            milik[d.objek.sasaran_id].append(d)
    sasaran: dict[int, list[CabangSasaran]] = defaultdict(list)
    for s in Sasaran.objects.filter(tujuan__renstra=rencana).order_by("urutan"):
        sasaran[s.tujuan_id].append(CabangSasaran(s, milik[s.pk]))
    return [
        CabangTujuan(t, sasaran[t.pk])
        for t in Tujuan.objects.filter(renstra=rencana).select_related("misi").order_by("urutan")
    ]
