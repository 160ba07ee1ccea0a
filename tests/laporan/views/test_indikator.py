"""The card of an indikator."""

import pytest
from django.urls import reverse

from kinerja.models import Indikator, RealisasiIndikator, RealisasiKomponen, RiwayatRealisasi, TargetTahunan
from laporan.deret import deret_indikator, gambar_deret
from lkip.models import SkalaPredikat
from lkip.peran import Peran
from tests.factories import IndikatorFactory, KomponenFactory, PenggunaFactory, RenstraFactory

pytestmark = pytest.mark.django_db


def lapor(indikator: Indikator, tahun: int, status: str = "disetujui", **isi: object) -> RealisasiIndikator:
    """A report of triwulan IV."""
    return RealisasiIndikator.objects.create(
        indikator=indikator, tahun=tahun, triwulan=4, status=status, **isi
    )


def ringkas(indikator: Indikator) -> list[tuple[int, str, str]]:
    satu = Indikator.objects.select_related("renstra").get(pk=indikator.pk)
    return [(t.tahun, t.teks_target, t.teks_realisasi) for t in deret_indikator(satu).tahun]


def test_older_years_the_predecessor_and_approved_reports_make_one_series():
    lama = IndikatorFactory(renstra__tahun_awal=2019, renstra__tahun_akhir=2023)
    satu = IndikatorFactory(
        renstra__perangkat_daerah=lama.renstra.perangkat_daerah,
        pendahulu=lama,
        sebanding_pendahulu=False,
        cara_ukur="rerata_komponen",
    )
    RiwayatRealisasi.objects.create(indikator=lama, tahun=2022, nilai=76, sumber="LKIP")
    RiwayatRealisasi.objects.create(indikator=lama, tahun=2023, nilai=92, sumber="LKIP")
    RiwayatRealisasi.objects.create(indikator=satu, tahun=2023, nilai=91, sumber="Dihitung ulang")
    TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=90)
    a, b = (KomponenFactory(indikator=satu, urutan=n) for n in (1, 2))
    laporan = lapor(satu, 2024)
    RealisasiKomponen.objects.create(realisasi=laporan, komponen=a, pembilang=1, penyebut=1)
    RealisasiKomponen.objects.create(realisasi=laporan, komponen=b, pembilang=1, penyebut=2)
    lapor(satu, 2025, status="draf", nilai=1)
    assert ringkas(satu) == [
        (2022, "target belum tersedia", "76%"),
        (2023, "target belum tersedia", "91%"),
        (2024, "90%", "75%"),
        (2025, "target belum tersedia", "–"),
        (2026, "target belum tersedia", "–"),
    ]
    gambar = gambar_deret(satu, deret_indikator(satu).tahun)
    assert gambar is not None
    assert "tahun 2024 sebesar 75" in gambar.uraian
    assert "sejak 2024 deret terputus" in gambar.uraian


def test_a_follower_shows_the_realisasi_of_the_one_it_follows():
    diikuti = IndikatorFactory()
    satu = IndikatorFactory(renstra=diikuti.renstra, mengikuti=diikuti, jenis="daerah")
    lapor(diikuti, 2024, nilai=88)
    assert ringkas(satu)[0] == (2024, "target belum tersedia", "88%")


def test_a_predicate_is_named_and_drawn_by_its_place():
    skala = SkalaPredikat.objects.create(nama="Opini")
    skala.nilai.create(predikat="WTP", nilai=4)
    satu = IndikatorFactory(arah="predikat", rumus_capaian="predikat", skala_predikat=skala, satuan="opini")
    TargetTahunan.objects.create(indikator=satu, tahun=2024, predikat="WTP")
    lapor(satu, 2024, predikat="WTP")
    assert ringkas(satu)[0] == (2024, "WTP", "WTP")
    assert gambar_deret(satu, deret_indikator(satu).tahun) is not None


def test_nothing_to_draw_without_a_figure():
    satu = IndikatorFactory()
    assert gambar_deret(satu, deret_indikator(satu).tahun) is None


def test_the_card(client, django_assert_max_num_queries):
    perencana = PenggunaFactory(peran=Peran.PERENCANA)
    renstra = RenstraFactory(perangkat_daerah=perencana.perangkat_daerah)
    satu = IndikatorFactory(renstra=renstra, nama="N" * 300, pembilang="Atas", penyebut="Bawah")
    for n in range(1, 12):
        KomponenFactory(indikator=satu, urutan=n)
    lapor(satu, 2024, nilai=5)
    client.force_login(perencana)
    with django_assert_max_num_queries(15):
        teks = client.get(reverse("indikator", args=[satu.pk])).content.decode()
    assert "N" * 300 in teks
    assert "Naik: makin tinggi makin baik" in teks
    assert reverse("indikator_ubah", args=[satu.pk]) in teks
    assert reverse("riwayat", args=["kinerja.Indikator", satu.pk]) in teks
