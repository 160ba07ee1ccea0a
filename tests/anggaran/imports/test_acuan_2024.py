"""The budget of the demo year, brought in every shape, gives exactly the totals of the report."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Sum

from anggaran.imports.acuan import Tujuan
from anggaran.imports.templat import template
from anggaran.models import DokumenAnggaran, Pagu, RealisasiAnggaran
from kinerja.imports.templat import realisasi_template, target_template
from kinerja.models import RealisasiIndikator, TargetTahunan
from lkip.models import Impor, Jejak, PerangkatDaerah, PeriodeTriwulan
from tests.anggaran.imports import buku
from tests.anggaran.imports.dunia import SISTEM
from tests.kinerja.imports.dunia import cells

PAGU, REALISASI = Decimal("69778653677"), Decimal("54237655066")


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def impor(berkas, *opsi):
    """Run the command; return its exit code and what it says."""
    keluar = io.StringIO()
    try:
        call_command("import_anggaran", str(berkas), "--tahun", "2024", "--json", *opsi, stdout=keluar)
    except CommandError as galat:
        return galat.returncode, json.loads(keluar.getvalue())
    return 0, json.loads(keluar.getvalue())


def jumlah_pagu():
    return Pagu.objects.aggregate(n=Sum("jumlah"))["n"]


def jumlah_realisasi():
    return RealisasiAnggaran.objects.aggregate(n=Sum("keuangan"))["n"]


def pesan(hasil, tingkat):
    return [p["kode"] for satu in hasil["hasil"] for p in satu["pesan"] if p["tingkat"] == tingkat]


SKPD = ("1.06.0.00.0.00.01.0000", "Dinas Sosial Provinsi Nusa Tenggara Timur")
BENTUK_PAGU = {
    "templat": lambda: buku.pagu(buku.demo()),
    "sipd": lambda: buku.sipd_pagu(buku.demo(), SKPD),
    "bertingkat": lambda: buku.bertingkat(buku.demo()),
    "bertingkat_per_program": lambda: buku.bertingkat(buku.demo(), satu_lembar=False),
    "bertingkat_berkode": lambda: buku.bertingkat(buku.demo(), kode=True),
}


BENTUK_REALISASI = {
    "bulanan": lambda: buku.bulanan(buku.demo()),
    "daftar": lambda: buku.daftar(buku.demo()),
    "sipd": lambda: buku.sipd_realisasi(buku.demo(), SKPD),
    "bertingkat": lambda: buku.bertingkat(buku.demo(), satu_lembar=False),
}


@contextmanager
def kembali():
    """Take everything back afterwards: loading the demo once serves many shapes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_pagu_in_every_shape(demo_db, tmp_path):
    Pagu.objects.all().delete()
    for nama, buat in BENTUK_PAGU.items():
        with kembali():
            kode, hasil = impor(buku.simpan(buat(), tmp_path), "--jenis", "pagu", "--apply")
            assert (kode, pesan(hasil, "galat"), pesan(hasil, "konfirmasi")) == (0, [], []), nama
            assert jumlah_pagu() == PAGU, nama
            kontrol = hasil["hasil"][0]["kontrol"]
            assert Decimal(kontrol[0]["berkas"]) == PAGU
            assert {Decimal(satu["selisih"]) for satu in kontrol} == {0}
            assert len(kontrol) == 8  # the whole and seven programs


def test_realisasi_in_every_shape(demo_db, tmp_path):
    RealisasiAnggaran.objects.all().delete()
    for nama, buat in BENTUK_REALISASI.items():
        with kembali():
            kode, hasil = impor(buku.simpan(buat(), tmp_path), "--jenis", "realisasi_anggaran", "--apply")
            assert (kode, pesan(hasil, "galat"), pesan(hasil, "konfirmasi")) == (0, [], []), nama
            assert jumlah_realisasi() == REALISASI, nama


def test_one_table_brings_pagu_and_realisasi_to_the_months_left(demo_db, tmp_path):
    """The demo already holds twelve months: the cumulative table changes nothing."""
    Pagu.objects.all().delete()
    kode, hasil = impor(buku.simpan(buku.bertingkat(buku.demo()), tmp_path), "--apply")
    assert kode == 0
    pagu, realisasi = hasil["hasil"]
    assert (pagu["banyak"]["baru"], realisasi["banyak"]["baru"], realisasi["banyak"]["berubah"]) == (92, 0, 0)
    assert (jumlah_pagu(), jumlah_realisasi()) == (PAGU, REALISASI)


def test_csv_of_the_same_shape(demo_db, tmp_path):
    Pagu.objects.all().delete()
    for berkas in (buku.tulis_csv(buku.sipd_pagu(buku.demo(), SKPD), tmp_path), buku.DEMO):
        with kembali():
            kode, _ = impor(berkas, "--jenis", "pagu", "--apply")
            assert (kode, jumlah_pagu()) == (0, PAGU)


def test_without_apply_nothing_changes(demo_db, tmp_path):
    Pagu.objects.all().delete()
    kode, hasil = impor(buku.simpan(buku.pagu(buku.demo()), tmp_path))
    assert (kode, hasil["diterapkan"], hasil["hasil"][0]["banyak"]["baru"]) == (0, False, 92)
    assert not Pagu.objects.exists()
    assert not Impor.objects.exists()


def test_personal_data_is_kept_nowhere(demo_db, tmp_path, settings):
    RealisasiAnggaran.objects.all().delete()
    berkas = buku.simpan(buku.sipd_realisasi(buku.demo(), SKPD), tmp_path)
    assert impor(berkas, "--jenis", "realisasi_anggaran", "--apply")[0] == 0
    satu = Impor.objects.get()
    (tersimpan,) = [b for b in settings.MEDIA_ROOT.rglob("*") if b.is_file()]
    with zipfile.ZipFile(tersimpan) as arsip:
        isi = b"".join(arsip.read(nama) for nama in arsip.namelist())
    for rahasia in ("Fulan", "197001012000011001"):
        assert rahasia.encode() not in isi
        assert rahasia not in json.dumps([satu.hasil, satu.perubahan, satu.pilihan])
        assert not Jejak.objects.filter(sesudah__icontains=rahasia).exists()
    assert satu.sha256 == hashlib.sha256(berkas.read_bytes()).hexdigest()


def test_what_goes_out_comes_back_and_goes_out_the_same(demo_db, tmp_path):
    """Every cell of the template, after the data are gone and the template was brought in."""
    pd = PerangkatDaerah.objects.get(slug="dinas-sosial")
    dokumen = DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=2024).order_by("urutan").last()
    ke = Tujuan(SISTEM, pd, 2024, dokumen)
    keluar = {
        "pagu": (Pagu, lambda: template("pagu", ke)),
        "realisasi_anggaran": (RealisasiAnggaran, lambda: template("realisasi_anggaran", ke)),
        "target": (TargetTahunan, lambda: target_template(pd, 2024)),
        "realisasi_kinerja": (RealisasiIndikator, lambda: realisasi_template(SISTEM, pd, 2024)),
    }
    PeriodeTriwulan.objects.all().delete()  # no quarter is locked
    for jenis, (model, buat) in keluar.items():
        with kembali():
            semula = buat()
            (tmp_path / "keluar.xlsx").write_bytes(semula)
            model.objects.all().delete()
            assert cells(buat()) != cells(semula), jenis
            opsi = ("--jenis", jenis, "--apply", "--konfirmasi", "--alasan", "uji")
            kode, hasil = impor(tmp_path / "keluar.xlsx", *opsi)
            assert (kode, pesan(hasil, "galat")) == (0, []), (jenis, hasil)
            assert cells(buat()) == cells(semula), jenis


def test_targets_are_known_by_their_headers_and_counted_without_rupiah(demo_db, tmp_path):
    (tmp_path / "target.csv").write_text("kode_indikator;TARGET 2024\niku-1;91,5\n")
    keluar = io.StringIO()
    call_command("import_anggaran", tmp_path / "target.csv", tahun=2024, stdout=keluar)
    assert "Target tahunan (target)" in keluar.getvalue()
    assert "Jumlah target 2024: berkas 91,5," in keluar.getvalue()
    with pytest.raises(CommandError):
        call_command("import_anggaran", tmp_path / "target.csv", tahun=2024, jenis="pagu", stdout=keluar)
    assert "Isi berkas ini tampak seperti target tahunan." in keluar.getvalue()


@pytest.mark.parametrize(
    ("nama", "opsi", "bagian"),
    [
        ("tiada.xlsx", (), "tidak ada"),
        ("ada.csv", ("--pd", "lain"), "tidak ditemukan"),
        ("ada.csv", ("--jenis", "pagu", "--dokumen", "99"), "DPA atau DPPA tujuannya belum ada"),
    ],
)
def test_what_cannot_even_be_checked_is_said_as_json_too(demo_db, tmp_path, nama, opsi, bagian):
    (tmp_path / "ada.csv").write_text("kode;nama\n")
    kode, hasil = impor(tmp_path / nama, *opsi)
    assert (kode, hasil["ditolak"], hasil["diterapkan"], hasil["hasil"]) == (1, True, False, [])
    assert bagian in hasil["galat"][0]
