"""Classes of a scale (aturan §3) and the AKIP predicates (§6)."""

import random
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.perhitungan.data import Alasan, CelahSkala, TidakDapatDihitung, rerata
from laporan.perhitungan.kriteria import (
    BOBOT_AKIP,
    PEMBAGIAN_AKIP,
    KelasSkala,
    kriteria,
    masalah_skala,
    predikat_akip,
    validasi_skala,
)

F = Fraction
BATAS_BAWAH, BULATKAN = CelahSkala


def kelas(bawah, atas, label="kelas", kode=None):
    batas_atas = None if atas is None else F(atas)
    return KelasSkala(kode or label, F(bawah), batas_atas, label, label, "hijau")


PERMENDAGRI = (
    kelas(91, 100, "Sangat Baik", "1"),
    kelas(76, 90, "Baik", "2"),
    kelas(66, 75, "Cukup", "3"),
    kelas(51, 65, "Kurang", "4"),
    kelas(0, 50, "Sangat Kurang", "5"),
)


@pytest.mark.parametrize(
    ("nilai", "batas_bawah", "bulatkan"),
    [
        ("0", "Sangat Kurang", "Sangat Kurang"),
        ("50", "Sangat Kurang", "Sangat Kurang"),
        ("50.49", "Sangat Kurang", "Sangat Kurang"),
        ("50.5", "Sangat Kurang", "Kurang"),
        ("51", "Kurang", "Kurang"),
        ("65.99", "Kurang", "Cukup"),
        ("66", "Cukup", "Cukup"),
        ("75.5", "Cukup", "Baik"),
        ("76", "Baik", "Baik"),
        ("90", "Baik", "Baik"),
        ("90.5", "Baik", "Sangat Baik"),
        ("90.99", "Baik", "Sangat Baik"),
        ("91", "Sangat Baik", "Sangat Baik"),
        ("100", "Sangat Baik", "Sangat Baik"),
        ("100.01", "Sangat Baik", "Sangat Baik"),
        ("250", "Sangat Baik", "Sangat Baik"),
    ],
)
def test_the_permendagri_scale(nilai, batas_bawah, bulatkan):
    assert kriteria(F(nilai), PERMENDAGRI, BATAS_BAWAH).label == batas_bawah
    assert kriteria(F(nilai), PERMENDAGRI, BULATKAN).label == bulatkan


def test_a_hair_below_a_bound_is_still_the_lower_class():
    hampir = F(91) - F(1, 10**30)
    assert kriteria(hampir, PERMENDAGRI, BATAS_BAWAH).label == "Baik"
    assert kriteria(F(181, 2) - F(1, 10**30), PERMENDAGRI, BULATKAN).label == "Baik"


def test_an_exact_mean_of_76_is_baik():
    assert kriteria(rerata([F(1, 3), F(1, 3), F(682, 3)]), PERMENDAGRI, BATAS_BAWAH).label == "Baik"


def test_the_reference_report():
    assert kriteria(F(22700, 257), PERMENDAGRI, BATAS_BAWAH).label == "Baik"
    assert kriteria((F(100) + F(22700, 257)) / 2, PERMENDAGRI, BATAS_BAWAH).label == "Sangat Baik"


@pytest.mark.parametrize("celah", CelahSkala)
def test_what_has_no_value_has_no_class(celah):
    sebab = TidakDapatDihitung(Alasan.TARGET_KOSONG)
    assert kriteria(sebab, PERMENDAGRI, celah) == sebab
    assert kriteria(F(-1), PERMENDAGRI, celah) == TidakDapatDihitung(Alasan.DI_LUAR_SKALA)
    assert kriteria(F(50), (), celah) == TidakDapatDihitung(Alasan.DI_LUAR_SKALA)


@pytest.mark.parametrize("celah", CelahSkala)
@pytest.mark.parametrize(
    "skala",
    [
        PERMENDAGRI,
        PERMENDAGRI[::-1],
        (kelas(0, None),),
        (kelas(0, 60, "rendah"), kelas("60.01", None, "tinggi")),
    ],
)
def test_good_scales_are_accepted_under_both_policies(skala, celah):
    validasi_skala(skala, celah)


@pytest.mark.parametrize(
    ("skala", "celah", "masalah"),
    [
        ((), BATAS_BAWAH, "belum ada kelas"),
        ((kelas(1, 100),), BATAS_BAWAH, "nilai 0 sampai 1 tidak tercakup"),
        ((kelas(0, 50, "a"), kelas(50, 100, "b")), BATAS_BAWAH, "a dan b tumpang tindih"),
        ((kelas(0, None, "a"), kelas(50, 100, "b")), BULATKAN, "a dan b tumpang tindih"),
        ((kelas(0, 50, "a"), kelas(0, 100, "b")), BATAS_BAWAH, "a dan b tumpang tindih"),
        ((kelas(0, 50, "a"), kelas(60, 100, "b")), BATAS_BAWAH, "antara 50 dan 60 tidak tercakup"),
        ((kelas(0, 50, "a"), kelas(52, 100, "b")), BULATKAN, "antara 50 dan 52 tidak tercakup"),
        ((kelas(0, 50, "a"), kelas("51.5", 100, "b")), BULATKAN, "antara 50 dan 51,5 tidak tercakup"),
        ((kelas(0, 50, "a"), kelas(51, 40, "b")), BATAS_BAWAH, "batas atas b lebih kecil"),
        ((kelas(0, 50, "a", "1"), kelas(51, 99, "b", "1")), BATAS_BAWAH, "kode 1 dipakai lebih dari sekali"),
        ((kelas(51, 75, "b"), kelas(0, 50, "a"), kelas(76, 99, "c")), BATAS_BAWAH, "tidak berurutan"),
        (
            (kelas(0, 50, "a"), kelas("50.2", "50.8", "b"), kelas("50.9", 100, "c")),
            BULATKAN,
            "b tidak memuat satu pun persen bulat",
        ),
    ],
)
def test_a_bad_scale_is_refused_with_the_problem_named(skala, celah, masalah):
    with pytest.raises(ValueError, match=masalah):
        validasi_skala(skala, celah)


def test_all_problems_of_a_scale_are_reported_together():
    skala = (kelas(10, 50, "a", "1"), kelas(40, 60, "b", "1"), kelas(80, 70, "c"))
    with pytest.raises(ValueError, match="Skala tidak sah") as galat:
        validasi_skala(skala, BATAS_BAWAH)
    for masalah in ("kode 1", "0 sampai 10", "a dan b tumpang", "60 dan 80", "batas atas c"):
        assert masalah in str(galat.value)


def test_each_problem_names_the_class_to_mend():
    rendah, tengah, tinggi = kelas(10, 50, "a", "1"), kelas(40, 60, "b", "1"), kelas(80, 70, "c")
    milik = {m.pesan: m.kelas for m in masalah_skala((rendah, tengah, tinggi), BATAS_BAWAH)}
    assert milik == {
        "kode 1 dipakai lebih dari sekali": tengah,
        "nilai 0 sampai 10 tidak tercakup": rendah,
        "batas atas c lebih kecil daripada batas bawahnya": tinggi,
        "a dan b tumpang tindih": tengah,
        "nilai antara 60 dan 80 tidak tercakup": tinggi,
    }
    assert masalah_skala((), BATAS_BAWAH)[0].kelas is None


@st.composite
def skala_bulat(draw):
    """A scale as regulations print them: whole percents, one apart."""
    bawah = [0, *sorted(draw(st.sets(st.integers(1, 150), max_size=7)))]
    atas = [berikut - 1 for berikut in bawah[1:]] + [draw(st.sampled_from([None, bawah[-1] + 10]))]
    return [kelas(b, a, f"k{nomor}") for nomor, (b, a) in enumerate(zip(bawah, atas, strict=True))]


nilai_persen = st.fractions(min_value=0, max_value=300, max_denominator=1000)


@given(skala_bulat(), nilai_persen, st.sampled_from(CelahSkala))
def test_every_value_has_exactly_one_class_and_the_printed_interval_is_respected(skala, nilai, celah):
    validasi_skala(skala, celah)
    milik = kriteria(nilai, skala, celah)
    assert isinstance(milik, KelasSkala)
    tercetak = [satu for satu in skala if satu.bawah <= nilai and (satu.atas is None or nilai <= satu.atas)]
    assert len(tercetak) <= 1
    assert nilai.denominator != 1 or not tercetak or tercetak == [milik]


@given(skala_bulat(), nilai_persen, nilai_persen, st.sampled_from(CelahSkala))
def test_a_higher_capaian_never_falls_into_a_lower_class(skala, a, b, celah):
    rendah, tinggi = (kriteria(nilai, skala, celah) for nilai in sorted((a, b)))
    assert rendah.bawah <= tinggi.bawah


@given(skala_bulat(), nilai_persen, st.sampled_from(CelahSkala), st.randoms(use_true_random=False))
def test_the_order_of_the_classes_does_not_matter(skala, nilai, celah, acak: random.Random):
    teracak = list(skala)
    acak.shuffle(teracak)
    assert kriteria(nilai, teracak, celah) == kriteria(nilai, skala, celah)


@given(skala_bulat(), st.integers(0, 6), st.sampled_from(CelahSkala))
def test_a_scale_with_a_class_taken_out_of_the_middle_or_bottom_is_refused(skala, nomor, celah):
    lebar = [i for i, (a, b) in enumerate(pairwise(skala)) if b.bawah - a.bawah >= 2]
    if not lebar:
        return
    del skala[lebar[nomor % len(lebar)]]
    with pytest.raises(ValueError, match="tidak tercakup"):
        validasi_skala(skala, celah)


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90", "A"),
        ("80.01", "A"),
        ("80", "BB"),
        ("76.40", "BB"),
        ("70", "B"),
        ("60", "CC"),
        ("50", "C"),
        ("30.01", "C"),
        ("30", "D"),
        ("0", "D"),
    ],
)
def test_akip_predicates_begin_strictly_above_their_threshold(nilai, predikat):
    assert predikat_akip(F(nilai)) == predikat


def test_akip_2023_of_the_reference_report():
    nilai = sum(F(satu) for satu in ("22.20", "22.20", "13.50", "18.50"))
    assert (nilai, predikat_akip(nilai)) == (F("76.40"), "BB")


def test_akip_weights_and_their_split():
    assert sum(satu.bobot for satu in BOBOT_AKIP) == 100
    assert sum(PEMBAGIAN_AKIP.values()) == 1
    assert [[str(float(b)) for b in satu.subbobot().values()] for satu in BOBOT_AKIP] == [
        ["6.0", "9.0", "15.0"],
        ["6.0", "9.0", "15.0"],
        ["3.0", "4.5", "7.5"],
        ["5.0", "7.5", "12.5"],
    ]
