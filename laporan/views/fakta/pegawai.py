"""The numbers of employees at the end of a year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from laporan.actions.fakta import save_pegawai
from laporan.forms.fakta import PegawaiFormSet
from laporan.models import JumlahPegawai
from laporan.snapshot.hitung.fakta import hitung_pegawai
from laporan.snapshot.masukan import KelompokPegawai
from laporan.views.fakta.lembar import Lembar, fill_in
from lkip.unduh import downloadable

KOLOM = ("kelompok", "uraian", "jumlah")


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def fakta_pegawai(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Fill in the breakdowns; lines are taken over from last year without their numbers."""
    return fill_in(request, slug, tahun, PEGAWAI)


def _ringkasan(isi: list[dict[str, Any]]) -> dict[str, Any]:
    sebutan = dict(JumlahPegawai.Kelompok.choices)
    jumlah = hitung_pegawai(tuple(KelompokPegawai(*(satu[nama] for nama in KOLOM)) for satu in isi))
    return {"jumlah": [(sebutan[kelompok], banyak) for kelompok, banyak in jumlah]}


PEGAWAI = Lembar(
    nama="pegawai",
    judul="Jumlah pegawai",
    bantuan="Keadaan bulan Desember. Setiap kelompok memerinci seluruh pegawai, sehingga jumlahnya "
    "seharusnya sama.",
    model=JumlahPegawai,
    kolom=KOLOM,
    kunci=("kelompok", "uraian"),
    salin={"kelompok": "kelompok", "uraian": "uraian"},
    formset=PegawaiFormSet,
    simpan=save_pegawai,
    ringkasan=_ringkasan,
)
