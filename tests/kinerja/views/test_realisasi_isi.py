"""The form of a report as a browser without JavaScript sends it."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import (
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RencanaAksi,
    RincianKomponen,
    TargetTahunan,
)
from lkip.models import NilaiPredikat, SkalaPredikat
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    KomponenFactory,
    PenggunaFactory,
    UnitKerjaFactory,
)
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
    assert (satu.triwulan, satu.status, satu.uraian) == (1, "draf", "<p>Sesuai rencana</p>")
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


def test_breakdown_and_comparison_through_the_form(masuk_staf, milik_unit):
    kedua = milik_unit.komponen.get(urutan=2)
    isi = {
        "komponen-1-pembilang": "42",
        "komponen-1-penyebut": "42",
        "rincian-0-komponen": kedua.pk,
        "rincian-0-kelompok": "Daerah asal",
        "rincian-0-uraian": "Malaka",
        "rincian-0-jumlah": "40",
        "pembanding-0-komponen": kedua.pk,
        "pembanding-0-nama": "Terhadap semua",
        "pembanding-0-pembilang": "42",
        "pembanding-0-penyebut": "84",
        "pembanding-0-alasan": "Sebab",
    }
    assert kirim(masuk_staf, milik_unit, 4, **isi).status_code == 302
    assert RincianKomponen.objects.get().realisasi.komponen == kedua
    assert PengukuranPembanding.objects.get().komponen == kedua
    halaman = masuk_staf.get(alamat(milik_unit, 4))
    assert "menurut “Daerah asal” berjumlah 40; pembilangnya 42." in halaman.content.decode()
    kirim(masuk_staf, milik_unit, 4, **{"rincian-0-DELETE": "on", "pembanding-0-DELETE": "on"})
    assert not RincianKomponen.objects.exists()
    assert not PengukuranPembanding.objects.exists()


def test_only_the_last_triwulan_asks_for_comparisons(masuk_staf, milik_unit):
    assert "pembanding-0-nama" not in masuk_staf.get(alamat(milik_unit, 3)).content.decode()


def test_htmx_gets_the_result_and_each_percentage(masuk_staf, milik_unit):
    tempat = alamat(milik_unit)
    isi = {**isian_of(masuk_staf.get(tempat)), "komponen-0-pembilang": "1", "komponen-0-penyebut": "3"}
    teks = masuk_staf.post(alamat(milik_unit, nama="realisasi_hitung"), isi).content.decode()
    pertama = milik_unit.komponen.get(urutan=1)
    assert f'<span id="persen-{pertama.pk}" hx-swap-oob="true">33,33%</span>' in teks
    isi["komponen-0-penyebut"] = "tiga"
    teks = masuk_staf.post(alamat(milik_unit, nama="realisasi_hitung"), isi).content.decode()
    assert "penyebut kosong" in teks


def test_earlier_triwulan_stand_beside(masuk_staf, milik_unit):
    lama = RealisasiIndikator.objects.create(indikator=milik_unit, tahun=2024, triwulan=1, status="disetujui")
    RealisasiKomponen.objects.create(
        realisasi=lama, komponen=milik_unit.komponen.get(urutan=1), pembilang=1234, penyebut=5678
    )
    RencanaAksi.objects.create(indikator=milik_unit, tahun=2024, triwulan=2, uraian="Menyalurkan modal")
    teks = masuk_staf.get(alamat(milik_unit, 2)).content.decode()
    assert "TW I: 1.234" in teks
    assert "TW I: 5.678" in teks
    assert "Menyalurkan modal" in teks


def test_another_unit_reads_my_komponen_but_does_not_fill_it(masuk_staf, milik_unit, pd, bidang):
    pertama, kedua, _ = milik_unit.komponen.order_by("urutan")
    kedua.unit_kerja = UnitKerjaFactory(perangkat_daerah=pd, nama="Unit penghitung")
    kedua.save()
    satu = RealisasiIndikator.objects.create(indikator=milik_unit, tahun=2024, triwulan=1)
    RealisasiKomponen.objects.create(realisasi=satu, komponen=kedua, pembilang=17, penyebut=34)
    teks = masuk_staf.get(alamat(milik_unit)).content.decode()
    assert "<strong>17</strong>" in teks
    assert "diisi Unit penghitung" in teks
    assert "komponen-1-pembilang" not in teks
    # Even sent by hand it changes nothing.
    kirim(masuk_staf, milik_unit, **{"komponen-0-pembilang": "1", "komponen-1-pembilang": "99"})
    angka = RealisasiKomponen.objects.values_list("komponen", "pembilang")
    assert set(angka) == {(kedua.pk, 17), (pertama.pk, 1)}


def test_the_change_of_another_is_shown(masuk_staf, tunggal):
    tempat = alamat(tunggal)
    isi = {**isian_of(masuk_staf.get(tempat)), "nilai": "12"}
    kirim(masuk_staf, tunggal, nilai="11")
    teks = masuk_staf.post(tempat, isi).content.decode()
    assert "<td>11</td><td>12</td>" in teks
    assert RealisasiIndikator.objects.get().nilai == 11


def test_what_was_submitted_meanwhile_refuses_with_what_was_typed(masuk_staf, tunggal):
    tempat = alamat(tunggal)
    isi = {**isian_of(masuk_staf.get(tempat)), "nilai": "12"}
    RealisasiIndikator.objects.create(indikator=tunggal, tahun=2024, triwulan=1, status="disetujui")
    jawaban = masuk_staf.post(tempat, isi)
    assert "statusnya sekarang disetujui" in galat_of(jawaban)
    assert 'value="12"' in jawaban.content.decode()


def test_what_follows_says_where_its_figure_comes_from(masuk_staf, milik_unit, bidang):
    ikut = IndikatorFactory(renstra=milik_unit.renstra, kode="unit-2", mengikuti=milik_unit)
    ikut.penanggung_jawab.set([bidang])
    teks = masuk_staf.get(alamat(ikut)).content.decode()
    assert "diambil dari" in teks
    assert alamat(milik_unit) in teks
    assert masuk_staf.post(alamat(ikut), {}).status_code == 403


def test_addresses_that_do_not_fit_together(masuk_staf, milik_unit, pd):
    benar = alamat(milik_unit)
    for salah in (benar.replace("/2024/", "/2040/"), benar.replace(f"/{pd.slug}/", "/dinas-lain/")):
        assert masuk_staf.get(salah).status_code == 404
    assert masuk_staf.get(benar.removesuffix("1/") + "5/").status_code == 404


def test_ten_komponen_with_breakdown_cost_few_queries(
    masuk_staf, iku, milik_unit, pd, django_assert_max_num_queries
):
    KebijakanPengukuranFactory(perangkat_daerah=pd)
    for n in range(4, 14):
        KomponenFactory(indikator=iku, urutan=n)
    for triwulan in (1, 2, 3, 4):
        satu = RealisasiIndikator.objects.create(indikator=iku, tahun=2024, triwulan=triwulan)
        for komponen in iku.komponen.all():
            ukuran = RealisasiKomponen.objects.create(
                realisasi=satu, komponen=komponen, pembilang=1, penyebut=2
            )
            RincianKomponen.objects.create(
                realisasi=ukuran, kelompok="Asal", urutan=1, uraian="Satu", jumlah=1
            )
    with django_assert_max_num_queries(15):
        masuk_staf.get(alamat(iku, 4))
