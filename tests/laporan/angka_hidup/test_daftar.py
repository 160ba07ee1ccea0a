"""The live figures: how each kind is written, and what stands where a figure is missing."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from laporan.angka_hidup import daftar
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p

NBSP = "\u00a0"


def _teks(nama: str, **ganti: Any) -> str:
    return daftar(p.snapshot(**ganti))[nama].teks


def _iku(**ganti: Any) -> mk.DaftarIndikator:
    return mk.DaftarIndikator((replace(p.IKU, **ganti),))


def _nilai(nilai: str) -> mk.Realisasi:
    return mk.Realisasi((replace(p.LAPORAN, nilai=Decimal(nilai)),), ())


def test_every_figure_of_a_complete_report_has_a_value_and_a_description() -> None:
    angka = daftar(p.snapshot())
    tanpa_nilai = {nama for nama, satu in angka.items() if satu.masalah}
    assert tanpa_nilai == {
        "iku.1.pendahulu",
        "iku.rerata.tahun_lalu",
        *(f"iku.1.riwayat.{t}" for t in range(2019, 2024)),
    }
    assert all(satu.teks and satu.keterangan for satu in angka.values())


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [("90", "90%"), ("90.0000", "90%"), ("87.5", "87,5%"), ("87.25", "87,25%"), ("87.255", "87,26%")],
)
def test_target_prints_as_entered_with_two_decimals_at_most(nilai: str, tertulis: str) -> None:
    assert _teks("iku.1.target", indikator=_iku(target=(p.target(2024, nilai),))) == tertulis


@pytest.mark.parametrize(
    ("nilai", "tertulis"),
    [("100", "100%"), ("88.5", "88,50%"), ("88.325", "88,33%"), ("99.999", "100,00%"), ("0", "0%")],
)
def test_realisasi_prints_two_decimals_and_a_whole_number_bare(nilai: str, tertulis: str) -> None:
    assert _teks("iku.1.realisasi", realisasi=_nilai(nilai)) == tertulis


def test_number_and_satuan_cannot_be_separated() -> None:
    angka = daftar(p.snapshot(indikator=_iku(satuan="orang", target=(p.target(2024, "1250"),))))
    assert angka["iku.1.target"].teks == f"1.250{NBSP}orang"
    assert angka["iku.1.realisasi"].teks == f"95{NBSP}orang"


def test_predicate_is_written_as_predicate() -> None:
    indikator = _iku(
        satuan="opini",
        arah="predikat",
        rumus_capaian="predikat",
        skala_predikat=(("WTP", 4), ("WDP", 3)),
        target=(mk.TargetTahun(2024, None, "WTP", None, None),),
    )
    realisasi = mk.Realisasi((replace(p.LAPORAN, nilai=None, predikat="WDP"),), ())
    angka = daftar(p.snapshot(indikator=indikator, realisasi=realisasi))
    assert (angka["iku.1.target"].teks, angka["iku.1.realisasi"].teks) == ("WTP", "WDP")
    assert angka["iku.1.capaian"].teks == "75%"


def test_range_is_written_with_both_bounds() -> None:
    batas = mk.TargetTahun(2024, None, "", Decimal("36.5"), Decimal("37.5"))
    indikator = _iku(satuan="°C", arah="rentang", rumus_capaian="rentang", target=(batas,))
    assert _teks("iku.1.target", indikator=indikator) == f"36,5–37,5{NBSP}°C"


def test_uncomputable_figure_says_why() -> None:
    angka = daftar(p.snapshot(realisasi=mk.Realisasi((), ())))
    assert angka["iku.1.realisasi"].teks == "tidak dapat dihitung (realisasi kosong)"
    assert angka["iku.1.capaian"].masalah == "realisasi kosong"
    assert angka["efisiensi.total"].masalah
    assert angka["efisiensi.total.label"].masalah


def test_empty_budget_is_not_zero() -> None:
    sub = replace(p.SUB_KEGIATAN, bulan=())
    angka = daftar(p.snapshot(anggaran=p.anggaran(sub)))
    assert angka["anggaran.pagu"].teks == "Rp1.000.000"
    assert angka["anggaran.realisasi"].masalah == "realisasi kosong"
    assert angka["anggaran.sisa"].masalah == "realisasi kosong"
    assert angka["anggaran.penyerapan"].masalah
    assert angka[f"sub.{p.SUB}.fisik"].masalah


def test_efisiensi_keeps_its_minus_sign() -> None:
    angka = daftar(p.snapshot(realisasi=_nilai("45")))
    assert angka["efisiensi.total"].teks == "−40"
    assert angka["efisiensi.total.label"].teks == "tidak efisien"
    assert angka[f"program.{p.PROGRAM}.label_efisiensi"].teks == "tidak efisien"


def test_program_without_indikator_names_the_plain_reason() -> None:
    angka = daftar(p.snapshot(dukungan=replace(p.DUKUNGAN, pendukung=())))
    assert (
        angka[f"program.{p.PROGRAM}.efisiensi"].masalah
        == "capaian kosong (program tidak mendukung indikator)"
    )


def test_dokumen_without_nomor_and_tanggal() -> None:
    murni = replace(p.DOKUMEN, nomor="", tanggal=None, total_pagu=None, total_tercantum=Decimal(5))
    ubah = replace(p.DOKUMEN, urutan=2, jenis="perubahan", total_tercantum=None)
    angka = daftar(p.snapshot(anggaran=p.anggaran(dokumen=(murni, ubah))))
    assert angka["anggaran.murni"].teks == "Rp5"
    assert angka["anggaran.dokumen.1.nomor"].masalah
    assert angka["anggaran.dokumen.1.tanggal"].masalah
    assert angka["anggaran.dokumen.2.total"].teks == "Rp1.000.000"
    assert angka["anggaran.dokumen.2.tanggal"].teks == "5 Januari 2024"


def test_fixed_names_exist_even_without_their_data() -> None:
    angka = daftar(
        p.snapshot(
            renstra=None,
            kebijakan=None,
            fakta=replace(p.FAKTA, pegawai=(), aset=(), akip=None),
            perjanjian=ma.KumpulanPerjanjian(()),
            anggaran=ma.Anggaran((), ()),
        )
    )
    for nama in (
        "renstra.periode", "iku.1.kriteria", "pegawai.jumlah", "aset.akhir", "akip.nilai", "akip.nomor_surat",
        "perjanjian.belanja.minimum", "anggaran.pagu", "anggaran.murni", "fisik.temuan",
    ):  # fmt: skip
        assert angka[nama].masalah, nama
    assert angka["anggaran.program"].teks == "0"


def test_own_history_goes_before_that_of_the_predecessor() -> None:
    riwayat = replace(
        p.RIWAYAT,
        tahun=(
            mk.RealisasiTahun("iku-1", 2015, Decimal(70), "", True),
            mk.RealisasiTahun("iku-1", 2023, Decimal(80), "", False),
            mk.RealisasiTahun("iku-1", 2023, Decimal(60), "", True),
        ),
    )
    angka = daftar(p.snapshot(riwayat=riwayat))
    assert angka["iku.1.riwayat.2023"].teks == "80%"
    assert angka["iku.1.riwayat.2022"].masalah == "realisasi kosong"
    assert angka["iku.1.riwayat.2015"].teks == "70%"


def test_mean_of_last_year_is_that_of_the_iku_only() -> None:
    rpd = replace(p.IKU, kode="rpd-1", jenis="daerah", sasaran=None)
    riwayat = replace(
        p.RIWAYAT,
        tahun=(
            mk.RealisasiTahun("iku-1", 2023, Decimal(80), "", False),
            mk.RealisasiTahun("rpd-1", 2023, Decimal(20), "", False),
        ),
    )
    indikator = mk.DaftarIndikator((rpd, p.IKU))
    assert _teks("iku.rerata.tahun_lalu", indikator=indikator, riwayat=riwayat) == "80%"


def test_program_missing_from_the_perjanjian() -> None:
    tanpa = replace(p.PERJANJIAN, anggaran=(p.BELANJA,))
    angka = daftar(p.snapshot(perjanjian=ma.KumpulanPerjanjian((tanpa,))))
    assert angka["perjanjian.belanja.minimum"].teks == "85%"
    assert angka[f"perjanjian.program.{p.PROGRAM}.jumlah"].masalah
