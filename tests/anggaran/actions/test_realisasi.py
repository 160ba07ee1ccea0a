"""Monthly realisasi of many sub kegiatan: what is written, what is refused, and what the trail keeps."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from anggaran.actions.realisasi import rows_of, save_realisasi
from anggaran.models import RealisasiAnggaran
from anggaran.periksa_realisasi import IsiBulan
from lkip.isian import Bentrok, sidik
from lkip.kunci import TriwulanTerkunci
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import (
    DokumenAnggaranFactory,
    PaguFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    RealisasiAnggaranFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def oleh(staf):
    return Pelaku.from_pengguna(staf, "uji")


@pytest.fixture(autouse=True)
def pagu(pd, sub):
    return PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub, jumlah=1000)


def simpan(oleh, sub, bulan, keuangan=None, fisik=None, **lain):
    angka = [None if satu is None else Decimal(satu) for satu in (keuangan, fisik)]
    return save_realisasi(
        oleh=oleh,
        perangkat_daerah=sub.kegiatan.program.perangkat_daerah,
        tahun=2024,
        isi=[IsiBulan(sub, bulan, *angka)],
        **lain,
    )


def test_a_month_is_added_changed_and_emptied(oleh, sub):
    assert simpan(oleh, sub, 1, 100, 5) == 1
    assert simpan(oleh, sub, 1, 100, 5) == 0
    assert simpan(oleh, sub, 1, 150, 5) == 1
    satu = RealisasiAnggaran.objects.get()
    assert (satu.keuangan, satu.fisik, satu.data_contoh) == (150, 5, False)
    assert simpan(oleh, sub, 1) == 1
    assert not RealisasiAnggaran.objects.exists()
    assert list(Jejak.objects.values_list("tindakan", flat=True)) == ["hapus", "ubah", "tambah"]
    assert set(Jejak.objects.values_list("induk", flat=True)) == {f"anggaran.SubKegiatan:{sub.pk}"}


def test_nothing_spent_is_a_row_and_empty_is_none(oleh, sub):
    simpan(oleh, sub, 12, 0)
    satu = RealisasiAnggaran.objects.get()
    assert (satu.keuangan, satu.fisik) == (0, None)


def test_progress_never_goes_back_also_against_months_that_are_not_in_the_form(oleh, sub):
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=3, fisik=40)
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=6, fisik=60)
    with pytest.raises(ValidationError, match="lebih rendah dari Maret"):
        simpan(oleh, sub, 4, fisik=30)
    with pytest.raises(ValidationError, match=r"Juni .* lebih rendah dari April"):
        simpan(oleh, sub, 4, fisik=70)
    assert simpan(oleh, sub, 4, fisik=40) == 1


def test_a_repayment_cannot_exceed_what_was_spent(oleh, sub):
    simpan(oleh, sub, 1, 100)
    assert simpan(oleh, sub, 2, -40) == 1
    with pytest.raises(ValidationError, match="Pengembalian tidak dapat melebihi"):
        simpan(oleh, sub, 3, -61)


def test_more_than_the_pagu_needs_a_reason_that_stays_in_the_trail(oleh, sub, sub_kedua):
    assert simpan(oleh, sub, 1, 1000) == 1
    with pytest.raises(ValidationError, match=r"realisasi Rp1\.001, pagu Rp1\.000"):
        simpan(oleh, sub, 2, 1)
    with pytest.raises(ValidationError, match="belum mempunyai pagu"):
        simpan(oleh, sub_kedua, 2, 1)
    assert simpan(oleh, sub, 2, 1, alasan=" Pergeseran menyusul ") == 1
    assert Jejak.objects.first().alasan == "Pergeseran menyusul"
    assert Jejak.objects.last().alasan == ""


def test_a_locked_quarter_stays_while_the_others_open(oleh, pd, sub):
    simpan(oleh, sub, 3, 10)
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=1, dikunci_pada="2024-04-20T00:00Z", dikunci_oleh="x"
    )
    with pytest.raises(TriwulanTerkunci, match="Triwulan I tahun 2024 sudah dikunci"):
        simpan(oleh, sub, 3, 11)
    assert simpan(oleh, sub, 3, 10) == 0
    assert simpan(oleh, sub, 4, 11) == 1


def test_what_somebody_else_wrote_meanwhile_is_a_conflict(oleh, sub):
    dulu = sidik(rows_of([sub.pk], [1]))
    simpan(oleh, sub, 1, 10)
    with pytest.raises(Bentrok) as galat:
        simpan(oleh, sub, 1, 20, sidik_terisi=dulu)
    assert galat.value.terakhir == Jejak.objects.first()
    assert simpan(oleh, sub, 1, 20, sidik_terisi=sidik(rows_of([sub.pk], [1]))) == 1


def test_only_the_staff_of_the_unit_writes(pd, sub, perencana):
    lain = PenggunaFactory(
        peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=UnitKerjaFactory(perangkat_daerah=pd)
    )
    for orang in (perencana, lain):
        with pytest.raises(PermissionDenied):
            simpan(Pelaku.from_pengguna(orang, "uji"), sub, 1, 1)


def test_the_unit_that_carries_it_out_writes_too(pd, sub, kegiatan):
    uptd = UnitKerjaFactory(perangkat_daerah=pd)
    milik = SubKegiatanFactory(kegiatan=kegiatan, unit_pelaksana=uptd)
    orang = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=uptd)
    assert simpan(Pelaku.from_pengguna(orang, "uji"), milik, 1, 1, alasan="pagu menyusul") == 1
    with pytest.raises(PermissionDenied):
        simpan(Pelaku.from_pengguna(orang, "uji"), sub, 1, 1)


def test_a_sub_kegiatan_of_another_year_is_said_to_be_gone(oleh, pd, sub):
    with pytest.raises(ValidationError, match="1 sub kegiatan pada isian ini sudah tidak ada"):
        save_realisasi(oleh=oleh, perangkat_daerah=pd, tahun=2025, isi=[IsiBulan(sub, 1, None, None)])
