"""Bukti dukung: sent from the form of their realisasi, and shown to those who may look at it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.actions.bukti import add_bukti, delete_bukti
from kinerja.forms.isi_realisasi import FormulirRealisasi
from kinerja.isi_realisasi import parts_for, rows_of
from kinerja.models import BuktiDukung, Indikator, PengukuranPembanding
from kinerja.muat_realisasi import find_indikator, load_pengukuran
from kinerja.views.realisasi_isi import report_of
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import SIDIK, keep_draft, sidik
from lkip.pelaku import Pelaku

DAFTAR = "bukti"
"""Where on the page of a realisasi its bukti stand."""
BERBINGKAI = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a file may do in the browser: nothing. It comes from people, and may be more than it seems."""


@require_http_methods(["GET", "HEAD", "POST"])
def bukti_tambah(request: HttpRequest, slug: str, tahun: int, pk: int, triwulan: int) -> HttpResponse:
    """Keep the files that were sent with the form of a realisasi; what was typed there becomes a draft."""
    indikator = find(request, find_indikator(slug, tahun), Izin.ISI_REALISASI, pk=pk)
    alamat = reverse("realisasi_isi", args=[slug, tahun, pk, triwulan])
    if request.method != "POST":  # after signing in again
        return redirect(f"{alamat}#{DAFTAR}")
    tertulis = _Tertulis(request, indikator, tahun, triwulan)
    semua, ditolak = request.FILES.getlist("berkas"), ""
    if not semua:
        ditolak = "Pilih berkasnya lebih dahulu, lalu tekan Unggah."
        messages.error(request, ditolak)
    for berkas in semua:
        try:
            bukti, baru = add_bukti(
                oleh=Pelaku.from_request(request),
                indikator=indikator,
                tahun=tahun,
                triwulan=triwulan,
                berkas=berkas,
            )
        except ValidationError as galat:
            ditolak = " ".join(galat.messages)
            messages.error(request, ditolak)
        else:
            kata = "tersimpan sebagai bukti dukung." if baru else "sudah ada, jadi tidak disimpan dua kali."
            messages.success(request, f"“{bukti.nama}” {kata}")
    tertulis.keep(alamat)
    return redirect(alamat if ditolak else f"{alamat}#{DAFTAR}")  # what was refused is said at the top


@require_http_methods(["GET", "HEAD", "POST"])
def bukti_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a bukti away; the button stands in the form of its realisasi, whose content becomes a draft."""
    bukti = find(request, _source(), Izin.ISI_REALISASI, pk=pk)
    milik = bukti.realisasi
    slug = milik.indikator.renstra.perangkat_daerah.slug
    alamat = reverse("realisasi_isi", args=[slug, milik.tahun, milik.indikator_id, milik.triwulan])
    if request.method == "POST":
        tertulis = _Tertulis(request, milik.indikator, milik.tahun, milik.triwulan)
        try:
            delete_bukti(oleh=Pelaku.from_request(request), bukti=bukti)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, f"“{bukti.nama}” dihapus. Penghapusannya tercatat dalam riwayat.")
        tertulis.keep(alamat)
    return redirect(f"{alamat}#{DAFTAR}")


@require_safe
def bukti(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send the file: an image to look at, anything else to download; in the browser it can do nothing."""
    satu = find(request, _source(), Izin.LIHAT_REALISASI, pk=pk)
    try:
        berkas = satu.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("the file is gone") from galat
    jawaban = FileResponse(
        berkas,
        as_attachment=not satu.jenis.startswith("image/"),
        filename=satu.nama,
        content_type=satu.jenis,
    )
    jawaban["Content-Security-Policy"] = BERBINGKAI
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-cache"
    return jawaban


def _source() -> Any:
    return BuktiDukung.objects.select_related(
        "realisasi__indikator__renstra__perangkat_daerah"
    ).prefetch_related("realisasi__indikator__penanggung_jawab", "realisasi__indikator__komponen")


class _Tertulis:
    """What stands in the form that a file was sent with, and has not been saved."""

    def __init__(self, request: HttpRequest, indikator: Indikator, tahun: int, triwulan: int) -> None:
        self.request = request
        self.indikator, self.tahun, self.triwulan = indikator, tahun, triwulan
        self.bagian = parts_for(Pelaku.from_request(request), indikator)
        self.sidik_semula = self._sidik()

    def keep(self, alamat: str) -> None:
        """Keep it as a draft of the page, unless nothing was typed.

        The file may have made the realisasi a draf: the form then stands on what is stored now, as far as it
        stood on what was stored before.
        """
        data = self.request.POST
        if SIDIK not in data or not self._has_changed(data):
            return
        isi = data.copy()
        if isi[SIDIK] == self.sidik_semula:
            isi[SIDIK] = self._sidik()
        keep_draft(self.request, alamat, isi)

    def _sidik(self) -> str:
        return sidik(rows_of(self._report(), self.bagian))

    def _report(self) -> Any:
        return report_of(load_pengukuran(self.indikator, self.tahun), self.tahun, self.triwulan)

    def _has_changed(self, data: QueryDict) -> bool:
        satu = self._report()
        pembanding = [p for p in rows_of(satu, self.bagian) if isinstance(p, PengukuranPembanding)]
        isi = FormulirRealisasi.fill(data, satu, self.bagian, pembanding)
        return any(form.has_changed() for form in isi.all())
