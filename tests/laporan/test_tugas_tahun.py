"""What waits in a year beside the quarters: perjanjian kinerja, monthly figures, findings, the policy."""

import datetime

import pytest

from anggaran.models import DokumenAnggaran, RealisasiAnggaran
from kinerja.models import PerjanjianKinerja, Renstra
from laporan.actions.cetakan import fresh_snapshot
from laporan.tugas_tahun import tugas_tahun
from lkip import revisi
from lkip.models import Revisi
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    PejabatFactory,
    PenggunaFactory,
    PerjanjianKinerjaFactory,
    RenstraFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db
HARI = datetime.date(2024, 5, 20)
Status = PerjanjianKinerja.Status


@pytest.fixture
def unit():
    unit = UnitKerjaFactory()
    RenstraFactory(perangkat_daerah=unit.perangkat_daerah)
    return unit


def ringkas(unit, peran, hari=HARI):
    sendiri = unit if peran in {Peran.STAF_BIDANG, Peran.KEPALA_UNIT} else None
    lintas = peran in {Peran.INSPEKTORAT, Peran.ADMIN_PEMDA}
    orang = PenggunaFactory(
        peran=peran, perangkat_daerah=None if lintas else unit.perangkat_daerah, unit_kerja=sendiri
    )
    semua = tugas_tahun(orang, unit.perangkat_daerah, 2024, {"perjanjian_daftar": "/pk/"}, hari)
    return [(t.jumlah, f"{t.benda} {t.judul}", t.tenggat, t.terlambat) for t in semua]


def test_drafts_wait_for_the_planner_and_submitted_ones_for_those_who_sign(unit):
    lain = UnitKerjaFactory(perangkat_daerah=unit.perangkat_daerah)
    PerjanjianKinerjaFactory(unit_kerja=unit, status=Status.DIAJUKAN)
    PerjanjianKinerjaFactory(unit_kerja=lain, status=Status.DIAJUKAN)
    PerjanjianKinerjaFactory(unit_kerja=lain, versi=2)
    DokumenAnggaran.objects.create(
        perangkat_daerah=unit.perangkat_daerah,
        tahun=2024,
        urutan=1,
        jenis=DokumenAnggaran.Jenis.MURNI,
        tanggal=datetime.date(2024, 1, 31),
    )
    tenggat = datetime.date(2024, 2, 29)
    draf = (1, "perjanjian kinerja masih draf, belum diajukan", tenggat, True)
    menunggu = "perjanjian kinerja menunggu tanda tangan"
    assert ringkas(unit, Peran.PERENCANA) == [draf, (2, menunggu, tenggat, True)]
    assert ringkas(unit, Peran.KEPALA_DINAS) == [(2, menunggu, tenggat, True)]
    assert ringkas(unit, Peran.KEPALA_UNIT) == [(1, menunggu, tenggat, True)]
    assert ringkas(unit, Peran.STAF_BIDANG) == []


def test_the_planner_is_told_where_a_year_begins(unit):
    belum = (1, "Renstra belum ditetapkan", None, False)
    assert ringkas(unit, Peran.PERENCANA) == []
    PejabatFactory(unit_kerja=unit)
    PejabatFactory(unit_kerja__perangkat_daerah=unit.perangkat_daerah, mulai=datetime.date(2025, 1, 1))
    assert ringkas(unit, Peran.PERENCANA) == [(1, "perjanjian kinerja belum dibuat", None, False)]
    assert ringkas(unit, Peran.KEPALA_DINAS) == ringkas(unit, Peran.STAF_BIDANG) == []
    Renstra.objects.all().delete()
    assert ringkas(unit, Peran.PERENCANA)[0] == belum
    assert ringkas(unit, Peran.KEPALA_DINAS) == []
    assert ringkas(unit, Peran.PERENCANA, datetime.date(2026, 1, 2)) == []  # reported long ago


def test_without_a_dated_dpa_a_perjanjian_has_no_due_day(unit):
    PerjanjianKinerjaFactory(unit_kerja=unit)
    assert ringkas(unit, Peran.PERENCANA)[0][2:] == (None, False)


def test_the_staf_is_told_of_sub_kegiatan_without_the_month_that_has_ended(unit):
    program = {"kegiatan__program__perangkat_daerah": unit.perangkat_daerah, "kegiatan__program__tahun": 2024}
    satu, dua = SubKegiatanFactory.create_batch(2, unit_pelaksana=unit, **program)
    SubKegiatanFactory(**program)
    assert ringkas(unit, Peran.STAF_BIDANG)[0][:2] == (
        2,
        "sub kegiatan belum memiliki realisasi keuangan bulan April",
    )
    RealisasiAnggaran.objects.create(sub_kegiatan=satu, bulan=4, keuangan=0)
    RealisasiAnggaran.objects.create(sub_kegiatan=dua, bulan=4, fisik=10)
    assert ringkas(unit, Peran.STAF_BIDANG)[0][0] == 1
    assert ringkas(unit, Peran.STAF_BIDANG, datetime.date(2024, 1, 31)) == []
    assert "Desember" in ringkas(unit, Peran.STAF_BIDANG, datetime.date(2025, 3, 1))[0][1]


def test_the_findings_of_the_last_check_are_shown_until_the_data_move_on(unit):
    pd = unit.perangkat_daerah
    IndikatorFactory(renstra=Renstra.objects.get())
    KebijakanPengukuranFactory(perangkat_daerah=pd)
    assert ringkas(unit, Peran.INSPEKTORAT) == []
    fresh_snapshot(pd, 2024)
    tersimpan = Revisi.objects.get(perangkat_daerah=pd, tahun=2024)
    galat = (tersimpan.galat, "temuan galat pada LKIP", datetime.date(2025, 2, 28), False)
    assert tersimpan.galat
    assert galat in ringkas(unit, Peran.INSPEKTORAT)
    assert galat in ringkas(unit, Peran.PERENCANA)
    assert ringkas(unit, Peran.KEPALA_UNIT) == []
    assert ringkas(unit, Peran.KEPALA_DINAS, datetime.date(2025, 6, 1))[0][2] is None
    revisi.bump([pd.pk], 2024)
    assert "data sudah berubah" in ringkas(unit, Peran.INSPEKTORAT)[0][1]


def test_the_admin_is_told_that_a_year_has_no_policy(unit):
    assert ringkas(unit, Peran.ADMIN_PEMDA)[0][1] == "kebijakan pengukuran belum ditetapkan"
    KebijakanPengukuranFactory(perangkat_daerah=unit.perangkat_daerah)
    assert ringkas(unit, Peran.ADMIN_PEMDA) == []
