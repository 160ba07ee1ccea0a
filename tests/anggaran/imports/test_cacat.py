"""Every defect has its message, with place, value and what to do, and nothing is changed by a check."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import CommandError, call_command

from anggaran.actions.impor import check_path
from anggaran.models import EntriNomenklatur, Nomenklatur, Pagu
from tests.anggaran.imports.cacat import CACAT, FOLDER, SAH, Cacat, write, write_all
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
def test_a_defect_is_said_where_it_is(ke, cacat: Cacat):
    hasil = check_path(cacat.tulis(), cacat.jenis, ke)
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
def test_a_sound_workbook_passes(ke, nama):
    jenis, buat = SAH[nama]
    hasil = check_path(write(FOLDER / "sah" / f"{nama}.xlsx", buat()), jenis, ke)
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


def test_the_folder_of_workbooks_is_written_with_what_is_expected(tmp_path):
    write_all(tmp_path)
    harapan = json.loads((tmp_path / "cacat" / "harapan.json").read_text())
    assert {b.name for b in (tmp_path / "cacat").iterdir()} == {*harapan, "harapan.json"}
    assert len(harapan) == len(CACAT) >= 30
    assert len(list((tmp_path / "sah").iterdir())) == len(SAH)
    assert harapan["baris_ganda.xlsx"]["baris"] == 4


def test_the_command_refuses_with_exit_code_one_and_every_message(ke, tmp_path):
    """Sheet, row, column, value and the suggested value of each message; nothing changed."""
    isi = SAH["tabel_bertingkat"][1]()
    ws = isi.worksheets[0]
    ws.title = "Tabel 3.9"
    ws["B4"], ws["E5"] = 5_100_000, 120
    keluar, opsi = io.StringIO(), ("--tahun", "2024", "--pd", ke.perangkat_daerah.kode)
    berkas = write(tmp_path / "salah.xlsx", isi)
    with pytest.raises(CommandError) as galat:
        call_command("import_anggaran", str(berkas), *opsi, "--apply", "--json", stdout=keluar)
    assert galat.value.returncode == 1
    hasil = json.loads(keluar.getvalue())
    assert (hasil["ditolak"], hasil["diterapkan"]) == (True, False)
    semua = [p for satu in hasil["hasil"] for p in satu["pesan"] if p["tingkat"] == "galat"]
    assert {"jumlah_berbeda", "fisik_di_luar_batas"} <= {p["kode"] for p in semua}
    assert {p["lembar"] for p in semua} == {"Tabel 3.9"}
    jumlah = next(p for p in semua if p["kode"] == "jumlah_berbeda")
    assert (jumlah["baris"], jumlah["usulan"]) == (3, "baris 4: 5.000.000")
    assert Pagu.objects.get(sub_kegiatan__kode="1.06.01.1.01.0001").jumlah == 5_000_000
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("import_anggaran", str(tmp_path / "lain.xlsx"), *opsi)
