"""What the reviu says of the demo case: the claims of the printed report that do not hold."""

from collections import Counter

import pytest

from laporan.reviu.daftar import reviu
from laporan.snapshot.struktur import Snapshot


def test_findings_of_the_demo_by_kind(demo: Snapshot) -> None:
    assert Counter(t.kode for t in reviu(demo)) == {
        "target_kosong": 2,
        "realisasi_kosong": 3,
        "rincian_tidak_sama": 1,
        "dasar_capaian": 2,
        "pembanding": 2,
        "formula_berbeda": 3,
        "deret_terputus": 1,
        "dokumen_tanpa_rincian": 4,
        "pagu_perjanjian": 2,
        "penyerapan_minimum": 4,
        "efisiensi_negatif": 1,
        "fisik_keuangan": 13,
        "kode_tak_resmi": 1,
        "renja_belum_diukur": 1,
        "aset_tidak_cocok": 5,
        "data_contoh": 1,
    }


@pytest.mark.parametrize(
    ("kode", "tempat", "isi"),
    [
        ("dasar_capaian", "iku-1", "111,11%"),
        ("dasar_capaian", "iku-2", "98,14%"),
        ("pembanding", "iku-1", "96,57%"),
        ("pembanding", "iku-2", "49,42%, sedangkan laporan memakai 88,33%"),
        ("rincian_tidak_sama", "iku-1", "berjumlah 40, sedangkan pembilangnya 42"),
        ("formula_berbeda", "iku-2", "“Jumlah PPKS” (Renstra); “Jumlah PSKS” (perjanjian"),
        ("deret_terputus", "iku-2", "2019–2023"),
        ("pagu_perjanjian", "program 1.06.01", "Rp1.452.935.670"),
        ("pagu_perjanjian", "program 1.06.04", "tetap Rp69.778.653.677"),
        ("penyerapan_minimum", "perjanjian kepala-dinas", "77,73%, di bawah minimum 85%"),
        ("penyerapan_minimum", "program 1.06.01", "65,44%, di bawah minimum 90%"),
        ("efisiensi_negatif", "program 1.06.02", "−2,85"),
        ("fisik_keuangan", "sub kegiatan 1.06.01.1.07.0009", "27,61%"),
        ("fisik_keuangan", "sub kegiatan 1.06.04.1.05.0007", "7,52%"),
        ("aset_tidak_cocok", "aset Konstruksi dalam pengerjaan", "Rp3.230.282.990"),
        ("kode_tak_resmi", "anggaran", "14 sub kegiatan"),
        ("target_kosong", "iku-2", "2025 dan 2026"),
    ],
)
def test_finding_names_the_figures(demo: Snapshot, kode: str, tempat: str, isi: str) -> None:
    pesan = [t.pesan for t in reviu(demo) if (t.kode, t.tempat) == (kode, tempat)]
    assert any(isi in satu for satu in pesan), pesan
