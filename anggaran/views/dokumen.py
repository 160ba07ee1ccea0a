"""The versions of the budget of a year: list, new, change, delete."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.actions.dokumen import delete_dokumen, save_dokumen
from anggaran.forms.dokumen import DokumenForm
from anggaran.isi_perjanjian import day_of
from anggaran.models import DokumenAnggaran
from anggaran.pagu import dokumen_berlaku
from kinerja.views.hapus import confirm_delete
from lkip.access import Izin, has_izin
from lkip.akses import find, find_pd
from lkip.isian import Isian
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@dataclass(frozen=True)
class BarisDokumen:
    """One version: the total of its pagu (rupiah), and how far the stated total is from it."""

    dokumen: DokumenAnggaran
    banyak: int
    jumlah: Decimal | None
    berlaku: bool

    @property
    def selisih(self) -> Decimal | None:
        """The stated total less the sum of pagu; None when either is missing."""
        tercantum = self.dokumen.total_tercantum
        return None if tercantum is None or self.jumlah is None else tercantum - self.jumlah


@downloadable
@require_safe
def dokumen(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """List the versions in their order."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    berlaku = dokumen_berlaku(pd, tahun, day_of(tahun, timezone.localdate()))
    semua = versions(pd, tahun).annotate(jumlah=Sum("pagu__jumlah"), banyak=Count("pagu"))
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "daftar": [BarisDokumen(d, d.banyak, d.jumlah, d == berlaku) for d in semua],
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_RENCANA, pd),
    }
    return render(request, "anggaran/dokumen.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def dokumen_tambah(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Make a new version; the first of a year is DPA murni."""
    pd = find_pd(request, slug, Izin.KELOLA_RENCANA)
    jenis = DokumenAnggaran.Jenis
    pertama = not versions(pd, tahun).exists()
    baru = DokumenAnggaran(
        perangkat_daerah=pd, tahun=tahun, jenis=jenis.MURNI if pertama else jenis.PERGESERAN
    )
    return _form(request, baru, f"Dokumen anggaran {tahun} baru")


@require_http_methods(["GET", "HEAD", "POST"])
def dokumen_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change kind, number, date and stated total."""
    satu = find_dokumen(request, pk, Izin.KELOLA_RENCANA)
    return _form(request, satu, f"Ubah {satu}")


@require_http_methods(["GET", "HEAD", "POST"])
def dokumen_hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether to delete a version with its pagu, and delete it."""
    satu = find_dokumen(request, pk, Izin.KELOLA_RENCANA)
    return confirm_delete(
        request,
        satu.perangkat_daerah,
        satu,
        sebutan="dokumen anggaran",
        pemakai="",
        ikut={"pagu sub kegiatan": satu.pagu.count()},
        hapus=lambda: delete_dokumen(oleh=Pelaku.from_request(request), dokumen=satu),
        kembali=reverse("dokumen", args=[satu.perangkat_daerah.slug, satu.tahun]),
    )


def versions(pd: PerangkatDaerah, tahun: int) -> QuerySet[DokumenAnggaran]:
    """Return the versions of a year in their order."""
    return DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun).order_by("urutan")


def find_dokumen(request: HttpRequest, pk: int, izin: Izin) -> DokumenAnggaran:
    """Return one version. Raises Http404 or PermissionDenied."""
    return find(request, DokumenAnggaran.objects.select_related("perangkat_daerah"), izin, pk=pk)


def _form(request: HttpRequest, satu: DokumenAnggaran, judul: str) -> HttpResponse:
    pd, baru = satu.perangkat_daerah, satu.pk is None
    isian = Isian.open(request, None if baru else [satu])
    form = DokumenForm(isian.data, instance=satu)
    kembali = reverse("dokumen", args=[pd.slug, satu.tahun])
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": satu.tahun,
        "judul": judul,
        "form": form,
        "isian": isian,
        "kembali": kembali,
    }

    def simpan() -> str:
        oleh = Pelaku.from_request(request)
        tersimpan = save_dokumen(oleh=oleh, dokumen=form.instance, sidik=isian.sidik_terisi)
        return reverse("dokumen_pagu", args=[tersimpan.pk]) if baru else kembali

    if (selesai := isian.handle([form], simpan, "Dokumen anggaran tersimpan.")) is not None:
        return selesai
    if isian.bentrok:
        konteks["tersimpan"] = DokumenForm(instance=DokumenAnggaran.objects.get(pk=satu.pk))
    return render(request, "lkip/formulir.html", konteks)
