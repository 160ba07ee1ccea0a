"""Each check of the reviu: silent on clean data, and what it says where something is wrong."""

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import laporan.reviu
from laporan.reviu.daftar import PEMERIKSAAN, reviu
from laporan.reviu.temuan import Tingkat
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p
from tests.laporan.reviu.alat import cari, iku, janji, semua


def test_clean_data_has_no_finding() -> None:
    assert reviu(p.snapshot()) == ()


def test_every_check_is_registered_once() -> None:
    modul = {m.name for m in pkgutil.iter_modules(laporan.reviu.__path__)} - {"daftar", "temuan"}
    terdaftar = [periksa.__module__.rpartition(".")[2] for periksa in PEMERIKSAAN]
    assert sorted(terdaftar) == sorted(modul)


def test_a_report_without_any_data_can_be_reviewed() -> None:
    temuan = reviu(
        p.snapshot(
            kebijakan=None,
            renstra=None,
            indikator=mk.DaftarIndikator(()),
            realisasi=mk.Realisasi((), ()),
            perjanjian=ma.KumpulanPerjanjian(()),
            anggaran=ma.Anggaran((), ()),
            dukungan=ma.Dukungan((), (), ()),
            fakta=replace(p.FAKTA, pegawai=(), aset=(), akip=None),
            naskah=ma.Naskah((), ()),
        )
    )
    assert {t.kode for t in temuan} == {"kebijakan_kosong", "narasi_kosong"}


def test_dasar_capaian_names_both_figures() -> None:
    kebijakan = replace(p.KEBIJAKAN, dasar_capaian="realisasi")
    satu = cari("dasar_capaian", kebijakan=kebijakan)
    assert (satu.tingkat, satu.tempat) == (Tingkat.PERINGATAN, "iku-1")
    assert "95%" in satu.pesan
    assert "105,56%" in satu.pesan


def test_dasar_capaian_is_silent_where_both_agree_or_nothing_is_measured() -> None:
    kebijakan = replace(p.KEBIJAKAN, dasar_capaian="realisasi")
    seratus = (p.target(2024, "100"), p.target(2025, "100"))
    assert not semua("dasar_capaian", kebijakan=kebijakan, indikator=iku(target=seratus))
    assert not semua("dasar_capaian", kebijakan=kebijakan, realisasi=mk.Realisasi((), ()))
    assert not semua("dasar_capaian", kebijakan=kebijakan, indikator=iku(satuan="orang"))


@pytest.mark.parametrize(
    ("pembilang", "tingkat", "isi"),
    [
        (94, Tingkat.CATATAN, "realisasi menjadi 94%, sedangkan laporan memakai 95%"),
        (50, Tingkat.PERINGATAN, "kriterianya menjadi Kurang, bukan Sangat Baik"),
    ],
)
def test_pembanding_weighs_more_where_the_class_changes(pembilang: int, tingkat: Tingkat, isi: str) -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100))
    lain = mk.ButirPembanding("iku-1", 1, "Tanpa penyuluh", Decimal(pembilang), Decimal(100), "Alasan")
    riwayat = replace(p.RIWAYAT, pembanding=(lain,))
    satu = cari("pembanding", indikator=indikator, realisasi=realisasi, riwayat=riwayat)
    assert satu.tingkat == tingkat
    assert isi in satu.pesan
    assert "“Tanpa penyuluh”" in satu.pesan


def test_pembanding_with_the_same_value_is_no_finding() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100))
    sama = mk.ButirPembanding("iku-1", 1, "Sama", Decimal(190), Decimal(200), "Alasan")
    riwayat = replace(p.RIWAYAT, pembanding=(sama,))
    assert not semua("pembanding", indikator=indikator, realisasi=realisasi, riwayat=riwayat)


def test_rincian_that_does_not_add_up() -> None:
    indikator, realisasi = p.berkomponen(
        p.hitungan(1, 42, 42, Malaka=30, Sikka=10), p.hitungan(2, 21, 21, WNI=16, Tunggal=5)
    )
    satu = cari("rincian_tidak_sama", indikator=indikator, realisasi=realisasi)
    assert (satu.tingkat, satu.tempat) == (Tingkat.GALAT, "iku-1")
    assert "berjumlah 40, sedangkan pembilangnya 42" in satu.pesan


def test_formula_berbeda_lists_every_wording_with_its_place() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100), penyebut="Jumlah PPKS")
    satu = cari("formula_berbeda", indikator=indikator, realisasi=realisasi)
    assert "“Jumlah PPKS” (Renstra)" in satu.pesan
    assert "“Jumlah yang memerlukan” (perjanjian kinerja Kepala Dinas, pengukuran)" in satu.pesan


@pytest.mark.parametrize("penyebut", ["", "  jumlah  yang Memerlukan. "])
def test_formula_without_wording_or_in_other_typing_is_the_same(penyebut: str) -> None:
    baris = replace(p.BARIS_INDIKATOR, penyebut=penyebut)
    sasaran = (ma.BarisSasaranPerjanjian(1, "Sasaran", (baris,)),)
    assert not semua("formula_berbeda", perjanjian=janji(sasaran=sasaran))


def test_komponen_of_several_need_not_share_the_formula() -> None:
    indikator, realisasi = p.berkomponen(
        p.hitungan(1, 95, 100), p.hitungan(2, 95, 100), penyebut=p.IKU.penyebut
    )
    butir = replace(indikator.indikator[0].komponen[0], penyebut="Jumlah proposal")
    indikator = mk.DaftarIndikator(
        (replace(indikator.indikator[0], komponen=(butir, indikator.indikator[0].komponen[1])),)
    )
    assert not semua("formula_berbeda", indikator=indikator, realisasi=realisasi)


def test_deret_terputus_names_predecessor_and_years() -> None:
    riwayat = replace(
        p.RIWAYAT, tahun=tuple(mk.RealisasiTahun("iku-1", t, Decimal(100), "", True) for t in (2022, 2023))
    )
    pendahulu = mk.Pendahulu("SPM sosial", False, "Yang diukur berbeda.")
    satu = cari("deret_terputus", indikator=iku(pendahulu=pendahulu), riwayat=riwayat)
    assert "Angka tahun 2022–2023 berasal dari indikator “SPM sosial”" in satu.pesan
    assert "Yang diukur berbeda." in satu.pesan
    sebanding = iku(pendahulu=replace(pendahulu, sebanding=True))
    assert not semua("deret_terputus", indikator=sebanding, riwayat=riwayat)


@pytest.mark.parametrize(
    ("tahun", "tingkat", "isi"),
    [((2025,), Tingkat.GALAT, "Target tahun 2024"), ((2024,), Tingkat.CATATAN, "Target tahun 2025")],
)
def test_target_kosong_now_and_later(tahun: tuple[int, ...], tingkat: Tingkat, isi: str) -> None:
    satu = cari("target_kosong", indikator=iku(target=tuple(p.target(t, "90") for t in tahun)))
    assert satu.tingkat == tingkat
    assert isi in satu.pesan


def test_an_empty_target_row_is_no_target_but_bounds_and_predicates_are() -> None:
    rentang = mk.TargetTahun(2025, None, "", Decimal(1), Decimal(2))
    predikat = mk.TargetTahun(2025, None, "WTP", None, None)
    for lain in (rentang, predikat):
        assert not semua("target_kosong", indikator=iku(target=(p.target(2024, "90"), lain)))
    assert cari("target_kosong", indikator=iku(target=(p.target(2024, None), rentang))).tingkat == "galat"


def test_realisasi_kosong_of_the_iku_and_of_the_perjanjian() -> None:
    iku, janji = semua("realisasi_kosong", realisasi=mk.Realisasi((), ()))
    assert (iku.tingkat, iku.tempat) == (Tingkat.GALAT, "iku-1")
    assert (janji.tingkat, janji.tempat) == (Tingkat.PERINGATAN, "perjanjian kepala-dinas")
    assert f"1 dari 1 indikator perjanjian kinerja Kepala Dinas belum diukur: {p.IKU.nama}" in janji.pesan


def test_komponen_left_out_of_the_mean() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100), p.hitungan(2, 5, 0))
    satu = cari("komponen_dikecualikan", indikator=indikator, realisasi=realisasi)
    assert "Komponen 2 tidak dapat dihitung (penyebut nol)" in satu.pesan
    assert "1 dari 2 komponen" in satu.pesan


def test_data_contoh_is_counted_per_kind() -> None:
    satu = cari(
        "data_contoh",
        realisasi=mk.Realisasi((replace(p.LAPORAN, data_contoh=True),), ()),
        anggaran=p.anggaran(replace(p.SUB_KEGIATAN, data_contoh=True)),
    )
    assert "1 realisasi indikator per triwulan, 1 sub kegiatan" in satu.pesan
    assert "rencana aksi" not in satu.pesan


@pytest.mark.parametrize("kosong", ["", "<p>&nbsp;</p>"])
def test_narasi_kosong_counts_empty_tags_as_nothing(kosong: str) -> None:
    isi = dict(p.NASKAH.narasi) | {"bab1.aset": kosong}
    del isi[f"program.{p.PROGRAM}"]
    temuan = semua("narasi_kosong", naskah=replace(p.NASKAH, narasi=tuple(isi.items())))
    assert [t.tempat for t in temuan] == ["narasi bab1.aset", f"narasi program.{p.PROGRAM}"]


@pytest.mark.parametrize(
    ("ubah", "isi"),
    [
        (lambda k: None, "belum ditetapkan"),
        (lambda k: replace(k, kelas=()), "belum mempunyai kelas"),
    ],
)
def test_kebijakan_kosong(ubah: Callable[[Any], Any], isi: str) -> None:
    satu = cari("kebijakan_kosong", kebijakan=ubah(p.KEBIJAKAN))
    assert satu.tingkat == Tingkat.GALAT
    assert isi in satu.pesan


def test_renja_without_any_figure_is_counted() -> None:
    terukur = p.DUKUNGAN.renja[0]
    kosong = replace(terukur, urutan=2, realisasi=())
    bersel_kosong = replace(terukur, urutan=3, realisasi=((1, None),))
    satu = cari("renja_belum_diukur", dukungan=replace(p.DUKUNGAN, renja=(terukur, kosong, bersel_kosong)))
    assert satu.pesan.startswith("2 dari 3 indikator")


def test_skala_tidak_sah_names_every_problem() -> None:
    tinggi, *_, rendah = p.KEBIJAKAN.kelas
    bertindih = replace(rendah, atas=None)
    satu = cari("skala_tidak_sah", kebijakan=replace(p.KEBIJAKAN, kelas=(tinggi, bertindih)))
    assert satu.tingkat == Tingkat.GALAT
    assert "tumpang tindih" in satu.pesan
    assert not semua("skala_tidak_sah", kebijakan=replace(p.KEBIJAKAN, kelas=()))


def test_figures_that_nobody_approved_are_named() -> None:
    laporan = replace(p.LAPORAN, status="diajukan", triwulan=3)
    satu = cari("belum_disetujui", realisasi=mk.Realisasi((p.LAPORAN, laporan), ()))
    assert satu.tempat == p.IKU.kode
    assert "triwulan 3 belum disetujui" in satu.pesan
