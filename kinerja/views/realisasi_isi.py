"""Filling what is reported of an indikator in one triwulan, and reading it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.actions.realisasi import save_realisasi
from kinerja.alur_realisasi import ALUR, ISI
from kinerja.forms.isi_realisasi import FormulirRealisasi
from kinerja.forms.realisasi import TEKS
from kinerja.hitung_realisasi import Pengukuran
from kinerja.isi_realisasi import TRIWULAN_AKHIR, Bagian, parts_for, pembanding_of, rows_of
from kinerja.models import PengukuranPembanding, RealisasiIndikator
from kinerja.muat_realisasi import find_indikator, load_pengukuran, period_of
from kinerja.tampil_realisasi import TampilHasil, triwulan_of
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import Isian
from lkip.kunci import first_day
from lkip.models import PeriodeTriwulan
from lkip.pelaku import Pelaku

HITUNG, AJUKAN = "hitung", "ajukan"
"""The button that only computes, for those without JavaScript; the one that saves and goes on to submit."""


@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_isi(request: HttpRequest, slug: str, tahun: int, pk: int, triwulan: int) -> HttpResponse:
    """Show a report; who may fill it, as long as it is open, gets the form."""
    izin = Izin.ISI_REALISASI if request.method == "POST" else Izin.LIHAT_REALISASI
    indikator = find(request, find_indikator(slug, tahun, triwulan), izin, pk=pk)
    oleh = Pelaku.from_request(request)
    bagian = parts_for(oleh, indikator)
    if request.method == "POST" and not bagian:
        raise PermissionDenied
    ukur = load_pengukuran(indikator, tahun)
    satu = report_of(ukur, tahun, triwulan)
    periode = period_of(indikator)
    terbuka = _is_open(satu, periode) and ISI in ALUR.available(satu.status, oleh, satu)
    konteks: dict[str, Any] = {
        "pd": indikator.renstra.perangkat_daerah,
        "tahun": tahun,
        "triwulan": triwulan,
        "satu": indikator,
        "realisasi": satu,
        "periode": periode,
        "terbuka": terbuka,
        "kembali": reverse("realisasi", args=[slug, tahun]),
        "alamat_hitung": reverse("realisasi_hitung", args=[slug, tahun, pk, triwulan]),
        "rencana": ukur.rencana.get(triwulan),
        "sumber": ukur.sumber,
        "daftar_triwulan": triwulan_of(ukur),
    }
    if not bagian or not (terbuka or request.method == "POST"):
        konteks |= _result(ukur, triwulan, FormulirRealisasi.fill(None, satu, Bagian()))
        konteks |= {
            "ukuran": satu.komponen.all() if satu.pk else (),
            "pembanding": pembanding_of(satu) if triwulan == TRIWULAN_AKHIR else (),
            "analisis": [(label, getattr(satu, nama)) for nama, (label, _) in TEKS.items()],
            "ada_angka_hidup": any("{{" in getattr(satu, nama) for nama in TEKS),
            "sumber_terbuka": ukur.sumber is not None
            and oleh.has_izin(Izin.LIHAT_REALISASI, ukur.sumber.indikator),
        }
        return render(request, "kinerja/realisasi_baca.html", konteks)
    return _form(request, ukur, satu, bagian, konteks)


@require_POST
def realisasi_hitung(request: HttpRequest, slug: str, tahun: int, pk: int, triwulan: int) -> HttpResponse:
    """Compute what the figures on the form give; nothing is written."""
    indikator = find(request, find_indikator(slug, tahun, triwulan), Izin.ISI_REALISASI, pk=pk)
    bagian = parts_for(Pelaku.from_request(request), indikator)
    ukur = load_pengukuran(indikator, tahun)
    satu = report_of(ukur, tahun, triwulan)
    isi = FormulirRealisasi.fill(request.POST, satu, bagian)
    konteks = {**_result(ukur, triwulan, isi), "satu": indikator, "triwulan": triwulan, "tahun": tahun}
    return render(request, "kinerja/_hasil_langsung.html", konteks)


def report_of(ukur: Pengukuran, tahun: int, triwulan: int) -> RealisasiIndikator:
    """Return the stored report of a triwulan, or an empty one."""
    kosong = RealisasiIndikator(indikator=ukur.indikator, tahun=tahun, triwulan=triwulan)
    return ukur.laporan.get(triwulan) or kosong


def _is_open(satu: RealisasiIndikator, periode: PeriodeTriwulan | None) -> bool:
    """Return whether its quarter has begun and is not locked."""
    terkunci = periode is not None and periode.dikunci_pada is not None
    return not terkunci and first_day(satu.tahun, satu.triwulan) <= timezone.localdate()


def _form(
    request: HttpRequest,
    ukur: Pengukuran,
    satu: RealisasiIndikator,
    bagian: Bagian,
    konteks: dict[str, Any],
) -> HttpResponse:
    baris = rows_of(satu, bagian)
    isian = Isian.open(request, baris)
    pembanding = [p for p in baris if isinstance(p, PengukuranPembanding)]
    isi = FormulirRealisasi.fill(isian.data, satu, bagian, pembanding)

    def simpan() -> str:
        tersimpan = save_realisasi(
            oleh=Pelaku.from_request(request),
            indikator=satu.indikator,
            tahun=satu.tahun,
            triwulan=satu.triwulan,
            isi=isi.content(),
            sidik=isian.sidik_terisi,
        )
        return reverse("realisasi_ajukan", args=[tersimpan.pk]) if AJUKAN in request.POST else request.path

    if HITUNG not in request.POST:
        selesai = isian.handle(isi.all(), simpan, "Realisasi tersimpan sebagai draf.")
        if selesai is not None:
            return selesai
    konteks |= {"isian": isian, "form": isi.form, **_result(ukur, satu.triwulan, isi)}
    if isian.bentrok:
        simpanan = FormulirRealisasi.fill(None, satu, bagian, pembanding)
        konteks |= {"tersimpan": simpanan.form, "baris_beda": list(isi.pairs(simpanan))}
    return render(request, "kinerja/realisasi_isi.html", konteks)


def _result(ukur: Pengukuran, triwulan: int, isi: FormulirRealisasi) -> dict[str, Any]:
    """Return the forms with what the figures on them give."""
    hasil = TampilHasil.of(ukur, triwulan, ukur.hitung(triwulan, isi.typed()))
    return {
        "isi": isi,
        "hasil": hasil,
        "hitungan": isi.lines(ukur, hasil, triwulan),
        "selisih": isi.disagreements(),
    }
