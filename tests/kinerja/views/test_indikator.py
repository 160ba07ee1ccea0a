"""The form of an indikator with all its rows, as a browser sends it."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.models import (
    Indikator,
    Komponen,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    RiwayatRealisasi,
    TargetTahunan,
)
from lkip.models import Jejak, Revisi, SkalaPredikat
from tests.factories import (
    IndikatorFactory,
    KomponenFactory,
    RenstraFactory,
    SasaranFactory,
    UnitKerjaFactory,
)
from tests.formulir import galat_of, isian_of


@pytest.fixture
def renstra(pd):
    return RenstraFactory(perangkat_daerah=pd)


@pytest.fixture
def iku(renstra):
    """An IKU measured by three komponen."""
    satu = IndikatorFactory(renstra=renstra, kode="iku-1", cara_ukur="rerata_komponen")
    for urutan in (1, 2, 3):
        KomponenFactory(indikator=satu, urutan=urutan, pembilang=f"P{urutan}", penyebut=f"Q{urutan}")
    return satu


def kirim(masuk, alamat, **isi):
    return masuk.post(alamat, {**isian_of(masuk.get(alamat)), **isi})


def tambah(masuk, renstra, **isi):
    return kirim(masuk, reverse("indikator_tambah", args=[renstra.pk]), nama="Indikator baru", **isi)


def ubah(masuk, indikator, **isi):
    return kirim(masuk, reverse("indikator_ubah", args=[indikator.pk]), **isi)


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


def test_komponen_keep_their_identity_when_they_move(masuk, iku):
    a, b, c = iku.komponen.order_by("urutan")
    ikut = IndikatorFactory(renstra=iku.renstra, kode="rpd-1", mengikuti=iku, mengikuti_komponen=1)
    ubah(masuk, iku, **{"komponen-0-ORDER": "3", "komponen-2-ORDER": "1"})
    assert list(iku.komponen.order_by("urutan")) == [c, b, a]
    ikut.refresh_from_db()
    assert ikut.mengikuti_komponen == 3


def test_a_deleted_komponen_closes_the_gap_and_a_new_one_comes_last(masuk, iku):
    b = iku.komponen.get(urutan=2)
    ubah(
        masuk,
        iku,
        **{"komponen-1-DELETE": "on", "komponen-3-pembilang": "Baru", "komponen-3-penyebut": "Dasar"},
    )
    assert list(iku.komponen.order_by("urutan").values_list("urutan", "pembilang")) == [
        (1, "P1"),
        (2, "P3"),
        (3, "Baru"),
    ]
    assert not Komponen.objects.filter(pk=b.pk).exists()


def test_a_komponen_with_realisasi_stays(masuk, iku):
    komponen = iku.komponen.get(urutan=2)
    laporan = RealisasiIndikator.objects.create(indikator=iku, tahun=2024, triwulan=1)
    RealisasiKomponen.objects.create(realisasi=laporan, komponen=komponen, pembilang=1, penyebut=2)
    jawaban = ubah(masuk, iku, **{"komponen-1-DELETE": "on", "nama": "Nama lain"})
    assert "Komponen 2 “P2” tidak dapat dihapus" in galat_of(jawaban)
    assert iku.komponen.count() == 3
    iku.refresh_from_db()
    assert iku.nama != "Nama lain"


def test_a_komponen_that_is_followed_or_compared_stays(masuk, iku):
    IndikatorFactory(renstra=iku.renstra, kode="rpd-1", mengikuti=iku, mengikuti_komponen=1)
    assert "diikuti indikator lain" in galat_of(ubah(masuk, iku, **{"komponen-0-DELETE": "on"}))
    PengukuranPembanding.objects.create(
        komponen=iku.komponen.get(urutan=3), tahun=2024, nama="x", pembilang=1, penyebut=1, alasan="x"
    )
    assert "1 pengukuran pembanding" in galat_of(ubah(masuk, iku, **{"komponen-2-DELETE": "on"}))


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


def test_a_change_of_a_row_by_another_is_shown_and_kept(masuk, iku):
    alamat = reverse("indikator_ubah", args=[iku.pk])
    isi = {**isian_of(masuk.get(alamat)), "nama": "Isian saya"}
    iku.komponen.filter(urutan=2).update(pembilang="Ubahan orang lain")
    tambahan = KomponenFactory(indikator=iku, urutan=4, pembilang="Tambahan orang lain")
    TargetTahunan.objects.create(indikator=iku, tahun=2024, nilai=77)
    jawaban = masuk.post(alamat, isi)
    teks = jawaban.content.decode()
    assert "Ubahan orang lain</td><td>P2" in teks
    assert "Tambahan orang lain" in teks
    assert "<td>77</td><td>kosong</td>" in teks
    iku.refresh_from_db()
    assert iku.nama != "Isian saya"
    lagi = {**isi, **jawaban.context["isian"].tersembunyi, "target-0-nilai": "80"}
    assert masuk.post(alamat, lagi).status_code == 302
    iku.refresh_from_db()
    assert iku.nama == "Isian saya"
    assert list(iku.komponen.order_by("urutan").values_list("pembilang", flat=True)) == [
        "P1",
        "P2",
        "P3",
        tambahan.pembilang,
    ]
    assert iku.target.get().nilai == 80


def test_a_row_deleted_meanwhile_is_written_again(masuk, iku):
    alamat = reverse("indikator_ubah", args=[iku.pk])
    isi = isian_of(masuk.get(alamat))
    iku.komponen.get(urutan=2).delete()
    jawaban = masuk.post(alamat, isi)
    assert "diubah orang lain" in jawaban.content.decode()
    masuk.post(alamat, {**isi, **jawaban.context["isian"].tersembunyi})
    assert list(iku.komponen.order_by("urutan").values_list("pembilang", flat=True)) == ["P1", "P2", "P3"]


def test_a_row_of_another_indikator_is_out_of_reach(masuk, iku):
    asing = KomponenFactory(pembilang="Milik lain")
    ubah(masuk, iku, **{"komponen-0-baris": asing.pk, "komponen-0-pembilang": "Curian"})
    asing.refresh_from_db()
    assert asing.pembilang == "Milik lain"


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


def test_the_form_costs_few_queries(masuk, iku, pd, django_assert_max_num_queries):
    for _ in range(20):
        UnitKerjaFactory(perangkat_daerah=pd)
    for urutan in range(4, 24):
        KomponenFactory(indikator=iku, urutan=urutan)
    with django_assert_max_num_queries(20):
        masuk.get(reverse("indikator_ubah", args=[iku.pk]))
