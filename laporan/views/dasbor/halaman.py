"""The pages of the dashboard of one perangkat daerah, each with just the parts that it shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from laporan.dasbor import gambar, tabel_anggaran, tabel_kinerja, tabel_unit
from laporan.dasbor.peringatan import ATURAN, by_rule, warnings_of
from laporan.dasbor.utama import headline
from laporan.snapshot.bagian import Bagian, take_parts
from laporan.views.dasbor.dasar import Dasbor, open_dasbor


@require_safe
def dasbor(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the headline, what weighs most, the IKU and the programs."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN), "dasbor")
    peringatan = warnings_of(d.potongan, d.hari)
    return _page(
        request,
        d,
        "laporan/dasbor/ringkasan.html",
        utama=headline(d.potongan, peringatan, d.alamat),
        banyak_peringatan=len(peringatan),
        peringatan=[(satu, satu.pertama.url(d.alamat)) for satu in by_rule(peringatan)],
        iku=tabel_kinerja.tabel_iku(d.potongan, d.alamat),
        gambar_iku=gambar.gambar_iku(d.potongan),
        program=tabel_anggaran.tabel_program(d.potongan, d.alamat),
    )


@require_safe
def dasbor_kinerja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the IKU against their path, over the years and from triwulan to triwulan."""
    bagian = (Bagian.KINERJA, Bagian.JADWAL, Bagian.RIWAYAT, Bagian.RENSTRA)
    d = open_dasbor(request, slug, tahun, bagian, "dasbor_kinerja")
    p, ke = d.potongan, d.alamat
    return _page(
        request,
        d,
        "laporan/dasbor/kinerja.html",
        isi=(
            (tabel_kinerja.tabel_iku(p, ke), gambar.gambar_iku(p)),
            (tabel_kinerja.tabel_jalur(p, ke), None),
            (tabel_kinerja.tabel_tahun(p, ke), gambar.gambar_tren(p)),
            (tabel_kinerja.tabel_triwulan(p, ke), None),
        ),
    )


@require_safe
def dasbor_anggaran(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show penyerapan and fisik against time, efisiensi, triwulan, and the versions of the budget."""
    d = open_dasbor(
        request, slug, tahun, (Bagian.KINERJA, Bagian.ANGGARAN, Bagian.PENDUKUNG), "dasbor_anggaran"
    )
    p, ke = d.potongan, d.alamat
    return _page(
        request,
        d,
        "laporan/dasbor/kinerja.html",
        isi=(
            (tabel_anggaran.tabel_program(p, ke), gambar.gambar_serapan(p)),
            (tabel_anggaran.tabel_efisiensi(p, ke), None),
            (tabel_anggaran.tabel_bulanan(p, ke), None),
            (tabel_anggaran.tabel_dokumen(p), gambar.gambar_dokumen(p)),
        ),
    )


@require_safe
def dasbor_unit(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the units beside each other at the end of each triwulan."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.PENANGGUNG_JAWAB), "dasbor_unit")
    unit = tabel_unit.units_of(d.potongan)
    return _page(
        request,
        d,
        "laporan/dasbor/kinerja.html",
        isi=((tabel_unit.tabel_unit(d.potongan, unit), tabel_unit.gambar_unit(d.potongan, unit)),),
    )


@require_safe
def dasbor_peringatan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show every warning under the rule that gave it."""
    d = open_dasbor(
        request, slug, tahun, (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN), "dasbor_peringatan"
    )
    semua = warnings_of(d.potongan, d.hari)
    kebijakan = d.potongan.masukan.kebijakan
    return _page(
        request,
        d,
        "laporan/dasbor/peringatan.html",
        banyak=len(semua),
        aturan=[
            (
                aturan,
                aturan.bunyi(kebijakan),
                [(satu, satu.url(d.alamat)) for satu in semua if satu.kode == aturan.kode],
            )
            for aturan in ATURAN
        ],
    )


@require_safe
def dasbor_banding(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the money beside last year's at the same cut-off, and unit beside unit."""
    d = open_dasbor(request, slug, tahun, (Bagian.ANGGARAN,), "dasbor_banding")
    lalu = take_parts([d.pd], tahun - 1, d.potongan.batas, (Bagian.ANGGARAN,), ringkas=True)[d.pd.pk]
    return _page(
        request,
        d,
        "laporan/dasbor/banding.html",
        isi=(
            (tabel_anggaran.tabel_tahun_lalu(d.potongan, lalu, d.alamat), None),
            (tabel_anggaran.tabel_bulanan(d.potongan, d.alamat), None),
            (tabel_unit.tabel_uang_unit(d.potongan), None),
        ),
    )


def _page(request: HttpRequest, d: Dasbor, templat: str, **lain: Any) -> HttpResponse:
    return render(request, templat, {**d.konteks, **lain})
