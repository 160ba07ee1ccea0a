"""The way of a perjanjian: what stands in the way of submitting, who signs, and that a signed one stays."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from anggaran.actions.perjanjian import return_perjanjian, sign_perjanjian, submit_perjanjian
from anggaran.actions.susun_perjanjian import content_of
from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja, TargetTahunan
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    AnggaranPerjanjianFactory,
    IndikatorPerjanjianFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    ProgramFactory,
    SasaranPerjanjianFactory,
    UnitKerjaFactory,
)

Status = PerjanjianKinerja.Status
HARI = datetime.date(2024, 2, 1)


@pytest.fixture
def draf(bidang):
    perjanjian = PerjanjianKinerjaFactory(unit_kerja=bidang)
    IndikatorPerjanjianFactory(sasaran__perjanjian=perjanjian)
    return perjanjian


@pytest.fixture
def diajukan(oleh, draf):
    return submit_perjanjian(oleh=oleh, perjanjian=draf)


def test_everything_that_is_missing_is_said_at_once(oleh, bidang):
    kosong = PerjanjianKinerjaFactory(unit_kerja=bidang, pihak_kedua_luar="", tempat=" ")
    SasaranPerjanjianFactory(perjanjian=kosong, urutan=1, uraian="")
    IndikatorPerjanjianFactory(
        sasaran__perjanjian=kosong, sasaran__urutan=2, target=None, indikator__nama="Angka X"
    )
    AnggaranPerjanjianFactory(
        perjanjian=kosong, jenis="program", program=ProgramFactory(kode="1.06.09", nama="Program Y")
    )
    with pytest.raises(ValidationError) as galat:
        submit_perjanjian(oleh=oleh, perjanjian=kosong)
    assert galat.value.messages == [
        "Pihak kedua belum diisi.",
        "Tempat penandatanganan belum diisi.",
        "Sasaran 1 belum memiliki uraian.",
        "Sasaran 1 belum memiliki indikator.",
        "Indikator “Angka X” pada sasaran 2 belum memiliki target.",
        "Anggaran 1.06.09 Program Y belum diisi.",
    ]
    kosong.refresh_from_db()
    assert kosong.status == Status.DRAFT


def test_an_empty_one_is_not_submitted(oleh, bidang):
    with pytest.raises(ValidationError, match="Belum ada sasaran"):
        submit_perjanjian(oleh=oleh, perjanjian=PerjanjianKinerjaFactory(unit_kerja=bidang))


def test_a_range_has_its_target_in_the_renstra(oleh, draf):
    baris = IndikatorPerjanjian.objects.get()
    baris.target = None
    baris.save()
    baris.indikator.arah = "rentang"
    baris.indikator.save()
    with pytest.raises(ValidationError, match="belum memiliki target"):
        submit_perjanjian(oleh=oleh, perjanjian=draf)
    TargetTahunan.objects.create(indikator=baris.indikator, tahun=2024, bawah=1, atas=2)
    assert submit_perjanjian(oleh=oleh, perjanjian=draf).status == Status.DIAJUKAN


def test_submitting_records_who_and_when(diajukan, perencana):
    assert diajukan.diajukan_oleh == perencana.username
    assert timezone.now() - diajukan.diajukan_pada < datetime.timedelta(minutes=1)


def test_the_head_of_the_unit_signs_and_it_is_recorded(diajukan, bidang):
    kepala = PenggunaFactory(
        peran=Peran.KEPALA_UNIT, perangkat_daerah=bidang.perangkat_daerah, unit_kerja=bidang
    )
    satu = sign_perjanjian(oleh=Pelaku.from_pengguna(kepala, "uji"), perjanjian=diajukan, tanggal=HARI)
    satu.refresh_from_db()
    assert (satu.status, satu.tanggal, satu.ditandatangani_oleh) == (
        Status.DITANDATANGANI,
        HARI,
        kepala.username,
    )
    assert satu.ditandatangani_pada is not None
    assert Jejak.objects.first().tindakan == "tanda tangani"


def test_the_head_of_another_unit_does_not_sign(diajukan, bidang):
    lain = UnitKerjaFactory(perangkat_daerah=bidang.perangkat_daerah)
    kepala = PenggunaFactory(
        peran=Peran.KEPALA_UNIT, perangkat_daerah=bidang.perangkat_daerah, unit_kerja=lain
    )
    with pytest.raises(PermissionDenied):
        sign_perjanjian(oleh=Pelaku.from_pengguna(kepala, "uji"), perjanjian=diajukan, tanggal=HARI)


def test_a_day_to_come_is_refused(oleh, diajukan):
    besok = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="belum tiba"):
        sign_perjanjian(oleh=oleh, perjanjian=diajukan, tanggal=besok)


def test_nobody_signs_what_they_have_not_read(oleh, diajukan):
    terbaca = sidik(content_of(diajukan))
    IndikatorPerjanjian.objects.update(target=1)
    with pytest.raises(Bentrok):
        sign_perjanjian(oleh=oleh, perjanjian=diajukan, tanggal=HARI, sidik=terbaca)


def test_a_returned_one_is_a_draft_with_the_reason_in_its_history(oleh, diajukan):
    with pytest.raises(ValidationError, match="alasan"):
        return_perjanjian(oleh=oleh, perjanjian=diajukan, alasan="  ")
    satu = return_perjanjian(oleh=oleh, perjanjian=diajukan, alasan="Target keliru")
    assert (satu.status, satu.diajukan_pada, satu.diajukan_oleh) == (Status.DRAFT, None, "")
    assert Jejak.objects.first().alasan == "Target keliru"


def test_a_signed_one_takes_no_step_back(oleh, diajukan):
    sign_perjanjian(oleh=oleh, perjanjian=diajukan, tanggal=HARI)
    for tindakan in (
        lambda: submit_perjanjian(oleh=oleh, perjanjian=diajukan),
        lambda: return_perjanjian(oleh=oleh, perjanjian=diajukan, alasan="x"),
        lambda: sign_perjanjian(oleh=oleh, perjanjian=diajukan, tanggal=HARI),
    ):
        with pytest.raises(ValidationError, match="statusnya sekarang ditandatangani"):
            tindakan()
