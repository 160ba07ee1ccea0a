"""What holds for every drawing, on the page and in the PDF."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.utils import translation

from laporan.grafik.bagan import bagan
from laporan.grafik.batang import diagram_batang
from laporan.grafik.garis import DiagramGaris, diagram_garis
from laporan.grafik.kanvas import Gambar, angka
from laporan.grafik.pohon import pohon
from laporan.grafik.progres import BarisProgres, Progres, progres
from tests.laporan.grafik.bantu import SVG, urai
from tests.laporan.grafik.test_bagan import dinas
from tests.laporan.grafik.test_batang import SDM
from tests.laporan.grafik.test_garis import PPKS, PSKS, TAHUN
from tests.laporan.grafik.test_pohon import cascading

D = Decimal

SEMUA: dict[str, Callable[[], Gambar]] = {
    "bagan": lambda: bagan(dinas()),
    "pohon": lambda: pohon(cascading(2, 3)),
    "batang": lambda: diagram_batang(SDM),
    "garis": lambda: diagram_garis(DiagramGaris("Tren", TAHUN, (PPKS, PSKS))),
    "progres": lambda: progres(Progres("IKU", (BarisProgres("A", D("1234.5"), "1.234,50%"),))),
}


@pytest.mark.parametrize("nama", list(SEMUA))
def test_named_for_assistive_technology_and_pdf(nama: str) -> None:
    gambar = SEMUA[nama]()
    akar = urai(gambar)
    assert akar.get("role") == "img"
    assert akar[0].tag == f"{SVG}title"
    assert akar[0].text == gambar.judul
    assert akar.find(f"{SVG}desc").text == gambar.uraian


@pytest.mark.parametrize("nama", list(SEMUA))
def test_same_markup_every_time_in_every_language(nama: str) -> None:
    with translation.override("id"):
        indonesia = SEMUA[nama]()
    with translation.override("en"):
        assert SEMUA[nama]() == indonesia


@pytest.mark.parametrize("nama", list(SEMUA))
def test_safe_under_a_strict_policy_and_beside_other_drawings(nama: str) -> None:
    for unsur in urai(SEMUA[nama]()).iter():
        assert unsur.tag.removeprefix(SVG) in {
            "svg",
            "title",
            "desc",
            "rect",
            "path",
            "text",
            "circle",
            "polygon",
        }
        assert not {"id", "style", "href", "onload"} & set(unsur.attrib)


def test_a_sheet_taller_than_the_page_is_scaled_as_a_whole() -> None:
    akar = urai(pohon(cascading(12, 6)))
    lebar, tinggi = (D(akar.get(a).removesuffix("mm")) for a in ("width", "height"))
    _, _, x, y = (D(n) for n in akar.get("viewBox").split())
    assert tinggi == 160
    assert lebar / tinggi == pytest.approx(x / y, rel=D("0.01"))


@pytest.mark.parametrize(
    ("nilai", "teks"), [(D("-0.001"), "0"), (D("1E+2"), "100"), (D("1.50"), "1.5"), (1234, "1234")]
)
def test_coordinates_are_plain(nilai: D | int, teks: str) -> None:
    assert angka(nilai) == teks
