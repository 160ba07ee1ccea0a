"""Nothing in a snapshot depends on primary keys or on the order in which rows were entered."""

from django.db import connection

from anggaran.models import SubKegiatan
from kinerja.models import Indikator, RiwayatRealisasi
from laporan.models import JumlahPegawai
from laporan.snapshot.ambil import take_snapshot
from lkip.models import PerangkatDaerah, UnitKerja
from tests.laporan.snapshot.muat_ulang import muat_ulang

TAHUN = 2024


def kembar() -> None:
    """Take away every number that could put these rows in order by itself."""
    UnitKerja.objects.update(urutan=0)
    Indikator.objects.update(urutan=1)
    JumlahPegawai.objects.update(urutan=1)


def riwayat_pendahulu() -> None:
    """Give an indikator and its predecessor a figure of the same year."""
    iku = Indikator.objects.get(kode="iku-1", pendahulu__isnull=False)
    for satu, nilai in ((iku.pendahulu, 71), (iku, 72)):
        RiwayatRealisasi.objects.update_or_create(
            indikator=satu, tahun=2020, defaults={"nilai": nilai, "sumber": "uji"}
        )


def test_other_primary_keys_and_another_order_give_the_same_snapshot(demo_db):
    semula = take_snapshot(demo_db, TAHUN)
    pk_lama = set(SubKegiatan.objects.values_list("pk", flat=True))
    assert muat_ulang() > 1000
    connection.check_constraints()
    assert pk_lama.isdisjoint(SubKegiatan.objects.values_list("pk", flat=True))
    kini = take_snapshot(PerangkatDaerah.objects.get(slug="dinas-sosial"), TAHUN)
    assert kini == semula
    assert kini.sidik == semula.sidik


def test_rows_with_the_same_number_still_have_one_order(demo_db):
    kembar()
    riwayat_pendahulu()
    semula = take_snapshot(demo_db, TAHUN)
    muat_ulang()
    kini = take_snapshot(PerangkatDaerah.objects.get(slug="dinas-sosial"), TAHUN)
    assert kini.masukan == semula.masukan
    assert kini.sidik == semula.sidik
