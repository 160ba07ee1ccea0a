"""Each rule, at its edge; the sentence on the page is that of the policy in force."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.models import RealisasiIndikator
from laporan.dasbor.peringatan import ATURAN, by_rule, warnings_of
from laporan.dasbor.satu_peringatan import Tingkat
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.bagian import Bagian, Potongan, take_parts
from laporan.snapshot.batas import SETAHUN, Batas
from laporan.snapshot.loaders.pelaporan import Pelaporan
from lkip.models import PerangkatDaerah, PeriodeTriwulan
from tests.factories import IndikatorFactory
from tests.laporan import pabrik as p

HARI = datetime.date(2025, 2, 1)


def potongan(batas=SETAHUN, pelaporan=(), tenggat=None, **ganti):
    masukan = p.masukan(**ganti)
    pd = PerangkatDaerah(pk=1, slug="dinas-contoh", nama="Dinas Contoh")
    return Potongan(pd, 2024, batas, masukan, tuple(pelaporan), tenggat or {})


def kode(satu, hari=HARI):
    return {s.kode for s in warnings_of(satu, hari)}


def realisasi(nilai, triwulan=2, rencana=None):
    target = () if rencana is None else (mk.TargetTriwulan("iku-1", triwulan, Decimal(rencana), "", False),)
    return mk.Realisasi((replace(p.LAPORAN, triwulan=triwulan, nilai=Decimal(nilai)),), target)


def lapor(triwulan, status="disetujui", diajukan=None, ada_bukti=True):
    return Pelaporan("iku-1", triwulan, status, diajukan, ada_bukti)


SEMUA = tuple(lapor(t) for t in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("nilai", "rencana", "ada"),
    [
        ("40.5", None, False),  # linear: 45 by the middle of the year, tolerance 10 of a hundred
        ("40.4", None, True),
        ("50", "60", True),  # the rencana aksi counts where it has a target
        ("54", "60", False),
    ],
)
def test_behind_the_path_by_more_than_the_tolerance(nilai, rencana, ada):
    satu = potongan(Batas(6), SEMUA, realisasi=realisasi(nilai, 2, rencana))
    assert ("di_bawah_jalur" in kode(satu)) is ada


def test_the_tolerance_of_the_policy_decides_and_is_printed():
    longgar = replace(p.KEBIJAKAN, toleransi_jalur=Decimal(40))
    satu = potongan(Batas(6), SEMUA, realisasi=realisasi("30"), kebijakan=longgar)
    assert "di_bawah_jalur" not in kode(satu)
    jalur = next(a for a in ATURAN if a.kode == "di_bawah_jalur")
    assert "kurang dari 60%" in jalur.bunyi(longgar)
    assert "kurang dari 90%" in jalur.bunyi(None)


def test_an_indikator_that_falls_is_held_against_the_target_of_the_year():
    turun = replace(p.IKU, arah="turun", rumus_capaian="selisih", target=(p.target(2024, "12"),))
    daftar = mk.DaftarIndikator((turun,))
    for nilai, ada in (("12", False), ("14", True)):
        satu = potongan(Batas(3), SEMUA, indikator=daftar, realisasi=realisasi(nilai, 1))
        assert ("di_bawah_jalur" in kode(satu)) is ada


def test_before_the_first_triwulan_ends_nothing_is_behind():
    satu = potongan(Batas(2), realisasi=mk.Realisasi((), ()))
    assert {"di_bawah_jalur", "terlambat", "belum_dilaporkan"}.isdisjoint(kode(satu))


def anggaran(pagu, keuangan, fisik=None, bulan=12):
    isi = ma.Bulan(bulan, None if keuangan is None else Decimal(keuangan), fisik and Decimal(fisik))
    return p.anggaran(replace(p.SUB_KEGIATAN, pagu=None if pagu is None else Decimal(pagu), bulan=(isi,)))


@pytest.mark.parametrize(
    ("batas", "keuangan", "ada"), [(12, 90, False), (12, 89, True), (6, 40, False), (6, 39, True)]
)
def test_penyerapan_behind_the_calendar(batas, keuangan, ada):
    satu = potongan(Batas(batas), SEMUA, anggaran=anggaran(100, keuangan, bulan=batas))
    assert ("keuangan_di_bawah_jalur" in kode(satu)) is ada


def test_fisik_done_with_little_money_and_more_than_the_pagu():
    assert "fisik_tanpa_keuangan" in kode(potongan(pelaporan=SEMUA, anggaran=anggaran(100, 49, 100)))
    assert "fisik_tanpa_keuangan" not in kode(potongan(pelaporan=SEMUA, anggaran=anggaran(100, 50, 100)))
    assert "melebihi_pagu" in kode(potongan(pelaporan=SEMUA, anggaran=anggaran(100, 101)))
    assert "melebihi_pagu" in kode(potongan(pelaporan=SEMUA, anggaran=anggaran(None, 1)))
    for keuangan in (100, None):
        assert "melebihi_pagu" not in kode(potongan(pelaporan=SEMUA, anggaran=anggaran(100, keuangan)))


def test_late_is_what_was_not_submitted_by_its_day_or_only_after_it():
    tenggat = {1: datetime.date(2024, 4, 10), 2: datetime.date(2024, 7, 10)}
    hari = datetime.date(2024, 7, 10)
    tepat = lapor(1, diajukan=datetime.date(2024, 4, 10))
    satu = potongan(Batas(6), [tepat], tenggat)
    assert {"belum_dilaporkan"} <= kode(satu, hari)
    assert "terlambat" not in kode(satu, hari)
    (lewat,) = [s for s in warnings_of(satu, datetime.date(2024, 7, 11)) if s.kode == "terlambat"]
    assert (lewat.tingkat, lewat.pesan) == (
        Tingkat.GENTING,
        "triwulan II belum diajukan; tenggat 10 Juli 2024 sudah lewat.",
    )
    susulan = lapor(2, diajukan=datetime.date(2024, 7, 12))
    semua = warnings_of(potongan(Batas(6), [tepat, susulan], tenggat), datetime.date(2024, 8, 1))
    assert [s.tingkat for s in semua if s.kode == "terlambat"] == [Tingkat.WASPADA]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "tingkat"),
    [("draf", [Tingkat.GENTING]), ("dikembalikan", [Tingkat.GENTING]), ("diajukan", [])],
)
def test_a_draft_or_what_was_returned_is_late(status, tingkat):
    indikator = IndikatorFactory()
    pd = indikator.renstra.perangkat_daerah
    RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=1, nilai=1, status=status)
    PeriodeTriwulan.objects.create(
        perangkat_daerah=pd, tahun=2024, triwulan=1, batas_waktu=datetime.date(2024, 4, 10)
    )
    satu = take_parts([pd], 2024, Batas(3), (Bagian.KINERJA, Bagian.JADWAL))[pd.pk]
    assert [s.tingkat for s in warnings_of(satu, HARI) if s.kode == "terlambat"] == tingkat


def test_without_evidence_and_not_approved():
    satu = potongan(pelaporan=[lapor(3, "diajukan", ada_bukti=False), lapor(4)])
    pesan = {s.kode: s.pesan for s in warnings_of(satu, HARI)}
    assert pesan["tanpa_bukti"] == "triwulan III tidak memiliki bukti dukung."
    assert "triwulan III belum disetujui" in pesan["belum_disetujui"]


def test_an_empty_year_is_not_a_year_without_warnings():
    kosong = potongan(
        kebijakan=None,
        indikator=mk.DaftarIndikator(()),
        anggaran=ma.Anggaran((), ()),
        realisasi=mk.Realisasi((), ()),
    )
    tempat = [s.tempat for s in warnings_of(kosong, HARI) if s.kode == "tanpa_data"]
    assert tempat == ["Kebijakan pengukuran", "Indikator kinerja utama", "Program dan kegiatan"]


def test_rules_with_a_genting_warning_come_first():
    satu = potongan(pelaporan=[lapor(4, ada_bukti=False)], anggaran=anggaran(100, 101))
    kelompok = by_rule(warnings_of(satu, HARI))
    assert kelompok[0].aturan.kode == "melebihi_pagu"
    assert [k.genting for k in kelompok] == sorted((k.genting for k in kelompok), reverse=True)


def test_every_rule_has_its_own_code_and_sentence():
    assert len({a.kode for a in ATURAN}) == len(ATURAN)
    assert all(a.bunyi(p.KEBIJAKAN).endswith(".") and a.bunyi(None).endswith(".") for a in ATURAN)
