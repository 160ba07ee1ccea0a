"""Targets from Excel: each year of the Renstra, a number, a predicate or two bounds."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from openpyxl import load_workbook

from anggaran.actions.impor import apply_impor, check_impor, undo_impor
from kinerja.imports.templat import target_template
from kinerja.models import TargetTahunan
from lkip.models import Impor, Jejak, NilaiPredikat, SkalaPredikat
from tests.factories import IndikatorFactory
from tests.kinerja.imports.dunia import buku, cells, pesan, terima

TARGET = Impor.Jenis.TARGET


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def tiga(renstra):
    """An indikator of each kind of target."""
    skala = SkalaPredikat.objects.create(nama="Nilai AKIP")
    for urutan, predikat in enumerate(("A", "BB", "B"), start=1):
        NilaiPredikat.objects.create(skala=skala, predikat=predikat, nilai=100 - urutan)
    return [
        IndikatorFactory(renstra=renstra, kode="iku-1", nama="Penyandang disabilitas terlayani", urutan=1),
        IndikatorFactory(
            renstra=renstra, kode="iku-2", nama="Nilai AKIP", arah="predikat", skala_predikat=skala, urutan=2
        ),
        IndikatorFactory(
            renstra=renstra, kode="iku-3", nama="Suhu ruang arsip", arah="rentang", satuan="°C", urutan=3
        ),
    ]


def periksa(oleh, pd, *baris):
    return check_impor(oleh=oleh, impor=terima(oleh, pd, TARGET, buku(*baris)))


def tersimpan():
    return [
        (t.indikator.kode, t.tahun, t.nilai, t.predikat, t.bawah, t.atas)
        for t in TargetTahunan.objects.order_by("indikator__kode", "tahun")
    ]


def test_every_kind_of_target_comes_in_and_goes_out(oleh, pd, tiga):
    TargetTahunan.objects.create(indikator=tiga[0], tahun=2024, nilai=80)
    impor = terima(
        oleh,
        pd,
        TARGET,
        buku(
            ["Kode Indikator", "Indikator", 2024, "Target 2025"],
            ["IKU-1", None, 90, "95,5%"],
            ["iku-2", None, "bb", "A"],
            ["iku-3", None, "20 s.d. 25,5", "20–25"],
        ),
    )
    hasil = check_impor(oleh=oleh, impor=impor)
    assert pesan(hasil) == pesan(hasil, "konfirmasi") == []
    assert [(k.nama, k.berkas, k.selisih) for k in hasil.kontrol] == [
        ("Jumlah target 2024", Decimal("135.5"), 0),
        ("Jumlah target 2025", Decimal("140.5"), 0),
    ]
    apply_impor(oleh=oleh, impor=impor, sidik=hasil.sidik)
    assert tersimpan() == [
        ("iku-1", 2024, 90, "", None, None),
        ("iku-1", 2025, Decimal("95.5"), "", None, None),
        ("iku-2", 2024, None, "BB", None, None),
        ("iku-2", 2025, None, "A", None, None),
        ("iku-3", 2024, None, "", 20, Decimal("25.5")),
        ("iku-3", 2025, None, "", 20, 25),
    ]
    assert Jejak.objects.filter(tindakan="impor", induk=f"kinerja.Indikator:{tiga[1].pk}").count() == 2
    keluar = target_template(pd, 2024)
    lagi = check_impor(oleh=oleh, impor=terima(oleh, pd, TARGET, keluar))
    assert (pesan(lagi), pesan(lagi, "konfirmasi"), lagi.ada_perubahan) == ([], [], False)
    assert cells(target_template(pd, 2024)) == cells(keluar)
    impor.refresh_from_db()
    assert undo_impor(oleh=oleh, impor=impor) == 6
    assert tersimpan() == [("iku-1", 2024, 80, "", None, None)]


def test_the_template_has_a_list_of_predicates_and_locks_the_rest(pd, tiga):
    lembar, petunjuk = load_workbook(io.BytesIO(target_template(pd, 2024))).worksheets
    assert [s.value for s in lembar[1]][4:] == ["Target 2024", "Target 2025", "Target 2026"]
    (aturan,) = lembar.data_validations.dataValidation
    assert str(aturan.sqref) == "E3 F3 G3"
    awal, akhir = (int(s.rpartition("$")[2]) for s in aturan.formula1.removeprefix("=").split(":"))
    assert [petunjuk.cell(n, 1).value for n in range(awal, akhir + 1)] == ["A", "BB", "B"]
    assert lembar.protection.sheet
    assert lembar["A2"].protection.locked
    assert not lembar["E2"].protection.locked


def test_every_error_at_once(oleh, pd, tiga):
    TargetTahunan.objects.create(indikator=tiga[2], tahun=2026, bawah=1, atas=2)
    hasil = periksa(
        oleh,
        pd,
        ["Kode Indikator", "Indikator", 2024, 2026, 2027],
        ["iku-9", None, 1, None, None],
        ["iku-1", None, "banyak", 90, 90],
        ["iku-2", None, "Memuaskan", None, None],
        ["iku-3", None, 25, None, None],
        ["iku-3", None, "25 s.d. 20", None, None],
        ["iku-1", None, 1, None, None],
        [None, None, 1, None, None],
    )
    assert sorted(pesan(hasil)) == [
        ("bukan_rentang", 5),
        ("ganda", 6),
        ("ganda", 7),
        ("kode_kosong", 8),
        ("kode_tidak_dikenal", 2),
        ("predikat_tidak_dikenal", 4),
        ("tahun_di_luar_renstra", 3),
        ("teks_dalam_angka", 3),
    ]
    assert pesan(hasil, "konfirmasi") == []  # what a refused file would empty is no news
    assert all(g.saran for g in hasil.galat)
    assert not hasil.simpan or hasil.ditolak


def test_rows_without_code_are_known_by_their_name(oleh, pd, tiga):
    IndikatorFactory(renstra=tiga[0].renstra, kode="unit-1", nama="Nilai AKIP", jenis="unit")
    hasil = periksa(
        oleh,
        pd,
        ["Indikator Kinerja", 2024],
        ["Penyandang disabilitas yang terlayani", 90],
        ["Suhu ruang arsip", "20 s.d. 25"],
        ["Nilai AKIP", "A"],
        ["Jumlah jembatan gantung", 3],
    )
    assert pesan(hasil, "konfirmasi") == [("ejaan_berbeda", 2)]
    assert pesan(hasil) == [("nama_ganda", 4), ("nama_tidak_dikenal", 5)]


def test_what_the_file_leaves_out_stays_and_is_said(oleh, pd, tiga):
    for satu, nilai in ((tiga[0], 80), (tiga[2], 5)):
        TargetTahunan.objects.create(indikator=satu, tahun=2024, nilai=nilai)
    hasil = periksa(oleh, pd, ["Kode", 2024], ["iku-1", 85])
    assert pesan(hasil, "konfirmasi") == [("tidak_ada_dalam_berkas", None)]
    assert (hasil.kontrol[0].berkas, hasil.kontrol[0].sesudah) == (85, 90)


def test_without_a_renstra_or_the_right_to_plan(oleh, pd, staf, renstra):
    with pytest.raises(PermissionDenied):
        terima(staf, pd, TARGET, buku(["Kode", 2024]))
    renstra.delete()
    assert pesan(periksa(oleh, pd, ["Kode", 2024], ["iku-1", 1])) == [("renstra_tidak_ada", 2)]
    assert pesan(periksa(oleh, pd, ["Nama Orang", "Alamat"])) == [("judul_tidak_dikenal", None)]
    assert pesan(periksa(oleh, pd, ["Kode", 2024])) == [("kosong", None)]


def test_a_row_above_the_header_is_not_passed_over(oleh, pd, tiga):
    hasil = periksa(
        oleh, pd, ["iku-1", 80], ["Suhu ruang arsip", "20 s.d. 25"], ["Kode", 2024], ["iku-2", "A"]
    )
    assert pesan(hasil) == [("di_atas_judul", 1), ("di_atas_judul", 2)]


def test_what_the_file_empties_or_takes_below_zero_is_confirmed(oleh, pd, tiga):
    TargetTahunan.objects.create(indikator=tiga[2], tahun=2024, bawah=1, atas=2)
    hasil = periksa(oleh, pd, ["Kode", 2024], ["iku-1", -2.5], ["iku-3", None])
    assert sorted(pesan(hasil, "konfirmasi")) == [("dikosongkan", 3), ("negatif", 2)]
    assert not hasil.ditolak
