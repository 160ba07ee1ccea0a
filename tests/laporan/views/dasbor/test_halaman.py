"""The pages of the dashboard: few queries, an honest empty year, cut-offs, and the way to each source."""

import datetime
import io

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from anggaran.models import RealisasiAnggaran
from kinerja.models import RealisasiIndikator
from laporan.actions import berkas
from laporan.cetak_ringkasan import ringkasan
from laporan.snapshot.batas import Batas
from lkip import revisi
from lkip.models import Jejak, Pejabat
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from lkip.tulis import Lingkup, save_row
from tests.factories import (
    IndikatorFactory,
    PenggunaFactory,
    PerangkatDaerahFactory,
    RenstraFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db
LEMBAR = ("dasbor", "dasbor_kinerja", "dasbor_anggaran", "dasbor_unit", "dasbor_peringatan", "dasbor_banding")


def alamat(nama, pd, tahun=2024, *lain):
    return reverse(nama, args=[pd.slug, tahun, *lain])


def buka(client, nama, pd, tahun=2024, *lain, **cari):
    jawaban = client.get(alamat(nama, pd, tahun, *lain), cari)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


@pytest.fixture
def kepala(client, demo_db):
    orang = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=demo_db)
    Pejabat.objects.filter(unit_kerja__jenis="pimpinan", unit_kerja__perangkat_daerah=demo_db).update(
        pengguna=orang, selesai=None
    )
    client.force_login(orang)
    return demo_db


def test_every_page_of_the_demo_in_few_queries(client, kepala, django_assert_max_num_queries):
    client.get(reverse("beranda"))
    revisi.current(kepala, 2024)
    for nama in LEMBAR:
        with django_assert_max_num_queries(15):
            isi = buka(client, nama, kepala)
        assert len(isi.encode()) < 150_000
        with django_assert_max_num_queries(7):  # nothing was written since: the figures are not read again
            assert buka(client, nama, kepala).split("<main")[1] == isi.split("<main")[1]
    for nama, kode in (
        ("dasbor_program", "1.06.02"),
        ("dasbor_sub_kegiatan", "1.06.02.1.02.0001"),
        ("dasbor_indikator", "iku-1"),
    ):
        with django_assert_max_num_queries(15):
            buka(client, nama, kepala, 2024, kode)


def test_what_is_written_shows_at_once(client, kepala):
    assert "77,73%" in buka(client, "dasbor", kepala)
    satu = RealisasiAnggaran.objects.get(sub_kegiatan__kode="1.06.02.1.02.0001", bulan=12)
    satu.keuangan = (satu.keuangan or 0) + 1_000_000_000
    with transaction.atomic():
        save_row(oleh=Pelaku.from_command("tes"), objek=satu, lingkup=Lingkup(kepala.pk, 2024))
    assert "77,73%" not in buka(client, "dasbor", kepala)


def test_the_headline_of_the_demo_and_an_earlier_cut_off(client, kepala):
    isi = buka(client, "dasbor", kepala)
    assert "94,16%" in isi
    assert "77,73%" in isi
    juni = buka(client, "dasbor", kepala, sampai="6")
    assert "Keadaan sampai akhir Juni (triwulan II) 2024" in juni
    assert "94,16%" not in juni
    assert "karena versi yang berlaku pada 30 Juni 2024 tidak memiliki pagu per sub kegiatan" in juni
    assert f"{alamat('dasbor_kinerja', kepala)}?sampai=6" in juni


def test_a_strange_cut_off_is_the_end_of_the_year(client, kepala):
    for aneh in ("0", "13", "x", "²", "9" * 500, "-1"):
        assert "Desember (triwulan IV)" in buka(client, "dasbor", kepala, sampai=aneh)


def test_an_empty_year_shows_no_figure_and_no_green(client):
    pd = PerangkatDaerahFactory()
    client.force_login(PenggunaFactory(perangkat_daerah=pd))
    for nama in LEMBAR:
        isi = buka(client, nama, pd, 2023)
        assert "#1b7837" not in isi
        assert "Rp0" not in isi
    assert "Data tahun ini belum ada" in buka(client, "dasbor_peringatan", pd, 2023)


def test_half_a_year_is_provisional_and_not_green(client, kepala):
    RealisasiIndikator.objects.filter(triwulan=4, indikator__kode="iku-1").delete()
    RealisasiIndikator.objects.filter(triwulan=4, indikator__kode="iku-2").update(status="diajukan")
    isi = buka(client, "dasbor", kepala)
    assert "#1b7837" not in isi.split("</ul>", 1)[1].split("Penyerapan dan Fisik")[0]
    assert "belum lengkap: triwulan IV belum dilaporkan" in isi
    assert "Baik (sementara)" in isi
    assert "belum disetujui: triwulan IV" in isi


def test_a_sub_kegiatan_shows_its_months_and_where_each_came_from(client, kepala):
    kode = "1.06.02.1.02.0001"
    bulan = RealisasiAnggaran.objects.get(sub_kegiatan__kode=kode, bulan=3)
    Jejak.objects.create(
        pelaku="staf (Staf Uji)",
        asal="127.0.0.1",
        tindakan="ubah",
        objek_jenis="anggaran.RealisasiAnggaran",
        objek_kunci=str(bulan.pk),
        objek_nama="x",
        alasan="impor realisasi-maret.xlsx",
    )
    isi = buka(client, "dasbor_sub_kegiatan", kepala, 2024, kode)
    assert "ubah oleh staf (Staf Uji)" in isi
    assert "(impor realisasi-maret.xlsx)" in isi
    assert reverse("riwayat", args=["anggaran.RealisasiAnggaran", bulan.pk]) in isi
    assert "Data contoh" in isi
    assert "DPPA perubahan" in isi


def test_what_does_not_exist_is_not_found(client, kepala):
    for nama in ("dasbor_program", "dasbor_sub_kegiatan", "dasbor_indikator"):
        assert client.get(alamat(nama, kepala, 2024, "tiada")).status_code == 404


def test_months_and_evidence_of_another_unit_stay_with_it(client):
    unit, lain = UnitKerjaFactory(), None
    pd = unit.perangkat_daerah
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    sub = SubKegiatanFactory(
        unit_pelaksana=lain, kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=2024
    )
    RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=3, keuangan=5)
    indikator = IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd))
    indikator.penanggung_jawab.add(lain)
    for pemilik, tampak in ((unit, False), (lain, True)):
        client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=pemilik))
        assert ("Realisasi per bulan" in buka(client, "dasbor_sub_kegiatan", pd, 2024, sub.kode)) is tampak
        isi = buka(client, "dasbor_indikator", pd, 2024, indikator.kode)
        assert ("Realisasi per triwulan" in isi) is tampak


def test_every_table_as_a_workbook(client, kepala):
    jawaban = client.get(alamat("dasbor_tabel", kepala), {"sampai": "6"})
    assert 'filename="dasbor-dinas-sosial-2024-06.xlsx"' in jawaban["Content-Disposition"]
    buku = load_workbook(io.BytesIO(jawaban.content))
    assert len(buku.sheetnames) == 14
    program = buku["Tabel 5"]
    baris = {satu[0].value: satu for satu in program.iter_rows(min_row=3)}
    assert baris["Jumlah"][1].value == "=SUM(B3:B9)"
    assert baris["Program Rehabilitasi Sosial"][2].value == 5934622560


def test_the_ringkasan_is_made_once_and_says_its_cut_off(client, kepala, settings, tmp_path, monkeypatch):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "langsung"
    palsu = cetak_palsu.pasang(monkeypatch)
    satu = client.get(alamat("dasbor_pdf", kepala), {"sampai": "9"})
    assert 'filename="ringkasan-eksekutif-dinas-sosial-2024-09.pdf"' in satu["Content-Disposition"]
    b"".join(satu.streaming_content)
    lagi = client.get(alamat("dasbor_pdf", kepala), {"sampai": "9"}, headers={"If-None-Match": satu["ETag"]})
    assert (lagi.status_code, palsu.rendering) == (304, 1)


def test_a_ringkasan_that_cannot_be_made_leads_back_with_a_word(
    client, kepala, settings, tmp_path, monkeypatch
):
    settings.CETAKAN_DIR, settings.PELAKSANA = tmp_path, "subproses"
    monkeypatch.setattr(berkas, "spawn", _fail)
    jawaban = client.get(alamat("dasbor_pdf", kepala), follow=True)
    assert "Ringkasan eksekutif tidak dapat dibuat" in jawaban.content.decode()


def _fail(*perintah):
    raise OSError


def test_the_ringkasan_holds_the_figures_of_the_page(kepala):
    html = ringkasan(kepala, 2024, Batas(), datetime.date(2025, 2, 1)).html
    for angka in ("94,16%", "77,73%", "16,44", "88,33", "69.778.653.677"):
        assert angka in html
    assert "href" not in html


def test_another_year_keeps_the_cut_off_but_no_month_that_has_not_ended(client, kepala):
    kini = timezone.localdate()
    isi = buka(client, "dasbor_kinerja", kepala, kini.year - 1, sampai="3")
    assert f'{alamat("dasbor_kinerja", kepala, kini.year - 2)}?sampai=3"' in isi
    isi = buka(client, "dasbor_kinerja", kepala, kini.year - 1)
    assert f'{alamat("dasbor_kinerja", kepala, kini.year)}?sampai={max(1, kini.month - 1)}"' in isi
    assert '?sampai=1"' in buka(client, "dasbor", kepala, kini.year, sampai="12")
    for ujung in (2000, 2099):
        buka(client, "dasbor", kepala, ujung)
