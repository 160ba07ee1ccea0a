"""The Renja evaluation in the browser: page, PDF, workbook, and what is written under it."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook

from anggaran.models import RealisasiRenja
from laporan.actions import berkas
from laporan.models import EvaluasiRenja
from laporan.views.evaluasi_renja import due_quarter
from lkip.models import Jejak
from tests.factories import IndikatorRenjaFactory, PejabatFactory, UnitKerjaFactory
from tests.formulir import isian_of
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db


@pytest.fixture
def pd(perencana):
    return perencana.perangkat_daerah


@pytest.fixture
def keluaran(pd):
    satu = IndikatorRenjaFactory(
        sub_kegiatan__kegiatan__program__perangkat_daerah=pd, nama="Orang dilayani", target=40
    )
    for triwulan in (1, 2, 3):
        RealisasiRenja.objects.create(indikator=satu, triwulan=triwulan, nilai=10 * triwulan)
    return satu


def alamat(nama, pd, triwulan=2):
    return reverse(nama, args=[pd.slug, 2024, triwulan])


@pytest.mark.parametrize(
    ("hari", "triwulan"),
    [
        (datetime.date(2024, 2, 1), 1),
        (datetime.date(2024, 6, 30), 1),
        (datetime.date(2024, 7, 1), 2),
        (datetime.date(2024, 12, 31), 3),
        (datetime.date(2025, 1, 1), 4),
        (datetime.date(2023, 1, 1), 1),
    ],
)
def test_the_quarter_that_is_due(hari, triwulan):
    assert due_quarter(2024, hari) == triwulan


def test_the_menu_leads_to_it(client, pd):
    jawaban = client.get(reverse("evaluasi_renja", args=[pd.slug, 2024]))
    assert jawaban["Location"] == alamat("evaluasi_renja_triwulan", pd, 4)


def test_the_page_shows_the_year_up_to_the_quarter(client, pd, keluaran):
    unit = UnitKerjaFactory(perangkat_daerah=pd, jenis="pimpinan")
    PejabatFactory(unit_kerja=unit, nama="Kepala Lama", mulai="2020-01-01", selesai="2024-03-31")
    PejabatFactory(unit_kerja=unit, nama="Kepala Kini", mulai="2024-04-01")
    teks = client.get(alamat("evaluasi_renja_triwulan", pd)).content.decode()
    assert "Orang dilayani (orang)" in teks
    assert '<td class="angka">20</td>' in teks
    assert '<td class="angka">30</td>' not in teks
    assert "Kepala Kini" in teks
    assert "Kepala Lama" not in teks
    assert "Belum diisi." in teks


def test_what_is_written_under_it(client, pd, keluaran):
    catatan = alamat("evaluasi_renja_catatan", pd)
    isian = {**isian_of(client.get(catatan)), "faktor_pendorong": "Dukungan kecamatan"}
    client.post(catatan, isian)
    assert EvaluasiRenja.objects.get().faktor_pendorong == "Dukungan kecamatan"
    assert Jejak.objects.count() == 1
    assert "Dukungan kecamatan" in client.get(alamat("evaluasi_renja_triwulan", pd)).content.decode()
    assert "Dukungan kecamatan" not in client.get(alamat("evaluasi_renja_triwulan", pd, 3)).content.decode()
    lama = isian_of(client.get(catatan))
    EvaluasiRenja.objects.update(faktor_pendorong="Ubahan orang lain")
    teks = client.post(catatan, {**lama, "faktor_pendorong": "Isian saya"}).content.decode()
    assert "<td>Ubahan orang lain</td><td>Isian saya</td>" in teks.replace("\n", "")
    assert EvaluasiRenja.objects.get().faktor_pendorong == "Ubahan orang lain"


def test_the_workbook_has_numbers_under_a_frozen_header(client, pd, keluaran):
    jawaban = client.get(alamat("evaluasi_renja_xlsx", pd))
    assert f"evaluasi-renja-{pd.slug}-2024-tw2.xlsx" in jawaban["Content-Disposition"]
    lembar = load_workbook(io.BytesIO(jawaban.content)).active
    assert lembar.title == "Renja TW II"
    assert lembar.freeze_panes == "A3"
    (baris,) = (b for b in lembar.iter_rows(min_row=3) if b[3].value == "Orang dilayani (orang)")
    assert [baris[i].value for i in (8, 10, 12)] == [40, 10, 20]
    assert "(7) Target kinerja" in lembar.cell(2, 9).value


def test_the_pdf_is_made_once_and_again_when_the_content_changes(
    client, pd, keluaran, settings, tmp_path, monkeypatch
):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "langsung"
    palsu = cetak_palsu.pasang(monkeypatch)
    pertama = client.get(alamat("evaluasi_renja_pdf", pd))
    assert b"".join(pertama.streaming_content) == cetak_palsu.ISI_PDF
    assert f"evaluasi-renja-{pd.slug}-2024-tw2.pdf" in pertama["Content-Disposition"]
    ulang = client.get(alamat("evaluasi_renja_pdf", pd), headers={"if-none-match": pertama["ETag"]})
    assert ulang.status_code == 304
    assert palsu.rendering == 1
    EvaluasiRenja.objects.create(perangkat_daerah=pd, tahun=2024, triwulan=2, faktor_pendorong="x")
    kedua = client.get(alamat("evaluasi_renja_pdf", pd))
    b"".join(kedua)  # read to its end, as a browser does
    assert kedua["ETag"] != pertama["ETag"]
    call_command("build_evaluasi_renja", pd.slug, "2024", "2", stdout=io.StringIO())
    assert palsu.rendering == 2
    with pytest.raises(CommandError):
        call_command("build_evaluasi_renja", "tidak-ada", "2024", "2")


def test_a_process_that_fails_is_said(client, pd, settings, tmp_path, monkeypatch):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "subproses"
    monkeypatch.setattr(berkas.sys, "executable", "/bin/false")
    isi = client.get(alamat("evaluasi_renja_pdf", pd), follow=True).content.decode()
    assert "Berkas PDF tidak dapat dibuat" in isi


def test_few_queries(client, pd, django_assert_max_num_queries):
    for _ in range(20):
        satu = IndikatorRenjaFactory(sub_kegiatan__kegiatan__program__perangkat_daerah=pd)
        RealisasiRenja.objects.create(indikator=satu, triwulan=1, nilai=1)
    with django_assert_max_num_queries(15):
        client.get(alamat("evaluasi_renja_triwulan", pd))
