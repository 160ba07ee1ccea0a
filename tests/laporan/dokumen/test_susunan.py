"""What a report must contain, in which order, and what it says of the measured year."""

import datetime
import re
from dataclasses import replace

import pytest

from laporan import cetak
from laporan.dokumen.blok import Alinea, Butir, Gambar, Kosong, Narasi, Tabel, TandaTangan
from laporan.dokumen.penomoran import semua_blok, semua_subbab
from laporan.dokumen.susun import susun
from laporan.snapshot import masukan as m
from laporan.snapshot.ambil import compute
from tests.laporan.dokumen.datar import baris

REVIU = m.Reviu(
    "Kupang",
    datetime.date(2025, 2, 1),
    "Inspektur",
    "Inspektur (contoh)",
    "197001012000011001",
    "<p>Telah direviu.</p>",
)
ISI = (
    ("1", "Latar Belakang", "Dasar Hukum", "Struktur Organisasi", "Uraian Tugas", "Sumber Daya Manusia",
     "Analisis Sumber Daya Manusia", "Aset", "Isu-Isu Strategis", "Cascading Kinerja",
     "Ringkasan Laporan Hasil Evaluasi Tahun Sebelumnya", "Sistematika Penulisan"),
    ("2", "Rencana Strategis 2024–2026", "Visi dan Misi", "Indikator Kinerja RPD", "Indikator Kinerja Utama",
     "Perjanjian Kinerja Tahun 2024", "Rencana Anggaran Tahun 2024"),
    ("3", "Metode Pengukuran Kinerja Tahun 2024", "Capaian IKU Tahun 2024",
     "Capaian Kinerja terhadap Target RPD", "Capaian Kinerja atas Perjanjian Kinerja", "Sasaran Strategis",
     "Analisis Capaian Kinerja", "Perbandingan dengan Tahun 2023",
     "Perbandingan dengan Lima Tahun Sebelumnya", "Perbandingan dengan Target Akhir Renstra",
     "Perbandingan dengan Standar Nasional", "Analisis Keberhasilan dan Kegagalan",
     "Analisis Efisiensi Penggunaan Sumber Daya", "Analisis Program dan Kegiatan Penunjang",
     "Program Penunjang Urusan Pemerintahan Daerah Provinsi", "Program Pemberdayaan Sosial",
     "Program Penanganan Warga Negara Migran Korban Tindak Kekerasan", "Program Rehabilitasi Sosial",
     "Program Perlindungan dan Jaminan Sosial", "Program Penanganan Bencana",
     "Program Pengelolaan Taman Makam Pahlawan", "Realisasi Anggaran", "Keterbatasan Data"),
    ("4", "Kesimpulan", "Saran"),
)  # fmt: skip


@pytest.fixture(scope="module")
def dokumen(demo):
    return susun(demo).dokumen


def isi_subbab(dokumen, nomor):
    return next(s for bab in dokumen.bab for _, s in semua_subbab(bab) if s.nomor == nomor).blok


def tabel(dokumen, kunci):
    return next(
        b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel) and b.kunci == kunci
    )


def kata(tabel):
    return [[re.sub(r"<[^>]+>", "", s.teks) for s in b.sel] for b in tabel.baris]


def test_all_parts_stand_in_order(demo):
    d = susun(compute(replace(demo.masukan, identitas=replace(demo.masukan.identitas, reviu=REVIU)))).dokumen
    kepala = re.findall(r'<h1[^>]* id="([^"]+)"', cetak.html_cetak(d))
    assert kepala == [
        "sampul", "pernyataan-reviu", "kata-pengantar", "daftar-isi", "daftar-tabel", "daftar-gambar",
        "ikhtisar", "bab-1", "bab-2", "bab-3", "bab-4", "lampiran",
    ]  # fmt: skip


def test_without_reviu_there_is_no_statement(demo, dokumen):
    assert demo.masukan.identitas.reviu is None
    assert 'id="pernyataan-reviu"' not in cetak.html_cetak(dokumen)


@pytest.mark.parametrize("bab", ISI, ids=lambda bab: f"bab {bab[0]}")
def test_the_sections_of_each_chapter(dokumen, bab):
    awalan, *judul = bab
    milik = next(b for b in dokumen.bab if b.awalan == awalan)
    assert [s.judul for _, s in semua_subbab(milik)] == judul


def test_the_attachments(dokumen):
    lampiran = dokumen.bab[-1]
    assert [s.judul for s in lampiran.subbab] == [
        "Perjanjian Kinerja Tahun 2024",
        "Pengukuran Kinerja Tahun 2024",
        "Rencana dan Realisasi Kinerja dan Anggaran Tahun 2024",
    ]
    assert len(lampiran.subbab[0].anak) == 6


@pytest.mark.parametrize(
    ("nomor", "kunci"),
    [
        ("1.3", "struktur-organisasi"),
        ("1.4", "pegawai"),
        ("1.7", "cascading"),
        ("3.2", "capaian-iku"),
        ("3.6", "tren-iku"),
        ("3.12", "pagu-realisasi"),
    ],
)
def test_the_drawings_stand_where_they_belong_and_are_vector(dokumen, nomor, kunci):
    (gambar,) = [b for b in isi_subbab(dokumen, nomor) if isinstance(b, Gambar)]
    assert gambar.kunci == kunci
    assert gambar.gambar.svg.startswith("<svg ")
    assert "<title>" in gambar.gambar.svg
    assert "<image" not in gambar.gambar.svg


def test_the_report_is_signed_twice(demo, dokumen):
    depan = next(d for d in dokumen.depan if d.anchor == "kata-pengantar")
    for blok in (depan.blok, isi_subbab(dokumen, "4.2")):
        tanda = blok[-1]
        assert isinstance(tanda, TandaTangan)
        assert tanda.nama == demo.masukan.identitas.penandatangan.nama
        assert re.fullmatch(r"\d{8} \d{6} \d \d{3}", tanda.nip)


def test_the_demo_lacks_nothing(demo, dokumen):
    assert susun(demo).masalah == ()
    semua = [b for bab in dokumen.bab for b in semua_blok(bab)]
    assert not [b for b in semua if isinstance(b, Kosong)]
    assert all(b.html.strip() for b in semua if isinstance(b, Narasi))
    assert "{{" not in cetak.halaman(demo).isi


def test_each_iku_is_analysed_in_four_steps(dokumen):
    teks = [getattr(b, "teks", "") for b in isi_subbab(dokumen, "3.4.2")]
    langkah = [
        "Uraian pencapaian kinerja", "Upaya yang telah dilakukan",
        "Permasalahan yang dihadapi", "Solusi terhadap permasalahan",
    ]  # fmt: skip
    assert [t for t in teks if t in langkah] == langkah * 2
    assert [t for t in teks if t.startswith("IKU ")] == [
        "IKU 1. Persentase PPKS yang terakses perlindungan dan jaminan sosial",
        "IKU 2. Persentase PSKS yang berpartisipasi dalam penanganan PPKS",
    ]


def test_both_bases_stand_side_by_side(dokumen):
    assert [b[2:] for b in kata(tabel(dokumen, "dua-dasar"))[:2]] == [
        ["90%", "100%", "100", "111,11", "11,11"],
        ["90%", "88,33%", "88,33", "98,14", "9,81"],
    ]
    assert kata(tabel(dokumen, "dua-dasar"))[2] == ["Rata-rata", "94,16", "104,63", "10,46"]


def test_the_iku_table_shows_the_worked_formula(dokumen):
    satu = tabel(dokumen, "capaian-iku")
    assert [b[3:] for b in kata(satu)[:2]] == [
        ["90%", "100%", "100", "Sangat Baik"],
        ["90%", "88,33%", "88,33", "Baik"],
    ]
    assert kata(satu)[2] == ["Rata-rata capaian", "94,16", "Sangat Baik"]
    assert satu.catatan == (
        "IKU 1: Capaian = R = 100%, dengan R = realisasi = 100.",
        "IKU 2: Capaian = R = 88,33%, dengan R = realisasi = 88,33.",
    )


def test_on_the_basis_of_the_ratio_the_formula_is_the_ratio(demo):
    rasio = replace(demo.masukan.kebijakan, dasar_capaian="rasio", batas_atas=None)
    dokumen = susun(compute(replace(demo.masukan, kebijakan=rasio))).dokumen
    satu = tabel(dokumen, "capaian-iku")
    assert kata(satu)[2] == ["Rata-rata capaian", "104,63", "Sangat Baik"]
    assert satu.catatan[1] == (
        "IKU 2: Capaian = R ÷ T × 100 = 98,14%, dengan R = realisasi = 88,33, T = target = 90."
    )


def test_efisiensi_keeps_its_sign_and_names_its_base(dokumen):
    isi = {b[-5]: b[-4:] for b in kata(tabel(dokumen, "efisiensi"))}
    assert isi == {
        "Program Perlindungan dan Jaminan Sosial": ["100", "93,03%", "6,97", "Efisien"],
        "Program Rehabilitasi Sosial": ["100", "89,04%", "10,96", "Efisien"],
        "Program Penanganan Warga Negara Migran Korban Tindak Kekerasan": [
            "100",
            "62,06%",
            "37,94",
            "Efisien",
        ],
        "Program Penanganan Bencana": ["100", "91,43%", "8,57", "Efisien"],
        "Program Pemberdayaan Sosial": ["88,33", "91,18%", "−2,85", "Tidak efisien"],
        "Rata-rata IKU terhadap program pendukung IKU": ["94,16", "90,99%", "3,17", "Efisien"],
        "Rata-rata IKU terhadap seluruh belanja": ["94,16", "77,73%", "16,44", "Efisien"],
    }


def test_targets_that_were_never_given_are_said_to_be_missing(dokumen):
    for kunci, kolom in (("target-iku", slice(2, None)), ("akhir-renstra", slice(4, 5))):
        isi = [b[kolom] for b in kata(tabel(dokumen, kunci))[:2]]
        assert [t for b in isi for t in b if t != "90%"] == ["target belum tersedia"] * (
            4 if kunci == "target-iku" else 2
        )


def test_progress_towards_the_end_is_a_ratio(dokumen):
    isi = {b[1]: b[3:] for b in kata(tabel(dokumen, "akhir-renstra"))}
    miskin = "Persentase aksesibilitas masyarakat miskin yang mendapatkan perlindungan dan jaminan sosial"
    assert isi[miskin] == ["100%", "90%", "111,11"]


def test_a_broken_series_is_stated_in_words_table_and_drawing(dokumen):
    tahun_lalu = kata(tabel(dokumen, "tahun-lalu"))
    assert [b[-1] for b in tahun_lalu] == ["Sebanding", "Tidak sebanding: deret terputus", ""]
    assert tahun_lalu[2] == ["Rata-rata realisasi", "94,16%", "", "96,07%", ""]
    lima = tabel(dokumen, "lima-tahun")
    assert [b[2:7] for b in kata(lima)] == [["100", "100", "96,48", "76,28", "92,13"], ["100"] * 5]
    assert [c for c in lima.catatan if "terputus pada tahun 2024" in c]
    (gambar,) = [b for b in isi_subbab(dokumen, "3.6") if isinstance(b, Gambar)]
    assert "IKU 2 berganti indikator" in gambar.gambar.svg


def test_the_policy_in_force_and_the_scale_are_printed(dokumen):
    kebijakan = {b[0]: b[1] for b in kata(tabel(dokumen, "kebijakan"))}
    assert kebijakan["Dasar capaian"].startswith("Realisasi: ")
    assert kebijakan["Batas atas capaian"].startswith("120%")
    assert kebijakan["Efisiensi"].startswith("Selisih: ")
    assert kebijakan["Versi aturan perhitungan"] == "1"
    assert [b[:4] for b in kata(tabel(dokumen, "skala"))] == [
        ["1", "91 ≤ 100", "Sangat Baik", "Sangat Tinggi"],
        ["2", "76 ≤ 90", "Baik", "Tinggi"],
        ["3", "66 ≤ 75", "Cukup", "Sedang"],
        ["4", "51 ≤ 65", "Kurang", "Rendah"],
        ["5", "≤ 50", "Sangat Kurang", "Sangat Rendah"],
    ]


def test_other_measurements_are_disclosed_beside_the_one_in_use(dokumen):
    (satu,) = kata(tabel(dokumen, "pembanding"))
    assert satu[2:] == ["220 / 335", "65,67", "96,57"]
    (dua,) = kata(tabel(dokumen, "pembanding-2"))
    assert dua[2:] == ["127 / 257", "49,42", "49,42"]
    asal = [b for b in kata(tabel(dokumen, "rincian-iku-1")) if b[0] == "10."]
    assert [b[3:] for b in asal] == [["40", "tidak sama dengan pembilang 42"]]


def test_what_was_not_measured_says_so(dokumen):
    isi = kata(tabel(dokumen, "capaian-unit"))
    belum = [b for b in isi if "belum diukur" in b]
    assert belum
    assert all(b[3:5] == ["belum diukur", "belum diukur"] and b[5] == "–" for b in belum)


def test_missing_standards_are_said_plainly(dokumen):
    (alinea,) = [b for b in isi_subbab(dokumen, "3.8") if isinstance(b, Alinea)]
    assert alinea.teks.startswith("Tidak ada standar nasional yang tercatat")


def test_misprints_of_the_printed_report_are_nowhere(demo, dokumen):
    for teks in (baris(cetak.halaman(demo).isi), baris(cetak.html_cetak(dokumen))):
        semua = "\n".join(teks)
        for salah in ("88,32", "16.148.586.614", "15.226.980.000", "5,84", "2,86"):
            assert not re.search(rf"(?<![\d.,]){re.escape(salah)}(?![\d.]\d|\d)", semua), salah
        assert "16.148.586.674" in semua
        assert "15.226.980.800" in semua


def test_94_16_is_never_the_capaian_of_one_iku(demo):
    semua = " ".join(baris(cetak.halaman(demo).isi))
    for kalimat in re.split(r"(?<=[.;:]) ", semua):
        if "94,16%" in kalimat:
            assert re.search(r"[Rr]ata-rata|[Kk]edua|bukan", kalimat), kalimat


def test_sub_kegiatan_of_a_program_add_up_to_its_last_row(demo, dokumen):
    for program, hasil in zip(demo.masukan.anggaran.program, demo.hasil.anggaran.program, strict=True):
        *isi, jumlah = tabel(dokumen, f"program-{program.kode}").baris
        assert sum(b.kelas == "" for b in isi) == sum(len(k.sub_kegiatan) for k in program.kegiatan)
        assert sum(b.kelas == "kegiatan" for b in isi) == len(program.kegiatan)
        assert jumlah.kelas == "jumlah"
        assert jumlah.sel[1].teks == f"{hasil.uang.pagu:,.0f}".replace(",", ".")


def test_a_unit_with_functions_but_no_duties_keeps_them(demo):
    unit = replace(demo.masukan.organisasi.unit[0], tugas=(), fungsi=("Perumusan kebijakan uji",))
    snapshot = compute(replace(demo.masukan, organisasi=m.Organisasi((unit,))))
    isi = isi_subbab(susun(snapshot).dokumen, "1.3.1")
    assert Butir(("Perumusan kebijakan uji",)) in isi


def test_many_lines_of_assets_have_numbers(demo):
    aset = tuple(replace(demo.masukan.fakta.aset[0], uraian=f"Aset {i}") for i in range(40))
    fakta = replace(demo.masukan.fakta, aset=aset)
    satu = tabel(susun(compute(replace(demo.masukan, fakta=fakta))).dokumen, "aset")
    assert [b[0] for b in kata(satu)[1:41]] == [f"{i}." for i in range(1, 41)]
