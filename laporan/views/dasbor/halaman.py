"""The pages of the dashboard of one perangkat daerah, each with just the parts that it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from laporan.dasbor import gambar, tabel_anggaran, tabel_kinerja, tabel_unit
from laporan.dasbor.peringatan import ATURAN, by_rule, warnings_of
from laporan.dasbor.utama import headline
from laporan.snapshot.bagian import Bagian, Potongan, take_parts
from laporan.tersimpan import kept, key
from laporan.views.dasbor.dasar import Dasbor, open_dasbor
from lkip import revisi


@require_safe
def dasbor(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the headline, what weighs most, the IKU and the programs."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN), "dasbor")

    def isi(p: Potongan) -> dict[str, Any]:
        peringatan = warnings_of(p, d.hari)
        return {
            "utama": headline(p, peringatan, d.alamat),
            "banyak_peringatan": len(peringatan),
            "peringatan": [(satu, satu.pertama.url(d.alamat)) for satu in by_rule(peringatan)],
            "iku": tabel_kinerja.tabel_iku(p, d.alamat),
            "gambar_iku": gambar.gambar_iku(p),
            "program": tabel_anggaran.tabel_program(p, d.alamat),
        }

    return _page(request, d, "ringkasan", isi)


@require_safe
def dasbor_kinerja(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the IKU against their path, over the years and from triwulan to triwulan."""
    bagian = (Bagian.KINERJA, Bagian.JADWAL, Bagian.RIWAYAT, Bagian.RENSTRA)
    d = open_dasbor(request, slug, tahun, bagian, "dasbor_kinerja")

    def isi(p: Potongan) -> dict[str, Any]:
        return {
            "tabel": (
                (tabel_kinerja.tabel_iku(p, d.alamat), gambar.gambar_iku(p)),
                (tabel_kinerja.tabel_jalur(p, d.alamat), None),
                (tabel_kinerja.tabel_tahun(p, d.alamat), gambar.gambar_tren(p)),
                (tabel_kinerja.tabel_triwulan(p, d.alamat), None),
            )
        }

    return _page(request, d, "tabel", isi)


@require_safe
def dasbor_anggaran(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show penyerapan and fisik against time, efisiensi, triwulan, and the versions of the budget."""
    bagian = (Bagian.KINERJA, Bagian.ANGGARAN, Bagian.PENDUKUNG)
    d = open_dasbor(request, slug, tahun, bagian, "dasbor_anggaran")

    def isi(p: Potongan) -> dict[str, Any]:
        return {
            "tabel": (
                (tabel_anggaran.tabel_program(p, d.alamat), gambar.gambar_serapan(p)),
                (tabel_anggaran.tabel_efisiensi(p, d.alamat), None),
                (tabel_anggaran.tabel_bulanan(p, d.alamat), None),
                (tabel_anggaran.tabel_dokumen(p), gambar.gambar_dokumen(p)),
            )
        }

    return _page(request, d, "tabel", isi)


@require_safe
def dasbor_unit(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the units beside each other at the end of each triwulan."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.PENANGGUNG_JAWAB), "dasbor_unit")

    def isi(p: Potongan) -> dict[str, Any]:
        unit = tabel_unit.units_of(p)
        return {"tabel": ((tabel_unit.tabel_unit(p, unit), tabel_unit.gambar_unit(p, unit)),)}

    return _page(request, d, "tabel", isi)


@require_safe
def dasbor_peringatan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show every warning under the rule that gave it."""
    bagian = (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN)
    d = open_dasbor(request, slug, tahun, bagian, "dasbor_peringatan")

    def isi(p: Potongan) -> dict[str, Any]:
        semua = warnings_of(p, d.hari)
        return {
            "banyak": len(semua),
            "aturan": [
                (
                    aturan,
                    aturan.bunyi(p.masukan.kebijakan),
                    [(satu, satu.url(d.alamat)) for satu in semua if satu.kode == aturan.kode],
                )
                for aturan in ATURAN
            ],
        }

    return _page(request, d, "peringatan", isi)


@require_safe
def dasbor_banding(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the money beside last year's at the same cut-off, and unit beside unit."""
    d = open_dasbor(request, slug, tahun, (Bagian.ANGGARAN,), "dasbor_banding")

    def isi(p: Potongan) -> dict[str, Any]:
        lalu = take_parts([d.pd], tahun - 1, p.batas, (Bagian.ANGGARAN,), ringkas=True)[d.pd.pk]
        return {
            "tabel": (
                (tabel_anggaran.tabel_tahun_lalu(p, lalu, d.alamat), None),
                (tabel_anggaran.tabel_bulanan(p, d.alamat), None),
                (tabel_unit.tabel_uang_unit(p), None),
            )
        }

    return _page(request, d, "banding", isi)


def _page(
    request: HttpRequest, d: Dasbor, badan: str, isi: Callable[[Potongan], dict[str, Any]]
) -> HttpResponse:
    """Show a page; what depends on the data only is made once for every revision of them."""
    tahun, batas = d.alamat.tahun, d.alamat.batas
    nomor = revisi.current(d.pd, tahun).nomor
    kunci = key(f"dasbor:{d.konteks['nama_halaman']}", d.pd.pk, tahun, nomor, batas.bulan, d.hari)
    templat = f"laporan/dasbor/badan/{badan}.html"
    teks = kept(kunci, lambda: render_to_string(templat, {**d.konteks, **isi(d.potongan)}))
    return render(request, "laporan/dasbor/dasar.html", {**d.konteks, "badan": teks})
