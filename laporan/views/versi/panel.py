"""Where the report of a year stands, what can be done next, and every version there ever was."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan import cetak
from laporan.actions.cetakan import fresh_snapshot, is_stuck
from laporan.actions.tanda_tangan import require_signatory
from laporan.models import Cetakan, Laporan, VersiLaporan
from laporan.simpanan import SimpananRusakError
from laporan.versi import (
    ALUR,
    DIKERJAKAN,
    TANDA_TANGANI,
    Status,
    changes,
    current_versi,
    frozen_snapshot,
    is_being_signed,
    policy_of,
    working_versi,
)
from lkip import revisi
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku

SUMBER = VersiLaporan.objects.select_related("laporan__perangkat_daerah", "tanda_tangan")
TAHAP = (*DIKERJAKAN, Status.DITANDATANGANI)


@dataclass(frozen=True)
class Tahap:
    """One step on the way, and whether it is behind us."""

    judul: str
    lewat: bool
    sekarang: bool


@require_safe
def laporan_versi(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the way of the report of a year (at most 15 queries)."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    laporan = Laporan.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    konteks: dict[str, object] = {"pd": pd, "tahun": tahun, "laporan": laporan}
    if laporan is not None:
        laporan.perangkat_daerah = pd
        konteks |= _state(request, laporan)
    return render(request, "laporan/versi/panel.html", konteks)


def _state(request: HttpRequest, laporan: Laporan) -> dict[str, object]:
    oleh = Pelaku.from_request(request)
    semua = list(SUMBER.filter(laporan=laporan).order_by("-nomor"))
    kini = semua[0] if semua else current_versi(laporan)
    kini.laporan = laporan
    berlaku = next((satu for satu in semua if satu.status == Status.DITANDATANGANI), None)
    dikerjakan, status = kini.status in DIKERJAKAN, working_versi(kini).status
    langkah = set(ALUR.available(status, oleh, laporan))
    return {
        "kini": kini,
        "status": status,
        "dikerjakan": dikerjakan,
        "tahap": _stages(kini.status if kini.status in TAHAP else status),
        "langkah": langkah,
        "berlaku": berlaku,
        "boleh_cabut": has_izin(request.user, Izin.TANDA_TANGAN, laporan),
        "boleh_susun": has_izin(request.user, Izin.SUSUN_LAPORAN, laporan),
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_ACUAN, laporan),
        "reviu_wajib": policy_of(laporan.perangkat_daerah_id).reviu_wajib,
        "semua": semua,
        "dibekukan": kini if kini.dibekukan else None,
        "berubah": kini.dibekukan and _may_differ(laporan.perangkat_daerah, laporan.tahun, kini),
        "cetakan": making_of(kini) if kini.status == Status.FINAL and not kini.sha256 else None,
        "halangan": signing_obstacle(oleh, kini) if TANDA_TANGANI in langkah else "",
        "sedang": is_being_signed(kini),
    }


def _stages(status: str) -> list[Tahap]:
    letak = [str(satu) for satu in TAHAP].index(str(status))
    return [Tahap(str(satu.label), i < letak, i == letak) for i, satu in enumerate(TAHAP)]


def _may_differ(pd: PerangkatDaerah, tahun: int, versi: VersiLaporan) -> bool:
    """Return whether the data of now may say something else than the frozen version (1 query)."""
    keadaan = revisi.current(pd, tahun)
    return keadaan.nomor != keadaan.nomor_sidik or keadaan.sidik != versi.sidik


def making_of(versi: VersiLaporan) -> Cetakan | None:
    """Return the making of its file that is under way, or that failed."""
    satu = Cetakan.objects.filter(versi=versi).order_by("-dibuat_pada").first()
    if satu is None or satu.status == Cetakan.Status.SELESAI:
        return None
    if satu.status in Cetakan.BELUM_SELESAI and is_stuck(satu):
        satu.status = Cetakan.Status.GAGAL
        satu.pesan = "Pembuatan berkas terhenti sebelum selesai."
    return satu


def signing_obstacle(oleh: Pelaku, versi: VersiLaporan) -> str:
    """Return in words why this person cannot sign the version now, "" when they can."""
    if not versi.sha256:
        return "Berkas final belum selesai dibuat."
    try:
        require_signatory(oleh, versi, timezone.localdate())
    except PermissionDenied:
        return "Hanya pejabat yang sedang memimpin perangkat daerah ini yang dapat menandatangani."
    except ValidationError as galat:
        return " ".join(galat.messages)
    except SimpananRusakError:
        return "Snapshot versi ini tidak dapat dibaca. Hubungi admin."
    return ""


@require_safe
def laporan_perubahan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Compare the last frozen version with the data of now; it computes the report anew."""
    pd = find_pd(request, slug, Izin.LIHAT_LAPORAN)
    laporan = get_object_or_404(Laporan, perangkat_daerah=pd, tahun=tahun)
    versi = get_object_or_404(SUMBER, laporan=laporan, pk=_last_frozen(laporan))
    try:
        beda: list[str] | None = changes(frozen_snapshot(versi), fresh_snapshot(pd, tahun))
    except SimpananRusakError:
        beda = None
    return render(
        request, "laporan/versi/perubahan.html", {"pd": pd, "tahun": tahun, "versi": versi, "beda": beda}
    )


def _last_frozen(laporan: Laporan) -> int | None:
    beku = VersiLaporan.objects.filter(laporan=laporan).exclude(sidik="").order_by("-nomor")
    return beku.values_list("pk", flat=True).first()


@require_safe
def versi_baca(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a frozen version as a page, from its own snapshot: nothing is computed again."""
    versi = find(request, SUMBER.exclude(sidik=""), Izin.LIHAT_LAPORAN, pk=pk)
    konteks = {"pd": versi.laporan.perangkat_daerah, "tahun": versi.laporan.tahun, "versi": versi}
    try:
        konteks["halaman"] = cetak.halaman(frozen_snapshot(versi))
    except SimpananRusakError:
        konteks["rusak"] = True
    return render(request, "laporan/versi/baca.html", konteks)
