"""The AKIP evaluation of the year before the report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_evaluasi_akip
from laporan.forms.baris import initial_of
from laporan.forms.fakta import KOMPONEN_AKIP, EvaluasiAkipForm, KomponenForm, KomponenFormSet
from laporan.models import EvaluasiAkip, KomponenEvaluasiAkip
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.hitung.fakta import hitung_akip
from laporan.snapshot.masukan import Akip, KomponenAkip
from laporan.views.fakta.halaman import show_table
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.isian import Isian
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable

KOLOM = ("nama", "bobot", "nilai")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_evaluasi_akip(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the scores; their sum and predicate appear as one types."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    evaluasi = EvaluasiAkip.objects.filter(perangkat_daerah=pd, tahun=tahun - 1).first()
    baris = list(KomponenEvaluasiAkip.objects.filter(evaluasi=evaluasi)) if evaluasi else []
    isian = Isian.open(request, [evaluasi, *baris] if evaluasi else [])
    awal = initial_of(baris, KOLOM) or [
        {"urutan": i, "nama": nama, "bobot": bobot} for i, (nama, bobot) in enumerate(KOMPONEN_AKIP, 1)
    ]
    surat = {"nomor_surat": evaluasi.nomor_surat, "tanggal_surat": evaluasi.tanggal_surat} if evaluasi else {}
    form = EvaluasiAkipForm(isian.data, initial=surat)
    formset = KomponenFormSet(isian.data, initial=awal, prefix="baris")

    def simpan() -> str:
        save_evaluasi_akip(
            oleh=Pelaku.from_request(request),
            pd=pd,
            tahun=tahun,
            **form.cleaned_data,
            komponen=formset.rows(),
            sidik=isian.sidik_terisi,
        )
        return reverse("fakta_evaluasi_akip", args=[slug, tahun])

    def ringkasan() -> dict[str, Any]:
        isi = formset.rows() if formset.is_bound else awal
        komponen = [KomponenAkip(satu["nama"], satu["bobot"], satu.get("nilai")) for satu in isi]
        if formset.is_bound:  # a score that cannot be read is an open one, not one less
            komponen += [KomponenAkip(_name(form), Decimal(0), None) for form in formset.unread()]
        hasil = hitung_akip(Akip(tahun - 1, "", None, tuple(komponen)))
        assert hasil is not None
        alasan = hasil.nilai if isinstance(hasil.nilai, TidakDapatDihitung) else None
        return {"hasil": hasil, "alasan": alasan}

    return show_table(
        request,
        isian,
        formset,
        awal,
        simpan=simpan,
        form=form,
        templat="laporan/fakta/evaluasi_akip.html",
        templat_ringkasan="laporan/fakta/_evaluasi_akip.html",
        ringkasan=ringkasan,
        konteks={
            "pd": pd,
            "tahun": tahun,
            "judul": f"Hasil evaluasi AKIP tahun {tahun - 1}",
            "bantuan": "Komponen dan bobot menurut PermenPANRB 88/2021. Nilai setiap komponen tidak melebihi "
            "bobotnya; jumlah bobot 100.",
            "kembali": reverse("naskah", args=[slug, tahun]),
        },
    )


def _name(form: KomponenForm) -> str:
    return str(form["nama"].value() or "komponen tanpa nama")
