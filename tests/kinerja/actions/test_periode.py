"""Quarters: until when figures are due, locking with what is not finished named, and opening again."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from kinerja.actions.langkah_realisasi import PerluAlasan
from kinerja.actions.periode import lock_triwulan, periods, save_batas_waktu, unfinished, unlock_triwulan
from kinerja.models import RealisasiIndikator
from lkip import kunci
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak, PerangkatDaerah, PeriodeTriwulan, Revisi
from lkip.peran import Peran
from tests.factories import IndikatorFactory, RealisasiIndikatorFactory
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status


def status(realisasi):
    return RealisasiIndikator.objects.get(pk=realisasi.pk).status


@pytest.fixture
def disetujui(realisasi):
    RealisasiIndikator.objects.update(
        status=Status.DISETUJUI, disetujui_oleh="k", disetujui_pada="2024-04-01T00:00Z"
    )
    return realisasi


def lock(oleh, pd, **lain):
    return lock_triwulan(oleh=oleh, pd=pd, tahun=2024, triwulan=1, **lain)


def test_a_quarter_is_locked_and_its_figures_stay(oleh, pd, disetujui):
    Revisi.objects.create(perangkat_daerah=pd, tahun=2024)
    periode = lock(oleh, pd)
    assert (periode.dikunci_oleh, status(disetujui)) == (oleh.nama, Status.DIKUNCI)
    assert Revisi.objects.get().nomor > 0
    with pytest.raises(IntegrityError, match=kunci.PESAN_PEMICU), transaction.atomic():
        RealisasiIndikator.objects.update(nilai=99)
    assert [(j.tindakan, j.objek_jenis) for j in Jejak.objects.order_by("pk")] == [
        ("kunci", "kinerja.RealisasiIndikator"),
        ("kunci", "lkip.PeriodeTriwulan"),
    ]
    assert lock(oleh, pd).pk == periode.pk  # a second time nothing happens
    assert Jejak.objects.count() == 2


def test_what_nobody_approved_is_named_and_needs_a_reason(oleh, pd, renstra, realisasi):
    kosong = IndikatorFactory(renstra=renstra, urutan=2, nama="Belum diukur")
    IndikatorFactory(renstra=renstra, urutan=3, mengikuti=kosong)
    lain = RealisasiIndikatorFactory(indikator=realisasi.indikator, triwulan=2, status=Status.DISETUJUI)
    assert [(b.indikator, b.status) for b in unfinished(pd, 2024, 1)] == [
        (realisasi.indikator, "draf"),
        (kosong, "kosong"),
    ]
    with pytest.raises(PerluAlasan) as galat:
        lock(oleh, pd)
    assert galat.value.messages == [f"{realisasi.indikator}: draf.", "Belum diukur: belum diisi."]
    assert not kunci.is_locked(pd.pk, 2024, 1)
    lock(oleh, pd, alasan="Batas waktu sudah lewat")
    assert kunci.is_locked(pd.pk, 2024, 1)
    assert (status(realisasi), status(lain)) == (Status.DRAF, Status.DISETUJUI)
    assert Jejak.objects.first().alasan == "Batas waktu sudah lewat"


def test_opened_again_with_a_reason_some_for_correction(oleh, pd, disetujui, renstra):
    salah = RealisasiIndikatorFactory(indikator__renstra=renstra, status=Status.DISETUJUI)
    lock(oleh, pd)
    for alasan in ("", " "):
        with pytest.raises(ValidationError, match="Tulis alasan"):
            unlock_triwulan(oleh=oleh, pd=pd, tahun=2024, triwulan=1, alasan=alasan)
    salah.refresh_from_db()
    unlock_triwulan(oleh=oleh, pd=pd, tahun=2024, triwulan=1, alasan="Data susulan", perbaiki=[salah])
    assert (status(disetujui), status(salah)) == (Status.DISETUJUI, Status.DIKEMBALIKAN)
    salah.refresh_from_db()
    assert salah.catatan_pengembalian == "Data susulan"
    assert RealisasiIndikator.objects.get(pk=disetujui.pk).disetujui_oleh == "k"
    periode = PeriodeTriwulan.objects.get()
    assert (periode.dikunci_pada, periode.dikunci_oleh) == (None, "")
    with pytest.raises(ValidationError, match="tidak terkunci"):
        unlock_triwulan(oleh=oleh, pd=pd, tahun=2024, triwulan=1, alasan="Lagi")


def test_only_the_perencana(pd, bidang, disetujui):
    for peran in Peran.values:
        if peran == Peran.PERENCANA:
            continue
        oleh = pelaku(peran, bidang)
        for coba in (
            lambda o=oleh: lock(o, pd, alasan="x"),
            lambda o=oleh: unlock_triwulan(oleh=o, pd=pd, tahun=2024, triwulan=1, alasan="x"),
            lambda o=oleh: save_batas_waktu(oleh=o, pd=pd, tahun=2024, batas={}),
        ):
            with pytest.raises(PermissionDenied):
                coba()


def test_only_of_the_own_perangkat_daerah(oleh, realisasi):
    lain = IndikatorFactory().renstra.perangkat_daerah
    with pytest.raises(PermissionDenied):
        lock(oleh, lain, alasan="x")


def test_due_days(oleh, pd):
    hari = datetime.date(2024, 4, 10)
    save_batas_waktu(oleh=oleh, pd=pd, tahun=2024, batas={1: hari, 2: None})
    assert [p.batas_waktu for p in periods(pd, 2024)] == [hari, None, None, None]
    assert PeriodeTriwulan.objects.count() == Jejak.objects.count() == 1
    lama = sidik(PeriodeTriwulan.objects.all())
    save_batas_waktu(oleh=oleh, pd=pd, tahun=2024, batas={1: None, 3: hari}, sidik=lama)
    assert [p.batas_waktu for p in periods(pd, 2024)] == [None, None, hari, None]
    with pytest.raises(Bentrok):
        save_batas_waktu(oleh=oleh, pd=pd, tahun=2024, batas={}, sidik=lama)
    assert PerangkatDaerah.objects.filter(pk=pd.pk).exists()
