"""One realisasi changes: every figure made from it changes, in text, table and drawing, and nothing else.

Both years are computed here on their own, with exact fractions, from the two counts of IKU 2.
"""

import difflib
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from kinerja.models import RealisasiKomponen
from laporan import cetak
from laporan.dokumen.blok import Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.snapshot.ambil import take_snapshot
from tests.laporan.dokumen.datar import baris

PENYEBUT = 257
TOTAL, PENUNJANG = (54_237_655_066, 69_778_653_677), (23_660_198_434, 36_157_206_342)
MAKAM = (170_041_780, 204_000_000)
SERAPAN = {
    "pemberdayaan": Fraction(1_406_103_000 * 100, 1_542_150_000),
    "pendukung": Fraction((TOTAL[0] - PENUNJANG[0] - MAKAM[0]) * 100, TOTAL[1] - PENUNJANG[1] - MAKAM[1]),
    "total": Fraction(TOTAL[0] * 100, TOTAL[1]),
}
ANGGARAN = (
    "realisasi-anggaran",
    "realisasi-triwulan",
    "pk-anggaran",
    "dokumen-anggaran",
    "anggaran-program",
    "lampiran-renja",
    "fisik-keuangan",
    "pk-kepala-anggaran",
    "pk-kepala-anggaran-lampiran",
)


def tulis(nilai: Fraction) -> str:
    bulat = (Decimal(nilai.numerator) / nilai.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{bulat}".replace(".", ",").replace("-", "−")


def turunan(pembilang: int) -> list[str]:
    """Return every figure that hangs on the number of PSKS trained, as it is printed."""
    iku = Fraction(pembilang * 100, PENYEBUT)
    rerata, rasio = (100 + iku) / 2, iku * 100 / 90
    rerata_rasio = (Fraction(100 * 100, 90) + rasio) / 2
    semua = (
        iku,
        rerata,
        rasio,
        rerata_rasio,
        rasio - iku,
        rerata_rasio - rerata,
        iku * 100 / 80,
        iku - SERAPAN["pemberdayaan"],
        rerata - SERAPAN["pendukung"],
        rerata - SERAPAN["total"],
    )
    return [str(pembilang), *map(tulis, semua)]


LAMA, BARU = turunan(227), turunan(240)


@pytest.fixture
def laporan(demo_db):
    """The report before and after the change."""
    semula = take_snapshot(demo_db, 2024)
    milik = RealisasiKomponen.objects.filter(
        realisasi__indikator__kode="iku-2",
        realisasi__tahun=2024,
        realisasi__triwulan=4,
        komponen__urutan=1,
    )
    assert milik.update(pembilang=240) == 1
    return semula, take_snapshot(demo_db, 2024)


def teks(snapshot) -> list[str]:
    return baris(cetak.html_cetak(susun(snapshot).dokumen))


def tabel(snapshot) -> dict[str, Tabel]:
    return {
        b.kunci: b for bab in susun(snapshot).dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)
    }


def perubahan(lama: str, baru: str) -> list[tuple[str, str]]:
    """Return the words that changed between two lines, without the signs around them."""
    a, b = (re.findall(r"−?\d[\d.]*(?:,\d+)?|\w+|\S", satu) for satu in (lama, baru))
    return [
        (" ".join(a[i1:i2]), " ".join(b[j1:j2]))
        for jenis, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        if jenis != "equal"
    ]


def test_the_figures_before_are_those_of_the_reference():
    assert " ".join(LAMA) == "227 88,33 94,16 98,14 104,63 9,81 10,46 110,41 −2,85 3,17 16,44"
    assert " ".join(BARU) == "240 93,39 96,69 103,76 107,44 10,38 10,74 116,73 2,21 5,70 18,96"


def test_only_figures_made_from_it_change_and_each_to_its_new_value(laporan):
    lama, baru = map(teks, laporan)
    assert len(lama) == len(baru)
    angka = dict(zip(LAMA, BARU, strict=True))
    terlihat, sebutan = set(), set()
    for sebelum, sesudah in zip(lama, baru, strict=True):
        for dari, menjadi in perubahan(sebelum, sesudah):
            if dari in angka:
                assert menjadi.removesuffix(" Sangat") == angka[dari], sebelum
                terlihat.add(dari)
            else:
                sebutan.add((dari, menjadi))
    assert terlihat == set(LAMA)
    assert sebutan == {
        ("", "Sangat"),
        ("tidak", ""),
        ("Tidak efisien", "Efisien"),
        ("sesuai", "tidak sama dengan pembilang 240"),
        ("di bawah", "melampaui"),
        ("1", "2"),  # IKU that reached their target
        ("1", "0"),  # and those that did not
    }


def test_no_old_figure_is_left_where_it_comes_from_the_change(laporan):
    _, baru = laporan
    semua = teks(baru)
    for lama in ("88,33", "94,16", "104,63", "110,41", "−2,85"):
        sisa = [b for b in semua if re.search(rf"(?<![\d.,]){lama}(?!\d)", b)]
        assert not sisa, lama
    sisa = [i for i, b in enumerate(semua) if re.search(r"(?<![\d.,])98,14(?!\d)", b)]
    assert [semua[i] for i in sisa] == ["98,14%"] * len(sisa)  # the penyerapan of one sub kegiatan
    kebetulan = [t for t in tabel(baru).values() for b in t.baris if any(s.teks == "98,14%" for s in b.sel)]
    assert {t.kunci for t in kebetulan} == {"program-1.06.04", "lampiran-renja"}


def test_the_new_figure_stands_in_every_table_that_had_the_old_one(laporan):
    lama, baru = map(tabel, laporan)

    def memuat(isi: dict[str, Tabel], angka: str) -> set[str]:
        return {k for k, t in isi.items() if any(angka in s.teks for b in t.baris for s in b.sel)}

    assert memuat(lama, "88,33") == memuat(baru, "93,39") >= {
        "capaian-iku", "dua-dasar", "capaian-rpd", "capaian-pk", "capaian-unit", "ukur-iku-2", "tahun-lalu",
        "lima-tahun", "akhir-renstra", "efisiensi", "lampiran-pengukuran", "lampiran-rencana-aksi",
    }  # fmt: skip


def test_the_kriteria_follows(laporan):
    _, baru = laporan
    isi = tabel(baru)["capaian-iku"].baris
    assert "Sangat Baik" in isi[1].sel[-1].teks
    assert "warna-1" in isi[1].sel[-1].teks


def test_the_budget_is_untouched(laporan):
    lama, baru = map(tabel, laporan)
    assert set(lama) == set(baru)
    program = [k for k in lama if k.startswith("program-")]
    assert len(program) == 7
    for kunci in (*ANGGARAN, *program):
        assert lama[kunci] == baru[kunci], kunci


def test_the_breakdown_that_no_longer_fits_is_pointed_out(laporan):
    _, baru = laporan
    (rincian,) = tabel(baru)["rincian-iku-2"].baris
    assert [s.teks for s in rincian.sel[-2:]] == ["227", "tidak sama dengan pembilang 240"]
