"""A perjanjian while it is a draft: prefilled, changed, copied into a new version, deleted."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from anggaran.actions.susun_perjanjian import (
    amend_perjanjian,
    content_of,
    create_perjanjian,
    delete_perjanjian,
    official_of,
    save_perjanjian,
)
from anggaran.isi_perjanjian import IsiAnggaran, Jenis, rows_of
from kinerja.isi_perjanjian import IsiIndikator, IsiSasaran
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, SasaranPerjanjian, TargetTahunan
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    AnggaranPerjanjianFactory,
    IndikatorFactory,
    IndikatorPerjanjianFactory,
    PejabatFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    ProgramFactory,
    RenstraFactory,
    SasaranFactory,
    UnitKerjaFactory,
)

Status = PerjanjianKinerja.Status


@pytest.fixture
def iku(pd):
    renstra = RenstraFactory(perangkat_daerah=pd)
    sasaran = SasaranFactory(tujuan__renstra=renstra)
    satu = IndikatorFactory(renstra=renstra, sasaran=sasaran, pembilang="Atas", penyebut="Bawah")
    TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=90)
    return satu


@pytest.fixture
def draf(bidang, iku):
    perjanjian = PerjanjianKinerjaFactory(unit_kerja=bidang, pihak_pertama=bidang.pejabat.get())
    IndikatorPerjanjianFactory(sasaran__perjanjian=perjanjian, sasaran__urutan=1, urutan=1)
    AnggaranPerjanjianFactory(perjanjian=perjanjian, jumlah=5, urutan=1)
    return perjanjian


def sign(perjanjian):
    PerjanjianKinerja.objects.filter(pk=perjanjian.pk).update(
        status=Status.DITANDATANGANI, tanggal=datetime.date(2024, 2, 1)
    )


def test_a_new_one_is_filled_from_renstra_office_and_budget(oleh, dinas, iku):
    ProgramFactory(perangkat_daerah=dinas.perangkat_daerah)
    pejabat = dinas.pejabat.get()
    PerjanjianKinerjaFactory(
        unit_kerja=dinas, tahun=2023, pihak_pertama=pejabat, pihak_kedua_luar="Nama Gubernur"
    )
    baru = create_perjanjian(oleh=oleh, unit_kerja=dinas, tahun=2024)
    assert (baru.status, baru.versi, baru.tempat) == (Status.DRAFT, 1, "Kota Uji")
    assert (baru.pihak_pertama, baru.pihak_kedua, baru.pihak_kedua_luar) == (
        pejabat,
        None,
        "Nama Gubernur",
    )
    baris = IndikatorPerjanjian.objects.get(sasaran__perjanjian=baru)
    assert baris.sasaran.uraian == iku.sasaran.uraian
    assert (baris.indikator, baris.target, baris.pembilang, baris.penyebut) == (iku, 90, "Atas", "Bawah")
    assert [a.jenis for a in rows_of(baru.pk)][:2] == ["belanja", "program"]
    assert set(Jejak.objects.values_list("tindakan", flat=True)) == {"tambah"}


def test_asking_twice_gives_the_same_one(oleh, dinas):
    pertama = create_perjanjian(oleh=oleh, unit_kerja=dinas, tahun=2024)
    assert create_perjanjian(oleh=oleh, unit_kerja=dinas, tahun=2024) == pertama
    assert PerjanjianKinerja.objects.count() == 1


def test_a_unit_promises_to_the_head_of_the_unit_above_whoever_acts_that_day(oleh, dinas, bidang):
    """The unit between them has no head; the kepala dinas is represented by a Plt. at the end of the year."""
    seksi = UnitKerjaFactory(
        perangkat_daerah=bidang.perangkat_daerah,
        induk=UnitKerjaFactory(perangkat_daerah=bidang.perangkat_daerah, induk=dinas),
    )
    PejabatFactory(unit_kerja=seksi)
    PejabatFactory(unit_kerja=dinas, nama="Pelaksana", status="plt", mulai=datetime.date(2024, 12, 1))
    assert create_perjanjian(oleh=oleh, unit_kerja=seksi, tahun=2024).pihak_kedua.nama == "Pelaksana"
    assert official_of(dinas, datetime.date(2024, 11, 30)).nama == "Kepala"


def test_a_unit_without_a_head_has_no_perjanjian(oleh, pd):
    with pytest.raises(ValidationError, match="belum memiliki pejabat"):
        create_perjanjian(oleh=oleh, unit_kerja=UnitKerjaFactory(perangkat_daerah=pd), tahun=2024)
    assert not PerjanjianKinerja.objects.exists()


def test_rows_change_places_come_and_go(oleh, draf, iku):
    lama = SasaranPerjanjian.objects.get()
    baris = lama.indikator.get()
    anggaran = rows_of(draf.pk)[0]
    save_perjanjian(
        oleh=oleh,
        perjanjian=draf,
        sasaran=[
            IsiSasaran("Baru", None, (IsiIndikator(iku, None, None),)),
            IsiSasaran(
                "Lama",
                None,
                (IsiIndikator(iku, None, 80), IsiIndikator(baris.indikator, 1, 2, pk=baris.pk)),
                lama.pk,
            ),
        ],
        anggaran=[IsiAnggaran(Jenis.BELANJA), IsiAnggaran(anggaran.jenis, None, 7, None, anggaran.pk)],
        sidik=sidik(content_of(draf)),
    )
    assert list(draf.sasaran.order_by("urutan").values_list("uraian", flat=True)) == ["Baru", "Lama"]
    baris.refresh_from_db()
    assert (baris.urutan, baris.kondisi_awal, baris.target) == (2, 1, 2)
    assert [(a.jenis, a.jumlah) for a in rows_of(draf.pk)] == [("belanja", None), ("pendapatan", 7)]
    save_perjanjian(oleh=oleh, perjanjian=draf, sasaran=[], anggaran=[])
    assert not IndikatorPerjanjian.objects.exists()
    assert not rows_of(draf.pk)
    assert Jejak.objects.filter(tindakan="hapus").count() == 7


def test_saving_what_is_there_writes_nothing(oleh, draf):
    sebelum = Jejak.objects.count()
    s = SasaranPerjanjian.objects.get()
    i = s.indikator.get()
    isi = IsiSasaran(
        s.uraian, s.sasaran_id, (IsiIndikator(i.indikator, None, i.target.normalize(), pk=i.pk),), s.pk
    )
    save_perjanjian(oleh=oleh, perjanjian=draf, sasaran=[isi], anggaran=rows_of(draf.pk))
    assert Jejak.objects.count() == sebelum


def test_what_somebody_else_changed_is_not_overwritten(oleh, draf):
    lama = sidik(content_of(draf))
    IndikatorPerjanjian.objects.update(target=1)
    with pytest.raises(Bentrok):
        save_perjanjian(oleh=oleh, perjanjian=draf, sasaran=[], anggaran=[], sidik=lama)
    assert IndikatorPerjanjian.objects.get().target == 1


@pytest.mark.parametrize("status", [Status.DIAJUKAN, Status.DITANDATANGANI])
def test_only_a_draft_changes_or_goes(oleh, draf, status):
    PerjanjianKinerja.objects.update(status=status, tanggal=datetime.date(2024, 2, 1))
    for tindakan in (
        lambda: save_perjanjian(oleh=oleh, perjanjian=draf, sasaran=[], anggaran=[]),
        lambda: delete_perjanjian(oleh=oleh, perjanjian=draf),
    ):
        with pytest.raises(ValidationError, match="tidak dapat diubah"):
            tindakan()
    assert IndikatorPerjanjian.objects.count() == 1


def test_a_draft_goes_with_all_its_rows(oleh, draf):
    delete_perjanjian(oleh=oleh, perjanjian=draf)
    assert not PerjanjianKinerja.objects.exists()
    assert Jejak.objects.filter(tindakan="hapus").count() == 4


def test_a_perubahan_is_a_copy_and_leaves_the_signed_one(oleh, draf):
    sign(draf)
    baru = amend_perjanjian(oleh=oleh, perjanjian=draf)
    assert (baru.versi, baru.status, baru.tanggal) == (2, Status.DRAFT, None)
    salinan = IndikatorPerjanjian.objects.get(sasaran__perjanjian=baru)
    assert salinan.target == 90
    assert [(a.jenis, a.jumlah) for a in rows_of(baru.pk)] == [("pendapatan", 5)]
    assert amend_perjanjian(oleh=oleh, perjanjian=draf) == baru  # one open version at a time
    salinan.target = 95
    salinan.save()
    assert IndikatorPerjanjian.objects.get(sasaran__perjanjian=draf).target == 90


def test_what_is_not_signed_needs_no_perubahan(oleh, draf):
    with pytest.raises(ValidationError, match="belum ditandatangani"):
        amend_perjanjian(oleh=oleh, perjanjian=draf)


def test_every_step_asks_for_the_right_to_plan(draf, bidang):
    kepala = PenggunaFactory(
        peran=Peran.KEPALA_UNIT, perangkat_daerah=bidang.perangkat_daerah, unit_kerja=bidang
    )
    oleh = Pelaku.from_pengguna(kepala, "uji")
    for tindakan in (
        lambda: create_perjanjian(oleh=oleh, unit_kerja=bidang, tahun=2025),
        lambda: save_perjanjian(oleh=oleh, perjanjian=draf, sasaran=[], anggaran=[]),
        lambda: amend_perjanjian(oleh=oleh, perjanjian=draf),
        lambda: delete_perjanjian(oleh=oleh, perjanjian=draf),
    ):
        with pytest.raises(PermissionDenied):
            tindakan()
