"""The rows of an indikator: they keep their identity, and nothing of another person is lost."""

from django.urls import reverse

from kinerja.models import (
    Komponen,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
    TargetTahunan,
)
from tests.factories import (
    IndikatorFactory,
    KomponenFactory,
    UnitKerjaFactory,
)
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import ubah


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


def test_the_form_costs_few_queries(masuk, iku, pd, django_assert_max_num_queries):
    for _ in range(20):
        UnitKerjaFactory(perangkat_daerah=pd)
    for urutan in range(4, 24):
        KomponenFactory(indikator=iku, urutan=urutan)
    with django_assert_max_num_queries(15):
        masuk.get(reverse("indikator_ubah", args=[iku.pk]))
