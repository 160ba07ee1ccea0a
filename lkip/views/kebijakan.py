"""The measurement policy of a perangkat daerah and year: in words for all, as a form for the admin pemda."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lkip.access import Izin, has_izin
from lkip.actions.acuan import save_kebijakan, years_of_policy
from lkip.akses import find_pd
from lkip.angka import bilangan
from lkip.forms.kebijakan import KebijakanForm, initial_of
from lkip.isian import Isian
from lkip.models import KebijakanPengukuran, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.sebutan import CELAH, DASAR, EFISIENSI
from lkip.unduh import downloadable


@dataclass(frozen=True)
class Pilihan:
    """One choice of the policy: what was chosen, and what that means."""

    judul: str
    nilai: str
    arti: str


@downloadable
@require_safe
def kebijakan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Explain each choice in words, with the scale it leads to."""
    pd = find_pd(request, slug, Izin.LIHAT_RENCANA)
    semua = KebijakanPengukuran.objects.filter(perangkat_daerah=pd).select_related("skala")
    satu = semua.filter(tahun=tahun).first()
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "kebijakan": satu,
        "pilihan": () if satu is None else _explain(satu),
        "kelas": () if satu is None else satu.skala.kelas.all(),
        "lain": [k.tahun for k in semua.order_by("-tahun") if k.tahun != tahun],
        "boleh_kelola": has_izin(request.user, Izin.KELOLA_ACUAN, pd),
    }
    return render(request, "lkip/kebijakan.html", konteks)


def _explain(k: KebijakanPengukuran) -> tuple[Pilihan, ...]:
    batas = k.batas_atas_capaian
    return (
        Pilihan(
            "Dasar capaian",
            DASAR.get(k.dasar_capaian, k.dasar_capaian),
            "PermenPANRB 53/2014 membandingkan realisasi dengan target. Rumus tiap indikator (naik, turun, "
            "rentang, predikat) tercantum pada kartu indikatornya.",
        ),
        Pilihan(
            "Batas atas capaian",
            "Tanpa batas" if batas is None else f"{bilangan(batas)}%",
            "Capaian yang melampaui target tidak menutupi kegagalan lain: dibatasi sebelum dirata-ratakan, "
            "sedangkan nilai aslinya tetap disajikan.",
        ),
        Pilihan(
            "Nilai di antara dua kelas",
            CELAH.get(k.celah_skala, k.celah_skala),
            "Tabel peraturan berjarak satu persen antarkelas. Contoh dengan skala Permendagri 86/2017: 90,5 "
            + ("adalah Baik." if k.celah_skala == "batas_bawah" else "adalah Sangat Baik."),
        ),
        Pilihan(
            "Rumus efisiensi",
            EFISIENSI.get(k.rumus_efisiensi, k.rumus_efisiensi),
            f"Dasar: {k.regulasi_efisiensi}." if k.regulasi_efisiensi else "Dasar rumus belum diisi.",
        ),
        Pilihan(
            "Temuan fisik dan keuangan",
            f"Realisasi fisik paling sedikit {bilangan(k.ambang_fisik)}% dengan penyerapan kurang dari "
            f"{bilangan(k.ambang_penyerapan)}%",
            "Sub kegiatan seperti itu ditunjukkan pada reviu laporan agar dijelaskan.",
        ),
        Pilihan(
            "Toleransi jalur",
            f"{bilangan(k.toleransi_jalur)} poin persentase",
            "Dasbor memberi peringatan dini bila capaian atau penyerapan tertinggal dari jalurnya "
            "lebih dari ini.",
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def kebijakan_ubah(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Set the policy of the year; `?salin=2023` begins with that year's."""
    pd = find_pd(request, slug, Izin.KELOLA_ACUAN)
    satu = KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun=tahun).first()
    isian = Isian.open(request, None if satu is None else [satu])
    terkunci = years_of_policy(pd, tahun)
    objek = satu or KebijakanPengukuran(perangkat_daerah=pd, tahun=tahun)
    sumber = _source(request, pd, tahun)
    awal = None if sumber is None else initial_of(sumber)
    form = KebijakanForm(isian.data, instance=objek, initial=awal, terkunci=terkunci)
    kembali = reverse("kebijakan", args=[pd.slug, tahun])

    def simpan() -> str:
        save_kebijakan(
            oleh=Pelaku.from_request(request),
            kebijakan=form.instance,
            sidik=isian.sidik_terisi,
            alasan=form.alasan,
        )
        return kembali

    if (selesai := isian.handle([form], simpan, "Kebijakan pengukuran tersimpan.")) is not None:
        return selesai
    konteks = {
        "pd": pd,
        "tahun": tahun,
        "judul": f"Kebijakan pengukuran {tahun}",
        "form": form,
        "isian": isian,
        "kembali": kembali,
        "sumber": sumber,
        "tersimpan": KebijakanForm(
            instance=KebijakanPengukuran.objects.filter(pk=objek.pk).first(), terkunci=terkunci
        ),
        "salin": KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun__lt=tahun)
        .order_by("-tahun")
        .values_list("tahun", flat=True)
        .first(),
    }
    return render(request, "lkip/kebijakan_formulir.html", konteks)


def _source(request: HttpRequest, pd: PerangkatDaerah, tahun: int) -> KebijakanPengukuran | None:
    """Return the policy to copy from."""
    dari = request.GET.get("salin", "")
    if not (dari.isascii() and dari.isdecimal() and len(dari) == 4) or int(dari) == tahun:
        return None
    return KebijakanPengukuran.objects.filter(perangkat_daerah=pd, tahun=int(dari)).first()
