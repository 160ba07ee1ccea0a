"""The versions of the budget, and their pagu as a grid."""

import pytest
from django.urls import reverse

from anggaran.models import DokumenAnggaran, Pagu
from lkip.models import Pengguna
from tests.factories import DokumenAnggaranFactory, PaguFactory
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim

pytestmark = pytest.mark.django_db
Jenis = DokumenAnggaran.Jenis


@pytest.fixture
def halaman(pd):
    return reverse("dokumen", args=[pd.slug, 2024])


def pagu_of(dokumen):
    return dict(Pagu.objects.filter(dokumen=dokumen).values_list("sub_kegiatan", "jumlah"))


def test_the_list_holds_the_stated_total_against_the_sum(masuk, halaman, pd, sub):
    DokumenAnggaranFactory(perangkat_daerah=pd, urutan=1, jenis=Jenis.MURNI, total_tercantum=500)
    rinci = DokumenAnggaranFactory(perangkat_daerah=pd, urutan=2, total_tercantum=1500, nomor="DPPA/1")
    PaguFactory(dokumen=rinci, sub_kegiatan=sub, jumlah=1000)
    jawaban = masuk.get(halaman)
    teks = jawaban.content.decode()
    assert [d.selisih for d in jawaban.context["daftar"]] == [None, 500]
    assert [d.berlaku for d in jawaban.context["daftar"]] == [False, True]
    assert "belum dirinci" in teks
    assert "DPPA/1" in teks


def test_a_new_version_leads_to_its_pagu_filled_from_the_one_before(masuk, pd, sub, sub_kedua):
    tambah = reverse("dokumen_tambah", args=[pd.slug, 2024])
    jawaban = kirim(masuk, tambah, total_tercantum="Rp3.000,-")
    murni = DokumenAnggaran.objects.get()
    assert (murni.jenis, murni.tanggal, murni.total_tercantum) == (Jenis.MURNI, None, 3000)
    assert jawaban["Location"] == reverse("dokumen_pagu", args=[murni.pk])
    kirim(masuk, jawaban["Location"], **{f"p-{sub.pk}": "1.000", f"p-{sub_kedua.pk}": "2.000"})
    assert pagu_of(murni) == {sub.pk: 1000, sub_kedua.pk: 2000}

    jawaban = kirim(masuk, tambah, tanggal="2024-03-13", nomor="DPPA/1")
    geser = DokumenAnggaran.objects.get(nomor="DPPA/1")
    pagu = masuk.get(jawaban["Location"])
    assert "diambil dari versi sebelumnya" in pagu.content.decode()
    assert (isian_of(pagu)[f"p-{sub.pk}"], pagu_of(geser)) == ("1.000", {})
    kirim(masuk, jawaban["Location"], **{f"p-{sub.pk}": "1.500", f"p-{sub_kedua.pk}": ""})
    assert pagu_of(geser) == {sub.pk: 1500}
    pagu = masuk.get(jawaban["Location"])
    assert "diambil dari versi sebelumnya" not in pagu.content.decode()
    kisi = pagu.context["kisi"]
    assert [s.teks for s in kisi.baris[2].sel] == ["1.000", "1.500", "+500"]
    assert [s.teks for s in kisi.baris[3].sel] == ["2.000", "", "−2.000"]
    assert [s.teks for s in kisi.kaki[0][2]] == ["3.000", "1.500", "−1.500"]


def test_wrong_pagu_are_all_named(masuk, pd, sub, sub_kedua):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    alamat = reverse("dokumen_pagu", args=[dokumen.pk])
    jawaban = kirim(masuk, alamat, **{f"p-{sub.pk}": "-5", f"p-{sub_kedua.pk}": "9,454,580,685,995,79"})
    galat = galat_of(jawaban)
    assert f"#id_p-{sub.pk}" in galat
    assert f"#id_p-{sub_kedua.pk}" in galat
    assert not Pagu.objects.exists()


def test_pagu_of_two_people(masuk, pd, sub, sub_kedua):
    dokumen = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub).dokumen
    alamat = reverse("dokumen_pagu", args=[dokumen.pk])
    isi = isian_of(masuk.get(alamat))
    Pagu.objects.update(jumlah=4321)
    jawaban = masuk.post(alamat, {**isi, f"p-{sub_kedua.pk}": "5"})
    teks = jawaban.content.decode()
    assert "diubah orang lain" in teks
    assert "4.321" in teks
    assert pagu_of(dokumen) == {sub.pk: 4321}


def test_changing_and_deleting_a_version(masuk, halaman, pd, sub):
    dokumen = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub).dokumen
    kirim(masuk, reverse("dokumen_ubah", args=[dokumen.pk]), nomor="N" * 120, jenis=Jenis.PERUBAHAN)
    dokumen.refresh_from_db()
    assert (dokumen.nomor, dokumen.jenis) == ("N" * 120, Jenis.PERUBAHAN)
    hapus = reverse("dokumen_hapus", args=[dokumen.pk])
    assert "1 pagu sub kegiatan" in masuk.get(hapus).content.decode()
    assert masuk.post(hapus)["Location"] == halaman
    assert not DokumenAnggaran.objects.exists()


def test_a_second_dpa_murni_is_refused_in_words(masuk, pd):
    DokumenAnggaranFactory(perangkat_daerah=pd, jenis=Jenis.MURNI)
    alamat = reverse("dokumen_tambah", args=[pd.slug, 2024])
    assert "DPA murni tahun 2024 sudah ada" in galat_of(kirim(masuk, alamat, jenis=Jenis.MURNI))


def test_staff_reads_the_pagu(client, staf, pd, sub):
    dokumen = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub).dokumen
    client.force_login(staf)
    teks = client.get(reverse("dokumen_pagu", args=[dokumen.pk])).content.decode()
    assert "1.000" in teks
    assert 'class="sel"' not in teks


def test_without_sub_kegiatan_the_page_says_where_to_begin(masuk, pd):
    alamat = reverse("dokumen_pagu", args=[DokumenAnggaranFactory(perangkat_daerah=pd).pk])
    assert "Belum ada sub kegiatan" in masuk.get(alamat).content.decode()


def test_the_demo_pages_cost_few_queries(client, demo_db, django_assert_max_num_queries):
    client.force_login(Pengguna.objects.get(username="perencana"))
    terakhir = DokumenAnggaran.objects.filter(perangkat_daerah=demo_db).last()
    for alamat in (
        reverse("dokumen", args=[demo_db.slug, 2024]),
        reverse("dokumen_pagu", args=[terakhir.pk]),
        reverse("pendapatan", args=[demo_db.slug, 2024]),
    ):
        with django_assert_max_num_queries(15):
            assert client.get(alamat).status_code == 200
