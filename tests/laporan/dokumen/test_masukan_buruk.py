"""Whatever is missing, wrong or too large: the report is made, and says plainly what is missing where."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from laporan import cetak
from laporan.dokumen.blok import Tabel
from laporan.dokumen.penomoran import semua_blok
from laporan.dokumen.susun import susun
from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot import masukan_kinerja as mk
from tests.laporan import pabrik
from tests.laporan.dokumen import buruk, datar

HILANG = [
    ("Kata Pengantar", "Penandatangan LKIP tahun 2024 belum ditetapkan."),
    ("Ikhtisar Eksekutif", "Narasi bagian ini belum disusun."),
    ("1.2 Dasar Hukum", "Daftar dasar hukum tahun 2024 belum diisi."),
    ("1.3 Struktur Organisasi", "Struktur organisasi belum diisi."),
    ("1.3.1 Uraian Tugas", "Uraian tugas unit kerja belum diisi."),
    ("1.4 Sumber Daya Manusia", "Data pegawai tahun 2024 belum diisi."),
    ("1.5 Aset", "Data aset tahun 2024 belum diisi."),
    ("1.6 Isu-Isu Strategis", "Isu strategis belum diisi."),
    ("1.7 Cascading Kinerja", "Cascading kinerja belum dapat digambar: Renstra belum diisi."),
    (
        "1.8 Ringkasan Laporan Hasil Evaluasi Tahun Sebelumnya",
        "Hasil evaluasi AKIP tahun 2023 belum diisi.",
    ),
    ("2.1.1 Visi dan Misi", "Renstra yang berlaku pada tahun 2024 belum diisi."),
    ("2.1.3 Indikator Kinerja Utama", "Indikator kinerja utama tahun 2024 belum diisi."),
    ("2.1.4 Perjanjian Kinerja Tahun 2024", "Perjanjian kinerja tahun 2024 belum diisi."),
    ("2.1.5 Rencana Anggaran Tahun 2024", "Dokumen pelaksanaan anggaran tahun 2024 belum diisi."),
    (
        "3.1 Metode Pengukuran Kinerja Tahun 2024",
        "Kebijakan pengukuran tahun 2024 belum ditetapkan; capaian dihitung dengan rasio "
        "dan batas atas 120%, tanpa kriteria.",
    ),
    ("3.2 Capaian IKU Tahun 2024", "Indikator kinerja utama tahun 2024 belum diisi."),
    ("3.4 Capaian Kinerja atas Perjanjian Kinerja", "Perjanjian kinerja tahun 2024 belum diisi."),
    ("3.4.2 Analisis Capaian Kinerja", "Indikator kinerja utama belum diisi."),
    ("3.7 Perbandingan dengan Target Akhir Renstra", "Target akhir Renstra belum diisi."),
    (
        "3.10 Analisis Efisiensi Penggunaan Sumber Daya",
        "Belum ada program yang ditautkan pada indikator kinerja utama.",
    ),
    ("3.12 Realisasi Anggaran", "Program dan kegiatan tahun 2024 belum diisi."),
    ("4.2 Saran", "Penandatangan LKIP tahun 2024 belum ditetapkan."),
]


def baris_tabel(snapshot, kunci):
    semua = (b for bab in susun(snapshot).dokumen.bab for b in semua_blok(bab))
    satu = next(b for b in semua if isinstance(b, Tabel) and b.kunci == kunci)
    return [[re.sub(r"<[^>]+>", "", s.teks) for s in b.sel] for b in satu.baris]


def masalah(snapshot):
    return [(satu.tempat, satu.pesan) for satu in susun(snapshot).masalah]


@pytest.fixture(scope="module")
def kosong():
    return buruk.kosong()


@pytest.mark.parametrize(("tempat", "pesan"), HILANG, ids=[tempat for tempat, _ in HILANG])
def test_an_empty_year_says_what_is_missing_where(kosong, tempat, pesan):
    assert (tempat, pesan) in masalah(kosong)
    assert pesan in datar.halaman(kosong)


def test_an_empty_year_has_every_section_and_no_figure(kosong):
    dokumen = susun(kosong).dokumen
    assert [bab.anchor for bab in dokumen.bab] == ["bab-1", "bab-2", "bab-3", "bab-4"]
    assert [len(bab.subbab) for bab in dokumen.bab] == [9, 1, 13, 2]
    assert not [b for bab in dokumen.bab for b in semua_blok(bab) if isinstance(b, Tabel)]
    assert not re.search(r"\bRp\d|\d,\d\d", datar.halaman(kosong))


def test_every_problem_is_shown_in_the_page(kosong):
    teks = datar.halaman(kosong)
    daftar = masalah(kosong)
    assert len(daftar) > 40
    assert len(set(daftar)) == len(daftar)
    assert all(pesan in teks for _, pesan in daftar)


def test_a_complete_report_has_no_problem_of_its_own():
    """What the small report leaves out (organisation, legal basis, signature) is all that is listed."""
    teks = {tempat.split(" ")[0] for tempat, _ in masalah(pabrik.snapshot())}
    assert teks <= {"Kata", "1.2", "1.3", "1.3.1", "1.6", "2.1.1", "2.1.2", "3.3", "3.4.2", "4.2"}


def test_a_missing_target_is_said_in_every_table():
    snapshot = pabrik.snapshot(
        indikator=mk.DaftarIndikator((replace(pabrik.IKU, target=()),)),
    )
    (iku, rerata) = baris_tabel(snapshot, "capaian-iku")
    assert iku[3:] == ["target belum tersedia", "95%", "target belum tersedia", "–"]
    assert rerata[1] == "tidak dapat dihitung: tidak ada capaian yang dapat dihitung"
    assert baris_tabel(snapshot, "target-iku")[0][2:] == ["target belum tersedia"] * 2
    assert "1 indikator tidak dapat dihitung dan tidak ikut dirata-ratakan." in datar.halaman(snapshot)
    temuan = [t for t in cetak.halaman(snapshot).temuan if t.kode == "target_kosong"]
    assert "Target tahun 2024 belum diisi" in temuan[0].pesan


def test_a_zero_pembagi_is_said_beside_its_komponen():
    indikator, realisasi = pabrik.berkomponen(pabrik.hitungan(1, 5, 0), pabrik.hitungan(2, 3, 4))
    snapshot = pabrik.snapshot(indikator=indikator, realisasi=realisasi)
    satu, dua, jumlah = baris_tabel(snapshot, "ukur-iku-1")
    assert satu[2:] == ["5 / 0 × 100%", "tidak dapat dihitung: penyebut nol"]
    assert dua[2:] == ["3 / 4 × 100%", "75"]
    assert jumlah[1] == "75"
    assert "Komponen 1 tidak ikut dihitung: penyebut nol." in datar.halaman(snapshot)
    assert [t.kode for t in cetak.halaman(snapshot).temuan if "penyebut nol" in t.pesan]


def test_only_zero_pembagi_gives_a_reason_never_a_zero():
    indikator, realisasi = pabrik.berkomponen(pabrik.hitungan(1, 0, 0))
    snapshot = pabrik.snapshot(indikator=indikator, realisasi=realisasi)
    sebab = "tidak dapat dihitung: tidak ada komponen yang terukur"
    assert baris_tabel(snapshot, "capaian-iku")[0][4:] == [sebab, sebab, "–"]
    assert baris_tabel(snapshot, "ukur-iku-1")[-1] == ["Realisasi indikator", sebab]


def test_an_empty_cell_is_said_to_be_empty():
    indikator, realisasi = pabrik.berkomponen(pabrik.hitungan(1, None, 4))
    satu = baris_tabel(pabrik.snapshot(indikator=indikator, realisasi=realisasi), "ukur-iku-1")[0]
    assert satu[2:] == ["kosong / 4 × 100%", "tidak dapat dihitung: pembilang kosong"]


def test_a_pagu_of_zero_is_a_reason():
    sub = replace(pabrik.SUB_KEGIATAN, pagu=Decimal(0))
    snapshot = pabrik.snapshot(anggaran=pabrik.anggaran(sub))
    isi = baris_tabel(snapshot, f"program-{pabrik.PROGRAM}")
    assert [b[-2] for b in isi] == ["tidak dapat dihitung: pagu nol"] * 3
    assert "tidak dapat dihitung: pagu nol" in datar.halaman(snapshot)


def test_a_year_without_reports_is_not_measured():
    snapshot = pabrik.snapshot(realisasi=mk.Realisasi((), ()))
    assert baris_tabel(snapshot, "capaian-iku")[0][4:] == ["belum diukur", "belum diukur", "–"]
    assert baris_tabel(snapshot, "dua-dasar")[0][3:] == ["belum diukur"] * 3 + ["–"]
    tempat = [t for t, pesan in masalah(snapshot) if pesan == "Uraian pencapaian kinerja belum diisi."]
    assert tempat == ["3.4.2 Analisis Capaian Kinerja"]


def test_missing_narrative_of_a_program_is_listed_under_its_name():
    naskah = replace(pabrik.NASKAH, narasi=tuple(n for n in pabrik.NASKAH.narasi if "1.06.02" not in n[0]))
    assert ("3.11.1 Program contoh", "Narasi bagian ini belum disusun.") in masalah(
        pabrik.snapshot(naskah=naskah)
    )


@pytest.mark.parametrize("kegiatan", [(), (ma.ButirKegiatan(pabrik.KEGIATAN, "Kegiatan", ()),)])
def test_a_program_without_sub_kegiatan(kegiatan):
    program = ma.ButirProgram(pabrik.PROGRAM, "Program contoh", None, kegiatan)
    snapshot = pabrik.snapshot(
        anggaran=ma.Anggaran((), (program,)), naskah=replace(pabrik.NASKAH, lampiran=buruk.LAMPIRAN)
    )
    daftar = masalah(snapshot)
    assert ("3.11.1 Program contoh", "“Program contoh” belum mempunyai sub kegiatan.") in daftar
    assert ("3.11.1 Program contoh", "Pagu “Program contoh” belum diisi.") in daftar
    assert "belum diisi" in " ".join(baris_tabel(snapshot, "realisasi-anggaran")[0])
    assert cetak.halaman(snapshot).isi


def test_a_budget_without_documents_says_so():
    snapshot = pabrik.snapshot(anggaran=replace(pabrik.anggaran(), dokumen=()))
    pesan = "Dokumen pelaksanaan anggaran tahun 2024 belum diisi."
    assert ("2.1.5 Rencana Anggaran Tahun 2024", pesan) in masalah(snapshot)
    assert baris_tabel(snapshot, "anggaran-program")


def test_a_budget_document_without_programs_says_so():
    snapshot = pabrik.snapshot(anggaran=ma.Anggaran((pabrik.DOKUMEN,), ()))
    pesan = "Program dan kegiatan tahun 2024 belum diisi."
    assert ("2.1.5 Rencana Anggaran Tahun 2024", pesan) in masalah(snapshot)
    assert baris_tabel(snapshot, "dokumen-anggaran")


def test_500_sub_kegiatan_and_names_of_300_characters_lose_nothing():
    snapshot = buruk.besar()
    teks = datar.halaman(snapshot)
    for apa in ("dinas", "pejabat", "jabatan", "program", "kegiatan", "indikator", "sasaran"):
        nama = buruk.panjang(apa)
        assert len(nama) == 300
        assert nama in teks, apa
    isi = baris_tabel(snapshot, f"program-{pabrik.PROGRAM}")
    assert len(isi) == 500 + 2
    assert isi[-1][1:3] == ["500.125.250", "450.000.000"]
    assert "Sub kegiatan nomor 500" in teks


def test_no_policy_is_said_and_gives_no_kriteria():
    snapshot = pabrik.snapshot(kebijakan=None)
    assert baris_tabel(snapshot, "capaian-iku")[0][3:] == ["90%", "95%", "105,56", "–"]
    assert any(pesan.startswith("Kebijakan pengukuran tahun 2024 belum") for _, pesan in masalah(snapshot))
    assert [t.kode for t in cetak.halaman(snapshot).temuan if t.kode == "kebijakan_kosong"]


def test_an_empty_scale_is_said_and_gives_no_kriteria():
    snapshot = pabrik.snapshot(kebijakan=replace(pabrik.KEBIJAKAN, kelas=()))
    pesan = "Skala “Skala contoh” belum mempunyai kelas; kriteria kosong."
    assert ("3.1 Metode Pengukuran Kinerja Tahun 2024", pesan) in masalah(snapshot)
    assert baris_tabel(snapshot, "capaian-iku")[0][-1] == "–"


def test_an_open_scale_prints_its_bounds():
    kelas = (
        replace(pabrik.KEBIJAKAN.kelas[0], bawah=Decimal(50), atas=None),
        replace(pabrik.KEBIJAKAN.kelas[1], bawah=Decimal(0), atas=None),
    )
    snapshot = pabrik.snapshot(kebijakan=replace(pabrik.KEBIJAKAN, kelas=kelas))
    assert [b[1] for b in baris_tabel(snapshot, "skala")] == ["≥ 50", "≥ 0"]


@pytest.mark.parametrize("cara", ["rerata_komponen", "rasio_jumlah", "angka"])
def test_an_indikator_without_komponen_is_measured_by_its_number(cara):
    snapshot = pabrik.snapshot(indikator=mk.DaftarIndikator((replace(pabrik.IKU, cara_ukur=cara),)))
    assert "Realisasi: 95%. Target: 90%." in datar.halaman(snapshot)


def test_an_indikator_measured_by_a_number_does_not_claim_its_komponen():
    indikator, _ = pabrik.berkomponen(pabrik.hitungan(1, 1, 2))
    iku = replace(indikator.indikator[0], cara_ukur="angka")
    teks = datar.halaman(pabrik.snapshot(indikator=mk.DaftarIndikator((iku,))))
    assert "Realisasi: 95%. Target: 90%." in teks
    assert "jumlah pembilang dibagi jumlah penyebut" not in teks


def test_a_perjanjian_with_an_indikator_outside_the_renstra_says_so():
    baris = (replace(pabrik.BARIS_INDIKATOR, indikator="tidak-ada", nama="Indikator asing"),)
    janji = replace(pabrik.PERJANJIAN, sasaran=(ma.BarisSasaranPerjanjian(1, "Sasaran", baris),))
    snapshot = pabrik.snapshot(
        perjanjian=ma.KumpulanPerjanjian((janji,)), naskah=replace(pabrik.NASKAH, lampiran=buruk.LAMPIRAN)
    )
    sebab = "belum diukur: indikator bukan bagian Renstra yang berlaku"
    for kunci in ("capaian-pk", "lampiran-pengukuran"):
        (isi,) = [b for b in baris_tabel(snapshot, kunci) if "Indikator asing" in b]
        assert isi[-3:] == [sebab, sebab, "–"]


def test_a_perjanjian_without_sasaran_says_so():
    janji = replace(pabrik.PERJANJIAN, sasaran=())
    snapshot = pabrik.snapshot(
        perjanjian=ma.KumpulanPerjanjian((janji,)), naskah=replace(pabrik.NASKAH, lampiran=buruk.LAMPIRAN)
    )
    pesan = "Perjanjian kinerja Kepala Dinas belum memuat sasaran dan indikator."
    assert [tempat for tempat, isi in masalah(snapshot) if isi == pesan] == [
        "2.1.4 Perjanjian Kinerja Tahun 2024",
        "3.4 Capaian Kinerja atas Perjanjian Kinerja",
        "L.1.1 Kepala Dinas",
    ]


def test_only_units_have_a_perjanjian():
    janji = replace(pabrik.PERJANJIAN, unit="bidang-a", jenis_unit="bidang")
    snapshot = pabrik.snapshot(perjanjian=ma.KumpulanPerjanjian((janji,)))
    assert (
        "3.4 Capaian Kinerja atas Perjanjian Kinerja",
        "Perjanjian kinerja kepala perangkat daerah belum diisi.",
    ) in masalah(snapshot)
    assert baris_tabel(snapshot, "capaian-unit")


def test_an_akip_evaluation_with_a_missing_part_names_it():
    akip = replace(
        pabrik.FAKTA.akip,
        komponen=(*pabrik.FAKTA.akip.komponen, m.KomponenAkip("Pelaporan", Decimal(15), None)),
    )
    snapshot = pabrik.snapshot(fakta=replace(pabrik.FAKTA, akip=akip))
    isi = baris_tabel(snapshot, "akip")
    assert isi[1][2:] == ["15,00", "–"]
    assert isi[2][1] == "tidak dapat dihitung: tidak ada nilai (Pelaporan)"
    assert isi[3][1] == "–"


def test_programs_linked_to_an_unknown_indikator_have_no_efisiensi():
    dukungan = replace(pabrik.DUKUNGAN, pendukung=(ma.Pendukung(pabrik.PROGRAM, "tidak-ada"),))
    snapshot = pabrik.snapshot(dukungan=dukungan)
    pesan = "Belum ada program yang ditautkan pada indikator kinerja utama."
    assert ("3.10 Analisis Efisiensi Penggunaan Sumber Daya", pesan) in masalah(snapshot)


def test_links_to_a_program_that_is_not_in_the_budget_are_left_out():
    dukungan = replace(pabrik.DUKUNGAN, pendukung=(ma.Pendukung("9.99.99", "iku-1"),))
    assert cetak.halaman(pabrik.snapshot(dukungan=dukungan)).isi
