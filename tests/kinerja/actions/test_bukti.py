"""Bukti dukung come and go while their realisasi may be filled; the trail keeps what they were."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kinerja.actions.bukti import add_bukti, delete_bukti
from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.kunci import TriwulanTerkunci
from lkip.models import Jejak
from lkip.peran import Peran
from tests.berkas import EXE, gambar, pdf, unggahan
from tests.factories import PeriodeTriwulanFactory, UnitKerjaFactory
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def kosong(realisasi):
    """A draft without bukti."""
    BuktiDukung.objects.all().delete()
    return realisasi


def tambah(oleh, realisasi, nama="bukti.pdf", isi=None):
    return add_bukti(
        oleh=oleh, indikator=realisasi.indikator, tahun=2024, triwulan=1, berkas=unggahan(nama, isi or pdf())
    )


def test_a_file_is_kept_under_its_own_sha256(staf, kosong, settings):
    bukti, baru = add_bukti(
        oleh=staf,
        indikator=kosong.indikator,
        tahun=2024,
        triwulan=1,
        berkas=unggahan("Daftar hadir.pdf", pdf()),
    )
    assert baru
    assert (bukti.nama, bukti.jenis) == ("Daftar hadir.pdf", "application/pdf")
    assert bukti.diunggah_oleh == staf.nama
    berkas = settings.MEDIA_ROOT / bukti.berkas.name
    assert berkas.read_bytes() == pdf()
    assert berkas.name == f"{bukti.sha256}.pdf"
    assert Path(settings.STATIC_ROOT or "/tidak-ada") not in berkas.parents
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.induk) == ("unggah", f"kinerja.RealisasiIndikator:{kosong.pk}")


def test_the_same_file_twice_is_one_record(staf, kosong):
    pertama, _ = tambah(staf, kosong)
    kedua, baru = tambah(staf, kosong, "nama lain.pdf")
    assert (kedua, baru) == (pertama, False)
    assert BuktiDukung.objects.count() == Jejak.objects.count() == 1
    berkas = unggahan("x.pdf", pdf())
    lain, _ = add_bukti(oleh=staf, indikator=kosong.indikator, tahun=2024, triwulan=2, berkas=berkas)
    assert lain.berkas == pertama.berkas  # another quarter, the same file
    assert lain.realisasi.status == Status.DRAF  # nobody had begun it


def test_what_is_refused_leaves_nothing(staf, kosong, settings):
    with pytest.raises(ValidationError, match="yang utuh"):
        tambah(staf, kosong, "surat.pdf", EXE)
    assert not BuktiDukung.objects.exists()
    assert not Jejak.objects.exists()
    assert not list(settings.MEDIA_ROOT.rglob("*.*"))


def test_taken_away_it_stays_in_the_trail(staf, kosong):
    bukti, _ = tambah(staf, kosong, "foto.png", gambar("PNG"))
    delete_bukti(oleh=staf, bukti=bukti)
    assert not BuktiDukung.objects.exists()
    jejak = Jejak.objects.first()
    assert (jejak.tindakan, jejak.sebelum["nama"], jejak.pelaku) == ("hapus", "foto.png", staf.nama)


@pytest.mark.parametrize("status", [Status.DIAJUKAN, Status.DISETUJUI, Status.DIKUNCI])
def test_once_submitted_nothing_comes_or_goes(staf, realisasi, status):
    RealisasiIndikator.objects.update(status=status)
    with pytest.raises(ValidationError, match="statusnya sekarang"):
        tambah(staf, realisasi)
    with pytest.raises(ValidationError, match="statusnya sekarang"):
        delete_bukti(oleh=staf, bukti=realisasi.bukti.get())
    assert realisasi.bukti.count() == 1


def test_in_a_locked_quarter_neither(staf, pd, realisasi):
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    with pytest.raises(TriwulanTerkunci):
        tambah(staf, realisasi)
    with pytest.raises(TriwulanTerkunci):
        delete_bukti(oleh=staf, bukti=realisasi.bukti.get())


def test_only_who_fills_the_realisasi(pd, bidang, realisasi):
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    orang = [pelaku(peran, bidang) for peran in Peran.values if peran != Peran.STAF_BIDANG]
    for oleh in (*orang, pelaku(Peran.STAF_BIDANG, lain)):
        with pytest.raises(PermissionDenied):
            tambah(oleh, realisasi)
        with pytest.raises(PermissionDenied):
            delete_bukti(oleh=oleh, bukti=realisasi.bukti.get())
