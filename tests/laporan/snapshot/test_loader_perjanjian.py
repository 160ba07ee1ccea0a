"""Which perjanjian a report takes: the newest signed one, and a draft only while nothing is signed."""

import datetime

import pytest

from kinerja.models import PerjanjianKinerja
from laporan.snapshot.loaders.perjanjian import load_perjanjian
from tests.factories import IndikatorPerjanjianFactory, PerjanjianKinerjaFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db
Status = PerjanjianKinerja.Status
HARI = datetime.date(2024, 2, 1)


@pytest.fixture
def unit():
    return UnitKerjaFactory()


def version(unit, versi: int, status: str, target: int):
    """One version with one indikator."""
    satu = PerjanjianKinerjaFactory(
        unit_kerja=unit, pihak_pertama__mulai=f"2024-01-0{versi}", versi=versi, status=status, tanggal=HARI
    )
    IndikatorPerjanjianFactory(sasaran__perjanjian=satu, target=target)


def in_force(unit):
    (satu,) = load_perjanjian([unit.perangkat_daerah], 2024)[unit.perangkat_daerah_id].perjanjian
    return satu.versi, satu.status, satu.sasaran[0].indikator[0].target


@pytest.mark.parametrize("status", [Status.DRAFT, Status.DIAJUKAN])
def test_an_unsigned_perubahan_does_not_replace_the_signed_version(unit, status):
    version(unit, 1, Status.DITANDATANGANI, 80)
    version(unit, 2, status, 95)
    assert in_force(unit) == (1, "ditandatangani", 80)


def test_the_perubahan_counts_from_its_signature_on(unit):
    version(unit, 1, Status.DITANDATANGANI, 80)
    version(unit, 2, Status.DITANDATANGANI, 95)
    version(unit, 3, Status.DRAFT, 99)
    assert in_force(unit) == (2, "ditandatangani", 95)


def test_while_nothing_is_signed_the_newest_draft_is_shown_as_such(unit):
    version(unit, 1, Status.DRAFT, 80)
    assert in_force(unit) == (1, "draft", 80)
