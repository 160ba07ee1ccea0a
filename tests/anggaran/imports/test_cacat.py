"""Every defect has its message, with place, value and what to do, and nothing is changed by a check."""

from __future__ import annotations

import pytest

from anggaran.models import EntriNomenklatur, Nomenklatur, Pagu
from tests.anggaran.imports.cacat import CACAT, SAH, Cacat
from tests.anggaran.imports.dunia import buat_pd, kode, periksa, total, tujuan
from tests.factories import (
    KegiatanFactory,
    PerangkatDaerahFactory,
    ProgramFactory,
    SubKegiatanFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ke():
    pd = buat_pd()
    lain = ProgramFactory(perangkat_daerah=PerangkatDaerahFactory(nama="Dinas Lain"), kode="1.02.01")
    SubKegiatanFactory(kegiatan=KegiatanFactory(program=lain), kode="1.02.01.1.01.0001")
    lalu = ProgramFactory(perangkat_daerah=pd, tahun=2023)
    SubKegiatanFactory(kegiatan=KegiatanFactory(program=lalu), kode="1.06.01.1.09.0001")
    edisi = Nomenklatur.objects.create(nama="Edisi 2030", regulasi="-", tahun_mulai=2030)
    EntriNomenklatur.objects.create(nomenklatur=edisi, kode="1.06.01.1.08.0001")
    return tujuan(pd)


@pytest.mark.parametrize("cacat", CACAT, ids=str)
def test_a_defect_is_said_where_it_is(ke, tmp_path, cacat: Cacat):
    hasil = periksa(cacat.buat(), cacat.jenis, ke, tmp_path, cacat.berkas)
    cocok = [
        g
        for g in hasil.galat
        if g.kode == cacat.kode
        and g.tingkat == cacat.tingkat
        and g.baris == cacat.baris
        and g.kolom.partition(" ")[0] == cacat.kolom
        and cacat.nilai in g.nilai
        and cacat.kata in g.pesan + g.saran
    ]
    assert len(cocok) == 1, hasil.galat
    assert cocok[0].pesan.endswith((".", "?"))
    assert hasil.ditolak is (cacat.tingkat == "galat") or kode(hasil)
    assert cacat.tingkat == "catatan" or cocok[0].saran
    assert sum(satu.jumlah for satu in Pagu.objects.all()) == 16_600_191_000


@pytest.mark.parametrize("nama", SAH)
def test_a_sound_workbook_passes(ke, tmp_path, nama):
    jenis, buat = SAH[nama]
    hasil = periksa(buat(), jenis, ke, tmp_path)
    assert (kode(hasil), kode(hasil, "konfirmasi")) == ([], [])
    berkas, sesudah = total(hasil)
    assert berkas == sesudah == (16_600_191_000 if jenis == "pagu" else 15_362_288_798)


def test_all_errors_at_once(ke, tmp_path):
    buku = SAH["pagu"][1]()
    ws = buku.worksheets[0]
    ws["A3"], ws["C4"], ws["C5"], ws["C6"] = "1.06.01", "x", -1, "1.000.00"
    assert sorted(kode(periksa(buku, "pagu", ke, tmp_path))) == [
        "angka_tidak_jelas",
        "negatif",
        "teks_dalam_angka",
        "tingkat_salah",
    ]
