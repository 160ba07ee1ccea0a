"""The steps of a version, except signing: reviu, taking it back, final, giving it up, revoking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from laporan.actions.cetakan import fresh_snapshot, request_final
from laporan.actions.versi import (
    IsiPernyataan,
    finalize_laporan,
    problems,
    review_laporan,
    revoke_versi,
    save_policy,
    signed_versi,
    withdraw_final,
    withdraw_review,
)
from laporan.forms.versi import (
    ISI_PERNYATAAN,
    AlasanLangkahForm,
    KebijakanLaporanForm,
    PernyataanReviuForm,
)
from laporan.models import KebijakanLaporan, Laporan, PernyataanReviu
from laporan.versi import (
    BATALKAN_REVIU,
    SUSUN_KEMBALI,
    Status,
    content_hash,
    current_versi,
    policy_of,
    working_versi,
)
from laporan.views.versi.panel import SUMBER
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.pelaku import Pelaku
from lkip.teks_kaya import clean_text


@require_http_methods(["GET", "HEAD", "POST"])
def laporan_reviu(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Give the pernyataan telah direviu for the report as it is now."""
    laporan = _find_laporan(request, slug, tahun, Izin.REVIU)
    isian = Isian.open(request, [])
    awal = _proposal(laporan) | {
        "sidik_isi": content_hash(fresh_snapshot(laporan.perangkat_daerah, tahun)),
    }
    form = PernyataanReviuForm(isian.data, initial=awal)

    def simpan() -> str:
        isi = {nama: form.cleaned_data[nama] for nama in PernyataanReviuForm.Meta.fields}
        isi["isi"] = clean_text(isi["isi"])
        pernyataan = IsiPernyataan(isi, form.cleaned_data["sidik_isi"])
        review_laporan(oleh=Pelaku.from_request(request), laporan=laporan, pernyataan=pernyataan)
        return _panel(laporan)

    pesan = "Pernyataan telah direviu tersimpan. Perencana sekarang dapat memfinalkan laporan ini."
    if (selesai := isian.handle([form], simpan, pesan)) is not None:
        return selesai
    if request.method == "POST":  # what is confirmed next is the content of now
        terkirim = request.POST.copy()
        terkirim["sidik_isi"] = awal["sidik_isi"]
        form.data = terkirim
    return _form(request, laporan, isian, form, "Pernyataan telah direviu", "Simpan pernyataan", "reviu")


def _proposal(laporan: Laporan) -> dict[str, Any]:
    """Return what the statement begins with: the last one of this inspectorate, or the official words."""
    pd = laporan.perangkat_daerah
    lama = PernyataanReviu.objects.order_by("-tanggal").values("tempat", "nama", "nip", "jabatan").first()
    return {
        **(lama or {"tempat": pd.pemerintah_daerah.ibu_kota, "jabatan": "Inspektur"}),
        "tanggal": timezone.localdate(),
        "isi": ISI_PERNYATAAN.format(nama=pd.nama, tahun=laporan.tahun),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def laporan_reviu_batal(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take a reviu back: inspektorat its own, the perencana to go on writing."""
    pereviu = has_izin(request.user, Izin.REVIU)
    laporan = _find_laporan(request, slug, tahun, Izin.REVIU if pereviu else Izin.SUSUN_LAPORAN)
    tindakan = BATALKAN_REVIU if pereviu else SUSUN_KEMBALI

    def simpan(alasan: str, oleh: Pelaku) -> None:
        withdraw_review(oleh=oleh, versi=current_versi(laporan), tindakan=tindakan, alasan=alasan)

    keterangan = "Pernyataan telah direviu dihapus; laporan perlu direviu lagi sebelum final."
    judul = "Batalkan reviu" if pereviu else "Kembalikan ke penyusunan"
    return _reason(request, laporan, simpan, judul, keterangan, "Laporan kembali disusun.")


@require_http_methods(["GET", "HEAD", "POST"])
def laporan_final(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Freeze the report; what stands in the way is said all at once."""
    laporan = _find_laporan(request, slug, tahun, Izin.SUSUN_LAPORAN)
    lama = signed_versi(laporan)
    isian = Isian.open(request, [])
    keterangan = "Mengapa versi ini menggantikan LKIP yang sudah ditandatangani."
    form = AlasanLangkahForm(isian.data, keterangan=keterangan, wajib=lama is not None)

    def simpan() -> str:
        alasan = form.cleaned_data.get("alasan", "")
        finalize_laporan(oleh=Pelaku.from_request(request), laporan=laporan, alasan=alasan)
        return _panel(laporan)

    pesan = "Laporan final. Berkasnya sedang dibuat; setelah selesai, pejabat dapat menandatanganinya."
    if (selesai := isian.handle([form], simpan, pesan)) is not None:
        return selesai
    terakhir = current_versi(laporan)
    terakhir.laporan = laporan
    kini = content_hash(fresh_snapshot(laporan.perangkat_daerah, tahun))
    kurang = problems(working_versi(terakhir), kini, "ada")
    return _form(request, laporan, isian, form, "Finalkan laporan", "Finalkan", "final", kurang=kurang)


@require_http_methods(["GET", "HEAD", "POST"])
def versi_batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a final version that nobody has signed."""
    versi = find(request, SUMBER, Izin.SUSUN_LAPORAN, pk=pk)

    def simpan(alasan: str, oleh: Pelaku) -> None:
        withdraw_final(oleh=oleh, versi=versi, alasan=alasan)

    keterangan = "Versi final ini tidak dapat ditandatangani lagi; laporan disusun sebagai versi berikutnya."
    return _reason(
        request, versi.laporan, simpan, "Batalkan versi final", keterangan, "Versi final dibatalkan."
    )


@require_http_methods(["GET", "HEAD", "POST"])
def versi_cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke a signed version."""
    versi = find(request, SUMBER, Izin.TANDA_TANGAN, pk=pk)

    def simpan(alasan: str, oleh: Pelaku) -> None:
        revoke_versi(oleh=oleh, versi=versi, alasan=alasan)

    keterangan = "Siapa pun yang memeriksa berkasnya diberi tahu bahwa LKIP ini dicabut."
    return _reason(request, versi.laporan, simpan, "Cabut LKIP", keterangan, "LKIP dicabut.")


@require_POST
def versi_cetak(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the file of a final version made again after a failure."""
    versi = find(request, SUMBER, Izin.BUAT_CETAKAN, pk=pk)
    if versi.status == Status.FINAL and not versi.sha256:
        satu = request_final(oleh=Pelaku.from_request(request), versi=versi)
        return redirect("cetakan", satu.pk)
    return redirect(_panel(versi.laporan))


@require_http_methods(["GET", "HEAD", "POST"])
def kebijakan_laporan(request: HttpRequest, slug: str) -> HttpResponse:
    """Set what a perangkat daerah demands of its report."""
    pd = find_pd(request, slug, Izin.KELOLA_ACUAN)
    satu = KebijakanLaporan.objects.filter(perangkat_daerah=pd).first()
    isian = Isian.open(request, [] if satu is None else [satu])
    form = KebijakanLaporanForm(isian.data, instance=satu or policy_of(pd.pk))
    kembali = reverse("beranda")

    def simpan() -> str:
        form.instance.perangkat_daerah = pd
        save_policy(oleh=Pelaku.from_request(request), kebijakan=form.instance, sidik=isian.sidik_terisi)
        return kembali

    if (selesai := isian.handle([form], simpan, "Kebijakan laporan tersimpan.")) is not None:
        return selesai
    konteks = {
        "pd": pd,
        "judul": "Kebijakan laporan",
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "tersimpan": KebijakanLaporanForm(instance=policy_of(pd.pk)) if isian.bentrok else None,
    }
    return render(request, "laporan/versi/langkah.html", konteks)


def _reason(
    request: HttpRequest,
    laporan: Laporan,
    simpan: Callable[[str, Pelaku], None],
    judul: str,
    keterangan: str,
    pesan: str,
) -> HttpResponse:
    """Answer a step that asks for nothing but a reason."""
    isian = Isian.open(request, [])
    form = AlasanLangkahForm(isian.data, keterangan=keterangan)

    def tulis() -> str:
        simpan(form.cleaned_data["alasan"], Pelaku.from_request(request))
        return _panel(laporan)

    if (selesai := isian.handle([form], tulis, pesan)) is not None:
        return selesai
    return _form(request, laporan, isian, form, judul, judul, "alasan")


def _form(
    request: HttpRequest,
    laporan: Laporan,
    isian: Isian,
    form: Any,
    judul: str,
    tombol: str,
    langkah: str,
    **lain: Any,
) -> HttpResponse:
    konteks = {
        "pd": laporan.perangkat_daerah,
        "tahun": laporan.tahun,
        "laporan": laporan,
        "judul": judul,
        "tombol": tombol,
        "langkah": langkah,
        "form": form,
        "isian": isian,
        "kembali": _panel(laporan),
        **lain,
    }
    return render(request, "laporan/versi/langkah.html", konteks)


def _find_laporan(request: HttpRequest, slug: str, tahun: int, izin: Izin) -> Laporan:
    pd = find_pd(request, slug, izin)
    sumber = Laporan.objects.select_related("perangkat_daerah__pemerintah_daerah", "penandatangan")
    return get_object_or_404(sumber, perangkat_daerah=pd, tahun=tahun)


def _panel(laporan: Laporan) -> str:
    return reverse("laporan_versi", args=[laporan.perangkat_daerah.slug, laporan.tahun])
