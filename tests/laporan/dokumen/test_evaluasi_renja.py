"""The form of the Renja evaluation (E.81), made from a small snapshot."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.evaluasi_renja import CatatanEvaluasi, dokumen_evaluasi
from laporan.snapshot import masukan_anggaran as ma
from tests.laporan import pabrik as p

K = {5: 4, 6: 6, 7: 8, 8: 10, 9: 12, 10: 14, 11: 16, 12: 18, 13: 20, 14: 22}
"""Where the K cell of each column of the form stands; its Rp cell is the next."""

KELUARAN = ma.Renja(
    p.SUB,
    1,
    "Orang dilayani",
    "orang",
    Decimal(40),
    ((1, Decimal(0)), (2, Decimal(10))),
    agregasi="jumlah",
    target_renstra=Decimal(120),
    realisasi_lalu=Decimal(20),
)
HASIL = ma.Renja(
    p.PROGRAM, 1, "Layanan", "%", Decimal(80), ((2, Decimal("60.5")),), target_renstra=Decimal(100)
)


def dokumen(*renja, triwulan=2, **sub):
    anggaran = p.anggaran(replace(p.SUB_KEGIATAN, **sub))
    snapshot = p.snapshot(dukungan=replace(p.DUKUNGAN, renja=renja), anggaran=anggaran)
    return dokumen_evaluasi(
        Bahan(snapshot),
        triwulan,
        (CatatanEvaluasi("Faktor", "Isi"),),
        {p.PROGRAM: ("Sasaran A", "Sasaran B")},
    )


def sel(baris):
    """The texts of a row, one for each column."""
    return [teks for s in baris.sel for teks in (s.teks, *[""] * (s.kolom - 1))]


def test_every_row_has_every_column():
    d = dokumen(HASIL, KELUARAN, replace(KELUARAN, urutan=2, nama="Lain"))
    assert len(d.tabel.kolom) == len(d.lebar) == 25
    assert {len(sel(b)) for b in d.tabel.baris} == {25}
    assert [b.kelas for b in d.tabel.baris] == ["program", "kegiatan", "", "sambung", "jumlah", "jumlah"]


def test_performance_of_an_amount_and_of_a_percentage():
    program, _, sub, *_ = map(sel, dokumen(HASIL, KELUARAN).tabel.baris)
    assert [sub[K[n]] for n in (5, 6, 7, 8, 9)] == ["120", "20", "40", "0", "10"]
    assert [sub[K[n]] for n in (12, 13, 14)] == ["10", "30", "25%"]
    assert [program[K[n]] for n in (6, 8, 9, 12, 13, 14)] == [
        "–",
        "belum diukur",
        "60,50",
        "60,50",
        "60,50",
        "60,50%",
    ]


def test_what_the_quarter_has_not_reached_is_empty():
    sub = sel(dokumen(KELUARAN).tabel.baris[2])
    assert [sub[K[n]] for n in (10, 11)] == ["", ""]
    assert [sub[K[n] + 1] for n in (10, 11)] == ["", ""]
    penuh = sel(dokumen(KELUARAN, triwulan=4).tabel.baris[2])
    assert [penuh[K[n]] for n in (10, 11)] == ["belum diukur", "belum diukur"]


def test_money_is_summed_upward_and_over_the_renstra():
    d = dokumen(KELUARAN, triwulan=4, pagu_renstra=Decimal(4_000_000), keuangan_lalu=Decimal(1_000_000))
    program, kegiatan, sub, rata, predikat = map(sel, d.tabel.baris)
    uang = p.snapshot().hasil.anggaran.total
    assert sub[K[12] + 1] == kegiatan[K[12] + 1] == program[K[12] + 1]
    assert sub[K[7] + 1] == "1.000.000"
    for baris in (program, kegiatan, sub):
        assert [baris[K[n] + 1] for n in (5, 6)] == ["4.000.000", "1.000.000"]
        assert baris[K[13] + 1] == f"{1_000_000 + int(uang.realisasi):,}".replace(",", ".")
    assert rata[K[14] + 1] == program[K[14] + 1]
    assert predikat[0] == "Predikat kinerja"


def test_without_figures_of_the_renstra_there_is_a_dash_and_no_zero():
    sub = sel(dokumen(replace(KELUARAN, target_renstra=None, realisasi_lalu=None)).tabel.baris[2])
    assert [sub[K[n]] for n in (5, 6, 13, 14)] == ["–"] * 4
    assert [sub[K[n] + 1] for n in (5, 6, 13, 14)] == ["–"] * 4


def test_the_mean_of_what_can_be_computed():
    rata = sel(dokumen(KELUARAN, replace(KELUARAN, urutan=2, target=None)).tabel.baris[-2])
    assert rata[K[12]] == "25%"  # 10 of 40; the other has no target


def test_a_node_with_two_indicators_prints_its_money_once():
    pertama, kedua = dokumen(KELUARAN, replace(KELUARAN, urutan=2, nama="Lain")).tabel.baris[2:4]
    assert sel(pertama)[K[7] + 1] == "1.000.000"
    assert sel(kedua)[K[7] + 1] == ""
    assert sel(kedua)[3] == "Lain (orang)"


def test_a_year_without_programs_has_an_empty_form():
    snapshot = p.snapshot(anggaran=ma.Anggaran((), ()), dukungan=ma.Dukungan((), (), ()))
    d = dokumen_evaluasi(Bahan(snapshot), 1, (), {})
    assert d.tabel.baris == ()
    assert "triwulan I" in d.periode
