"""Every page with tables gives them as a workbook, to those who see the page."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from lkip.models import Pengguna, PerangkatDaerah
from lkip.workbook.tulis import JENIS_BERKAS

HALAMAN = (
    *("program", "dokumen", "realisasi_anggaran", "pendapatan", "renja", "realisasi_renja"),
    *("iku", "realisasi", "rencana_aksi", "perjanjian_daftar", "naskah", "kebijakan"),
    *("fakta_dasar_hukum", "fakta_pegawai", "fakta_aset", "fakta_evaluasi_akip"),
)


def _buku(jawaban):
    assert jawaban["Content-Type"] == JENIS_BERKAS
    return load_workbook(io.BytesIO(jawaban.content))


def test_the_pages_of_a_year_as_workbooks(client, demo_db):
    client.force_login(Pengguna.objects.get(username="perencana"))
    pd = PerangkatDaerah.objects.get(slug="dinas-sosial")
    for nama in HALAMAN:
        alamat = reverse(nama, args=[pd.slug, 2024])
        halaman = client.get(alamat).content.decode()
        if "<tbody>" not in halaman:
            continue
        assert "unduh=xlsx" in halaman, nama
        for ws in _buku(client.get(alamat, {"unduh": "xlsx"})).worksheets:
            assert ws.max_row > 2, nama
    semua = _buku(client.get(reverse("program", args=[pd.slug, 2024]), {"unduh": "xlsx"}))
    assert len(semua.sheetnames) == 7
    baris = [satu for ws in semua.worksheets for satu in ws.iter_rows(min_row=4, values_only=True)]
    pagu = [satu[2] for satu in baris if satu[0].split()[0].count(".") == 5]
    assert (len(pagu), sum(filter(None, pagu))) == (92, 69_778_653_677)
    assert any(str(satu[2]).startswith("=SUM(") for satu in baris)
    satu = _buku(client.get(reverse("program", args=[pd.slug, 2024]), {"unduh": "xlsx", "q": "Gaji"}))
    assert len(satu.sheetnames) == 1


@pytest.mark.django_db
def test_who_does_not_see_the_page_does_not_get_the_workbook(client):
    jawaban = client.get(reverse("jejak_daftar"), {"unduh": "xlsx"})
    assert jawaban.status_code == 302
