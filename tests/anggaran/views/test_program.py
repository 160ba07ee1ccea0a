"""The page of the tree, its forms, and the choice from the official list."""

import pytest
from django.urls import reverse

from anggaran.models import Kegiatan, Program, ProgramPendukung, SubKegiatan
from tests.factories import (
    DokumenAnggaranFactory,
    EntriNomenklaturFactory,
    IndikatorFactory,
    NomenklaturFactory,
    PaguFactory,
    RealisasiAnggaranFactory,
    RenstraFactory,
)
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim

pytestmark = pytest.mark.django_db


@pytest.fixture
def halaman(pd):
    return reverse("program", args=[pd.slug, 2024])


def test_the_tree_sums_the_pagu_in_force_and_the_realisasi(masuk, halaman, pd, sub, sub_kedua):
    lama, baru = (DokumenAnggaranFactory(perangkat_daerah=pd, urutan=n) for n in (1, 2))
    PaguFactory(dokumen=lama, sub_kegiatan=sub, jumlah=111)
    PaguFactory(dokumen=baru, sub_kegiatan=sub, jumlah=1000)
    PaguFactory(dokumen=baru, sub_kegiatan=sub_kedua, jumlah=3000)
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=1, keuangan=500)
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=2, keuangan=500)
    teks = masuk.get(halaman).content.decode()
    assert "Rp4.000" in teks
    assert "25,00%" in teks
    assert "100,00%" in teks
    assert "Rp111" not in teks


def test_the_filter_leaves_what_fits_and_sums_it_anew(masuk, halaman, pd, sub, sub_kedua):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    PaguFactory(dokumen=dokumen, sub_kegiatan=sub, jumlah=1000)
    PaguFactory(dokumen=dokumen, sub_kegiatan=sub_kedua, jumlah=3000)
    jawaban = masuk.get(halaman, {"q": sub.kode})
    assert jawaban.context["pohon"].uang.pagu == 1000
    assert sub_kedua.kode not in jawaban.content.decode()
    assert "Tidak ada sub kegiatan yang cocok" in masuk.get(halaman, {"q": "zzz"}).content.decode()
    assert not masuk.get(halaman, {"unit": "lain"}).context["pohon"].program


def test_kode_that_do_not_fit_the_list_are_reported(masuk, halaman, sub):
    assert "belum cocok" not in masuk.get(halaman).content.decode()
    SubKegiatan.objects.update(kode_resmi=False)
    assert "1 sub kegiatan memakai kode yang belum cocok" in masuk.get(halaman).content.decode()


def test_the_whole_demo_tree_costs_few_queries(client, demo_db, django_assert_max_num_queries):
    client.force_login(demo_db.pengguna.get(peran="perencana"))
    alamat = reverse("program", args=[demo_db.slug, 2024])
    with django_assert_max_num_queries(15):
        jawaban = client.get(alamat)
    assert len(jawaban.context["pohon"].sub_kegiatan) == 92
    assert "Rp69.778.653.677" in jawaban.content.decode()


def test_choosing_from_the_list(masuk, halaman, pd, bidang):
    daftar = NomenklaturFactory()
    for nomor in (1, 2):
        EntriNomenklaturFactory(nomenklatur=daftar, kode=f"X.XX.01.1.01.000{nomor}")
    alamat = reverse("program_pilih", args=[pd.slug, 2024])
    assert "Pilih paling sedikit satu" in galat_of(kirim(masuk, alamat))
    jawaban = kirim(masuk, alamat, entri=["1.06.01.1.01.0002"], unit_kerja=bidang.pk)
    assert jawaban["Location"] == halaman
    satu = SubKegiatan.objects.get()
    assert (satu.kode, satu.kegiatan.program.unit_kerja) == ("1.06.01.1.01.0002", bidang)
    assert "1.06.01.1.01.0002" not in masuk.get(alamat).content.decode()


def test_a_year_without_a_list_says_so(masuk, pd):
    alamat = reverse("program_pilih", args=[pd.slug, 2024])
    assert "belum tersedia" in masuk.get(alamat).content.decode()


def test_writing_a_program_a_kegiatan_and_a_sub_kegiatan(masuk, halaman, pd, bidang):
    indikator = IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd))
    alamat = reverse("program_tambah", args=[pd.slug, 2024])
    isi = {"kode": "X.XX.01", "nama": "Penunjang", "unit_kerja": bidang.pk, "pendukung": [indikator.pk]}
    jawaban = kirim(masuk, alamat, **isi)
    program = Program.objects.get()
    assert jawaban["Location"] == f"{halaman}#program-{program.pk}"
    assert (program.kode, ProgramPendukung.objects.get().indikator) == ("1.06.01", indikator)
    tambah = reverse("cabang_tambah", args=["program", program.pk])
    assert "diawali kode induknya" in galat_of(kirim(masuk, tambah, kode="1.06.02.1.01", nama="K"))
    kirim(masuk, tambah, kode="1.06.01.1.01", nama="K" * 300)
    kegiatan = Kegiatan.objects.get()
    kirim(masuk, reverse("cabang_tambah", args=["kegiatan", kegiatan.pk]), kode="1.06.01.1.01.3", nama="S")
    sub = SubKegiatan.objects.get()
    assert (sub.kode, sub.kode_resmi) == ("1.06.01.1.01.0003", False)
    assert "kode belum cocok" in masuk.get(halaman).content.decode()
    kirim(masuk, reverse("cabang_ubah", args=["sub-kegiatan", sub.pk]), nama="Nama baru")
    sub.refresh_from_db()
    assert sub.nama == "Nama baru"
    ubah = reverse("cabang_ubah", args=["program", program.pk])
    kirim(masuk, ubah, pendukung=[])
    assert not ProgramPendukung.objects.exists()
    assert masuk.get(reverse("cabang_tambah", args=["sub-kegiatan", sub.pk])).status_code == 404


def test_what_somebody_else_changed_is_shown(masuk, kegiatan):
    alamat = reverse("cabang_ubah", args=["kegiatan", kegiatan.pk])
    isi = isian_of(masuk.get(alamat))
    Kegiatan.objects.update(nama="Ubahan orang lain")
    teks = masuk.post(alamat, {**isi, "nama": "Isian saya"}).content.decode()
    assert "diubah orang lain" in teks
    assert "Ubahan orang lain" in teks
    assert Kegiatan.objects.get().nama == "Ubahan orang lain"


def test_deleting_is_refused_in_words_while_there_is_money(masuk, halaman, pd, sub):
    pagu = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub)
    alamat = reverse("cabang_hapus", args=["sub-kegiatan", sub.pk])
    assert "masih dipakai: 1 pagu" in masuk.get(alamat).content.decode()
    assert "masih dipakai: 1 pagu" in masuk.post(alamat).content.decode()
    pagu.delete()
    assert masuk.post(alamat)["Location"] == halaman
    assert not SubKegiatan.objects.exists()


def test_a_new_year_begins_with_a_copy(masuk, pd, sub):
    baru = reverse("program", args=[pd.slug, 2026])
    assert "Salin dari tahun 2024" in masuk.get(baru).content.decode()
    salin = reverse("program_salin", args=[pd.slug, 2026])
    teks = masuk.post(salin, follow=True).content.decode()
    assert "1 sub kegiatan disalin dari tahun 2024" in teks
    assert sub.nama in teks
    assert "sudah mempunyai program" in masuk.post(salin, follow=True).content.decode()
