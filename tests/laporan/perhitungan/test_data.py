"""Exactness and rounding at the border of the core."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import (
    Alasan,
    CelahSkala,
    DasarCapaian,
    Kebijakan,
    RumusEfisiensi,
    TidakDapatDihitung,
    bulat,
    desimal,
    pecahan,
    rerata,
    rerata_tertimbang,
    total,
)

F = Fraction


@pytest.mark.parametrize(
    ("masukan", "hasil"),
    [
        (Decimal("88.50"), F(177, 2)),
        (7, F(7)),
        ("88.5", F(177, 2)),
        ("22700/257", F(22700, 257)),
        (F(1, 3), F(1, 3)),
        ("0", F(0)),
        (None, None),
        ("", None),
        ("  ", None),
    ],
)
def test_stored_values_become_exact_and_empty_stays_empty(masukan, hasil):
    assert pecahan(masukan) == hasil


@pytest.mark.parametrize("masukan", ["abc", "1,5", Decimal("NaN")])
def test_what_is_no_number_is_refused(masukan):
    with pytest.raises(ValueError, match=r"."):
        pecahan(masukan)


def test_a_binary_float_is_refused_because_it_is_not_exact():
    with pytest.raises(TypeError, match="float"):
        pecahan(0.1)


@pytest.mark.parametrize(
    ("nilai", "tempat", "hasil"),
    [
        (F(22700, 257), 2, "88.33"),  # the printed report truncated to 88,32
        (F("2.675"), 2, "2.68"),
        (F("2.665"), 2, "2.67"),  # half-up, not half-even
        (F("-2.665"), 2, "-2.67"),
        (F("-0.004"), 2, "0.00"),
        (F("0.5"), 0, "1"),
        (F("1.5"), 0, "2"),
        (F("2.5"), 0, "3"),
        (F(100), 2, "100.00"),
        (F(69778653677), 2, "69778653677.00"),
        (F(2, 3), 12, "0.666666666667"),
    ],
)
def test_rounding_is_half_up(nilai, tempat, hasil):
    assert str(bulat(nilai, tempat)) == hasil


def test_the_border_keeps_twelve_places():
    assert str(desimal(F(22700, 257))) == "88.326848249027"


def test_rounding_for_reading_starts_from_the_exact_value_not_from_a_rounded_one():
    hampir = F(1, 2) - F(1, 10**14)
    assert bulat(hampir, 0) == 0
    assert bulat(F(desimal(hampir)), 0) == 1  # why the display must not round twice


@given(
    st.fractions(max_denominator=10**6, min_value=-(10**30), max_value=10**30),
    st.integers(0, 12),
    st.integers(1, 40),
)
def test_rounding_is_off_by_at_most_half_a_unit_in_every_decimal_context(nilai, tempat, presisi):
    with localcontext(prec=presisi):
        hasil = desimal(nilai, tempat)
    assert abs(F(hasil) - nilai) <= F(1, 2 * 10**tempat)
    assert hasil.as_tuple().exponent == -tempat
    assert not (hasil == 0 and hasil.is_signed())


def test_the_mean_is_exact_where_decimal_would_fall_a_class_lower():
    tiga = [F(1, 3), F(1, 3), F(76 * 3) - F(2, 3)]
    assert rerata(tiga) == 76


@given(st.lists(st.fractions(), min_size=1).flatmap(lambda x: st.tuples(st.just(x), st.permutations(x))))
def test_the_order_of_the_values_does_not_change_the_mean(pasangan):
    assert rerata(pasangan[0]) == rerata(pasangan[1])


def test_weights_count():
    assert rerata_tertimbang([(F(100), F(3)), (F(60), F(1))]) == 90


@pytest.mark.parametrize(
    ("pasangan", "alasan"),
    [
        ([], Alasan.TIDAK_ADA_NILAI),
        ([(F(90), F(0))], Alasan.BOBOT_TIDAK_SAH),
        ([(F(90), F(2)), (F(80), F(-1))], Alasan.BOBOT_TIDAK_SAH),
    ],
)
def test_a_mean_without_values_or_with_impossible_weights_is_a_reason(pasangan, alasan):
    assert rerata_tertimbang(pasangan) == TidakDapatDihitung(alasan)


def test_a_reason_reads_as_indonesian_text():
    assert str(TidakDapatDihitung(Alasan.TARGET_KOSONG)) == "target kosong"
    tak_dikenal = TidakDapatDihitung(Alasan.PREDIKAT_TIDAK_DIKENAL, "WDP?")
    assert str(tak_dikenal) == "predikat tidak dikenal (WDP?)"


@pytest.mark.parametrize("batas", [F(0), F(-1)])
def test_a_cap_that_is_not_positive_is_no_policy(batas):
    with pytest.raises(ValueError, match="Batas atas"):
        Kebijakan(DasarCapaian.RASIO, batas, CelahSkala.BATAS_BAWAH, RumusEfisiensi.SELISIH)


@given(st.lists(st.fractions(max_denominator=50)))
def test_the_total_is_that_of_adding_one_after_another(nilai):
    assert total(nilai) == sum(nilai, F(0))
    if nilai:
        assert rerata(nilai) == rerata_tertimbang((satu, F(1)) for satu in nilai)
