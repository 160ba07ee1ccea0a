"""The wizard in the browser: upload, errors, corrected file, preview, apply, undo."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from anggaran import pelaksana
from anggaran.models import Pagu, RealisasiAnggaran
from lkip import proses, revisi
from lkip.models import Impor
from lkip.peran import Peran
from tests.anggaran.imports import buku
from tests.anggaran.imports.buku import KECIL
from tests.anggaran.imports.cacat import _byte
from tests.anggaran.imports.dunia import buat_pd
from tests.factories import DokumenAnggaranFactory, PenggunaFactory, UnitKerjaFactory
from tests.formulir import galat_of, isian_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path


@pytest.fixture
def pd():
    return buat_pd()


@pytest.fixture
def perencana(client, pd):
    orang = PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=pd)
    client.force_login(orang)
    return orang


def unggah(client, pd, isi, jenis="pagu", nama="pagu.xlsx", **lain):
    alamat = reverse("impor", args=[pd.slug, 2024])
    berkas = SimpleUploadedFile(nama, isi if isinstance(isi, bytes) else _byte(isi))
    data = {**isian_of(client.get(alamat)), "jenis": jenis, "berkas": berkas, **lain}
    return client.post(alamat, data, follow=True)


def terapkan(client, halaman, **isi):
    return client.post(halaman.request["PATH_INFO"], {**isian_of(halaman), **isi}, follow=True)


def test_an_upload_shows_on_beranda_at_once_and_leaves_the_reports_current(client, pd, perencana):
    kini = revisi.current(pd, 2024).nomor
    assert "unggahan.xlsx" not in client.get(reverse("beranda")).content.decode()
    unggah(client, pd, buku.pagu(KECIL), nama="unggahan.xlsx")
    assert "unggahan.xlsx" in client.get(reverse("beranda")).content.decode()
    assert revisi.current(pd, 2024).nomor == kini


def test_three_errors_then_corrected_applied_and_taken_back(
    client, pd, perencana, django_assert_max_num_queries
):
    salah = buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000)))
    ws = salah.worksheets[0]
    ws["A4"], ws["C5"], ws["C6"] = "1.06.01.1.01.0099", "lima", -1
    halaman = unggah(client, pd, salah)
    teks = halaman.content.decode()
    assert "3 kesalahan" in teks
    for tempat in ("baris 4, kolom A", "baris 5, kolom C", "baris 6, kolom C"):
        assert tempat in teks
    assert "Terapkan" not in teks
    benar = unggah(client, pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    assert "Rp2.000.000" not in benar.content.decode()  # file and result agree
    assert "5.000.000" in benar.content.decode()
    assert "Tujuan: DPA murni 2024 (1)" in benar.content.decode()
    with django_assert_max_num_queries(15):
        client.get(benar.request["PATH_INFO"])
    hasil = terapkan(client, benar)
    assert "Diterapkan" in hasil.content.decode()
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 7_000_000
    batal = reverse("impor_batal", args=[Impor.objects.latest("pk").pk])
    assert "1 data" in client.get(batal).content.decode()
    akhir = client.post(batal, {"alasan": "Salah dokumen"}, follow=True)
    assert "Impor dibatalkan: 1 data" in akhir.content.decode()
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 5_000_000
    riwayat = client.get(reverse("impor", args=[pd.slug, 2024])).content.decode()
    assert riwayat.count("pagu.xlsx") == 2


def test_warnings_need_a_tick_and_a_reason(client, pd):
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    pd.program.update(unit_kerja=unit)
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit))
    isi = buku.daftar(buku.ubah(KECIL, KECIL[0].kode, realisasi=Decimal(5_000_001)))
    halaman = unggah(client, pd, isi, "realisasi_anggaran", "Realisasi.xlsx")
    assert "1 peringatan" in halaman.content.decode()
    belum = terapkan(client, halaman)
    assert "sudah memeriksa" in galat_of(belum)
    assert "Tulis alasannya" in galat_of(belum)
    assert not RealisasiAnggaran.objects.exists()
    terapkan(client, belum, dikonfirmasi="on", alasan="Pergeseran")
    assert RealisasiAnggaran.objects.count() == 7


def test_of_a_table_the_month_it_speaks_of_is_shown(client, pd):
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    pd.program.update(unit_kerja=unit)
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit))
    halaman = unggah(client, pd, buku.bertingkat(KECIL), "realisasi_anggaran", bulan="9")
    assert "Tujuan: keadaan sampai dengan September 2024" in halaman.content.decode()


def test_hidden_rows_stay_hidden_when_columns_of_people_are_taken_out(client, pd):
    """The file that is kept says the same when it is checked once more, so the preview still holds."""
    isi = buku.sipd_realisasi(KECIL)
    ws = isi.worksheets[0]
    ws.row_dimensions[3].hidden = ws.column_dimensions["AA"].hidden = True
    isi.create_sheet("Lain").append(["NIP"])
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    pd.program.update(unit_kerja=unit)
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit))
    halaman = unggah(client, pd, isi, "realisasi_anggaran", "dokumen.xlsx")
    assert "2 peringatan" in halaman.content.decode()
    terapkan(client, halaman, dikonfirmasi="on")
    assert Impor.objects.get().status == "diterapkan"


def test_an_old_preview_is_shown_again_not_applied(client, pd, perencana):
    halaman = unggah(client, pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    Pagu.objects.filter(sub_kegiatan__kode=KECIL[0].kode).update(jumlah=6_000_000)
    lagi = terapkan(client, halaman)
    assert "berubah sesudah pratinjau" in galat_of(lagi)
    assert "6.000.000" in lagi.content.decode()
    assert "Diterapkan" in terapkan(client, lagi).content.decode()


def test_what_is_no_workbook_is_a_message_not_an_error(client, pd, perencana):
    halaman = unggah(client, pd, b"%PDF-1.7", nama="laporan.pdf")
    assert halaman.status_code == 200
    assert "bukan XLSX" in halaman.content.decode()
    assert Impor.objects.get().status == "ditolak"


def test_an_empty_or_huge_file_is_refused_in_the_form(client, pd, perencana, monkeypatch):
    assert "0 byte" in galat_of(unggah(client, pd, b""))
    monkeypatch.setattr("anggaran.forms.impor.UKURAN_MAKSIMUM", 100)
    assert "paling besar" in galat_of(unggah(client, pd, buku.pagu(KECIL)))
    assert not Impor.objects.exists()


def test_pagu_need_a_document(client, perencana, pd):
    pd.dokumen_anggaran.all().delete()
    assert "Belum ada DPA" in galat_of(unggah(client, pd, buku.pagu(KECIL)))


def test_the_template_comes_back_without_a_change(client, pd, perencana, tmp_path):
    alamat = reverse("impor_templat", args=[pd.slug, 2024, "pagu"])
    templat = client.get(alamat).content
    halaman = unggah(client, pd, templat)
    assert "0 angka baru, 0 berubah, 7 tetap" in halaman.content.decode()
    (tmp_path / "t.xlsx").write_bytes(templat)
    ws = load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert ws.protection.sheet
    assert ws["A1"].protection.locked
    assert not ws["C2"].protection.locked


def test_pagu_have_a_template_for_each_version(client, pd, perencana):
    satu = pd.dokumen_anggaran.get()
    dua = DokumenAnggaranFactory(perangkat_daerah=pd, tahun=2024, urutan=2, jenis="perubahan")
    halaman = client.get(reverse("impor", args=[pd.slug, 2024])).content.decode()
    alamat = reverse("impor_templat", args=[pd.slug, 2024, "pagu"])
    isi = []
    for dokumen in (satu, dua):
        assert f'{alamat}?dokumen={dokumen.pk}"' in halaman
        lembar = load_workbook(io.BytesIO(client.get(alamat, {"dokumen": dokumen.pk}).content)).worksheets[0]
        isi.append(lembar["C2"].value)
    assert isi == [5_000_000, None]


def test_the_result_as_a_workbook(client, pd, perencana, tmp_path):
    unggah(client, pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    jawaban = client.get(reverse("impor_hasil", args=[Impor.objects.get().pk]))
    (tmp_path / "h.xlsx").write_bytes(jawaban.content)
    hasil = load_workbook(tmp_path / "h.xlsx")
    assert hasil.sheetnames == ["Pesan", "Perubahan", "Jumlah kontrol"]
    assert [s.value for s in hasil["Perubahan"][3]][2:5] == ["5.000.000", "7.000.000", "berubah"]


def test_sent_twice_it_is_one_import(client, pd, perencana):
    alamat = reverse("impor", args=[pd.slug, 2024])
    data = {**isian_of(client.get(alamat)), "jenis": "pagu"}
    for _ in range(2):
        client.post(alamat, {**data, "berkas": SimpleUploadedFile("p.xlsx", _byte(buku.pagu(KECIL)))})
    assert Impor.objects.count() == 1


def test_a_large_file_is_worked_on_apart(
    client, pd, perencana, settings, monkeypatch, django_capture_on_commit_callbacks
):
    """The page shows the progress, then the result; applying runs apart as well."""
    perintah = []
    settings.PELAKSANA = "subproses"
    monkeypatch.setattr(pelaksana, "BESAR", 1)
    monkeypatch.setattr(proses, "run_apart", lambda *isi, **_: perintah.append(isi))
    with django_capture_on_commit_callbacks(execute=True):
        halaman = unggah(client, pd, buku.pagu(buku.ubah(KECIL, KECIL[0].kode, pagu=Decimal(7_000_000))))
    impor = Impor.objects.get()
    assert perintah == [("run_impor", str(impor.pk))]
    tengah = client.get(reverse("impor_satu", args=[impor.pk]))
    assert "Menunggu giliran" in tengah.content.decode()
    pelaksana.run(impor.pk)
    halaman = client.get(reverse("impor_satu", args=[impor.pk]))
    terapkan(client, halaman)
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 5_000_000
    pelaksana.run(impor.pk)
    assert Pagu.objects.get(sub_kegiatan__kode=KECIL[0].kode).jumlah == 7_000_000
    assert client.get(halaman.request["PATH_INFO"], headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_process_that_died_is_said(client, pd, perencana):
    unggah(client, pd, buku.pagu(KECIL))
    impor = Impor.objects.get()
    Impor.objects.update(status="berjalan")
    pelaksana.mark_dead(impor.pk)
    halaman = client.get(reverse("impor_satu", args=[impor.pk])).content.decode()
    assert "Proses berhenti sebelum selesai; tidak ada yang berubah." in halaman


@pytest.mark.parametrize("waktu", ["diproses_pada", "diunggah_pada"])
def test_a_file_that_was_never_read_is_not_kept(client, pd, perencana, settings, monkeypatch, waktu):
    """It may hold columns that name people; the next import finds the process gone."""
    settings.PELAKSANA = "subproses"
    with monkeypatch.context() as besar:
        besar.setattr(pelaksana, "BESAR", 1)
        unggah(client, pd, buku.sipd_realisasi(KECIL), nama="besar.xlsx")
    impor = Impor.objects.get()
    assert Path(impor.berkas.path).is_file()
    assert client.get(reverse("impor_berkas", args=[impor.pk])).status_code == 404
    Impor.objects.update(**{"status": "berjalan", "diproses_pada": None, waktu: "2024-01-01T00:00Z"})
    unggah(client, pd, buku.pagu(KECIL))
    impor.refresh_from_db()
    assert impor.status == "gagal"
    assert not Path(impor.berkas.path).exists()
