"""The checks of the reviu about money: silent on clean data, and what they say otherwise."""

from dataclasses import replace
from decimal import Decimal

from laporan.reviu.temuan import Tingkat
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik as p
from tests.laporan.reviu.alat import cari, janji, semua


def test_efisiensi_negatif_keeps_the_sign_and_names_both_sides() -> None:
    realisasi = mk.Realisasi((replace(p.LAPORAN, nilai=Decimal(45)),), ())
    temuan = semua("efisiensi_negatif", realisasi=realisasi)
    assert [t.tempat for t in temuan] == [f"program {p.PROGRAM}", "program pendukung", "anggaran"]
    assert "Efisiensi −40, tidak efisien (capaian 50%, penyerapan 90%)" in temuan[0].pesan


def test_efisiensi_negatif_under_the_index_formula() -> None:
    kebijakan = replace(p.KEBIJAKAN, rumus_efisiensi="indeks")
    realisasi = mk.Realisasi((replace(p.LAPORAN, nilai=Decimal(45)),), ())
    assert "Efisiensi 0,56" in semua("efisiensi_negatif", kebijakan=kebijakan, realisasi=realisasi)[0].pesan
    assert not semua("efisiensi_negatif", kebijakan=kebijakan)


def test_penyerapan_below_the_minimum() -> None:
    baris = (replace(p.BELANJA, minimum=Decimal("90.5")), p.BARIS_PROGRAM)
    satu = cari("penyerapan_minimum", perjanjian=janji(anggaran=baris))
    assert satu.tempat == "perjanjian kepala-dinas"
    assert "Penyerapan Belanja 90%, di bawah minimum 90,5%" in satu.pesan
    tepat = (replace(p.BELANJA, minimum=Decimal(90)), p.BARIS_PROGRAM)
    assert not semua("penyerapan_minimum", perjanjian=janji(anggaran=tepat))


def test_pagu_perjanjian_says_whether_the_sum_changed() -> None:
    baris = (replace(p.BARIS_PROGRAM, jumlah=Decimal(800_000)),)
    satu = cari("pagu_perjanjian", perjanjian=janji(anggaran=baris))
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
    temuan = semua("fisik_keuangan", anggaran=p.anggaran(*sub))
    assert [t.tempat for t in temuan] == [f"sub kegiatan {p.KEGIATAN}.{nomor:04}" for nomor in (1, 2)]
    assert "penyerapan hanya 0% (Rp0 dari Rp1.000.000)" in temuan[0].pesan
    assert "satu dari 2 sub kegiatan" in temuan[0].pesan


def test_thresholds_of_fisik_and_money_are_those_of_the_policy() -> None:
    kebijakan = replace(p.KEBIJAKAN, ambang_fisik=Decimal(80), ambang_penyerapan=Decimal(95))
    satu = cari("fisik_keuangan", kebijakan=kebijakan)
    assert "fisik 95%, tetapi penyerapan hanya 90%" in satu.pesan
    assert "serupa" not in satu.pesan


def test_aset_with_an_unexplained_difference() -> None:
    tanah = replace(p.FAKTA.aset[0], nilai_akhir=Decimal("149.50"))
    tanpa_akhir = replace(p.FAKTA.aset[0], uraian="Gedung", nilai_akhir=None)
    satu = cari("aset_tidak_cocok", fakta=replace(p.FAKTA, aset=(tanah, tanpa_akhir)))
    assert satu.tempat == "aset Tanah"
    assert "selisih −Rp0,50" in satu.pesan


def test_dokumen_without_sub_kegiatan_is_an_error_only_when_in_force() -> None:
    kosong = replace(p.DOKUMEN, total_pagu=None)
    ubah = replace(p.DOKUMEN, urutan=2, jenis="perubahan")
    satu = cari("dokumen_tanpa_rincian", anggaran=p.anggaran(dokumen=(kosong, ubah)))
    assert (satu.tingkat, satu.tempat) == (Tingkat.CATATAN, "dokumen anggaran 1")
    tanpa_pagu = replace(p.SUB_KEGIATAN, pagu=None)
    satu = cari("dokumen_tanpa_rincian", anggaran=p.anggaran(tanpa_pagu, dokumen=(kosong,)))
    assert satu.tingkat == Tingkat.GALAT


def test_dokumen_that_does_not_add_up_to_its_total() -> None:
    satu = cari(
        "dokumen_tanpa_rincian",
        anggaran=p.anggaran(dokumen=(replace(p.DOKUMEN, total_tercantum=Decimal(1_000_800)),)),
    )
    assert satu.tingkat == Tingkat.GALAT
    assert "selisih −Rp800" in satu.pesan


def test_kode_tak_resmi_is_counted_and_listed() -> None:
    sub = [replace(_sub(n, 900_000, 95), kode_resmi=n == 2) for n in (1, 2, 3)]
    dokumen = (replace(p.DOKUMEN, total_tercantum=None),)
    satu = cari("kode_tak_resmi", anggaran=p.anggaran(*sub, dokumen=dokumen))
    assert satu.pesan.startswith("2 sub kegiatan")
    assert f"{p.KEGIATAN}.0001, {p.KEGIATAN}.0003" in satu.pesan
