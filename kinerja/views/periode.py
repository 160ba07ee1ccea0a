"""The quarters of a year: until when figures are due, how far they are, locking and opening again."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kinerja.actions.periode import lock_triwulan, periods, save_batas_waktu, unfinished, unlock_triwulan
from kinerja.alur_realisasi import KOSONG, SEBUTAN, SELESAI, Status
from kinerja.forms.langkah_realisasi import BatasWaktuForm, PembukaanForm, PenguncianForm
from kinerja.models import Indikator, RealisasiIndikator
from kinerja.rekap_realisasi import Rekap, recap
from lkip.access import Izin, has_izin, visible_units
from lkip.akses import find_pd, signed_in
from lkip.angka import romawi
from lkip.forms.langkah import LangkahForm
from lkip.isian import Isian
from lkip.models import PerangkatDaerah, PeriodeTriwulan
from lkip.pelaku import Pelaku

BULAN = ("Januari–Maret", "April–Juni", "Juli–September", "Oktober–Desember")
URUTAN = (Status.DIKUNCI, Status.DISETUJUI, Status.DIAJUKAN, Status.DIKEMBALIKAN, Status.DRAF, KOSONG)


@dataclass(frozen=True)
class Keadaan:
    """One quarter as shown: its row, its months, how many realisasi stand where, and its field."""

    periode: PeriodeTriwulan
    bulan: str
    mulai: bool
    terlambat: bool
    rekap: tuple[tuple[str, str, int], ...]
    kolom: BoundField


@require_http_methods(["GET", "HEAD", "POST"])
def periode(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the four quarters; the perencana sets until when figures are due."""
    pd = find_pd(request, slug, Izin.LIHAT_REALISASI)
    pengguna = signed_in(request)
    boleh = has_izin(pengguna, Izin.KUNCI_TRIWULAN, pd)
    if request.method == "POST" and not boleh:
        raise PermissionDenied
    semua = periods(pd, tahun)
    isian = Isian.open(request, [p for p in semua if p.pk is not None])
    awal = {f"batas_{p.triwulan}": p.batas_waktu for p in semua}
    form = BatasWaktuForm(isian.data, initial=awal)

    def simpan() -> str:
        batas = {n: form.cleaned_data[f"batas_{n}"] for n in range(1, 5)}
        oleh = Pelaku.from_request(request)
        save_batas_waktu(oleh=oleh, pd=pd, tahun=tahun, batas=batas, sidik=isian.sidik_terisi)
        return request.path

    if (selesai := isian.handle([form], simpan, "Batas waktu tersimpan.")) is not None:
        return selesai
    unit = visible_units(pengguna, Izin.LIHAT_REALISASI, pd.pk)
    milik = Indikator.objects.diukur(pd, tahun).milik(unit)
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Periode triwulan {tahun}",
        "triwulan": _states(semua, form, recap(milik, tahun)),
        "sebatas_unit": unit is not None,
        "boleh_kunci": boleh,
        "form": form,
        "isian": isian,
        "tersimpan": BatasWaktuForm(initial=awal) if isian.bentrok else None,
    }
    return render(request, "kinerja/periode.html", konteks)


def _states(semua: list[PeriodeTriwulan], form: BatasWaktuForm, rekap: Rekap) -> list[Keadaan]:
    hari = timezone.localdate()
    hasil = []
    for p, bulan in zip(semua, BULAN, strict=True):
        status = rekap.status[p.triwulan]
        jumlah = status + Counter({KOSONG: max(0, rekap.banyak - status.total())})
        batas, selesai = p.batas_waktu, not any(jumlah[satu] for satu in URUTAN if satu not in SELESAI)
        hasil.append(
            Keadaan(
                p,
                bulan,
                datetime.date(p.tahun, 3 * p.triwulan - 2, 1) <= hari,
                p.dikunci_pada is None and batas is not None and batas < hari and not selesai,
                tuple((satu, SEBUTAN[satu], jumlah[satu]) for satu in URUTAN if jumlah[satu]),
                form[f"batas_{p.triwulan}"],
            )
        )
    return hasil


@require_http_methods(["GET", "HEAD", "POST"])
def periode_kunci(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponse:
    """Lock a quarter; what nobody has approved is listed first, and then a reason is asked."""
    pd, satu = _find(request, slug, tahun, triwulan)
    if satu.dikunci_pada is not None:
        return _back(request, pd, satu, "sudah dikunci")
    belum = unfinished(pd, tahun, triwulan)
    isian = Isian.open(request)
    form = PenguncianForm(isian.data, perlu_alasan=bool(belum))

    def simpan(oleh: Pelaku) -> None:
        alasan = form.cleaned_data.get("alasan", "")
        lock_triwulan(oleh=oleh, pd=pd, tahun=tahun, triwulan=triwulan, alasan=alasan)

    konteks = {
        "belum": belum,
        "tombol": "Kunci triwulan",
        "judul": f"Kunci triwulan {romawi(triwulan)} {tahun}",
    }
    return _step(request, pd, satu, isian, form, simpan, "dikunci.", "periode_kunci", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def periode_buka(request: HttpRequest, slug: str, tahun: int, triwulan: int) -> HttpResponse:
    """Open a locked quarter again, with the reason, and send some of it back for correction."""
    pd, satu = _find(request, slug, tahun, triwulan)
    if satu.dikunci_pada is None:
        return _back(request, pd, satu, "tidak terkunci")
    terkunci = (
        RealisasiIndikator.objects.filter(
            indikator__renstra__perangkat_daerah=pd, tahun=tahun, triwulan=triwulan, status=Status.DIKUNCI
        )
        .select_related("indikator__renstra")
        .order_by("indikator__jenis", "indikator__urutan", "indikator__kode")
    )
    isian = Isian.open(request)
    form = PembukaanForm(isian.data, terkunci=terkunci)

    def simpan(oleh: Pelaku) -> None:
        unlock_triwulan(
            oleh=oleh,
            pd=pd,
            tahun=tahun,
            triwulan=triwulan,
            alasan=form.cleaned_data["alasan"],
            perbaiki=list(form.cleaned_data.get("perbaiki", ())),
        )

    konteks = {"tombol": "Buka kembali", "judul": f"Buka kembali triwulan {romawi(triwulan)} {tahun}"}
    return _step(request, pd, satu, isian, form, simpan, "dibuka kembali.", "periode_buka", konteks)


def _step(
    request: HttpRequest,
    pd: PerangkatDaerah,
    satu: PeriodeTriwulan,
    isian: Isian,
    form: LangkahForm,
    simpan: Callable[[Pelaku], None],
    pesan: str,
    templat: str,
    konteks: dict[str, Any],
) -> HttpResponse:
    kembali = reverse("periode", args=[pd.slug, satu.tahun])

    def tulis() -> str:
        simpan(Pelaku.from_request(request))
        return kembali

    sebutan = f"Triwulan {romawi(satu.triwulan)} tahun {satu.tahun}"
    if (selesai := isian.handle([form], tulis, f"{sebutan} {pesan}")) is not None:
        return selesai
    umum = {"pd": pd, "tahun": satu.tahun, "periode": satu, "form": form, "isian": isian, "kembali": kembali}
    return render(request, f"kinerja/{templat}.html", {**umum, **konteks})


def _find(
    request: HttpRequest, slug: str, tahun: int, triwulan: int
) -> tuple[PerangkatDaerah, PeriodeTriwulan]:
    pd = find_pd(request, slug, Izin.KUNCI_TRIWULAN)
    return pd, periods(pd, tahun)[triwulan - 1]


def _back(request: HttpRequest, pd: PerangkatDaerah, satu: PeriodeTriwulan, keadaan: str) -> HttpResponse:
    messages.info(request, f"Triwulan {romawi(satu.triwulan)} tahun {satu.tahun} {keadaan}.")
    return redirect("periode", pd.slug, satu.tahun)
