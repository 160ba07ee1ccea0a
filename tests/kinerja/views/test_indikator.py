"""The form of an indikator with all its rows, as a browser sends it."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.models import (
    Indikator,
    Komponen,
    RiwayatRealisasi,
    TargetTahunan,
)
from lkip.models import Jejak, Revisi, SkalaPredikat
from tests.factories import (
    IndikatorFactory,
    SasaranFactory,
    UnitKerjaFactory,
)
from tests.formulir import galat_of
from tests.kinerja.kirim import tambah, ubah


def test_a_whole_indikator_in_one_go(masuk, renstra, pd):
    unit, sasaran = UnitKerjaFactory(perangkat_daerah=pd), SasaranFactory(tujuan__renstra=renstra)
    revisi = Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    jawaban = tambah(
        masuk,
        renstra,
        sasaran=sasaran.pk,
        cara_ukur="rerata_komponen",
        penanggung_jawab=[unit.pk],
        kondisi_awal="80,25",
        **{
            "komponen-0-pembilang": "Yang dilayani",
            "komponen-0-penyebut": "Yang membutuhkan",
            "komponen-0-satuan": "orang",
            "komponen-0-unit_kerja": unit.pk,
            "target-0-nilai": "90",
            "target-2-nilai": "95,5",
            "standar-0-tahun": "2024",
            "standar-0-nama": "SPM",
            "standar-0-nilai": "100",
            "standar-0-sumber": "Kementerian",
            "riwayat-0-tahun": "2023",
            "riwayat-0-nilai": "92,13",
            "riwayat-0-sumber": "LKIP 2023",
        },
    )
    satu = Indikator.objects.get()
    assert jawaban["Location"] == reverse("indikator", args=[satu.pk])
    assert (satu.kode, satu.urutan, satu.sasaran, satu.kondisi_awal) == (
        "iku-1",
        1,
        sasaran,
        Decimal("80.25"),
    )
    assert list(satu.penanggung_jawab.all()) == [unit]
    assert satu.komponen.values_list("urutan", "pembilang", "satuan", "unit_kerja").get() == (
        1,
        "Yang dilayani",
        "orang",
        unit.pk,
    )
    assert list(satu.target.values_list("tahun", "nilai")) == [(2024, 90), (2026, Decimal("95.5"))]
    assert satu.standar_nasional.get().nilai == 100
    assert satu.riwayat.get().nilai == Decimal("92.13")
    milik = Jejak.objects.filter(induk=f"kinerja.Indikator:{satu.pk}")
    assert milik.count() == 5
    revisi.refresh_from_db()
    assert revisi.nomor > 1


def test_saving_without_a_change_writes_nothing(masuk, iku):
    TargetTahunan.objects.create(indikator=iku, tahun=2024, nilai=Decimal("90.5"))
    RiwayatRealisasi.objects.create(indikator=iku, tahun=2022, nilai=None, sumber="x")
    assert ubah(masuk, iku).status_code == 302
    assert not Jejak.objects.exists()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"arah": "turun"}, "Untuk arah turun, rumus capaiannya “Selisih"),
        ({"rumus_capaian": "selisih"}, "Untuk arah naik, rumus capaiannya “Rasio"),
        ({"arah": "predikat", "rumus_capaian": "predikat"}, "Arah predikat memerlukan skala predikat."),
        ({"agregasi": "jumlah"}, "Persentase kumulatif tidak dijumlahkan"),
        ({"bobot": "0"}, "Bobot harus lebih besar dari 0."),
        ({"penyebut": "x"}, "Penyebut diisi, tetapi pembilangnya belum."),
        ({"mengikuti_komponen": "1"}, "Pilih dahulu indikator yang diikuti."),
        ({"cara_ukur": "rasio_jumlah"}, "memerlukan paling sedikit satu komponen"),
        ({"komponen-0-pembilang": "x", "komponen-0-penyebut": "y"}, "tidak memakai komponen"),
        ({"target-0-bawah": "1"}, "Arah naik tidak memakai kolom ini."),
        ({"target-0-nilai": "1.234.5,6"}, "Nilai 2024"),
        ({"kode": "iku-ada"}, "Kode iku-ada sudah dipakai"),
        ({"riwayat-0-tahun": "1999", "riwayat-0-sumber": "x"}, "Tahun"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(masuk, renstra, isi, pesan):
    IndikatorFactory(renstra=renstra, kode="iku-ada")
    jawaban = tambah(masuk, renstra, **isi)
    assert jawaban.status_code == 200
    assert pesan in galat_of(jawaban)
    assert Indikator.objects.count() == 1


def test_all_errors_at_once(masuk, renstra):
    jawaban = tambah(
        masuk, renstra, arah="turun", bobot="", **{"target-0-nilai": "a", "standar-0-nilai": "1"}
    )
    galat = galat_of(jawaban)
    for kolom in ("id_rumus_capaian", "id_bobot", "id_target-0-nilai", "id_standar-0-tahun"):
        assert f'href="#{kolom}"' in galat


def test_a_range_has_two_bounds_in_order(masuk, renstra):
    rentang = {"arah": "rentang", "rumus_capaian": "rentang", "satuan": "hari"}
    assert "Isi kedua batas" in galat_of(tambah(masuk, renstra, **rentang, **{"target-0-bawah": "5"}))
    terbalik = {"target-0-bawah": "5", "target-0-atas": "4"}
    assert "Batas atas lebih kecil" in galat_of(tambah(masuk, renstra, **rentang, **terbalik))
    tambah(masuk, renstra, **rentang, **{"target-0-bawah": "5", "target-0-atas": "7"})
    assert TargetTahunan.objects.values_list("bawah", "atas", "nilai").get() == (5, 7, None)


def test_a_predicate_is_one_of_its_scale(masuk, renstra):
    skala = SkalaPredikat.objects.create(nama="Opini")
    skala.nilai.create(predikat="WTP", nilai=4)
    predikat = {"arah": "predikat", "rumus_capaian": "predikat", "skala_predikat": skala.pk}
    salah = tambah(masuk, renstra, **predikat, **{"target-0-predikat": "A"})
    assert "Tidak ada pada skala Opini. Pilihan: WTP." in galat_of(salah)
    tambah(masuk, renstra, **predikat, **{"target-0-predikat": "WTP"})
    assert TargetTahunan.objects.get().predikat == "WTP"


def test_an_emptied_target_is_not_there_any_more(masuk, renstra):
    satu = IndikatorFactory(renstra=renstra)
    TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=90)
    ubah(masuk, satu, **{"target-0-nilai": "-"})
    assert not TargetTahunan.objects.exists()


def test_years_may_be_exchanged_but_not_doubled(masuk, renstra):
    satu = IndikatorFactory(renstra=renstra)
    a, b = (
        RiwayatRealisasi.objects.create(indikator=satu, tahun=t, nilai=t - 2000, sumber="x")
        for t in (2020, 2021)
    )
    ganda = ubah(masuk, satu, **{"riwayat-1-tahun": "2020"})
    assert "Realisasi tahun 2020 sudah ada di atas." in galat_of(ganda)
    assert ubah(masuk, satu, **{"riwayat-0-tahun": "2021", "riwayat-1-tahun": "2020"}).status_code == 302
    a.refresh_from_db()
    b.refresh_from_db()
    assert (a.tahun, b.tahun) == (2021, 2020)
    ubah(masuk, satu, **{"riwayat-0-DELETE": "on"})
    assert RiwayatRealisasi.objects.get().tahun in {2020, 2021}


def test_an_indikator_follows_no_circle(masuk, renstra):
    a = IndikatorFactory(renstra=renstra, kode="a")
    b = IndikatorFactory(renstra=renstra, kode="b", mengikuti=a)
    assert "mengikuti indikator ini" in galat_of(ubah(masuk, a, mengikuti=b.pk))
    tanpa = ubah(masuk, b, mengikuti=a.pk, mengikuti_komponen="3")
    assert "tidak mempunyai komponen nomor 3" in galat_of(tanpa)


def test_the_predecessor_is_of_an_older_renstra_of_the_same_pd(masuk, renstra, pd):
    dulu = IndikatorFactory(renstra__perangkat_daerah=pd, renstra__tahun_awal=2019, renstra__tahun_akhir=2023)
    asing = IndikatorFactory(renstra__tahun_awal=2019, renstra__tahun_akhir=2023)
    satu = IndikatorFactory(renstra=renstra)
    assert 'href="#id_pendahulu"' in galat_of(ubah(masuk, satu, pendahulu=asing.pk))
    ubah(masuk, satu, pendahulu=dulu.pk, catatan_pendahulu="Ganti istilah")
    satu.refresh_from_db()
    assert (satu.pendahulu, satu.sebanding_pendahulu) == (dulu, True)


def test_used_is_not_deleted_unused_goes_with_its_rows(masuk, iku):
    TargetTahunan.objects.create(indikator=iku, tahun=2024, nilai=1)
    alamat = reverse("indikator_hapus", args=[iku.pk])
    assert "Ikut terhapus: 3 komponen, 1 target tahunan." in masuk.get(alamat).content.decode()
    ikut = IndikatorFactory(renstra=iku.renstra, kode="rpd-1", mengikuti=iku)
    assert "masih dipakai: 1 indikator" in masuk.post(alamat).content.decode()
    ikut.delete()
    assert masuk.post(alamat).status_code == 302
    assert not Komponen.objects.exists()
    assert Jejak.objects.filter(tindakan="hapus").count() == 5


def test_up_and_down_within_the_sasaran(masuk, renstra):
    s, t = (SasaranFactory(tujuan__renstra=renstra) for _ in range(2))
    a, lain, b = (
        IndikatorFactory(renstra=renstra, kode=k, urutan=n, sasaran=milik)
        for n, (k, milik) in enumerate((("a", s), ("b", t), ("c", s)), start=1)
    )
    masuk.post(reverse("indikator_geser", args=[b.pk, "naik"]))
    assert list(renstra.indikator.order_by("urutan")) == [b, lain, a]
    masuk.post(reverse("indikator_geser", args=[lain.pk, "naik"]))
    assert list(renstra.indikator.order_by("urutan")) == [b, lain, a]
