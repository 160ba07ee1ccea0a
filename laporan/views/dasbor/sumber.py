"""The sources of the figures: a program, a sub kegiatan with its months, an indikator with its triwulan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from anggaran.models import Pagu, RealisasiAnggaran, SubKegiatan
from kinerja.models import BuktiDukung, Indikator, RealisasiIndikator, Renstra
from laporan.dasbor.keadaan import states_of
from laporan.dasbor.tabel_sumber import (
    find_program,
    find_sub_kegiatan,
    tabel_bulan,
    tabel_isi_program,
    tabel_komponen,
    tabel_laporan,
)
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import angka, persen
from laporan.snapshot.bagian import Bagian
from laporan.views.dasbor.dasar import open_dasbor
from lkip.access import Izin, has_izin
from lkip.models import Jejak, PerangkatDaerah
from lkip.perubahan import moment
from lkip.unduh import downloadable


@require_safe
def dasbor_program(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Show the kegiatan and sub kegiatan that a program is the sum of."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.ANGGARAN, Bagian.PENDUKUNG))
    ada = find_program(d.potongan, kode)
    if ada is None:
        raise Http404
    program, hasil = ada
    nama = {i.kode: i.nama for i in d.potongan.masukan.indikator.indikator}
    konteks = {
        "program": program,
        "uang": hasil.uang,
        "tabel": tabel_isi_program(program, hasil, d.alamat),
        "efisiensi": hasil.efisiensi,
        "nilai_efisiensi": angka(hasil.efisiensi.nilai),
        "indikator": [
            (nama[s.indikator], d.alamat.indikator(s.indikator))
            for s in d.potongan.masukan.dukungan.pendukung
            if s.program == kode and s.indikator in nama
        ],
        "kembali": d.alamat.page("dasbor_anggaran"),
    }
    return render(request, "laporan/dasbor/program.html", {**d.konteks, **konteks})


@downloadable
@require_safe
def dasbor_sub_kegiatan(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Show the months of a sub kegiatan with their origin, and its pagu in every version of the budget."""
    d = open_dasbor(request, slug, tahun, (Bagian.ANGGARAN,))
    ada = find_sub_kegiatan(d.potongan, kode)
    if ada is None:
        raise Http404
    program, sub, hasil = ada
    objek = (
        SubKegiatan.objects.filter(
            kegiatan__program__perangkat_daerah=d.pd, kegiatan__program__tahun=tahun, kode=kode
        )
        .select_related("kegiatan__program")
        .first()
    )
    boleh = objek is not None and has_izin(request.user, Izin.LIHAT_REALISASI, objek)
    sumber = _origins(objek, request.get_full_path()) if objek is not None and boleh else {}
    konteks = {
        "program": program,
        "sub": sub,
        "uang": hasil.uang,
        "tabel": tabel_bulan(sub, hasil, sumber) if boleh else None,
        "url_bulan": reverse("realisasi_anggaran", args=[d.pd.slug, tahun]) if boleh else "",
        "pagu": Pagu.objects.filter(sub_kegiatan=objek).select_related("dokumen").order_by("dokumen__urutan"),
        "objek": objek if boleh else None,
        "kembali": d.alamat.program(program.kode),
    }
    return render(request, "laporan/dasbor/sub_kegiatan.html", {**d.konteks, **konteks})


def _origins(sub: SubKegiatan, kini: str) -> dict[int, str]:
    """Return where the figures of each month came from, with the way to their history (2 queries)."""
    baris = list(RealisasiAnggaran.objects.filter(sub_kegiatan=sub))
    jejak = _last(RealisasiAnggaran._meta.label, (str(satu.pk) for satu in baris))
    hasil = {}
    for satu in baris:
        terakhir = jejak.get(str(satu.pk))
        teks = "data contoh" if satu.data_contoh else "tidak tercatat dalam jejak"
        if terakhir is not None:
            teks = f"{terakhir.tindakan} oleh {terakhir.pelaku}, {moment(terakhir.waktu)}"
            teks += f" ({terakhir.alasan})" if terakhir.alasan else ""
        hasil[satu.bulan] = _history(
            RealisasiAnggaran._meta.label, satu.pk, teks.capitalize() if not terakhir else teks, kini
        )
    return hasil


def _last(label: str, kunci: Iterable[str]) -> Mapping[str, Jejak]:
    """Return the newest audit row of each object."""
    semua = Jejak.objects.filter(objek_jenis=label, objek_kunci__in=list(kunci)).order_by("waktu", "pk")
    return {satu.objek_kunci: satu for satu in semua}


def _history(label: str, pk: int, teks: str, kini: str) -> str:
    url = f"{reverse('riwayat', args=[label, pk])}?{urlencode({'kembali': kini})}"
    return format_html('<a href="{}">{}</a>', url, teks)


@require_safe
def dasbor_indikator(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Show the triwulan of an indikator, its komponen, its bukti dukung and analysis."""
    d = open_dasbor(request, slug, tahun, (Bagian.KINERJA, Bagian.JADWAL))
    b = Bahan(d.potongan.snapshot)
    if kode not in b.definisi:
        raise Http404
    definisi = b.definisi[kode]
    objek = _indikator(d.pd, tahun, kode)
    boleh = objek is not None and has_izin(request.user, Izin.LIHAT_REALISASI, objek)
    laporan = (
        list(
            RealisasiIndikator.objects.filter(
                indikator=objek, tahun=tahun, triwulan__lte=d.potongan.batas.triwulan
            ).order_by("triwulan")
        )
        if objek is not None and boleh
        else []
    )
    kini = request.get_full_path()
    tautan = {satu.triwulan: _history(satu._meta.label, satu.pk, "Riwayat", kini) for satu in laporan}
    isian = {
        t: reverse("realisasi_isi", args=[d.pd.slug, tahun, objek.pk, t])
        for t in range(1, d.potongan.batas.triwulan + 1)
        if objek is not None and boleh
    }
    ada_bukti = any(satu.ada_bukti for satu in d.potongan.pelaporan if satu.indikator == kode)
    konteks = {
        "d": definisi,
        "target": sel_target(b, definisi).teks,
        "realisasi": sel_realisasi(b, definisi).teks,
        "capaian": persen(b.hasil[kode].capaian.nilai),
        "keadaan": states_of(d.potongan.snapshot, d.potongan.batas)[kode],
        "tabel": tabel_laporan(d.potongan, definisi, tautan, isian)
        if boleh and definisi.mengikuti is None
        else None,
        "komponen": tabel_komponen(d.potongan, definisi) if definisi.komponen else None,
        "boleh": boleh,
        "mengikuti": b.definisi.get(definisi.mengikuti or ""),
        "url_mengikuti": d.alamat.indikator(definisi.mengikuti) if definisi.mengikuti else "",
        "bukti": _bukti(laporan) if ada_bukti and boleh else (),
        "objek": objek,
        "kembali": d.alamat.page("dasbor_kinerja"),
    }
    return render(request, "laporan/dasbor/indikator.html", {**d.konteks, **konteks})


def _indikator(pd: PerangkatDaerah, tahun: int, kode: str) -> Indikator | None:
    """Return the indikator of the Renstra in force, of overlapping ones the later, as the loaders do."""
    berlaku = Renstra.objects.berlaku([pd], tahun)
    satu = Indikator.objects.filter(renstra__in=berlaku, kode=kode).select_related("renstra")
    return satu.prefetch_related("penanggung_jawab", "komponen").first()


def _bukti(laporan: list[RealisasiIndikator]) -> QuerySet[BuktiDukung]:
    return (
        BuktiDukung.objects.filter(realisasi__in=laporan)
        .select_related("realisasi")
        .order_by("realisasi__triwulan", "nama")
    )
