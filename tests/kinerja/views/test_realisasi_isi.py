"""The form of a report as a browser without JavaScript sends it."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import RealisasiIndikator, RealisasiKomponen, RencanaAksi, TargetTahunan
from lkip.models import NilaiPredikat, SkalaPredikat
from lkip.peran import Peran
from tests.factories import IndikatorFactory, KebijakanPengukuranFactory, PenggunaFactory
from tests.formulir import galat_of, isian_of


def alamat(indikator, triwulan=1, nama="realisasi_isi"):
    return reverse(nama, args=[indikator.renstra.perangkat_daerah.slug, 2024, indikator.pk, triwulan])


def kirim(masuk, indikator, triwulan=1, **isi):
    tempat = alamat(indikator, triwulan)
    return masuk.post(tempat, {**isian_of(masuk.get(tempat)), **isi})


@pytest.fixture
def tunggal(renstra, bidang):
    """An indikator measured by one number of people."""
    satu = IndikatorFactory(renstra=renstra, satuan="orang", kode="unit-1")
    satu.penanggung_jawab.set([bidang])
    TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=200)
    return satu


def test_what_was_typed_is_saved_as_a_draf_and_computed(masuk_staf, milik_unit, pd):
    KebijakanPengukuranFactory(perangkat_daerah=pd)
    TargetTahunan.objects.create(indikator=milik_unit, tahun=2024, nilai=90)
    RencanaAksi.objects.create(indikator=milik_unit, tahun=2024, triwulan=1, target=Decimal("22.5"))
    isi = {"komponen-0-pembilang": "1.000", "komponen-0-penyebut": "2.000", "uraian": "Sesuai rencana"}
    jawaban = kirim(masuk_staf, milik_unit, **isi)
    assert jawaban.status_code == 302
    satu = RealisasiIndikator.objects.get()
    assert (satu.triwulan, satu.status, satu.uraian) == (1, "draf", "Sesuai rencana")
    assert RealisasiKomponen.objects.get().pembilang == 1000
    teks = masuk_staf.get(alamat(milik_unit)).content.decode()
    assert "<dd>50%</dd>" in teks
    assert "55,56%" in teks  # 50 of 90
    assert "222,22%" in teks  # of the 22,5 of the rencana aksi
    assert "Baik" in teks
    assert "2 komponen belum dapat dihitung" in teks


def test_every_wrong_cell_is_named_at_once(masuk_staf, milik_unit):
    isi = {"komponen-0-pembilang": "1,2,3,4", "komponen-2-penyebut": "-5", "uraian": "tetap ada"}
    jawaban = kirim(masuk_staf, milik_unit, **isi)
    galat = galat_of(jawaban)
    assert "Pembilang komponen 1" in galat
    assert "Paling kecil 0" in galat
    assert "tetap ada" in jawaban.content.decode()
    assert not RealisasiIndikator.objects.exists()


def test_hitung_shows_the_result_and_writes_nothing(masuk_staf, tunggal):
    jawaban = kirim(masuk_staf, tunggal, nilai="150", hitung="1")
    assert jawaban.status_code == 200
    assert "<dd>75%" in jawaban.content.decode()
    assert 'value="150"' in jawaban.content.decode()
    lewat_htmx = masuk_staf.post(alamat(tunggal, nama="realisasi_hitung"), {"nilai": "150"})
    assert "<dd>75%" in lewat_htmx.content.decode()
    assert not RealisasiIndikator.objects.exists()


def test_empty_is_not_zero(masuk_staf, tunggal):
    kirim(masuk_staf, tunggal, nilai="-", uraian="Belum diukur")
    assert RealisasiIndikator.objects.get().nilai is None
    assert "belum diukur" in masuk_staf.get(alamat(tunggal)).content.decode()
    kirim(masuk_staf, tunggal, nilai="0")
    assert RealisasiIndikator.objects.get().nilai == 0


def test_a_predicate_is_chosen_from_its_scale(masuk_staf, renstra, bidang):
    skala = SkalaPredikat.objects.create(nama="Opini")
    for nilai, nama in ((4, "WTP"), (3, "WDP")):
        NilaiPredikat.objects.create(skala=skala, predikat=nama, nilai=nilai)
    satu = IndikatorFactory(renstra=renstra, arah="predikat", rumus_capaian="predikat", skala_predikat=skala)
    satu.penanggung_jawab.set([bidang])
    TargetTahunan.objects.create(indikator=satu, tahun=2024, predikat="WTP")
    assert "bukan salah satu" in galat_of(kirim(masuk_staf, satu, predikat="Istimewa"))
    assert kirim(masuk_staf, satu, predikat="WDP").status_code == 302
    teks = masuk_staf.get(alamat(satu)).content.decode()
    assert "<dd>WDP</dd>" in teks
    assert "75%" in teks


def test_who_only_looks_gets_no_form(milik_unit, pd, bidang, masuk):
    kepala = Client()
    kepala.force_login(PenggunaFactory(peran=Peran.KEPALA_UNIT, perangkat_daerah=pd, unit_kerja=bidang))
    for klien in (masuk, kepala):
        jawaban = klien.get(alamat(milik_unit))
        assert jawaban.status_code == 200
        assert "komponen-0-pembilang" not in jawaban.content.decode()
