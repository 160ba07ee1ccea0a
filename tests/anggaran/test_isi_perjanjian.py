"""The money behind a perjanjian: which budget document counts, what the rows add up to, where they differ."""

import datetime
from decimal import Decimal

import pytest

from anggaran.isi_perjanjian import (
    IsiAnggaran,
    Jenis,
    day_of,
    differences,
    pagu_berlaku,
    prefill_anggaran,
    sums,
)
from anggaran.models import DokumenAnggaran, Pagu, Pendapatan
from tests.factories import ProgramFactory, SubKegiatanFactory

pytestmark = pytest.mark.django_db
AKHIR = datetime.date(2024, 12, 31)


def dokumen(pd, urutan: int, tanggal: datetime.date | None, **pagu):
    """A budget document with the pagu of sub kegiatan."""
    satu = DokumenAnggaran.objects.create(
        perangkat_daerah=pd, tahun=2024, urutan=urutan, jenis="murni", tanggal=tanggal
    )
    for sub, jumlah in pagu.get("pagu", {}).items():
        Pagu.objects.create(dokumen=satu, sub_kegiatan=sub, jumlah=jumlah)
    return satu


@pytest.fixture
def sub(pd):
    program = ProgramFactory(perangkat_daerah=pd)
    return [SubKegiatanFactory(kegiatan__program=program) for _ in range(2)]


@pytest.mark.parametrize(
    ("hari", "urutan", "jumlah"),
    [
        (datetime.date(2024, 3, 1), 1, 30),
        (datetime.date(2024, 5, 8), 2, 50),
        (datetime.date(2024, 12, 31), 2, 50),
        (datetime.date(2024, 1, 1), 2, 50),
    ],
    ids=["after the first", "on the day of the second", "year end", "before any: the last"],
)
def test_the_latest_document_of_the_day_counts(pd, sub, hari, urutan, jumlah):
    dokumen(pd, 1, datetime.date(2024, 2, 1), pagu={sub[0]: 10, sub[1]: 20})
    dokumen(pd, 2, datetime.date(2024, 5, 8), pagu={sub[0]: 50})
    dokumen(pd, 3, datetime.date(2024, 5, 9))  # a stated total without rows says nothing of a program
    pagu = pagu_berlaku(pd, 2024, hari)
    assert pagu.dokumen.urutan == urutan
    assert pagu.program == {sub[0].kegiatan.program_id: Decimal(jumlah)}


def test_without_any_document_nothing_is_known(pd):
    pagu = pagu_berlaku(pd, 2024, AKHIR)
    assert (pagu.dokumen, dict(pagu.program)) == (None, {})
    assert differences([IsiAnggaran(Jenis.PROGRAM, ProgramFactory.build(pk=1))], pagu) == ()


def test_the_head_answers_for_everything_a_unit_for_its_own_programs(pd, sub, dinas, bidang):
    dokumen(pd, 1, None, pagu={sub[0]: 10, sub[1]: 20})
    milik_bidang = ProgramFactory(perangkat_daerah=pd, unit_kerja=bidang)
    Pendapatan.objects.create(perangkat_daerah=pd, tahun=2024, uraian="Retribusi", target=100)
    kepala = prefill_anggaran(dinas, 2024, AKHIR)
    assert [a.jenis for a in kepala] == [
        "belanja", "program", "program", "pendapatan", "total", "dekonsentrasi", "tugas_pembantuan",
    ]  # fmt: skip
    assert [a.jumlah for a in kepala] == [None, Decimal(30), None, Decimal(100), None, None, None]
    assert [a.penyerapan_minimum for a in kepala[:3]] == [85, 85, 85]
    assert [(a.jenis, a.program) for a in prefill_anggaran(bidang, 2024, AKHIR)] == [
        ("belanja", None),
        ("program", milik_bidang),
    ]


def test_sums_keep_empty_apart_from_zero():
    program = ProgramFactory.build()
    assert sums([IsiAnggaran(Jenis.PROGRAM, program), IsiAnggaran(Jenis.TOTAL)]).total is None
    jumlah = sums(
        [
            IsiAnggaran(Jenis.PROGRAM, program, Decimal(5)),
            IsiAnggaran(Jenis.PROGRAM, program, Decimal(7)),
            IsiAnggaran(Jenis.PENDAPATAN, jumlah=Decimal(1)),
        ]
    )
    assert (jumlah.belanja, jumlah.total) == (12, 13)


def test_a_difference_from_the_pagu_is_shown_with_its_sign(pd, sub):
    dokumen(pd, 1, None, pagu={sub[0]: 10, sub[1]: 20})
    program, pagu = sub[0].kegiatan.program, pagu_berlaku(pd, 2024, AKHIR)
    assert differences([IsiAnggaran(Jenis.PROGRAM, program, Decimal(30))], pagu) == ()
    (beda,) = differences([IsiAnggaran(Jenis.PROGRAM, program, Decimal(25))], pagu)
    assert (beda.pagu, beda.selisih) == (30, -5)


@pytest.mark.parametrize(
    ("hari", "hasil"),
    [("2023-12-30", "2024-01-01"), ("2024-06-07", "2024-06-07"), ("2026-01-01", "2024-12-31")],
)
def test_a_day_outside_the_year_counts_as_its_nearest(hari, hasil):
    assert day_of(2024, datetime.date.fromisoformat(hari)) == datetime.date.fromisoformat(hasil)
