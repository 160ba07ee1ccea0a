from decimal import Decimal

import pytest

from kinerja.models import Komponen, TargetTahunan
from lkip import audit
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from tests.factories import IndikatorFactory, PenggunaFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db


def test_fields_of_gives_text_and_keeps_empty_as_none():
    target = TargetTahunan.objects.create(indikator=IndikatorFactory(), tahun=2024, nilai=Decimal("98.5000"))
    isi = audit.fields_of(target)
    assert isi["nilai"] == "98.5000"
    assert isi["tahun"] == "2024"
    assert isi["bawah"] is None
    assert isi["indikator"] == str(target.indikator_id)


def test_fields_of_lists_many_to_many_keys():
    indikator, unit = IndikatorFactory(), UnitKerjaFactory()
    indikator.penanggung_jawab.add(unit)
    assert audit.fields_of(indikator)["penanggung_jawab"] == [str(unit.pk)]


def test_fields_of_never_holds_a_password():
    assert audit.fields_of(PenggunaFactory(password="pbkdf2$rahasia"))["password"] == audit.TERSEMBUNYI


def test_stored_fields_reads_the_database_not_the_object():
    unit = UnitKerjaFactory(nama="Lama")
    unit.nama = "Baru"
    isi = audit.stored_fields(unit)
    assert isi is not None
    assert isi["nama"] == "Lama"
    unit.pk = 0
    assert audit.stored_fields(unit) is None


def test_record_keeps_text_that_fits():
    unit = UnitKerjaFactory(nama="N" * 300)
    audit.record(
        oleh=Pelaku("o" * 400, "a" * 200), tindakan="ubah", objek=unit, sebelum=None, sesudah={"nama": "x"}
    )
    jejak = Jejak.objects.get()
    assert jejak.objek_jenis == "lkip.UnitKerja"
    assert jejak.objek_kunci == str(unit.pk)
    assert len(jejak.pelaku) == 300
    assert len(jejak.asal) == 100
    assert jejak.sesudah == {"nama": "x"}


def test_collect_deleted_follows_the_cascade():
    indikator = IndikatorFactory()
    komponen = Komponen.objects.create(indikator=indikator, urutan=1, pembilang="a", penyebut="b")
    dikumpulkan = audit.collect_deleted([indikator])
    assert {(type(o), o.pk) for o, _ in dikumpulkan} == {
        (type(indikator), indikator.pk),
        (Komponen, komponen.pk),
    }
    assert {type(o): isi for o, isi in dikumpulkan}[Komponen]["pembilang"] == "a"


def test_a_row_is_written_once_and_never_changed():
    unit = UnitKerjaFactory()
    audit.record(
        oleh=Pelaku("budi", "10.0.0.7"), tindakan="ubah", objek=unit, sebelum=None, sesudah=None, induk=unit
    )
    jejak = Jejak.objects.get()
    assert jejak.induk == f"lkip.UnitKerja:{unit.pk}"
    for coba in (
        jejak.save,
        jejak.delete,
        Jejak.objects.all().delete,
        lambda: Jejak.objects.update(pelaku="x"),
    ):
        with pytest.raises(TypeError):
            coba()
    assert Jejak.objects.get().pelaku == "budi"
