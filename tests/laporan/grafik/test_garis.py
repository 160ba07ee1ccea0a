import xml.etree.ElementTree as ET
from decimal import Decimal
from itertools import combinations

import pytest

from laporan.grafik.garis import Deret, DiagramGaris, PutusDeret, diagram_garis
from laporan.grafik.sumbu import skala, tulis_angka
from tests.laporan.grafik.bantu import JAHAT, PANJANG, SVG, baris_teks, lembar, tulisan, urai

D = Decimal

TAHUN = ("2019", "2020", "2021", "2022", "2023", "2024")
PPKS = Deret(
    "Persentase PPKS yang terakses perlindungan dan jaminan sosial",
    tuple(D(n) for n in ("100", "100", "96.48", "76.28", "92.13", "100")),
    ("100,00", "100,00", "96,48", "76,28", "92,13", "100,00"),
    (None, None, None, None, None, D(90)),
    ("", "", "", "", "", "Target 90"),
)
PSKS = Deret(
    "Persentase PSKS yang berpartisipasi",
    (*(D(100),) * 5, D("88.32")),
    (*("100,0",) * 5, "88,32"),
)


def deret(nilai: tuple[int | None, ...], nama: str = "Nilai") -> Deret:
    label = tuple("" if n is None else f"{n},0" for n in nilai)
    return Deret(nama, tuple(None if n is None else D(n) for n in nilai), label)


def jalur(data: DiagramGaris, kelas: str) -> list[ET.Element]:
    return [p for p in urai(diagram_garis(data)).iter(f"{SVG}path") if p.get("class") == kelas]


def titik_garis(data: DiagramGaris) -> list[int]:
    """Return how many points each unbroken line joins."""
    return [p.get("d").count("L") + 1 for p in jalur(data, "deret")]


def test_a_missing_year_breaks_the_line_and_is_not_zero() -> None:
    data = DiagramGaris("Nilai AKIP", TAHUN, (deret((60, 62, None, 70, 72, 76)),))
    assert titik_garis(data) == [2, 3]
    gambar = diagram_garis(data)
    assert "tahun 2021 belum ada data" in gambar.uraian
    assert tulisan(gambar).count("belum ada data") == 1
    assert sum(1 for _ in urai(gambar).iter(f"{SVG}circle")) == 5 + 1  # points and the key


def test_zero_is_drawn() -> None:
    assert titik_garis(DiagramGaris("Nilai", TAHUN, (deret((0, 0, 0, 0, 0, 0)),))) == [6]


def test_a_changed_indicator_breaks_its_own_series_only() -> None:
    putus = (PutusDeret("2024", "Indikator berganti", (PPKS.nama,)),)
    data = DiagramGaris("Tren", TAHUN, (PPKS, PSKS), putus)
    assert titik_garis(data) == [5, 6]
    gambar = diagram_garis(data)
    assert "Indikator berganti" in tulisan(gambar)
    assert "sejak 2024 deret terputus: Indikator berganti" in gambar.uraian
    assert len(jalur(data, "putus")) == 1


def test_target_is_a_dashed_step_for_each_value() -> None:
    sasaran = Deret("A", (D(1),) * 6, ("1",) * 6, tuple(map(D, (80, 80, 90, 90, 90, 100))), tuple("ttuuuv"))
    langkah = jalur(DiagramGaris("T", TAHUN, (sasaran,)), "target")
    assert len(langkah) == 3
    assert all(p.get("stroke-dasharray") for p in langkah)


def test_labels_do_not_cover_each_other() -> None:
    data = DiagramGaris(
        "Tren", TAHUN, (PPKS, PSKS, deret((99, 98, 97, 77, 93, 89))), (PutusDeret("2024", "Putus"),)
    )
    petak = baris_teks(diagram_garis(data))
    assert not [(a, b) for a, b in combinations(petak, 2) if a[1].bertumpuk(b[1])]


def test_series_differ_by_marker_as_well_as_colour() -> None:
    gambar = urai(diagram_garis(DiagramGaris("Tren", TAHUN, (PPKS, PSKS, deret((1, 2, 3, 4, 5, 6))))))
    sudut = {len(p.get("points").split()) for p in gambar.iter(f"{SVG}polygon")}
    assert sum(1 for _ in gambar.iter(f"{SVG}circle")) == 7
    assert sudut == {4}  # squares and diamonds
    assert len({p.get("fill") for p in gambar.iter(f"{SVG}polygon")}) == 2


def test_long_and_hostile_names_stay_on_the_sheet() -> None:
    putus = (PutusDeret("2020", JAHAT + PANJANG), PutusDeret("2021", "B"))
    data = DiagramGaris(JAHAT, TAHUN, (deret((1, 2, 3, 4, 5, 6), PANJANG),), putus)
    gambar = diagram_garis(data)
    assert "<b>" not in gambar.svg
    assert all(lembar(gambar).memuat(p) for _, p in baris_teks(gambar))


def test_every_figure_is_in_the_text_alternative() -> None:
    uraian = diagram_garis(DiagramGaris("Tren", TAHUN, (PPKS,))).uraian
    assert "tahun 2022 sebesar 76,28" in uraian
    assert "tahun 2024 sebesar 100,00 (Target 90)" in uraian


@pytest.mark.parametrize("tahun", [(), TAHUN])
def test_without_series(tahun: tuple[str, ...]) -> None:
    assert tulisan(diagram_garis(DiagramGaris("Kosong", tahun, ()))) == "belum ada data"


def test_series_without_any_value_still_show_the_years() -> None:
    gambar = diagram_garis(DiagramGaris("Kosong", TAHUN, (deret((None,) * 6),)))
    assert tulisan(gambar).count("belum ada data") == 6


def test_mismatched_data_is_refused() -> None:
    with pytest.raises(ValueError, match="5 isian untuk 6 tahun"):
        DiagramGaris("T", TAHUN, (Deret("A", (D(1),) * 5, ("1",) * 6),))
    with pytest.raises(ValueError, match="berpasangan"):
        DiagramGaris("T", TAHUN, (Deret("A", (D(1),) * 6, ("1",) * 6, (D(1),) * 6),))
    with pytest.raises(ValueError, match="2030"):
        DiagramGaris("T", TAHUN, (), (PutusDeret("2030", "x"),))


@pytest.mark.parametrize(
    ("nilai", "ujung"),
    [
        (("0", "100"), ("0", "100", "25")),
        (("76.28", "100"), ("70", "100", "10")),
        (("5", "5"), ("0", "6", "2")),
        (("0", "0"), ("0", "1", "1")),
        (("-4", "4"), ("-4", "4", "2")),
        (("0.01", "0.03"), ("0", "0.03", "0.01")),
    ],
)
def test_axis_ends_are_round_and_cover_the_values(nilai: tuple[str, ...], ujung: tuple[str, ...]) -> None:
    assert skala([D(n) for n in nilai]) == tuple(D(n) for n in ujung)


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    assert "Sumbu tegak dimulai dari 70." in tulisan(diagram_garis(DiagramGaris("T", TAHUN, (PPKS,))))


def test_ticks_are_written_the_indonesian_way() -> None:
    assert tulis_angka(D("12500"), D("2500")) == "12.500"
    assert tulis_angka(D("2.5"), D("2.5")) == "2,5"
