"""Reports of a kind the demo is not: ranges and predicates, mixed satuan, drafts, codes with an X."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from laporan import cetak
from laporan.dokumen.blok import Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.struktur import Snapshot
from tests.laporan import pabrik as p


def _iku(*target: mk.TargetTahun, laporan: mk.LaporanTriwulan, **ganti: Any) -> Snapshot:
    lampiran = (
        ma.ButirLampiran(1, "perjanjian", "Perjanjian", ""),
        ma.ButirLampiran(2, "pengukuran", "P", ""),
    )
    janji = replace(p.BARIS_INDIKATOR, target=None, satuan=ganti.get("satuan", "%"))
    return p.snapshot(
        indikator=mk.DaftarIndikator((replace(p.IKU, target=target, **ganti),)),
        realisasi=mk.Realisasi((laporan,), ()),
        perjanjian=ma.KumpulanPerjanjian(
            (replace(p.PERJANJIAN, sasaran=(ma.BarisSasaranPerjanjian(1, "Sasaran", (janji,)),)),)
        ),
        naskah=replace(p.NASKAH, lampiran=lampiran),
    )


def _baris(snapshot: Snapshot) -> dict[str, list[str]]:
    """Return the texts of all cells of every table."""
    return {
        blok.kunci: [s.teks for satu in blok.baris for s in satu.sel]
        for bab in susun(snapshot).dokumen.bab
        for blok in semua_blok(bab)
        if isinstance(blok, Tabel)
    }


BERTARGET = ("target-iku", "capaian-iku", "pk-kepala", "pk-kepala-lampiran", "capaian-pk", "akhir-renstra")
BERREALISASI = ("capaian-iku", "capaian-pk", "tahun-lalu", "akhir-renstra", "lampiran-pengukuran")


def test_a_predicate_is_written_as_such_in_every_table() -> None:
    baris = _baris(
        _iku(
            mk.TargetTahun(2024, None, "BB", None, None),
            mk.TargetTahun(2025, None, "BB", None, None),
            laporan=replace(p.LAPORAN, nilai=None, predikat="b"),
            arah="predikat",
            rumus_capaian="predikat",
            satuan="predikat",
            skala_predikat=(("BB", 5), ("B", 4)),
        )
    )
    assert all("BB" in baris[kunci] for kunci in BERTARGET)
    assert all("B" in baris[kunci] for kunci in BERREALISASI)


def test_a_range_is_written_as_such_in_every_table() -> None:
    baris = _baris(
        _iku(
            mk.TargetTahun(2024, None, "", Decimal(10), Decimal(20)),
            mk.TargetTahun(2025, None, "", Decimal(10), Decimal(20)),
            laporan=replace(p.LAPORAN, nilai=Decimal(15)),
            arah="rentang",
            rumus_capaian="rentang",
            satuan="hari",
        )
    )
    assert all("10 hari sampai 20 hari" in baris[kunci] for kunci in BERTARGET)
    assert all("15 hari" in baris[kunci] for kunci in BERREALISASI)


def test_realisasi_of_different_satuan_has_no_mean() -> None:
    orang = replace(p.IKU, kode="iku-2", satuan="orang")
    hasil = p.snapshot(indikator=mk.DaftarIndikator((p.IKU, orang))).hasil.kinerja
    assert hasil.rerata_realisasi == TidakDapatDihitung(Alasan.SATUAN_BERBEDA)
    assert hasil.rerata_realisasi_tahun_lalu == TidakDapatDihitung(Alasan.SATUAN_BERBEDA)
    assert p.snapshot().hasil.kinerja.rerata_realisasi == Decimal(95)


def test_an_empty_draft_does_not_hide_the_komponen_that_were_measured() -> None:
    indikator, realisasi = p.berkomponen(p.hitungan(1, 45, 50))
    lama = replace(realisasi.triwulan[0], triwulan=3)
    draf = replace(lama, triwulan=4, komponen=(p.hitungan(1, None, None),))
    snapshot = p.snapshot(indikator=indikator, realisasi=mk.Realisasi((lama, draf), ()))
    (satu,) = snapshot.hasil.kinerja.indikator
    assert satu.realisasi == Decimal(90)
    assert [(k.pembilang, k.penyebut, k.persen) for k in satu.komponen] == [
        (Decimal(45), Decimal(50), Decimal(90))
    ]
    assert satu.dikecualikan == ()


def test_only_programs_of_an_iku_are_held_against_the_iku() -> None:
    daerah = replace(p.IKU, kode="rpd-1", jenis="daerah", mengikuti="iku-1")
    snapshot = p.snapshot(
        indikator=mk.DaftarIndikator((p.IKU, daerah)),
        dukungan=replace(p.DUKUNGAN, pendukung=(ma.Pendukung(p.PROGRAM, "rpd-1"),)),
    )
    assert snapshot.hasil.anggaran.pendukung.pagu is None
    assert snapshot.hasil.anggaran.program[0].efisiensi.capaian == snapshot.hasil.kinerja.rerata_iku.nilai


def test_a_code_with_an_x_can_be_named_in_the_narrative() -> None:
    (program,) = p.anggaran().program
    anggaran = replace(p.anggaran(), program=(replace(program, kode="X.XX.01"),))
    teks = "<p>{{ program.X.XX.01.pagu }} dalam {{ tabel.program-X.XX.01 }}.</p>"
    narasi = (*((k, i) for k, i in p.NASKAH.narasi if k != "bab4.saran"), ("bab4.saran", teks))
    halaman = cetak.halaman(p.snapshot(anggaran=anggaran, naskah=replace(p.NASKAH, narasi=narasi)))
    assert "Rp1.000.000 dalam" in halaman.isi
    assert not [satu for satu in halaman.masalah if "tidak dikenal" in satu.pesan]


def test_a_unit_without_parent_stands_below_the_head() -> None:
    def unit(kode: str, jenis: str) -> m.Unit:
        return m.Unit(kode, f"Unit {kode}", jenis, None, "", None, (), ())

    isi = cetak.halaman(p.snapshot(organisasi=m.Organisasi((unit("a", "pimpinan"), unit("b", "bidang"))))).isi
    gambar = isi[isi.index('id="gambar-struktur-organisasi"') :].partition("</svg>")[0]
    assert "Unit a" in gambar
    assert "Unit b" in gambar


def test_a_renstra_without_visi_and_misi_says_so() -> None:
    kosong = susun(p.snapshot(renstra=replace(p.RENSTRA, visi="", misi=(), tujuan=())))
    pesan = {satu.pesan for satu in kosong.masalah}
    assert {"Visi belum diisi.", "Misi belum diisi.", "Tujuan dan sasaran belum diisi."} <= pesan


def test_a_regional_indicator_that_follows_an_unmeasured_one_says_so() -> None:
    daerah = replace(p.IKU, kode="rpd-1", jenis="daerah", mengikuti="iku-1")
    snapshot = p.snapshot(indikator=mk.DaftarIndikator((p.IKU, daerah)), realisasi=mk.Realisasi((), ()))
    isi = cetak.halaman(snapshot).isi
    assert "(belum diukur)." in isi
    assert "belum diukur%" not in isi


def test_every_breakdown_of_the_employees_is_printed() -> None:
    pegawai = (m.KelompokPegawai("golongan", "III", 3), m.KelompokPegawai("jenis_kelamin", "Perempuan", 2))
    tersusun = susun(p.snapshot(fakta=replace(p.FAKTA, pegawai=pegawai)))
    judul = [entri.judul for entri in tersusun.dokumen.daftar_tabel]
    assert "Pegawai Dinas Contoh menurut Golongan, Desember 2024" in judul
    assert "Pegawai Dinas Contoh menurut Jenis Kelamin, Desember 2024" in judul
    assert not [satu for satu in tersusun.masalah if "pegawai" in satu.pesan]


def test_indikator_may_follow_in_a_row_but_not_in_a_circle() -> None:
    kedua = replace(p.IKU, kode="iku-2", mengikuti="iku-1")
    ketiga = replace(p.IKU, kode="iku-3", mengikuti="iku-2")
    putar = [replace(p.IKU, kode="a", mengikuti="b"), replace(p.IKU, kode="b", mengikuti="a")]
    hasil = p.snapshot(indikator=mk.DaftarIndikator((p.IKU, kedua, ketiga, *putar))).hasil.kinerja
    nilai = {i.kode: i.realisasi for i in hasil.indikator}
    assert nilai["iku-3"] == nilai["iku-2"] == Decimal(95)
    assert nilai["a"] == nilai["b"] == TidakDapatDihitung(Alasan.REALISASI_KOSONG)


def test_every_output_indicator_has_its_target_and_realisasi() -> None:
    kedua = ma.Renja(p.SUB, 2, "Keluaran lain", "paket", None, ((1, Decimal(1)), (2, Decimal(3)), (3, None)))
    baris = _baris(
        p.snapshot(
            dukungan=replace(p.DUKUNGAN, renja=(*p.DUKUNGAN.renja, kedua)),
            naskah=replace(p.NASKAH, lampiran=(ma.ButirLampiran(1, "rencana_realisasi", "Rencana", ""),)),
        )
    )
    assert "10; belum ditetapkan" in baris["lampiran-renja"]
    assert "10; 3" in baris["lampiran-renja"]


def test_efisiensi_is_explained_by_the_formula_in_force() -> None:
    kebijakan = replace(p.KEBIJAKAN, rumus_efisiensi="indeks")
    isi = cetak.halaman(p.snapshot(kebijakan=kebijakan)).isi
    assert "Indeks di bawah 1" in isi
    assert "Efisiensi bertanda" not in isi


def test_a_class_has_the_colour_that_its_scale_gives_it() -> None:
    kelas = tuple(replace(k, warna="#123abc") for k in p.KEBIJAKAN.kelas)
    isi = cetak.halaman(p.snapshot(kebijakan=replace(p.KEBIJAKAN, kelas=kelas))).isi
    assert "background:#123abc" in isi
