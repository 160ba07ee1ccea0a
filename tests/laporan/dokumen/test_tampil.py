"""How values read: two decimals, whole ones bare, a minus that is a minus, reasons in words."""

from decimal import Decimal

import pytest

from laporan.dokumen import tampil
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot.hasil import HasilCapaian, HasilKriteria, HasilOperan

NOL = TidakDapatDihitung(Alasan.PENYEBUT_NOL)
KRITERIA = HasilKriteria("2", "Baik", "Tinggi", "#7fbf7b")


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ("100", "100"),
        ("100.000000000000", "100"),
        ("88.326848249027", "88,33"),
        ("88.325", "88,33"),
        ("88.324999999999", "88,32"),
        ("-2.852486468904", "−2,85"),
        ("-0.004", "0,00"),
        ("0", "0"),
        ("99.999", "100,00"),
        ("69778653677", "69.778.653.677"),
    ],
)
def test_a_figure(nilai, teks):
    assert tampil.angka(Decimal(nilai)) == teks
    assert tampil.persen(Decimal(nilai)) == teks + "%"


@pytest.mark.parametrize(
    ("sebab", "teks"),
    [
        (TidakDapatDihitung(Alasan.REALISASI_KOSONG), "belum diukur"),
        (
            TidakDapatDihitung(Alasan.REALISASI_KOSONG, "indikator bukan bagian Renstra yang berlaku"),
            "belum diukur: indikator bukan bagian Renstra yang berlaku",
        ),
        (TidakDapatDihitung(Alasan.TARGET_KOSONG), "target belum tersedia"),
        (NOL, "tidak dapat dihitung: penyebut nol"),
        (
            TidakDapatDihitung(Alasan.PREDIKAT_TIDAK_DIKENAL, "BBB"),
            "tidak dapat dihitung: predikat tidak dikenal (BBB)",
        ),
    ],
)
def test_a_reason_reads_the_same_everywhere_and_never_as_a_figure(sebab, teks):
    assert tampil.alasan(sebab) == teks
    assert tampil.angka(sebab) == tampil.persen(sebab) == tampil.dengan_satuan(sebab, "orang") == teks
    for sel in (tampil.sel_angka(sebab), tampil.sel_persen(sebab), tampil.sel_satuan(sebab, "%")):
        assert (sel.teks, sel.kelas) == (teks, "alasan")


def test_nothing_at_all_is_a_dash_or_what_the_table_says():
    assert tampil.angka(None) == tampil.uang(None) == tampil.uang_sen(None) == "–"
    assert tampil.sel_uang(None, "belum diisi").teks == "belum diisi"
    assert tampil.sel_angka(None).kelas == "angka"


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"), [("90", "%", "90%"), ("12.5", "hari", "12,50 hari"), ("3", "", "3 ")]
)
def test_a_figure_with_its_satuan(nilai, satuan, teks):
    assert tampil.dengan_satuan(Decimal(nilai), satuan).strip() == teks.strip()


def test_money_has_cents_only_where_there_are_any():
    assert tampil.uang(Decimal("69778653677.00")) == "69.778.653.677"
    assert tampil.uang(Decimal("83904516816.25")) == "83.904.516.816,25"
    assert tampil.uang_sen(Decimal("5")) == "5,00"


def test_a_kriteria_shows_colour_and_label_together():
    html = tampil.sel_kriteria(KRITERIA).teks
    assert "warna-2" in html
    assert html.endswith("Baik</span>")
    assert tampil.sel_kriteria(NOL).teks == "–"
    assert tampil.label_kriteria(NOL) == "–"


def test_a_formula_is_escaped():
    html = tampil.pecahan("A < B", "C & D")
    assert "A &lt; B" in html
    assert "C &amp; D" in html
    assert tampil.pecahan("A", "") == "A"
    assert tampil.pecahan("", "") == "–"


def capaian(**ganti):
    isi = {
        "nilai": Decimal("111.111"),
        "tanpa_batas": Decimal("111.111"),
        "dasar": "rasio",
        "dasar_dialihkan": False,
        "rumus": "rasio",
        "ungkapan": "R ÷ T × 100",
        "langkah": (
            HasilOperan("R", "realisasi", Decimal(100)),
            HasilOperan("T", "target", Decimal(90)),
        ),
        "kriteria": KRITERIA,
    }
    return tampil.cara_hitung(HasilCapaian(**(isi | ganti)))


def test_the_worked_formula():
    assert capaian() == "Capaian = R ÷ T × 100 = 111,11%, dengan R = realisasi = 100, T = target = 90."
    assert "= 111,11%, dibatasi menjadi 100%, dengan" in capaian(nilai=Decimal(100))
    assert capaian(nilai=NOL) == "Capaian tidak dapat dihitung: penyebut nol."
    assert capaian(langkah=()) == "Capaian = R ÷ T × 100 = 111,11%."


def test_a_capped_value_without_a_finite_uncapped_one():
    teks = capaian(nilai=Decimal(120), tanpa_batas=TidakDapatDihitung(Alasan.REALISASI_NOL), ungkapan="")
    assert "realisasi nol" in teks
    assert "120%" in teks
    assert "nol%" not in teks


@pytest.mark.parametrize("banyak", [1, tampil.BATAS_GABUNG])
def test_a_small_group_shares_its_cell(banyak):
    assert tampil.sel_gabung(0, banyak, ("a", ""))[0].baris == banyak
    assert tampil.sel_gabung(1, banyak, ("a", "")) == ()
    assert tampil.kelas_gabung(0, banyak) == ""
    assert tampil.kelas_gabung(1, banyak) == "sambung"


def test_a_large_group_repeats_its_cell():
    banyak = tampil.BATAS_GABUNG + 1
    assert [tampil.sel_gabung(i, banyak, ("a", ""))[0].baris for i in range(banyak)] == [1] * banyak
    assert tampil.kelas_gabung(1, banyak) == ""
