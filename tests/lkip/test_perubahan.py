"""Audit rows as people read them."""

import datetime
from decimal import Decimal

import pytest

from kinerja.models import RealisasiIndikator, TargetTahunan
from lkip import audit
from lkip.models import Jejak, UnitKerja
from lkip.pelaku import Pelaku
from lkip.perubahan import KOSONG, Beda, changed_labels, kind_of, readable
from lkip.tulis import SEMUA, save_row
from tests.factories import IndikatorFactory, PejabatFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db
OLEH = Pelaku("penguji", "10.0.0.1")


def beda_terakhir():
    return {satu.label: satu for satu in readable(Jejak.objects.all()[:1])[0].beda}


def test_only_what_changed_with_the_names_of_fields_and_choices():
    unit = UnitKerjaFactory(nama="Lama", jenis=UnitKerja.Jenis.BIDANG)
    unit.nama, unit.jenis = "Baru", UnitKerja.Jenis.UPTD
    save_row(oleh=OLEH, objek=unit, lingkup=SEMUA)
    jejak = Jejak.objects.get()
    assert readable([jejak])[0].beda == (Beda("Nama", "Lama", "Baru"), Beda("Jenis", "Bidang", "UPTD"))
    assert changed_labels(jejak) == ["Nama", "Jenis"]
    assert readable([jejak])[0].jenis == "Unit kerja"


def test_numbers_dates_truths_and_empties():
    target = TargetTahunan(indikator=IndikatorFactory(), tahun=2024, nilai=Decimal("1234.5000"))
    save_row(oleh=OLEH, objek=target, lingkup=SEMUA)
    beda = beda_terakhir()
    assert beda["Nilai"].sesudah == "1.234,5"
    assert beda["Tahun"].sesudah == "2024"
    assert "Id" not in beda
    target.nilai = None
    save_row(oleh=OLEH, objek=target, lingkup=SEMUA)
    assert beda_terakhir() == {"Nilai": Beda("Nilai", "1.234,5", KOSONG)}
    pejabat = PejabatFactory()
    pejabat.selesai = datetime.date(2024, 12, 31)
    save_row(oleh=OLEH, objek=pejabat, lingkup=SEMUA)
    assert beda_terakhir()["Selesai"].sesudah == "31 Desember 2024"
    realisasi = RealisasiIndikator.objects.create(indikator=target.indikator, tahun=2024, triwulan=1)
    realisasi.data_contoh = True
    realisasi.diajukan_pada = datetime.datetime(2024, 4, 1, 1, 5, tzinfo=datetime.UTC)
    realisasi.diajukan_oleh = "staf"
    save_row(oleh=OLEH, objek=realisasi, lingkup=SEMUA)
    beda = beda_terakhir()
    assert (beda["Data contoh"].sebelum, beda["Data contoh"].sesudah) == ("tidak", "ya")
    assert beda["Diajukan pada"].sesudah == "1 April 2024 pukul 09.05"


def test_relations_carry_their_name_as_long_as_they_exist():
    indikator, unit, lain = IndikatorFactory(), UnitKerjaFactory(nama="Bidang A"), UnitKerjaFactory()
    nomor = lain.pk
    save_row(oleh=OLEH, objek=indikator, lingkup=SEMUA, banyak={"penanggung_jawab": [unit, lain]})
    indikator.penanggung_jawab.clear()
    lain.delete()
    teks = beda_terakhir()["Penanggung jawab"].sesudah
    assert set(teks.split("; ")) == {"Bidang A", f"nomor {nomor} (sudah tidak ada)"}


def test_what_the_models_no_longer_know_is_shown_as_it_was_kept():
    jejak = Jejak(objek_jenis="kinerja.Hilang", sebelum={"kolom_lama": "a"}, sesudah={"kolom_lama": "b"})
    assert readable([jejak])[0].beda == (Beda("Kolom lama", "a", "b"),)
    assert kind_of("kinerja.Hilang") == "kinerja.Hilang"
    rusak = Jejak(
        objek_jenis="kinerja.RealisasiIndikator",
        sebelum={"nilai": "x", "diajukan_pada": "2024-99-99", "status": "antah"},
        sesudah={},
    )
    assert [b.sebelum for b in readable([rusak])[0].beda] == ["x", "2024-99-99", "antah"]


def test_a_secret_stays_one():
    jejak = Jejak(
        objek_jenis="lkip.Pengguna", sebelum={"password": None}, sesudah={"password": audit.TERSEMBUNYI}
    )
    assert readable([jejak])[0].beda[0].sesudah == audit.TERSEMBUNYI


def test_many_kinds_of_relations_cost_few_queries(django_assert_max_num_queries):
    unit = UnitKerjaFactory.create_batch(10)
    for satu in unit:
        satu.induk = unit[0] if satu is not unit[0] else None
        save_row(oleh=OLEH, objek=satu, lingkup=SEMUA)
    jejak = list(Jejak.objects.all())
    with django_assert_max_num_queries(1):
        perubahan = readable(jejak)
    assert {p.beda[0].sesudah for p in perubahan} == {unit[0].nama}
