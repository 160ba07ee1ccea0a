"""What the demo loader writes can be entered through the forms: a plan, and a sasaran up to its realisasi."""

import dataclasses
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from kinerja.models import Indikator, Renstra
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.loaders.kinerja import load_indikator, load_renstra, load_riwayat
from lkip.isian import SIDIK, TEKNIS
from lkip.models import PerangkatDaerah
from lkip.peran import Peran
from tests.factories import PenggunaFactory, PerangkatDaerahFactory
from tests.formulir import isian_of
from tests.laporan.snapshot.pengisi import Pengisi
from tests.laporan.snapshot.pengisi_realisasi import PengisiRealisasi, isi_rencana_aksi, kirim

pytestmark = pytest.mark.django_db
TAHUN = 2024
SASARAN = "s1"


def signed_in(**ciri: Any) -> Client:
    client = Client()
    client.force_login(PenggunaFactory(**ciri))
    return client


def isi_kebijakan(admin: Client, asal: PerangkatDaerah, tujuan: PerangkatDaerah) -> None:
    """Type the policy of `asal`, as its own form shows it, into the form of `tujuan`."""
    terisi = isian_of(admin.get(reverse("kebijakan_ubah", args=[asal.slug, TAHUN])))
    isi = {nama: nilai for nama, nilai in terisi.items() if nama not in {*TEKNIS, SIDIK, "alasan"}}
    kirim(admin, reverse("kebijakan_ubah", args=[tujuan.slug, TAHUN]), isi)


@pytest.fixture(scope="module")
def pengisi(demo_semodul: None, django_db_blocker: DjangoDbBlocker) -> Pengisi:
    """The planner of another perangkat daerah, who has typed the whole plan of the demo."""
    with django_db_blocker.unblock():
        asal, tujuan = PerangkatDaerah.objects.get(slug="dinas-sosial"), PerangkatDaerahFactory()
        perencana = signed_in(peran=Peran.PERENCANA, perangkat_daerah=tujuan)
        pengisi = Pengisi(perencana, asal, tujuan)
        for r in Renstra.objects.filter(perangkat_daerah=asal).order_by("tahun_awal"):
            pengisi.renstra(r)
    return pengisi


def test_the_plan_of_the_demo_entered_by_hand(pengisi):
    asal, tujuan = pengisi.asal, pengisi.tujuan
    for muat in (load_renstra, load_indikator):
        hasil = muat([asal, tujuan], TAHUN)
        assert hasil[tujuan.pk] == hasil[asal.pk]
        assert hasil[tujuan.pk]
    riwayat = load_riwayat([asal, tujuan], TAHUN)
    asli = dataclasses.replace(riwayat[asal.pk], pembanding=())  # entered with the realisasi
    assert asli.tahun
    assert riwayat[tujuan.pk] == asli


def test_a_sasaran_entered_by_its_owners_equals_the_loaded_one(pengisi):
    """From nothing to approved realisasi: the same SHA-256 as when loaded."""
    asal, tujuan = pengisi.asal, pengisi.tujuan
    isi_kebijakan(signed_in(peran=Peran.ADMIN_PEMDA, perangkat_daerah=None), asal, tujuan)
    milik = Indikator.objects.filter(renstra__perangkat_daerah=asal, sasaran__kode=SASARAN)
    for satu in milik.filter(renstra__tahun_akhir__gte=TAHUN):
        baru = Indikator.objects.get(pk=pengisi.indikator[satu.pk])
        isi_rencana_aksi(pengisi.client, satu, baru, TAHUN)
        PengisiRealisasi(satu, baru).year(TAHUN)
    termuat, terisi = take_snapshot(asal, TAHUN), take_snapshot(tujuan, TAHUN)
    kode = {i.kode for i in termuat.masukan.indikator.indikator if i.sasaran == SASARAN}
    assert {i.kode for i in terisi.masukan.indikator.indikator if i.sasaran == SASARAN} == kode
    for bagian in ("triwulan", "rencana_aksi"):  # told apart, for whoever reads a failure
        assert [r for r in getattr(terisi.masukan.realisasi, bagian) if r.indikator in kode] == [
            r for r in getattr(termuat.masukan.realisasi, bagian) if r.indikator in kode
        ]
    assert terisi.sidik_sasaran(SASARAN) == termuat.sidik_sasaran(SASARAN)
