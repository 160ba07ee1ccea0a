"""The live figures of the demo case, and the narrative that uses them."""

import re
from pathlib import Path

import pytest

from laporan.angka_hidup import daftar
from laporan.narasi import isi
from laporan.snapshot.struktur import Snapshot

NARASI = Path(__file__).parents[3] / "fixtures" / "demo" / "narasi"
PROGRAM = [f"program-1.06.{nomor:02}" for nomor in range(1, 8)]
TABEL = [
    "dasar-hukum",
    "pegawai",
    "aset",
    "akip",
    "rpd",
    "iku",
    "pk-kepala",
    "pk-kepala-anggaran",
    "pk-sekretariat",
    "pk-pemberdayaan",
    "pk-fakir-miskin",
    "pk-rehabilitasi",
    "pk-perlindungan",
    "anggaran-program",
    "dokumen-anggaran",
    "kebijakan",
    "skala",
    "capaian-iku",
    "dua-dasar",
    "capaian-rpd",
    "capaian-pk",
    "pk-anggaran",
    "capaian-unit",
    "ukur-iku-1",
    "ukur-iku-2",
    "rincian-iku-1",
    "pembanding",
    "tahun-lalu",
    "lima-tahun",
    "akhir-renstra",
    "efisiensi",
    "fisik-keuangan",
    "realisasi-triwulan",
    "realisasi-anggaran",
]
GAMBAR = ["struktur-organisasi", "pegawai", "cascading", "capaian-iku", "tren-iku", "pagu-realisasi"]
TAUTAN = {f"tabel.{i}": (f"Tabel {i}", f"tabel-{i}") for i in TABEL + PROGRAM} | {
    f"gambar.{i}": (f"Gambar {i}", f"gambar-{i}") for i in GAMBAR
}

ACUAN = {
    "pd.nama": "Dinas Sosial Provinsi Nusa Tenggara Timur",
    "tahun.lalu": "2023",
    "renstra.periode": "2024–2026",
    "anggaran.pagu": "Rp69.778.653.677",
    "anggaran.realisasi": "Rp54.237.655.066",
    "anggaran.penyerapan": "77,73%",
    "anggaran.program": "7",
    "anggaran.kegiatan": "17",
    "anggaran.sub_kegiatan": "92",
    "anggaran.murni": "Rp58.997.639.866",
    "anggaran.dokumen.2.tanggal": "13 Maret 2024",
    "anggaran.pendukung.penyerapan": "90,99%",
    "program.1.06.01.penyerapan": "65,44%",
    "program.1.06.02.capaian": "88,33%",
    "program.1.06.02.efisiensi": "−2,85",
    "program.1.06.02.label_efisiensi": "tidak efisien",
    "program.1.06.03.efisiensi": "37,94",
    "program.1.06.04.efisiensi": "10,96",
    "program.1.06.05.efisiensi": "6,97",
    "program.1.06.05.realisasi": "Rp16.148.586.674",
    "program.1.06.06.efisiensi": "8,57",
    "sub.1.06.01.1.07.0009.penyerapan": "27,61%",
    "iku.1.target": "90%",
    "iku.1.capaian": "100%",
    "iku.1.rasio": "111,11%",
    "iku.1.komponen.9.pembilang": "2.729",
    "iku.1.pembanding.1.persen": "65,67%",
    "iku.1.pembanding.1.indikator": "96,57%",
    "iku.1.riwayat.2021": "96,48%",
    "iku.2.realisasi": "88,33%",
    "iku.2.rasio": "98,14%",
    "iku.2.kriteria": "Baik",
    "iku.2.pembanding.1.persen": "49,42%",
    "iku.2.riwayat.2023": "100%",
    "iku.rerata.capaian": "94,16%",
    "iku.rerata.kriteria": "Sangat Baik",
    "iku.rerata.rasio": "104,63%",
    "iku.rerata.tahun_lalu": "96,07%",
    "rpd.1.realisasi": "88,33%",
    "efisiensi.total": "16,44",
    "efisiensi.pendukung": "3,17",
    "pegawai.jumlah": "158",
    "pegawai.pendidikan.s1": "84",
    "pegawai.pendidikan.s1.persen": "53,16%",
    "aset.akhir": "Rp83.904.516.816,25",
    "akip.nilai": "76,40",
    "akip.predikat": "BB",
    "perjanjian.belanja.minimum": "85%",
    "perjanjian.program.1.06.01.jumlah": "Rp34.704.270.672",
    "perjanjian.program.1.06.01.minimum": "90%",
    "fisik.temuan": "13",
}


def test_figures_are_those_of_the_reference(demo: Snapshot) -> None:
    angka = daftar(demo)
    assert {nama: angka[nama].teks for nama in ACUAN} == ACUAN


@pytest.mark.parametrize("berkas", sorted(NARASI.rglob("*.html")), ids=lambda b: b.name)
def test_narrative_resolves_without_a_problem(demo: Snapshot, berkas: Path) -> None:
    teks, masalah = isi(berkas.read_text(encoding="utf-8"), daftar(demo), berkas.stem, TAUTAN)
    assert masalah == ()
    assert re.sub(r"<[^>]*>", "", teks).strip()
    assert "{{" not in teks
