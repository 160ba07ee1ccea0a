"""Each loader needs at most five queries, the same number whatever the number of rows or PDs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from anggaran.models import (
    DokumenAnggaran,
    IndikatorRenja,
    Kegiatan,
    Pagu,
    Pendapatan,
    Program,
    RealisasiAnggaran,
    SubKegiatan,
)
from kinerja.models import (
    Indikator,
    IndikatorPerjanjian,
    IsuStrategis,
    Komponen,
    Misi,
    RealisasiKomponen,
    RincianKomponen,
    RiwayatRealisasi,
    Sasaran,
    SasaranPerjanjian,
    TargetTahunan,
    Tujuan,
)
from laporan.models import AsetTetap, DasarHukum, JumlahPegawai, KomponenEvaluasiAkip, Lampiran, Narasi
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot.ambil import LOADERS, take_snapshot, take_snapshots
from lkip.models import KelasSkala, PerangkatDaerah, TugasFungsi, UnitKerja
from tests.factories import PerangkatDaerahFactory

TAHUN = 2024
KALI = 10
Ubah = Callable[[Any, int], Any]


def angka(bidang: str) -> tuple[str, Ubah]:
    """Number the copies on."""
    return bidang, lambda nilai, ke: nilai + 1000 * ke


def teks(bidang: str) -> tuple[str, Ubah]:
    """Write the number of the copy behind a text."""
    return bidang, lambda nilai, ke: f"{nilai}-{ke}"


LEBIH_BANYAK: dict[type[models.Model], tuple[str, Ubah]] = {
    KelasSkala: teks("kode"),
    UnitKerja: teks("kode"),
    TugasFungsi: angka("urutan"),
    DasarHukum: angka("urutan"),
    JumlahPegawai: teks("uraian"),
    AsetTetap: angka("urutan"),
    KomponenEvaluasiAkip: angka("urutan"),
    Misi: angka("urutan"),
    IsuStrategis: angka("urutan"),
    Tujuan: angka("urutan"),
    Indikator: teks("kode"),
    TargetTahunan: angka("tahun"),
    Komponen: angka("urutan"),
    RincianKomponen: angka("urutan"),
    RiwayatRealisasi: ("tahun", lambda nilai, ke: nilai - 100 * ke),
    SasaranPerjanjian: angka("urutan"),
    IndikatorPerjanjian: angka("urutan"),
    DokumenAnggaran: angka("urutan"),
    Program: teks("kode"),
    Kegiatan: teks("kode"),
    SubKegiatan: teks("kode"),
    IndikatorRenja: angka("urutan"),
    Pendapatan: teks("uraian"),
    Narasi: teks("bagian"),
    Lampiran: angka("urutan"),
}
"""How to copy the rows of a model without breaking its unique constraints."""

BERSAMA_INDUK: dict[type[models.Model], str] = {
    Sasaran: "tujuan",
    RealisasiKomponen: "komponen",
    Pagu: "sub_kegiatan",
    RealisasiAnggaran: "sub_kegiatan",
}
"""Rows that are unique within a parent: each copy of the parent gets a copy of them."""


def salin(baris: list[Any]) -> dict[int, int]:
    """Save these changed rows as new ones; return the new primary key of each old one."""
    lama = [satu.pk for satu in baris]
    for satu in baris:
        satu.pk = None
    type(baris[0])._base_manager.bulk_create(baris)
    return dict(zip(lama, [satu.pk for satu in baris], strict=True))


def perbanyak() -> None:
    """Make ten rows of every one."""
    semula = {m: list(m._base_manager.values_list("pk", flat=True)) for m in (*LEBIH_BANYAK, *BERSAMA_INDUK)}
    for ke in range(1, KALI):
        baru: dict[Any, dict[int, int]] = {}
        for model, (bidang, ubah) in LEBIH_BANYAK.items():
            baris = list(model._base_manager.filter(pk__in=semula[model]))
            for satu in baris:
                setattr(satu, bidang, ubah(getattr(satu, bidang), ke))
            baru[model] = salin(baris)
        for model, induk in BERSAMA_INDUK.items():
            tautan: Any = model._meta.get_field(induk)
            baris = list(model._base_manager.filter(pk__in=semula[model]))
            for satu in baris:
                setattr(satu, tautan.attname, baru[tautan.related_model][getattr(satu, tautan.attname)])
            baru[model] = salin(baris)
    for model, pk in semula.items():
        assert model._base_manager.count() == KALI * len(pk)


def banyak_query(nama: str, pds: list[PerangkatDaerah]) -> int:
    with CaptureQueriesContext(connection) as tangkapan:
        LOADERS[nama](pds, TAHUN)
    return len(tangkapan)


def test_every_loader_needs_the_same_few_queries_for_ten_times_the_rows(demo_db):
    semula = {nama: banyak_query(nama, [demo_db]) for nama in LOADERS}
    perbanyak()
    assert {nama: banyak_query(nama, [demo_db]) for nama in LOADERS} == semula
    assert max(semula.values()) <= 5
    assert min(semula.values()) >= 1


def test_every_loader_needs_the_same_few_queries_for_more_perangkat_daerah(demo_db):
    semula = {nama: banyak_query(nama, [demo_db]) for nama in LOADERS}
    PerangkatDaerahFactory.create_batch(3)
    semua = list(PerangkatDaerah.objects.all())
    assert len(semua) >= 4
    assert {nama: banyak_query(nama, semua) for nama in LOADERS} == semula


@pytest.mark.parametrize("tahun", [2024, 1999])
def test_a_perangkat_daerah_without_data_costs_no_more(demo_db, tahun):
    kosong = PerangkatDaerahFactory()
    for nama, loader in LOADERS.items():
        with CaptureQueriesContext(connection) as tangkapan:
            loader([kosong], tahun)
        assert len(tangkapan) <= 5, nama


def test_taking_many_snapshots_gives_each_its_own(demo_db):
    kosong = PerangkatDaerahFactory()
    bersama = take_snapshots([kosong, demo_db], TAHUN)
    assert bersama[demo_db.pk] == take_snapshot(demo_db, TAHUN)
    assert bersama[kosong.pk] == take_snapshot(kosong, TAHUN)
    assert bersama[kosong.pk].masukan.identitas.nama == kosong.nama


def test_a_perangkat_daerah_without_data_has_empty_parts_and_reasons(db):
    kosong = take_snapshot(PerangkatDaerahFactory(), TAHUN)
    m, h = kosong.masukan, kosong.hasil
    assert (m.kebijakan, m.renstra, m.fakta.akip) == (None, None, None)
    assert (m.indikator.indikator, m.anggaran.program, m.perjanjian.perjanjian, m.naskah.narasi) == (
        (), (), (), ()
    )  # fmt: skip
    assert h.kinerja.rerata_iku.nilai == TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN)
    assert h.kinerja.rerata_iku.kriteria == TidakDapatDihitung(Alasan.TIDAK_ADA_CAPAIAN)
    assert h.anggaran.total.pagu is None
    assert h.anggaran.total.penyerapan == TidakDapatDihitung(Alasan.PAGU_KOSONG)
    assert isinstance(h.anggaran.efisiensi_total.nilai, TidakDapatDihitung)
    assert h.aset.nilai_akhir is None
    assert h.pegawai == ()
    assert len(kosong.sidik) == 64


def test_another_year_of_the_same_perangkat_daerah_is_empty(demo_db):
    lain = take_snapshot(demo_db, 1999)
    assert lain.masukan.identitas.nama == demo_db.nama
    assert lain.masukan.identitas.tahun == 1999
    assert lain.masukan.renstra is None
    assert lain.masukan.anggaran.program == ()
    assert lain.masukan.fakta.pegawai == ()
