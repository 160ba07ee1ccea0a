"""A perjanjian kinerja measured: its own targets as signed, its own budget rows, nothing made up."""

from dataclasses import replace
from decimal import Decimal

import pytest

from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik

SERATUS = Decimal(100)


def perjanjian(*baris: ma.BarisIndikatorPerjanjian, anggaran=pabrik.PERJANJIAN.anggaran) -> ma.Perjanjian:
    return replace(
        pabrik.PERJANJIAN, sasaran=(ma.BarisSasaranPerjanjian(1, "Sasaran", baris),), anggaran=anggaran
    )


def hasil(satu: ma.Perjanjian, **ganti):
    (milik,) = pabrik.snapshot(perjanjian=ma.KumpulanPerjanjian((satu,)), **ganti).hasil.perjanjian
    return milik


def iku(laporan: mk.LaporanTriwulan = pabrik.LAPORAN, **ganti) -> dict:
    """Return the parts of a report whose only IKU is changed like this."""
    return {
        "indikator": mk.DaftarIndikator((replace(pabrik.IKU, **ganti),)),
        "realisasi": mk.Realisasi((laporan,), ()),
    }


def uang(jenis: str, jumlah: int | None = None, minimum: int | None = None, program: str | None = None):
    return ma.BarisAnggaranPerjanjian(
        jenis,
        program,
        jenis,
        None if jumlah is None else Decimal(jumlah),
        None if minimum is None else Decimal(minimum),
    )


def test_the_signed_target_counts_not_that_of_the_renstra():
    milik = hasil(perjanjian(replace(pabrik.BARIS_INDIKATOR, target=Decimal(80))))
    (capaian,) = milik.indikator
    assert capaian.nilai == Decimal("118.75")
    assert milik.realisasi == (Decimal(95),)
    assert (milik.rerata.nilai, milik.rerata.banyak, milik.rerata.dikecualikan) == (Decimal("118.75"), 1, 0)


def test_a_missing_signed_target_is_a_reason():
    (capaian,) = hasil(perjanjian(replace(pabrik.BARIS_INDIKATOR, target=None))).indikator
    assert capaian.nilai == TidakDapatDihitung(Alasan.TARGET_KOSONG)
    assert capaian.kriteria == TidakDapatDihitung(Alasan.TARGET_KOSONG)


@pytest.mark.parametrize(
    ("nilai", "capaian"), [(15, SERATUS), (5, Decimal(50)), (22, Decimal("90")), (None, None)]
)
def test_a_range_comes_from_the_indikator(nilai, capaian):
    """The row holds one number only, which must not be taken for the range."""
    target = mk.TargetTahun(2024, None, "", Decimal(10), Decimal(20))
    laporan = replace(pabrik.LAPORAN, nilai=None if nilai is None else Decimal(nilai))
    milik = hasil(
        perjanjian(replace(pabrik.BARIS_INDIKATOR, target=Decimal(90), satuan="hari")),
        **iku(laporan, arah="rentang", rumus_capaian="rentang", satuan="hari", target=(target,)),
    )
    diharap = TidakDapatDihitung(Alasan.REALISASI_KOSONG) if capaian is None else capaian
    assert milik.indikator[0].nilai == diharap


def test_a_predicate_comes_from_the_indikator():
    target = mk.TargetTahun(2024, None, "BB", None, None)
    laporan = replace(pabrik.LAPORAN, nilai=None, predikat="B")
    milik = hasil(
        perjanjian(replace(pabrik.BARIS_INDIKATOR, target=None, satuan="predikat")),
        **iku(
            laporan,
            arah="predikat",
            rumus_capaian="predikat",
            satuan="predikat",
            skala_predikat=(("BB", 5), ("B", 4)),
            target=(target,),
        ),
    )
    assert milik.indikator[0].nilai == Decimal(80)
    assert milik.realisasi == (Decimal(4),)


def test_an_indikator_that_the_renstra_does_not_have_is_left_out_of_the_mean():
    asing = replace(pabrik.BARIS_INDIKATOR, urutan=2, indikator="tidak-ada", nama="Indikator asing")
    milik = hasil(perjanjian(pabrik.BARIS_INDIKATOR, asing))
    sebab = TidakDapatDihitung(Alasan.REALISASI_KOSONG, "indikator bukan bagian Renstra yang berlaku")
    assert milik.indikator[1].nilai == milik.indikator[1].kriteria == milik.realisasi[1] == sebab
    assert milik.indikator[0].nilai == milik.rerata.nilai
    assert (milik.rerata.banyak, milik.rerata.dikecualikan) == (2, 1)


def test_no_indikator_at_all_is_a_reason():
    assert hasil(perjanjian()).rerata.nilai == TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN)


def test_the_budget_rows_of_the_demo(demo):
    kepala = demo.hasil.perjanjian[0]
    baris = dict(
        zip([b.nama for b in demo.masukan.perjanjian.perjanjian[0].anggaran], kepala.anggaran, strict=True)
    )
    penunjang = baris["Program Penunjang Urusan Pemerintahan Daerah Provinsi"]
    assert penunjang.jumlah == Decimal(34_704_270_672)
    assert penunjang.pagu_akhir == Decimal(36_157_206_342)
    assert penunjang.realisasi == Decimal(23_660_198_434)
    assert penunjang.terpenuhi is False
    rehabilitasi = baris["Program Rehabilitasi Sosial"]
    assert (rehabilitasi.jumlah, rehabilitasi.terpenuhi) == (Decimal(15_337_979_830), True)
    (belanja,) = [h for n, h in baris.items() if n.startswith("Belanja")]
    assert (belanja.jumlah, belanja.terpenuhi) == (Decimal(69_778_653_677), False)
    (total,) = [h for n, h in baris.items() if n.startswith("Jumlah")]
    assert total.jumlah == Decimal(69_878_653_677)
    assert total.realisasi is None
    assert total.terpenuhi is None


def test_a_program_that_is_not_in_the_budget_has_nothing_spent():
    milik = hasil(perjanjian(pabrik.BARIS_INDIKATOR, anggaran=(uang("program", 500, 85, "9.99.99"),)))
    (baris,) = milik.anggaran
    assert (baris.jumlah, baris.pagu_akhir, baris.realisasi, baris.terpenuhi) == (
        Decimal(500),
        None,
        None,
        None,
    )
    assert baris.penyerapan == TidakDapatDihitung(Alasan.PAGU_KOSONG)


@pytest.mark.parametrize(("minimum", "terpenuhi"), [(90, True), (91, False), (None, None)])
def test_the_minimum_is_met_when_reached_exactly(minimum, terpenuhi):
    milik = hasil(perjanjian(pabrik.BARIS_INDIKATOR, anggaran=(uang("program", 1, minimum, pabrik.PROGRAM),)))
    assert milik.anggaran[0].penyerapan == Decimal(90)
    assert milik.anggaran[0].terpenuhi is terpenuhi


@pytest.mark.parametrize(
    ("pendapatan", "realisasi"), [(None, None), (50, Decimal(900_050))], ids=["belum ada", "ada"]
)
def test_the_total_needs_the_realisasi_of_both_sides(pendapatan, realisasi):
    masuk = ma.ButirPendapatan("Retribusi", Decimal(100), None if pendapatan is None else Decimal(pendapatan))
    baris = (
        uang("program", 1_000_000, 85, pabrik.PROGRAM),
        uang("pendapatan", 100),
        uang("belanja", 7, 85),
        uang("total", 8, 90),
        uang("apbn"),
    )
    milik = hasil(
        perjanjian(pabrik.BARIS_INDIKATOR, anggaran=baris),
        dukungan=replace(pabrik.DUKUNGAN, pendapatan=(masuk,)),
    )
    program, uang_masuk, belanja, total, apbn = milik.anggaran
    assert (program.jumlah, belanja.jumlah) == (Decimal(1_000_000), Decimal(1_000_000))
    assert uang_masuk.pagu_akhir == Decimal(100)
    assert total.jumlah == Decimal(1_000_100)
    assert total.realisasi == realisasi
    assert (apbn.jumlah, apbn.pagu_akhir, apbn.realisasi) == (None, None, None)


def test_without_pendapatan_the_total_is_belanja():
    milik = hasil(perjanjian(anggaran=(uang("program", 5, None, pabrik.PROGRAM), uang("total"))))
    assert milik.anggaran[1].jumlah == Decimal(5)
    assert milik.anggaran[1].realisasi == Decimal(900_000)
