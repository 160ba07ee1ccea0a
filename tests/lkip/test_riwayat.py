"""Who may read the history of what."""

import pytest
from django.apps import apps

from anggaran.models import RealisasiAnggaran
from kinerja.models import Komponen, RealisasiIndikator, RealisasiKomponen, RincianKomponen
from lkip.access import Izin
from lkip.models import Jejak, Skala
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from lkip.riwayat import find_model, find_object, izin_of, may_read, owner_of, rows_of
from lkip.tulis import SEMUA, save_row
from tests.factories import (
    IndikatorFactory,
    PenggunaFactory,
    RenstraFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db
OLEH = Pelaku("penguji", "10.0.0.1")


@pytest.mark.parametrize(
    ("label", "ada"),
    [
        ("kinerja.Renstra", True),
        ("kinerja.renstra", False),
        ("kinerja.Bukan", False),
        ("kinerja", False),
        ("auth.Permission", False),
        ("lkip.DrafIsian", False),
        ("lkip.Jejak", False),
    ],
)
def test_only_our_own_kinds_have_a_history(label, ada):
    assert (find_model(label) is not None) == ada


def test_a_key_that_is_none_finds_nothing():
    renstra = RenstraFactory()
    assert find_object(type(renstra), str(renstra.pk)) == renstra
    for kunci in ("x", "0", "9" * 30):
        assert find_object(type(renstra), kunci) is None


def test_the_declared_izin_name_models_that_exist():
    for app in apps.get_app_configs():
        nama = {m._meta.object_name for m in app.get_models()} | {"*"}
        assert set(getattr(app, "izin_lihat", {})) <= nama
    assert izin_of(RealisasiIndikator) == Izin.LIHAT_REALISASI
    assert izin_of(Skala) == Izin.KELOLA_ACUAN
    assert izin_of(apps.get_model("laporan.Narasi")) == Izin.LIHAT_LAPORAN
    assert izin_of(apps.get_model("kinerja.Renstra")) == Izin.LIHAT_RENCANA


def test_a_part_belongs_to_whom_its_whole_belongs():
    indikator = IndikatorFactory()
    realisasi = RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=1)
    komponen = Komponen.objects.create(indikator=indikator, urutan=1, pembilang="a", penyebut="b")
    terukur = RealisasiKomponen.objects.create(realisasi=realisasi, komponen=komponen)
    rincian = RincianKomponen.objects.create(realisasi=terukur, kelompok="x", urutan=1, uraian="x", jumlah=1)
    assert owner_of(rincian) == realisasi
    assert owner_of(Skala.objects.create(nama="S", regulasi="R")) is None


def test_staf_read_the_realisasi_of_their_own_unit_only():
    unit = UnitKerjaFactory()
    milik = IndikatorFactory(renstra__perangkat_daerah=unit.perangkat_daerah)
    milik.penanggung_jawab.add(unit)
    lain = IndikatorFactory(renstra=milik.renstra)
    staf = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=unit.perangkat_daerah, unit_kerja=unit)
    for indikator, boleh in ((milik, True), (lain, False)):
        realisasi = RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=1)
        assert may_read(staf, realisasi) == boleh
        assert may_read(staf, indikator)


def test_people_and_reference_data_are_for_few():
    skala, orang = Skala.objects.create(nama="S", regulasi="R"), PenggunaFactory()
    for peran in Peran.values:
        siapa = PenggunaFactory(peran=peran, perangkat_daerah=orang.perangkat_daerah)
        boleh = peran in {Peran.ADMIN_PEMDA, Peran.INSPEKTORAT}
        assert may_read(siapa, skala) == boleh
        assert may_read(siapa, orang) == boleh


def test_the_figures_of_another_unit_do_not_show_through_the_page_of_the_whole():
    sub = SubKegiatanFactory()
    pd = sub.kegiatan.program.perangkat_daerah
    unit = UnitKerjaFactory(perangkat_daerah=pd)
    bulan = RealisasiAnggaran(sub_kegiatan=sub, bulan=1, keuangan=1)
    save_row(oleh=OLEH, objek=bulan, lingkup=SEMUA, induk=sub)
    save_row(oleh=OLEH, objek=SubKegiatanFactory(kegiatan=sub.kegiatan), lingkup=SEMUA, induk=sub)
    sub.nama = "Nama baru"
    save_row(oleh=OLEH, objek=sub, lingkup=SEMUA)

    def jenis(orang):
        return {j.objek_jenis for j in rows_of(orang, type(sub), str(sub.pk))}

    staf = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=unit)
    assert jenis(staf) == {"anggaran.SubKegiatan"}
    assert "anggaran.RealisasiAnggaran" in jenis(PenggunaFactory(peran=Peran.PERENCANA, perangkat_daerah=pd))
    sub.unit_pelaksana = unit
    sub.save()
    assert "anggaran.RealisasiAnggaran" in jenis(staf)
    assert Jejak.objects.filter(objek_jenis="anggaran.RealisasiAnggaran").count() == 1
