import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from lkip import revisi
from lkip.models import Revisi
from tests.factories import PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


def nomor():
    return {(r.perangkat_daerah_id, r.tahun): r.nomor for r in Revisi.objects.all()}


def test_current_makes_the_row_once():
    pd = PerangkatDaerahFactory()
    pertama = revisi.current(pd, 2024)
    assert (pertama.nomor, pertama.sidik, pertama.nomor_sidik) == (0, "", None)
    assert revisi.current(pd, 2024).pk == pertama.pk


def test_numbers_of_many_make_the_missing_rows():
    satu, lain = PerangkatDaerahFactory(), PerangkatDaerahFactory()
    revisi.current(satu, 2024)
    with transaction.atomic():
        revisi.bump([satu.pk], 2024)
    assert revisi.numbers([satu, lain], 2024) == {satu.pk: 1, lain.pk: 0}
    assert nomor() == {(satu.pk, 2024): 1, (lain.pk, 2024): 0}
    assert revisi.numbers([], 2024) == {}


def test_bump_raises_this_year_and_later_of_one_perangkat_daerah():
    satu, lain = PerangkatDaerahFactory(), PerangkatDaerahFactory()
    for pd in (satu, lain):
        for tahun in (2023, 2024, 2025):
            revisi.current(pd, tahun)
    revisi.bump([satu.pk], 2024)
    assert nomor() == {
        (satu.pk, 2023): 0,
        (satu.pk, 2024): 1,
        (satu.pk, 2025): 1,
        (lain.pk, 2023): 0,
        (lain.pk, 2024): 0,
        (lain.pk, 2025): 0,
    }


def test_bump_of_all():
    for tahun in (2023, 2024):
        revisi.current(PerangkatDaerahFactory(), tahun)
    revisi.bump(None, None)
    assert set(nomor().values()) == {1}


def test_the_mark_rises_with_every_write_of_theirs_whatever_the_year():
    satu, lain = PerangkatDaerahFactory(), PerangkatDaerahFactory()
    revisi.current(satu, 2024)

    def changed(tulis):
        dulu = (revisi.mark(satu), revisi.mark_of_all())
        tulis()
        return dulu[0] != revisi.mark(satu), dulu[1] != revisi.mark_of_all()

    assert changed(lambda: None) == (False, False)
    assert changed(lambda: revisi.bump([satu.pk], 2024)) == (True, True)
    assert changed(lambda: revisi.bump([satu.pk], 2051)) == (True, True)
    assert changed(lambda: revisi.bump([lain.pk], 2051)) == (False, True)
    assert changed(lambda: revisi.bump(None, None)) == (True, True)
    nomor = revisi.current(satu, 2024).nomor
    assert changed(lambda: revisi.remember(satu, 2024, nomor, "a" * 64, 1, 0)) == (True, True)
    assert changed(lambda: revisi.remember(satu, 2024, nomor - 1, "b" * 64, 1, 0)) == (False, False)
    assert changed(PerangkatDaerahFactory) == (False, True)
    assert revisi.mark(None) is None


def test_touch_raises_the_mark_and_leaves_the_reports_current():
    pd = PerangkatDaerahFactory()
    revisi.current(pd, 2024)
    dulu = revisi.mark(pd)
    revisi.touch(pd.pk)
    assert revisi.mark(pd) != dulu
    assert revisi.current(pd, 2024).nomor == 0


def test_bump_of_nobody_raises_nothing():
    revisi.current(PerangkatDaerahFactory(), 2024)
    revisi.bump([], None)
    assert set(nomor().values()) == {0}


def test_remember_keeps_the_fingerprint_of_an_unchanged_revision():
    pd = PerangkatDaerahFactory()
    keadaan = revisi.current(pd, 2024)
    revisi.remember(pd, 2024, keadaan.nomor, "a" * 64)
    kini = revisi.current(pd, 2024)
    assert (kini.sidik, kini.nomor_sidik) == ("a" * 64, kini.nomor)


def test_remember_forgets_what_a_write_overtook():
    pd = PerangkatDaerahFactory()
    keadaan = revisi.current(pd, 2024)
    revisi.bump([pd.pk], 2024)
    revisi.remember(pd, 2024, keadaan.nomor, "a" * 64)
    assert revisi.current(pd, 2024).nomor_sidik is None


@pytest.mark.django_db(transaction=True)
def test_bump_refuses_to_stand_outside_a_transaction():
    with pytest.raises(TransactionManagementError):
        revisi.bump(None, None)


@pytest.mark.django_db(transaction=True)
def test_bump_is_undone_with_its_transaction():
    pd = PerangkatDaerahFactory()
    revisi.current(pd, 2024)
    with transaction.atomic():
        revisi.bump([pd.pk], None)
        transaction.set_rollback(True)
    assert revisi.current(pd, 2024).nomor == 0
