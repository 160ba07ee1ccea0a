"""The Renstra of a perangkat daerah: delete, and copy from the period before."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.models import Indikator, Komponen, RealisasiIndikator, Renstra, Sasaran, TargetTahunan
from lkip.models import Jejak
from tests.factories import (
    IndikatorFactory,
    KomponenFactory,
    MisiFactory,
    RenstraFactory,
    SasaranFactory,
    UnitKerjaFactory,
)


@pytest.fixture
def lama(pd):
    """A finished period with a whole plan."""
    renstra = RenstraFactory(
        perangkat_daerah=pd, tahun_awal=2019, tahun_akhir=2023, visi="Visi lama", sumber_visi="RPJPD"
    )
    misi = MisiFactory(renstra=renstra, urutan=1, didukung=True)
    sasaran = SasaranFactory(tujuan__renstra=renstra, tujuan__misi=misi, kode="s1")
    iku = IndikatorFactory(
        renstra=renstra, sasaran=sasaran, kode="iku-1", kondisi_akhir=Decimal(90), cara_ukur="rerata_komponen"
    )
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    iku.penanggung_jawab.add(unit)
    KomponenFactory(indikator=iku, urutan=1, unit_kerja=unit)
    TargetTahunan.objects.create(indikator=iku, tahun=2023, nilai=90)
    IndikatorFactory(renstra=renstra, kode="unit-1", jenis="unit", mengikuti=iku, mengikuti_komponen=1)
    return renstra


@pytest.fixture
def baru(pd, lama):
    return RenstraFactory(perangkat_daerah=pd, pendahulu=lama)


def salin(masuk, renstra):
    return masuk.post(reverse("renstra_salin", args=[renstra.pk]), follow=True).content.decode()


def test_one_click_takes_the_plan_over(masuk, lama, baru):
    assert "2 indikator disalin" in salin(masuk, baru)
    baru.refresh_from_db()
    assert (baru.visi, baru.sumber_visi) == ("Visi lama", "RPJPD")
    sasaran = Sasaran.objects.get(tujuan__renstra=baru)
    assert (sasaran.kode, sasaran.tujuan.misi.renstra, sasaran.tujuan.misi.didukung) == ("s1", baru, True)
    iku, ikut = baru.indikator.order_by("kode")
    asal = lama.indikator.get(kode="iku-1")
    assert (iku.sasaran, iku.pendahulu, iku.nama) == (sasaran, asal, asal.nama)
    assert list(iku.penanggung_jawab.all()) == list(asal.penanggung_jawab.all())
    assert iku.komponen.get().pembilang == asal.komponen.get().pembilang
    assert (ikut.mengikuti, ikut.mengikuti_komponen) == (iku, 1)
    assert iku.kondisi_akhir is None
    assert not iku.target.exists()
    assert Jejak.objects.filter(tindakan="salin", objek_jenis="kinerja.Indikator").count() == 3


def test_a_plan_of_its_own_is_not_overwritten(masuk, baru):
    SasaranFactory(tujuan__renstra=baru)
    assert "tidak dapat disalin" in salin(masuk, baru)
    assert not baru.indikator.exists()


def test_without_a_period_before_it_says_what_to_do(masuk, pd):
    assert "belum dipilih" in salin(masuk, RenstraFactory(perangkat_daerah=pd))


def test_a_renstra_goes_with_its_whole_plan(masuk, baru, lama):
    salin(masuk, baru)
    alamat = reverse("renstra_hapus", args=[baru.pk])
    assert "2 indikator beserta komponen" in masuk.get(alamat).content.decode()
    assert masuk.post(alamat).status_code == 302
    assert list(Renstra.objects.all()) == [lama]
    assert Komponen.objects.count() == 1
    assert Jejak.objects.filter(tindakan="hapus", objek_jenis="kinerja.Misi").exists()


def test_a_renstra_in_use_stays_whole(masuk, lama, baru):
    RealisasiIndikator.objects.create(indikator=lama.indikator.get(kode="iku-1"), tahun=2023, triwulan=4)
    teks = masuk.post(reverse("renstra_hapus", args=[lama.pk])).content.decode()
    assert "1 realisasi indikator" in teks
    assert lama.indikator.count() == 2


def test_a_renstra_with_a_successor_stays(masuk, lama, baru):
    Indikator.objects.filter(mengikuti__isnull=False).delete()
    Indikator.objects.all().delete()
    teks = masuk.post(reverse("renstra_hapus", args=[lama.pk])).content.decode()
    assert "masih dipakai: 1 Renstra" in teks
    assert Sasaran.objects.exists()
