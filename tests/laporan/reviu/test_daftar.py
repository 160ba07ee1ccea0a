"""Each check of the reviu: silent on clean data, and what it says where something is wrong."""

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import laporan.reviu
from laporan.reviu.daftar import PEMERIKSAAN, reviu
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p


def _temuan(kode: str, **ganti: Any) -> list[Temuan]:
    return [t for t in reviu(p.snapshot(**ganti)) if t.kode == kode]


def _satu(kode: str, **ganti: Any) -> Temuan:
    (satu,) = _temuan(kode, **ganti)
    return satu


def _iku(**ganti: Any) -> mk.DaftarIndikator:
    return mk.DaftarIndikator((replace(p.IKU, **ganti),))


def _perjanjian(**ganti: Any) -> ma.KumpulanPerjanjian:
    return ma.KumpulanPerjanjian((replace(p.PERJANJIAN, **ganti),))


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
    satu = _satu("dasar_capaian", kebijakan=kebijakan)
    assert (satu.tingkat, satu.tempat) == (Tingkat.PERINGATAN, "iku-1")
    assert "95%" in satu.pesan
    assert "105,56%" in satu.pesan


def test_dasar_capaian_is_silent_where_both_agree_or_nothing_is_measured() -> None:
    kebijakan = replace(p.KEBIJAKAN, dasar_capaian="realisasi")
    seratus = (p.target(2024, "100"), p.target(2025, "100"))
    assert not _temuan("dasar_capaian", kebijakan=kebijakan, indikator=_iku(target=seratus))
    assert not _temuan("dasar_capaian", kebijakan=kebijakan, realisasi=mk.Realisasi((), ()))
    assert not _temuan("dasar_capaian", kebijakan=kebijakan, indikator=_iku(satuan="orang"))


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
    satu = _satu("pembanding", indikator=indikator, realisasi=realisasi, riwayat=riwayat)
    assert satu.tingkat == tingkat
    assert isi in satu.pesan
    assert "“Tanpa penyuluh”" in satu.pesan


def test_pembanding_with_the_same_value_is_no_finding() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100))
    sama = mk.ButirPembanding("iku-1", 1, "Sama", Decimal(190), Decimal(200), "Alasan")
    riwayat = replace(p.RIWAYAT, pembanding=(sama,))
    assert not _temuan("pembanding", indikator=indikator, realisasi=realisasi, riwayat=riwayat)


def test_rincian_that_does_not_add_up() -> None:
    indikator, realisasi = p.berkomponen(
        p.hitungan(1, 42, 42, Malaka=30, Sikka=10), p.hitungan(2, 21, 21, WNI=16, Tunggal=5)
    )
    satu = _satu("rincian_tidak_sama", indikator=indikator, realisasi=realisasi)
    assert (satu.tingkat, satu.tempat) == (Tingkat.GALAT, "iku-1")
    assert "berjumlah 40, sedangkan pembilangnya 42" in satu.pesan


def test_formula_berbeda_lists_every_wording_with_its_place() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100), penyebut="Jumlah PPKS")
    satu = _satu("formula_berbeda", indikator=indikator, realisasi=realisasi)
    assert "“Jumlah PPKS” (Renstra)" in satu.pesan
    assert "“Jumlah yang memerlukan” (perjanjian kinerja Kepala Dinas, pengukuran)" in satu.pesan


@pytest.mark.parametrize("penyebut", ["", "  jumlah  yang Memerlukan. "])
def test_formula_without_wording_or_in_other_typing_is_the_same(penyebut: str) -> None:
    baris = replace(p.BARIS_INDIKATOR, penyebut=penyebut)
    sasaran = (ma.BarisSasaranPerjanjian(1, "Sasaran", (baris,)),)
    assert not _temuan("formula_berbeda", perjanjian=_perjanjian(sasaran=sasaran))


def test_komponen_of_several_need_not_share_the_formula() -> None:
    indikator, realisasi = p.berkomponen(
        p.hitungan(1, 95, 100), p.hitungan(2, 95, 100), penyebut=p.IKU.penyebut
    )
    butir = replace(indikator.indikator[0].komponen[0], penyebut="Jumlah proposal")
    indikator = mk.DaftarIndikator(
        (replace(indikator.indikator[0], komponen=(butir, indikator.indikator[0].komponen[1])),)
    )
    assert not _temuan("formula_berbeda", indikator=indikator, realisasi=realisasi)


def test_deret_terputus_names_predecessor_and_years() -> None:
    riwayat = replace(
        p.RIWAYAT, tahun=tuple(mk.RealisasiTahun("iku-1", t, Decimal(100), "", True) for t in (2022, 2023))
    )
    pendahulu = mk.Pendahulu("SPM sosial", False, "Yang diukur berbeda.")
    satu = _satu("deret_terputus", indikator=_iku(pendahulu=pendahulu), riwayat=riwayat)
    assert "Angka tahun 2022–2023 berasal dari indikator “SPM sosial”" in satu.pesan
    assert "Yang diukur berbeda." in satu.pesan
    sebanding = _iku(pendahulu=replace(pendahulu, sebanding=True))
    assert not _temuan("deret_terputus", indikator=sebanding, riwayat=riwayat)


def test_efisiensi_negatif_keeps_the_sign_and_names_both_sides() -> None:
    realisasi = mk.Realisasi((replace(p.LAPORAN, nilai=Decimal(45)),), ())
    temuan = _temuan("efisiensi_negatif", realisasi=realisasi)
    assert [t.tempat for t in temuan] == [f"program {p.PROGRAM}", "program pendukung", "anggaran"]
    assert "Efisiensi −40, tidak efisien (capaian 50%, penyerapan 90%)" in temuan[0].pesan


def test_efisiensi_negatif_under_the_index_formula() -> None:
    kebijakan = replace(p.KEBIJAKAN, rumus_efisiensi="indeks")
    realisasi = mk.Realisasi((replace(p.LAPORAN, nilai=Decimal(45)),), ())
    assert "Efisiensi 0,56" in _temuan("efisiensi_negatif", kebijakan=kebijakan, realisasi=realisasi)[0].pesan
    assert not _temuan("efisiensi_negatif", kebijakan=kebijakan)


def test_penyerapan_below_the_minimum() -> None:
    baris = (replace(p.BELANJA, minimum=Decimal("90.5")), p.BARIS_PROGRAM)
    satu = _satu("penyerapan_minimum", perjanjian=_perjanjian(anggaran=baris))
    assert satu.tempat == "perjanjian kepala-dinas"
    assert "Penyerapan Belanja 90%, di bawah minimum 90,5%" in satu.pesan
    tepat = (replace(p.BELANJA, minimum=Decimal(90)), p.BARIS_PROGRAM)
    assert not _temuan("penyerapan_minimum", perjanjian=_perjanjian(anggaran=tepat))


def test_pagu_perjanjian_says_whether_the_sum_changed() -> None:
    baris = (replace(p.BARIS_PROGRAM, jumlah=Decimal(800_000)),)
    satu = _satu("pagu_perjanjian", perjanjian=_perjanjian(anggaran=baris))
    assert satu.tempat == f"program {p.PROGRAM}"
    assert "mencantumkan Rp800.000, pagu akhir tahun Rp1.000.000 (selisih Rp200.000)" in satu.pesan
    assert "ikut berubah dari Rp800.000 menjadi Rp1.000.000" in satu.pesan


def _sub(nomor: int, keuangan: int | None, fisik: int | None) -> ma.ButirSubKegiatan:
    bulan = ma.Bulan(
        12, None if keuangan is None else Decimal(keuangan), None if fisik is None else Decimal(fisik)
    )
    return replace(p.SUB_KEGIATAN, kode=f"{p.KEGIATAN}.{nomor:04}", bulan=(bulan,))


def test_fisik_done_with_little_money_spent() -> None:
    sub = (
        _sub(1, 0, 100),
        _sub(2, 499_999, 100),
        _sub(3, 500_000, 100),
        _sub(4, 0, 99),
        _sub(5, None, 100),
        _sub(6, 0, None),
    )
    temuan = _temuan("fisik_keuangan", anggaran=p.anggaran(*sub))
    assert [t.tempat for t in temuan] == [f"sub kegiatan {p.KEGIATAN}.{nomor:04}" for nomor in (1, 2)]
    assert "penyerapan hanya 0% (Rp0 dari Rp1.000.000)" in temuan[0].pesan
    assert "satu dari 2 sub kegiatan" in temuan[0].pesan


def test_thresholds_of_fisik_and_money_are_those_of_the_policy() -> None:
    kebijakan = replace(p.KEBIJAKAN, ambang_fisik=Decimal(80), ambang_penyerapan=Decimal(95))
    satu = _satu("fisik_keuangan", kebijakan=kebijakan)
    assert "fisik 95%, tetapi penyerapan hanya 90%" in satu.pesan
    assert "serupa" not in satu.pesan


def test_aset_with_an_unexplained_difference() -> None:
    tanah = replace(p.FAKTA.aset[0], nilai_akhir=Decimal("149.50"))
    tanpa_akhir = replace(p.FAKTA.aset[0], uraian="Gedung", nilai_akhir=None)
    satu = _satu("aset_tidak_cocok", fakta=replace(p.FAKTA, aset=(tanah, tanpa_akhir)))
    assert satu.tempat == "aset Tanah"
    assert "selisih −Rp0,50" in satu.pesan


def test_dokumen_without_sub_kegiatan_is_an_error_only_when_in_force() -> None:
    kosong = replace(p.DOKUMEN, total_pagu=None)
    ubah = replace(p.DOKUMEN, urutan=2, jenis="perubahan")
    satu = _satu("dokumen_tanpa_rincian", anggaran=p.anggaran(dokumen=(kosong, ubah)))
    assert (satu.tingkat, satu.tempat) == (Tingkat.CATATAN, "dokumen anggaran 1")
    tanpa_pagu = replace(p.SUB_KEGIATAN, pagu=None)
    satu = _satu("dokumen_tanpa_rincian", anggaran=p.anggaran(tanpa_pagu, dokumen=(kosong,)))
    assert satu.tingkat == Tingkat.GALAT


def test_dokumen_that_does_not_add_up_to_its_total() -> None:
    satu = _satu(
        "dokumen_tanpa_rincian",
        anggaran=p.anggaran(dokumen=(replace(p.DOKUMEN, total_tercantum=Decimal(1_000_800)),)),
    )
    assert satu.tingkat == Tingkat.GALAT
    assert "selisih −Rp800" in satu.pesan


def test_kode_tak_resmi_is_counted_and_listed() -> None:
    sub = [replace(_sub(n, 900_000, 95), kode_resmi=n == 2) for n in (1, 2, 3)]
    dokumen = (replace(p.DOKUMEN, total_tercantum=None),)
    satu = _satu("kode_tak_resmi", anggaran=p.anggaran(*sub, dokumen=dokumen))
    assert satu.pesan.startswith("2 sub kegiatan")
    assert f"{p.KEGIATAN}.0001, {p.KEGIATAN}.0003" in satu.pesan


@pytest.mark.parametrize(
    ("tahun", "tingkat", "isi"),
    [((2025,), Tingkat.GALAT, "Target tahun 2024"), ((2024,), Tingkat.CATATAN, "Target tahun 2025")],
)
def test_target_kosong_now_and_later(tahun: tuple[int, ...], tingkat: Tingkat, isi: str) -> None:
    satu = _satu("target_kosong", indikator=_iku(target=tuple(p.target(t, "90") for t in tahun)))
    assert satu.tingkat == tingkat
    assert isi in satu.pesan


def test_an_empty_target_row_is_no_target_but_bounds_and_predicates_are() -> None:
    rentang = mk.TargetTahun(2025, None, "", Decimal(1), Decimal(2))
    predikat = mk.TargetTahun(2025, None, "WTP", None, None)
    for lain in (rentang, predikat):
        assert not _temuan("target_kosong", indikator=_iku(target=(p.target(2024, "90"), lain)))
    assert _satu("target_kosong", indikator=_iku(target=(p.target(2024, None), rentang))).tingkat == "galat"


def test_realisasi_kosong_of_the_iku_and_of_the_perjanjian() -> None:
    iku, janji = _temuan("realisasi_kosong", realisasi=mk.Realisasi((), ()))
    assert (iku.tingkat, iku.tempat) == (Tingkat.GALAT, "iku-1")
    assert (janji.tingkat, janji.tempat) == (Tingkat.PERINGATAN, "perjanjian kepala-dinas")
    assert f"1 dari 1 indikator perjanjian kinerja Kepala Dinas belum diukur: {p.IKU.nama}" in janji.pesan


def test_komponen_left_out_of_the_mean() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 95, 100), p.hitungan(2, 5, 0))
    satu = _satu("komponen_dikecualikan", indikator=indikator, realisasi=realisasi)
    assert "Komponen 2 tidak dapat dihitung (penyebut nol)" in satu.pesan
    assert "1 dari 2 komponen" in satu.pesan


def test_data_contoh_is_counted_per_kind() -> None:
    satu = _satu(
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
    temuan = _temuan("narasi_kosong", naskah=replace(p.NASKAH, narasi=tuple(isi.items())))
    assert [t.tempat for t in temuan] == ["narasi bab1.aset", f"narasi program.{p.PROGRAM}"]


@pytest.mark.parametrize(
    ("ubah", "isi"),
    [
        (lambda k: None, "belum ditetapkan"),
        (lambda k: replace(k, kelas=()), "belum mempunyai kelas"),
    ],
)
def test_kebijakan_kosong(ubah: Callable[[Any], Any], isi: str) -> None:
    satu = _satu("kebijakan_kosong", kebijakan=ubah(p.KEBIJAKAN))
    assert satu.tingkat == Tingkat.GALAT
    assert isi in satu.pesan


def test_renja_without_any_figure_is_counted() -> None:
    terukur = p.DUKUNGAN.renja[0]
    kosong = replace(terukur, urutan=2, realisasi=())
    bersel_kosong = replace(terukur, urutan=3, realisasi=((1, None),))
    satu = _satu("renja_belum_diukur", dukungan=replace(p.DUKUNGAN, renja=(terukur, kosong, bersel_kosong)))
    assert satu.pesan.startswith("2 dari 3 indikator")
