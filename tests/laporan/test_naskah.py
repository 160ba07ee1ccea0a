import pytest
from django.urls import reverse

from laporan import naskah
from laporan.actions.naskah import save_narasi
from lkip import revisi
from lkip.pelaku import Pelaku
from tests.factories import PerangkatDaerahFactory

pytestmark = pytest.mark.django_db

UJI = Pelaku.from_command("uji")


def tulis(pd, bagian, isi):
    return save_narasi(oleh=UJI, pd=pd, tahun=2024, bagian=bagian, isi=isi)


def test_what_the_writers_need_is_kept_until_the_data_change(django_assert_num_queries):
    pd = PerangkatDaerahFactory()
    naskah.bekal(pd, 2024)
    with django_assert_num_queries(1):
        naskah.bekal(pd, 2024)
    tulis(pd, "bab4.saran", "<p>{{ tidak.ada }}</p>")
    baru = naskah.bekal(pd, 2024)
    assert [m.pesan for m in baru.masalah_di("bab4.saran")] == [
        "“{{ tidak.ada }}” tidak dikenal. Periksa ejaannya atau hapus."
    ]


def test_two_perangkat_daerah_never_share_what_is_kept():
    satu, dua = PerangkatDaerahFactory(), PerangkatDaerahFactory()
    assert revisi.current(satu, 2024).nomor == revisi.current(dua, 2024).nomor
    assert naskah.bekal(satu, 2024).angka["pd.nama"].teks == satu.nama
    assert naskah.bekal(dua, 2024).angka["pd.nama"].teks == dua.nama


def test_every_empty_part_leads_to_the_page_that_fills_it():
    pd = PerangkatDaerahFactory()
    masalah = naskah.bekal(pd, 2024).masalah
    halaman = {naskah.form_address(m.isian, pd, 2024) for m in masalah if m.isian}
    for nama in (
        "fakta_dasar_hukum",
        "fakta_pegawai",
        "fakta_aset",
        "fakta_evaluasi_akip",
        "fakta_tugas_fungsi",
    ):
        assert reverse(nama, args=[pd.slug, 2024]) in halaman
    assert reverse("laporan_identitas", args=[pd.slug, 2024]) in halaman
    assert reverse("naskah_narasi", args=[pd.slug, 2024, "bab1.latar_belakang"]) in halaman
    assert "" not in halaman


def test_what_no_page_of_the_report_fills_has_no_address():
    pd = PerangkatDaerahFactory()
    assert naskah.form_address("", pd, 2024) == ""
    assert naskah.form_address("iku-1.uraian", pd, 2024) == ""
    assert naskah.form_address("lampiran.2", pd, 2024) == reverse("laporan_identitas", args=[pd.slug, 2024])


def test_search_takes_every_word_from_name_description_or_value(demo_db):
    isi = naskah.bekal(demo_db, 2024)
    nama = [satu for satu, _ in naskah.search(isi, "penyerapan SELURUH")]
    assert "anggaran.penyerapan" in nama
    assert all("penyerapan" in n or "seluruh" in isi.angka[n].keterangan.lower() for n in nama)
    assert ("tabel.aset", "Tabel 1.3") in [(n, a.teks) for n, a in naskah.search(isi, "tabel.aset")]
    assert naskah.search(isi, "tidakadasamasekali") == []
    assert len(naskah.search(isi, "")) == len(isi.angka) + len(isi.rujukan)


def test_the_preview_is_what_the_report_prints(demo_db):
    isi = naskah.bekal(demo_db, 2024)
    bagian = isi.find("bab1.aset")
    teks = "<p>Lihat {{ tabel.aset }} dari {{ pd.nama }}.</p><script>x</script>"
    hasil = naskah.pratinjau(isi, bagian, teks, "/laporan/x/2024/")
    assert hasil.html == (
        '<p>Lihat <a class="rujukan" href="/laporan/x/2024/#tabel-aset">Tabel 1.3</a> dari '
        f"{demo_db.nama}.</p>"
    )
    assert hasil.masalah == ()
    assert isi.find("bab9.apa") is None
