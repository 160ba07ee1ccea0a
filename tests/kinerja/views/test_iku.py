"""The IKU of a year in the official form."""

from decimal import Decimal

from django.urls import reverse

from kinerja.models import TargetTahunan
from tests.factories import IndikatorFactory, RenstraFactory


def buka(masuk, pd, tahun=2024):
    return masuk.get(reverse("iku", args=[pd.slug, tahun])).content.decode()


def test_iku_and_regional_indicators_with_their_targets(masuk, pd, renstra):
    iku = IndikatorFactory(renstra=renstra, pembilang="Atas", penyebut="Bawah", sumber_data="Bidang A")
    daerah = IndikatorFactory(renstra=renstra, jenis="daerah")
    unit = IndikatorFactory(renstra=renstra, jenis="unit")
    TargetTahunan.objects.create(indikator=iku, tahun=2024, nilai=Decimal("90.25"))
    teks = buka(masuk, pd)
    assert reverse("indikator", args=[iku.pk]) in teks
    assert reverse("indikator", args=[daerah.pk]) in teks
    assert reverse("indikator", args=[unit.pk]) not in teks
    assert '<td class="angka">90,25%</td>' in teks
    assert '<td class="redup">target belum tersedia</td>' in teks
    assert "Bidang A" in teks
    assert '<span class="atas">Atas</span>' in teks


def test_where_two_renstra_overlap_the_later_one_counts(masuk, pd, renstra):
    RenstraFactory(perangkat_daerah=pd, tahun_awal=2022, tahun_akhir=2026, nama="Renstra lama")
    teks = buka(masuk, pd)
    assert str(renstra) in teks
    assert "Renstra lama" not in teks


def test_a_year_without_renstra_says_so(masuk, pd):
    assert "Tidak ada Renstra yang berlaku pada tahun 2024." in buka(masuk, pd)


def test_few_queries(masuk, pd, renstra, django_assert_max_num_queries):
    for _ in range(30):
        IndikatorFactory(renstra=renstra)
    with django_assert_max_num_queries(15):
        buka(masuk, pd)
