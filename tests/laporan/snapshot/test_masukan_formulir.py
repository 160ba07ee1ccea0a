"""What the demo loader writes about the plan can be entered through the forms: the snapshot is the same."""

import dataclasses

from kinerja.models import Renstra
from laporan.snapshot.loaders.kinerja import load_indikator, load_renstra, load_riwayat
from lkip.peran import Peran
from tests.factories import PenggunaFactory, PerangkatDaerahFactory
from tests.laporan.snapshot.pengisi import Pengisi


def test_the_plan_of_the_demo_entered_by_hand(client, demo_db):
    tujuan = PerangkatDaerahFactory()
    client.force_login(PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=tujuan))
    pengisi = Pengisi(client, demo_db, tujuan)
    for r in Renstra.objects.filter(perangkat_daerah=demo_db).order_by("tahun_awal"):
        pengisi.renstra(r)
    for muat in (load_renstra, load_indikator):
        hasil = muat([demo_db, tujuan], 2024)
        assert hasil[tujuan.pk] == hasil[demo_db.pk]
        assert hasil[tujuan.pk]
    riwayat = load_riwayat([demo_db, tujuan], 2024)
    asli = dataclasses.replace(riwayat[demo_db.pk], pembanding=())  # entered with the realisasi
    assert asli.tahun
    assert riwayat[tujuan.pk] == asli
