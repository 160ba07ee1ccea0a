"""One sasaran, from nothing to approved realisasi, through the forms: the same SHA-256 as when loaded."""

from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.models import Indikator, Renstra
from laporan.snapshot.ambil import take_snapshot
from lkip.isian import SIDIK, TEKNIS
from lkip.models import PerangkatDaerah
from lkip.peran import Peran
from tests.factories import PenggunaFactory, PerangkatDaerahFactory
from tests.formulir import isian_of
from tests.laporan.snapshot.pengisi import Pengisi
from tests.laporan.snapshot.pengisi_realisasi import PengisiRealisasi, isi_rencana_aksi, kirim

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


def test_a_sasaran_entered_by_its_owners_equals_the_loaded_one(demo_db):
    tujuan = PerangkatDaerahFactory()
    admin = signed_in(peran=Peran.ADMIN_PEMDA, perangkat_daerah=None)
    perencana = signed_in(peran=Peran.PERENCANA, perangkat_daerah=tujuan)
    isi_kebijakan(admin, demo_db, tujuan)
    pengisi = Pengisi(perencana, demo_db, tujuan)
    for r in Renstra.objects.filter(perangkat_daerah=demo_db).order_by("tahun_awal"):
        pengisi.renstra(r)
    milik = Indikator.objects.filter(renstra__perangkat_daerah=demo_db, sasaran__kode=SASARAN)
    for asal in milik.filter(renstra__tahun_akhir__gte=TAHUN):
        baru = Indikator.objects.get(pk=pengisi.indikator[asal.pk])
        isi_rencana_aksi(perencana, asal, baru, TAHUN)
        PengisiRealisasi(asal, baru).year(TAHUN)
    termuat, terisi = take_snapshot(demo_db, TAHUN), take_snapshot(tujuan, TAHUN)
    kode = {i.kode for i in termuat.masukan.indikator.indikator if i.sasaran == SASARAN}
    assert {i.kode for i in terisi.masukan.indikator.indikator if i.sasaran == SASARAN} == kode
    for bagian in ("triwulan", "rencana_aksi"):  # told apart, for whoever reads a failure
        assert [r for r in getattr(terisi.masukan.realisasi, bagian) if r.indikator in kode] == [
            r for r in getattr(termuat.masukan.realisasi, bagian) if r.indikator in kode
        ]
    assert terisi.sidik_sasaran(SASARAN) == termuat.sidik_sasaran(SASARAN)
