"""Making a perjanjian and its form: prefilled, every row kept, all errors at once, nothing overwritten."""

from decimal import Decimal

import pytest
from django.urls import reverse

from anggaran.models import AnggaranPerjanjian, DokumenAnggaran, Pagu
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian
from lkip.models import Jejak
from tests.factories import (
    AnggaranPerjanjianFactory,
    IndikatorFactory,
    PejabatFactory,
    ProgramFactory,
    SubKegiatanFactory,
)
from tests.formulir import galat_of, isian_of

Status = PerjanjianKinerja.Status


def alamat(perjanjian):
    return reverse("perjanjian_ubah", args=[perjanjian.pk])


@pytest.fixture
def program(draf):
    """A program of 100 rupiah in the DPA, of which the perjanjian promises 70."""
    program = ProgramFactory(perangkat_daerah=draf.unit_kerja.perangkat_daerah)
    dokumen = DokumenAnggaran.objects.create(
        perangkat_daerah=program.perangkat_daerah, tahun=2024, urutan=1, jenis="murni", nomor="DPA/1"
    )
    sub = SubKegiatanFactory(kegiatan__program=program)
    Pagu.objects.create(dokumen=dokumen, sub_kegiatan=sub, jumlah=100)
    AnggaranPerjanjianFactory(perjanjian=draf, urutan=1, jenis="belanja", penyerapan_minimum=85)
    AnggaranPerjanjianFactory(perjanjian=draf, urutan=2, jenis="program", program=program, jumlah=70)
    return program


def test_one_click_makes_it_and_opens_the_form(masuk, bidang):
    PejabatFactory(unit_kerja=bidang)
    buat = reverse("perjanjian_buat", args=[bidang.pk, 2024])
    jawaban = masuk.post(buat)
    baru = PerjanjianKinerja.objects.get()
    assert jawaban["Location"] == alamat(baru)
    assert masuk.get(alamat(baru)).status_code == 200
    assert masuk.post(buat)["Location"] == alamat(baru)


def test_without_an_official_the_list_says_why(masuk, bidang):
    isi = masuk.post(reverse("perjanjian_buat", args=[bidang.pk, 2024]), follow=True).content.decode()
    assert "belum memiliki pejabat" in isi


def test_a_perubahan_opens_its_form(masuk, ditandatangani):
    jawaban = masuk.post(reverse("perjanjian_perubahan", args=[ditandatangani.pk]))
    baru = PerjanjianKinerja.objects.get(versi=2)
    assert jawaban["Location"] == alamat(baru)


def test_the_form_sent_as_it_is_changes_nothing(masuk, draf, program):
    jejak = Jejak.objects.count()
    isi = isian_of(masuk.get(alamat(draf)))
    jawaban = masuk.post(alamat(draf), isi)
    assert jawaban["Location"] == reverse("perjanjian", args=[draf.pk])
    assert Jejak.objects.count() == jejak


def test_rows_are_changed_added_ordered_and_deleted(masuk, draf, program):
    lain = IndikatorFactory(renstra=IndikatorPerjanjian.objects.get().indikator.renstra, satuan="orang")
    isi = isian_of(masuk.get(alamat(draf)))
    isi |= {
        "tempat": "Kota Lain",
        "sasaran-0-uraian": "Diubah",
        "sasaran-0-ORDER": "2",
        "sasaran-0-indikator-0-DELETE": "on",
        "sasaran-0-indikator-1-indikator": str(lain.pk),
        "sasaran-0-indikator-1-target": "1.234,5",
        "sasaran-1-uraian": "Sasaran baru",
        "sasaran-1-ORDER": "1",
        "sasaran-1-indikator-0-indikator": str(lain.pk),
        "anggaran-1-jumlah": "Rp 80",
        "anggaran-1-penyerapan_minimum": "90%",
        "anggaran-2-butir": "pendapatan",
        "anggaran-2-jumlah": "5",
    }
    assert masuk.post(alamat(draf), isi).status_code == 302
    draf.refresh_from_db()
    assert draf.tempat == "Kota Lain"
    assert list(draf.sasaran.order_by("urutan").values_list("uraian", flat=True)) == [
        "Sasaran baru",
        "Diubah",
    ]
    lama = SasaranPerjanjian.objects.get(uraian="Diubah")
    assert [(i.indikator, i.target) for i in lama.indikator.all()] == [(lain, Decimal("1234.5"))]
    assert list(draf.anggaran.order_by("urutan").values_list("jenis", "jumlah", "penyerapan_minimum")) == [
        ("belanja", None, 85),
        ("program", 80, 90),
        ("pendapatan", 5, None),
    ]


def test_all_errors_at_once_each_at_its_field(masuk, draf, program):
    isi = isian_of(masuk.get(alamat(draf)))
    isi |= {
        "pihak_pertama": "",
        "sasaran-0-indikator-0-target": "54000.000",
        "sasaran-0-indikator-1-target": "5",
        "anggaran-1-penyerapan_minimum": "101",
        "anggaran-2-butir": "belanja",
        "anggaran-2-jumlah": "1",
    }
    jawaban = masuk.post(alamat(draf), isi)
    galat = galat_of(jawaban)
    for nama in (
        "pihak_pertama",
        "sasaran-0-indikator-0-target",
        "sasaran-0-indikator-1-indikator",
        "anggaran-1-penyerapan_minimum",
        "anggaran-2-jumlah",
        "anggaran-2-butir",
    ):
        assert f'href="#id_{nama}"' in galat
    assert 'value="54000.000"' in jawaban.content.decode()
    assert not Jejak.objects.exists()


def test_one_indikator_stands_once_under_a_sasaran(masuk, draf):
    isi = isian_of(masuk.get(alamat(draf)))
    isi["sasaran-0-indikator-1-indikator"] = isi["sasaran-0-indikator-0-indikator"]
    assert "sudah ada pada sasaran yang sama" in galat_of(masuk.post(alamat(draf), isi))


def test_the_difference_from_the_dpa_is_news_and_the_total_is_computed(masuk, draf, program):
    isi = masuk.get(alamat(draf)).content.decode()
    assert "perjanjian Rp70, pagu Rp100, selisih −Rp30" in isi
    assert "nomor DPA/1" in isi
    assert "Rp70<br>" in isi  # belanja, from its programs


def test_what_somebody_else_changed_is_shown_row_by_row(masuk, draf, program):
    isi = isian_of(masuk.get(alamat(draf)))
    isi |= {"tempat": "Isian saya", "sasaran-0-indikator-0-target": "77"}
    IndikatorPerjanjian.objects.update(target=66)
    AnggaranPerjanjian.objects.filter(jenis="belanja").delete()
    jawaban = masuk.post(alamat(draf), isi)
    teks = jawaban.content.decode()
    assert "diubah orang lain" in teks
    assert "<td>66</td><td>77</td>" in teks
    assert "<td>Kota Uji</td><td>Isian saya</td>" in teks
    assert masuk.post(alamat(draf), isian_of(jawaban)).status_code == 302
    draf.refresh_from_db()
    assert (draf.tempat, IndikatorPerjanjian.objects.get().target) == ("Isian saya", 77)
    assert draf.anggaran.count() == 2  # the row that was gone is made again, for it was sent


def test_a_form_that_comes_too_late_keeps_what_was_typed(masuk, draf):
    isi = isian_of(masuk.get(alamat(draf))) | {"tempat": "Terlambat"}
    PerjanjianKinerja.objects.update(status=Status.DIAJUKAN)
    jawaban = masuk.post(alamat(draf), isi)
    assert "tidak dapat diubah karena statusnya diajukan" in galat_of(jawaban)
    assert 'value="Terlambat"' in jawaban.content.decode()
    assert masuk.get(alamat(draf))["Location"] == reverse("perjanjian", args=[draf.pk])


def test_the_form_takes_few_queries_however_many_rows(masuk, draf, program, django_assert_max_num_queries):
    for n in range(20):
        SasaranPerjanjian.objects.create(perjanjian=draf, urutan=n + 10, uraian="y" * 300)
    with django_assert_max_num_queries(15):
        assert masuk.get(alamat(draf)).status_code == 200
