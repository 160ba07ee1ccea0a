"""The way of a realisasi: who may take which step, what has to be there, and what stays of it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kinerja.actions.langkah_realisasi import (
    PerluAlasan,
    approve_realisasi,
    content_of,
    reopen_realisasi,
    return_realisasi,
    submission_of,
    submit_realisasi,
    withdraw_realisasi,
)
from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.isian import Bentrok, sidik
from lkip.kunci import TriwulanTerkunci
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    PejabatFactory,
    PeriodeTriwulanFactory,
    RealisasiIndikatorFactory,
    RealisasiKomponenFactory,
    UnitKerjaFactory,
)
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status
LANGKAH = {
    "ajukan": lambda o, r: submit_realisasi(oleh=o, realisasi=r),
    "tarik": lambda o, r: withdraw_realisasi(oleh=o, realisasi=r),
    "setujui": lambda o, r: approve_realisasi(oleh=o, realisasi=r),
    "kembalikan": lambda o, r: return_realisasi(oleh=o, realisasi=r, catatan="Periksa"),
    "buka": lambda o, r: reopen_realisasi(oleh=o, realisasi=r, alasan="Salah ketik"),
}
DARI = {
    "ajukan": {Status.DRAF, Status.DIKEMBALIKAN},
    "tarik": {Status.DIAJUKAN},
    "setujui": {Status.DIAJUKAN},
    "kembalikan": {Status.DIAJUKAN, Status.DISETUJUI},
    "buka": {Status.DISETUJUI},
}
OLEH = {
    "ajukan": {Peran.STAF_BIDANG},
    "tarik": {Peran.STAF_BIDANG},
    "setujui": {Peran.KEPALA_UNIT, Peran.KEPALA_DINAS},
    "kembalikan": {Peran.KEPALA_UNIT, Peran.KEPALA_DINAS},
    "buka": {Peran.PERENCANA},
}


@pytest.fixture
def diajukan(staf, realisasi):
    return submit_realisasi(oleh=staf, realisasi=realisasi)


@pytest.mark.parametrize("langkah", LANGKAH)
def test_each_step_begins_where_it_should_and_belongs_to_whom_it_should(langkah, bidang, realisasi):
    for status in Status.values:
        RealisasiIndikator.objects.filter(pk=realisasi.pk).update(status=status)
        for peran in Peran.values:
            oleh = pelaku(peran, bidang)
            if peran not in OLEH[langkah]:
                with pytest.raises(PermissionDenied):
                    LANGKAH[langkah](oleh, realisasi)
            elif status not in DARI[langkah]:
                with pytest.raises(ValidationError, match="tidak dapat dilakukan karena statusnya sekarang"):
                    LANGKAH[langkah](oleh, realisasi)
            else:
                LANGKAH[langkah](oleh, realisasi)
                RealisasiIndikator.objects.filter(pk=realisasi.pk).update(status=status)


@pytest.mark.parametrize("langkah", ["ajukan", "setujui"])
def test_nobody_of_another_unit(langkah, pd, realisasi):
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    for oleh in (pelaku(Peran.STAF_BIDANG, lain), pelaku(Peran.KEPALA_UNIT, lain)):
        with pytest.raises(PermissionDenied):
            LANGKAH[langkah](oleh, realisasi)


def test_submitted_returned_corrected_approved(staf, kepala, realisasi):
    Revisi.objects.create(perangkat_daerah=realisasi.indikator.renstra.perangkat_daerah, tahun=2024)
    satu = submit_realisasi(oleh=staf, realisasi=realisasi)
    assert (satu.status, satu.diajukan_oleh) == (Status.DIAJUKAN, staf.nama)
    satu = return_realisasi(oleh=kepala, realisasi=satu, catatan=" Penyebut keliru. ")
    assert (satu.status, satu.dikembalikan_oleh) == (Status.DIKEMBALIKAN, kepala.nama)
    assert satu.catatan_pengembalian == "Penyebut keliru."
    satu = submit_realisasi(oleh=staf, realisasi=satu)
    assert (satu.catatan_pengembalian, satu.dikembalikan_pada, satu.dikembalikan_oleh) == ("", None, "")
    satu = approve_realisasi(oleh=kepala, realisasi=satu)
    satu.refresh_from_db()
    assert (satu.status, satu.disetujui_oleh) == (Status.DISETUJUI, kepala.nama)
    assert satu.disetujui_pada is not None
    jejak = [(j.tindakan, j.pelaku, j.alasan) for j in Jejak.objects.order_by("pk")]
    assert jejak == [
        ("ajukan", staf.nama, ""),
        ("kembalikan", kepala.nama, "Penyebut keliru."),
        ("ajukan", staf.nama, ""),
        ("setujui", kepala.nama, ""),
    ]
    assert Revisi.objects.get().nomor == 4


def test_taking_back_and_opening_for_correction(staf, kepala, oleh, diajukan):
    satu = withdraw_realisasi(oleh=staf, realisasi=diajukan)
    assert (satu.status, satu.diajukan_pada, satu.diajukan_oleh) == (Status.DRAF, None, "")
    satu = approve_realisasi(oleh=kepala, realisasi=submit_realisasi(oleh=staf, realisasi=satu))
    satu = reopen_realisasi(oleh=oleh, realisasi=satu, alasan="Data Desember masuk terlambat")
    assert (satu.status, satu.disetujui_pada, satu.disetujui_oleh) == (Status.DIKEMBALIKAN, None, "")
    assert satu.catatan_pengembalian == "Data Desember masuk terlambat"


@pytest.mark.parametrize("kosong", ["", "  \n"])
def test_nothing_goes_back_without_a_word(kepala, oleh, diajukan, kosong):
    with pytest.raises(ValidationError, match="Tulis catatannya"):
        return_realisasi(oleh=kepala, realisasi=diajukan, catatan=kosong)
    RealisasiIndikator.objects.update(status=Status.DISETUJUI)
    with pytest.raises(ValidationError, match="Tulis catatannya"):
        reopen_realisasi(oleh=oleh, realisasi=diajukan, alasan=kosong)


def test_without_a_figure_it_is_not_submitted(staf, realisasi):
    RealisasiIndikator.objects.update(nilai=None)
    with pytest.raises(ValidationError, match="Angka realisasi belum diisi"):
        submit_realisasi(oleh=staf, realisasi=realisasi)
    RealisasiIndikator.objects.update(nilai=0)  # nought is a figure
    assert submit_realisasi(oleh=staf, realisasi=realisasi).status == Status.DIAJUKAN


@pytest.fixture
def dari_komponen(iku, bidang):
    iku.penanggung_jawab.add(bidang)
    satu = RealisasiIndikatorFactory(indikator=iku, nilai=None)
    for komponen, (pembilang, penyebut) in zip(
        iku.komponen.all(), ((None, 5), (1, 0), (None, None)), strict=True
    ):
        RealisasiKomponenFactory(realisasi=satu, komponen=komponen, pembilang=pembilang, penyebut=penyebut)
    return satu


def test_all_reasons_at_once_when_no_komponen_can_be_computed(staf, dari_komponen):
    with pytest.raises(ValidationError) as galat:
        submit_realisasi(oleh=staf, realisasi=dari_komponen)
    assert galat.value.messages == [
        "Komponen 1: pembilang kosong.",
        "Komponen 2: penyebut nol.",
        "Komponen 3: pembilang kosong.",
    ]


def test_komponen_left_out_and_missing_bukti_need_a_reason(staf, dari_komponen):
    dari_komponen.komponen.filter(komponen__urutan=1).update(pembilang=5)
    with pytest.raises(PerluAlasan) as galat:
        submit_realisasi(oleh=staf, realisasi=dari_komponen)
    assert galat.value.messages == [
        "Belum ada bukti dukung.",
        "Komponen 2: penyebut nol. Komponen ini tidak ikut dihitung.",
        "Komponen 3: pembilang kosong. Komponen ini tidak ikut dihitung.",
    ]
    dari_komponen.refresh_from_db()
    assert dari_komponen.status == Status.DRAF
    submit_realisasi(oleh=staf, realisasi=dari_komponen, alasan="Bukti menyusul pekan depan")
    assert Jejak.objects.get().alasan == "Bukti menyusul pekan depan"


def test_what_follows_another_indikator_is_not_submitted(staf, realisasi):
    realisasi.indikator.mengikuti = IndikatorFactory(renstra=realisasi.indikator.renstra)
    realisasi.indikator.save()
    with pytest.raises(PermissionDenied):
        submit_realisasi(oleh=staf, realisasi=realisasi)


def test_a_unit_that_only_counts_a_komponen_does_not_submit(pd, staf, dari_komponen):
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    dari_komponen.indikator.komponen.filter(urutan=1).update(unit_kerja=lain)
    with pytest.raises(PermissionDenied):
        submit_realisasi(oleh=pelaku(Peran.STAF_BIDANG, lain), realisasi=dari_komponen, alasan="x")


def test_a_conflict_is_said_and_nothing_changes(staf, kepala, realisasi):
    lama = sidik(content_of(realisasi))
    BuktiDukung.objects.all().delete()
    with pytest.raises(Bentrok):
        submit_realisasi(oleh=staf, realisasi=realisasi, sidik=lama)
    diajukan = submit_realisasi(oleh=staf, realisasi=realisasi, alasan="x")
    withdraw_realisasi(oleh=staf, realisasi=diajukan)
    submit_realisasi(oleh=staf, realisasi=diajukan, alasan="x")
    with pytest.raises(Bentrok) as galat:
        approve_realisasi(oleh=kepala, realisasi=diajukan, pengajuan=submission_of(diajukan))
    assert galat.value.terakhir.tindakan == "ajukan"
    assert RealisasiIndikator.objects.get().status == Status.DIAJUKAN


def test_four_eyes_even_when_the_staff_leads_the_unit_today(staf, bidang, pd, realisasi):
    PejabatFactory(unit_kerja=bidang, pengguna=staf.pengguna, status="plh")
    plh = Pelaku.from_pengguna(type(staf.pengguna).objects.get(pk=staf.pengguna.pk), "uji")
    diajukan = submit_realisasi(oleh=plh, realisasi=realisasi)
    with pytest.raises(ValidationError, match="tidak dapat Anda setujui sendiri"):
        approve_realisasi(oleh=plh, realisasi=diajukan)
    approve_realisasi(oleh=pelaku(Peran.KEPALA_DINAS, bidang), realisasi=diajukan)


@pytest.mark.parametrize(("mulai", "boleh"), [(0, True), (1, False)])
def test_who_acts_for_the_head_approves_from_the_first_day(mulai, boleh, pd, bidang, diajukan):
    orang = pelaku(Peran.KEPALA_UNIT, UnitKerjaFactory(perangkat_daerah=pd)).pengguna
    hari = timezone.localdate() + datetime.timedelta(days=mulai)
    PejabatFactory(unit_kerja=bidang, pengguna=orang, status="plt", mulai=hari)
    plt = Pelaku.from_pengguna(orang, "uji")
    if boleh:
        assert approve_realisasi(oleh=plt, realisasi=diajukan).status == Status.DISETUJUI
    else:
        with pytest.raises(PermissionDenied):
            approve_realisasi(oleh=plt, realisasi=diajukan)


@pytest.mark.parametrize("langkah", LANGKAH)
def test_a_locked_quarter_stops_every_step(langkah, pd, bidang, realisasi):
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    for peran in OLEH[langkah]:
        with pytest.raises(TriwulanTerkunci, match="Triwulan I tahun 2024 sudah dikunci"):
            LANGKAH[langkah](pelaku(peran, bidang), realisasi)
