"""All perangkat daerah side by side, for those who work across them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from laporan.dasbor import semua
from laporan.dasbor.buku import workbook
from laporan.snapshot.batas import DESEMBER, Batas
from laporan.views.beranda import sees_all
from laporan.views.dasbor.dasar import name_of_batas, read_batas
from lkip.access import Izin, has_izin
from lkip.akses import signed_in
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL
from lkip.workbook.tulis import JENIS_BERKAS


@dataclass(frozen=True)
class Isi:
    """The rows as filtered and ordered, with what was asked for."""

    baris: list[semua.BarisPd]
    tahun: int
    batas: Batas
    konteks: dict[str, Any]


@require_safe
def dasbor_semua(request: HttpRequest) -> HttpResponse:
    """Show every perangkat daerah with the figures of its own dashboard."""
    isi = _read(request)
    konteks = {
        "tabel": semua.tabel_semua(isi.baris, isi.tahun, isi.batas),
        "gambar": semua.gambar_semua(isi.baris, isi.tahun),
    }
    return render(request, "laporan/dasbor/semua.html", {**isi.konteks, **konteks})


@require_safe
def dasbor_semua_tabel(request: HttpRequest) -> HttpResponse:
    """Give the table as shown, as a workbook."""
    isi = _read(request)
    judul = f"Dasbor semua perangkat daerah tahun {isi.tahun}, sampai akhir {name_of_batas(isi.batas)}"
    jawaban = HttpResponse(
        workbook(judul, [semua.tabel_semua(isi.baris, isi.tahun, None)]), content_type=JENIS_BERKAS
    )
    jawaban["Content-Disposition"] = (
        f'attachment; filename="dasbor-semua-{isi.tahun}-{isi.batas.bulan:02}.xlsx"'
    )
    return jawaban


def _read(request: HttpRequest) -> Isi:
    """Return what the address asks for. Raises Http404 and PermissionDenied."""
    pengguna = signed_in(request)
    if not has_izin(pengguna, Izin.LIHAT_LAPORAN):
        raise Http404
    if not sees_all(pengguna):
        raise PermissionDenied
    hari = timezone.localdate()
    tahun = _year(request.GET.get("tahun", "")) or request.session.get("tahun") or hari.year
    batas = read_batas(request, tahun, hari)
    cari, urut = request.GET.get("cari", "").strip(), request.GET.get("urut", "nama")
    pds = PerangkatDaerah.objects.all()
    if cari:
        pds = pds.filter(Q(nama__icontains=cari) | Q(kode__startswith=cari))
    baris = semua.read_rows(list(pds), tahun, batas, hari)
    pilihan, kriteria = semua.kriteria_of(baris), request.GET.get("kriteria", "")
    baris = semua.ordered(semua.with_kriteria(baris, kriteria), urut)
    konteks = {
        "tahun": tahun,
        "batas": batas,
        "sampai": name_of_batas(batas),
        "pilihan_batas": [(b, name_of_batas(Batas(b))) for b in range(1, DESEMBER + 1)],
        "pilihan_urut": semua.URUTAN.items(),
        "pilihan_kriteria": [*pilihan, semua.KOSONG],
        "cari": cari,
        "urut": urut,
        "kriteria": kriteria,
        "saringan": request.GET.urlencode(),
        "lebih": len(baris) > semua.BANYAK_GAMBAR,
        "banyak_gambar": semua.BANYAK_GAMBAR,
    }
    return Isi(baris, tahun, batas, konteks)


def _year(teks: str) -> int | None:
    """Return a year of four digits."""
    sah = len(teks) == 4 and teks.isascii() and teks.isdecimal() and TAHUN_AWAL < int(teks) <= TAHUN_AKHIR
    return int(teks) if sah else None
