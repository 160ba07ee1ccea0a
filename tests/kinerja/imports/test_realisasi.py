"""Realisasi kinerja from Excel: within the own unit, only as long as it is open, all or nothing."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from anggaran.actions.impor import apply_impor, check_impor, undo_impor
from kinerja.actions.realisasi import save_realisasi
from kinerja.imports.templat import realisasi_template
from kinerja.isi_realisasi import IsiKomponen, IsiPokok, IsiRealisasi
from kinerja.models import RealisasiIndikator, RealisasiKomponen
from lkip.models import Impor, Jejak
from tests.factories import (
    IndikatorFactory,
    PeriodeTriwulanFactory,
    RealisasiIndikatorFactory,
    UnitKerjaFactory,
)
from tests.kinerja.imports.dunia import KOLOM, buku, cells, pesan, terima

REALISASI = Impor.Jenis.REALISASI_KINERJA
KEPALA = ["Kode Indikator", "Indikator", "Komponen", *KOLOM]


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def angka(renstra, bidang):
    """An indikator of one figure, for which the unit answers."""
    satu = IndikatorFactory(renstra=renstra, kode="iku-2", nama="Indeks kepuasan", satuan="Indeks", urutan=2)
    satu.penanggung_jawab.add(bidang)
    return satu


def periksa(oleh, pd, *baris):
    return check_impor(oleh=oleh, impor=terima(oleh, pd, REALISASI, buku(KEPALA, *baris)))


def keadaan():
    return (
        [
            (r.indikator.kode, r.triwulan, r.nilai, r.uraian, r.data_contoh)
            for r in RealisasiIndikator.objects.all()
        ],
        sorted(RealisasiKomponen.objects.values_list("komponen__urutan", "pembilang", "penyebut")),
    )


def test_figures_and_komponen_come_in_go_out_and_are_taken_back(staf, pd, milik_unit, angka):
    save_realisasi(
        oleh=staf,
        indikator=angka,
        tahun=2024,
        triwulan=1,
        isi=IsiRealisasi(IsiPokok(nilai=Decimal(3), uraian="Teks")),
    )
    RealisasiIndikator.objects.update(data_contoh=True)
    semula = keadaan()
    impor = terima(
        staf,
        pd,
        REALISASI,
        buku(
            KEPALA,
            ["iku-1", None, 1, None, 5, 10, None, 7, 10],
            ["iku-1", None, 2, None, 6, 12],
            ["iku-2", None, None, "3,25"],
        ),
    )
    hasil = check_impor(oleh=staf, impor=impor)
    assert (pesan(hasil), pesan(hasil, "konfirmasi")) == ([], [])
    assert {(k.nama, k.berkas, k.selisih) for k in hasil.kontrol} >= {
        ("Jumlah pembilang triwulan I", 11, 0),
        ("Jumlah nilai triwulan I", Decimal("3.25"), 0),
    }
    apply_impor(oleh=staf, impor=impor, sidik=hasil.sidik)
    laporan, komponen = keadaan()
    assert ("iku-2", 1, Decimal("3.25"), "Teks", False) in laporan
    assert komponen == [(1, 5, 10), (1, 7, 10), (2, 6, 12)]
    induk = RealisasiIndikator.objects.get(indikator=milik_unit, triwulan=1)
    assert Jejak.objects.filter(tindakan="impor", induk=f"kinerja.RealisasiIndikator:{induk.pk}").count() == 2
    keluar = realisasi_template(staf, pd, 2024)
    lagi = check_impor(oleh=staf, impor=terima(staf, pd, REALISASI, keluar))
    assert (pesan(lagi), pesan(lagi, "konfirmasi"), lagi.ada_perubahan) == ([], [], False)
    assert cells(realisasi_template(staf, pd, 2024)) == cells(keluar)
    impor.refresh_from_db()
    undo_impor(oleh=staf, impor=impor)
    assert keadaan() == semula


def test_the_form_and_the_file_store_the_same(staf, pd, milik_unit):
    k = milik_unit.komponen.get(urutan=1)
    save_realisasi(
        oleh=staf,
        indikator=milik_unit,
        tahun=2024,
        triwulan=1,
        isi=IsiRealisasi(None, {k.pk: IsiKomponen(Decimal(5), Decimal(10))}),
    )
    dari_form = keadaan()
    RealisasiIndikator.objects.all().delete()
    impor = terima(staf, pd, REALISASI, buku(KEPALA, ["iku-1", None, 1, None, 5, 10]))
    apply_impor(oleh=staf, impor=impor)
    assert keadaan() == dari_form


def test_every_error_at_once(staf, pd, milik_unit, angka):
    hasil = periksa(
        staf,
        pd,
        ["iku-1", None, 1, 50, 5, 10],
        ["iku-1", None, 7, None, 5, 10],
        ["iku-1", None, None, None, 5, 10],
        ["iku-1", None, 2, None, -5, "x"],
        ["iku-2", None, 1, 4],
        ["iku-2", None, None, None, 4, 5],
        ["iku-1", None, 1, None, 6, 10],
        ["iku-8", None, None, 1],
    )
    assert sorted(pesan(hasil)) == [
        ("ganda", 8),
        ("kode_tidak_dikenal", 9),
        ("kolom_salah", 2),
        ("kolom_salah", 7),
        ("kolom_salah", 7),
        ("komponen_kosong", 4),
        ("komponen_tidak_dikenal", 3),
        ("negatif", 5),
        ("tanpa_komponen", 6),
        ("teks_dalam_angka", 5),
    ]


def test_a_column_without_a_row_that_fills_it_is_missing_figures(staf, pd, milik_unit, angka):
    apply_impor(oleh=staf, impor=terima(staf, pd, REALISASI, buku(KEPALA, ["iku-1", None, 1, None, 5, 10])))
    hasil = periksa(staf, pd, ["iku-2", None, None, 3])
    assert pesan(hasil, "konfirmasi") == [("tidak_ada_dalam_berkas", None)]
    assert "2 angka tersimpan" in hasil.galat[-1].pesan


def test_warnings_of_a_ratio(staf, pd, milik_unit):
    hasil = periksa(staf, pd, ["iku-1", None, 1, None, 11, 10], ["iku-1", None, 2, None, 1, 0])
    assert pesan(hasil, "konfirmasi") == [("lebih_dari_penyebut", 2), ("penyebut_nol", 3)]
    assert not pesan(hasil)


def test_only_what_is_open_may_change_but_the_rest_may_stand_in_the_file(staf, pd, angka, monkeypatch):
    for tw, status in ((1, "disetujui"), (2, "dikembalikan"), (3, "draf")):
        RealisasiIndikatorFactory(indikator=angka, triwulan=tw, status=status, nilai=tw)
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=3, dikunci_pada="2025-01-20T00:00Z", dikunci_oleh="P"
    )
    sama = ["iku-2", None, None, 1, None, None, 2, None, None, 3]
    assert not pesan(periksa(staf, pd, sama))
    beda = ["iku-2", None, None, 1.5, None, None, 2.5, None, None, 3.5]
    assert pesan(periksa(staf, pd, beda)) == [("sudah_diajukan", 2), ("triwulan_terkunci", 2)]
    lembar = load_workbook(io.BytesIO(realisasi_template(staf, pd, 2024))).worksheets[0]
    terbuka = [s.coordinate for s in lembar[2] if not s.protection.locked]
    assert terbuka == ["I2", "O2"]  # Nilai of triwulan II and IV


def test_the_figures_of_another_unit(staf, pd, milik_unit, angka, django_assert_max_num_queries):
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    angka.penanggung_jawab.set([lain])
    milik_unit.komponen.filter(urutan=2).update(unit_kerja=lain)
    hasil = periksa(
        staf,
        pd,
        ["iku-1", None, 1, None, 5, 10],
        ["iku-1", None, 2, None, 6, 12, None, 6, 12],
        ["iku-2", None, None, 4],
    )
    assert pesan(hasil) == [("di_luar_unit", 3), ("di_luar_unit", 3), ("di_luar_unit", 4)]
    with django_assert_max_num_queries(15):
        isi = realisasi_template(staf, pd, 2024)
    baris = cells(isi)[0][1:]
    assert [(b[0], b[3]) for b in baris] == [("iku-1", 1), ("iku-1", 3)]


def test_an_indikator_that_follows_another_is_not_filled(staf, pd, angka, renstra):
    IndikatorFactory(renstra=renstra, kode="rpd-1", mengikuti=angka).penanggung_jawab.set(
        angka.penanggung_jawab.all()
    )
    assert pesan(periksa(staf, pd, ["rpd-1", None, None, 4])) == [("mengikuti", 2)]


def test_a_quarter_that_has_not_begun(staf, pd, angka, time_machine):
    time_machine.move_to("2024-05-01")
    hasil = periksa(staf, pd, ["iku-2", None, None, 1, None, None, 2, None, None, 3])
    assert pesan(hasil) == [("triwulan_belum_mulai", 2)]
