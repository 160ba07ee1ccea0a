"""Versions of the budget and their pagu."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from anggaran.actions.dokumen import delete_dokumen, pagu_rows, save_dokumen, save_pagu
from anggaran.models import DokumenAnggaran, Pagu
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak
from lkip.pelaku import Pelaku
from tests.factories import DokumenAnggaranFactory, PaguFactory, SubKegiatanFactory

pytestmark = pytest.mark.django_db
Jenis = DokumenAnggaran.Jenis


def baru(oleh, pd, jenis=Jenis.PERGESERAN, tanggal=None, **isi):
    hari = datetime.date.fromisoformat(tanggal) if tanggal else None
    dokumen = DokumenAnggaran(perangkat_daerah=pd, tahun=2024, jenis=jenis, tanggal=hari, **isi)
    return save_dokumen(oleh=oleh, dokumen=dokumen)


def urut(pd):
    return list(DokumenAnggaran.objects.filter(perangkat_daerah=pd).values_list("urutan", "nomor"))


def test_versions_stand_in_the_order_of_their_dates_with_murni_first(oleh, pd):
    baru(oleh, pd, tanggal="2024-05-08", nomor="b")
    baru(oleh, pd, nomor="tanpa tanggal")
    baru(oleh, pd, tanggal="2024-03-13", nomor="a")
    baru(oleh, pd, Jenis.MURNI, nomor="")
    assert urut(pd) == [(1, ""), (2, "a"), (3, "b"), (4, "tanpa tanggal")]
    delete_dokumen(oleh=oleh, dokumen=DokumenAnggaran.objects.get(nomor="a"))
    assert urut(pd) == [(1, ""), (2, "b"), (3, "tanpa tanggal")]


def test_a_changed_date_moves_a_version_and_other_changes_do_not(oleh, pd):
    satu = baru(oleh, pd, tanggal="2024-03-13", nomor="a")
    baru(oleh, pd, tanggal="2024-05-08", nomor="b")
    satu.total_tercantum = 5
    save_dokumen(oleh=oleh, dokumen=satu)
    assert urut(pd) == [(1, "a"), (2, "b")]
    satu.tanggal = datetime.date(2024, 10, 9)
    save_dokumen(oleh=oleh, dokumen=satu)
    assert urut(pd) == [(1, "b"), (2, "a")]


def test_one_dpa_murni_a_year(oleh, pd):
    baru(oleh, pd, Jenis.MURNI)
    with pytest.raises(ValidationError, match="DPA murni tahun 2024 sudah ada"):
        baru(oleh, pd, Jenis.MURNI)


def test_pagu_of_many_sub_kegiatan_is_written_changed_and_taken_away(oleh, pd, sub, sub_kedua):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    assert save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: 10, sub_kedua.pk: None}) == 1
    assert save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: 10, sub_kedua.pk: 0}) == 1
    assert save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: None, sub_kedua.pk: 7}) == 2
    assert list(Pagu.objects.values_list("sub_kegiatan", "jumlah")) == [(sub_kedua.pk, 7)]
    assert set(Jejak.objects.values_list("induk", flat=True)) == {f"anggaran.DokumenAnggaran:{dokumen.pk}"}


def test_pagu_is_refused_when_negative_or_of_another_perangkat_daerah(oleh, pd, sub):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    with pytest.raises(ValidationError, match="tidak dapat negatif"):
        save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: -1})
    with pytest.raises(ValidationError, match="sudah tidak ada"):
        save_pagu(oleh=oleh, dokumen=dokumen, isi={SubKegiatanFactory().pk: 1})


def test_pagu_changed_by_somebody_else_meanwhile_is_a_conflict(oleh, pd, sub):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    dulu = sidik(pagu_rows(dokumen))
    save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: 1})
    with pytest.raises(Bentrok):
        save_pagu(oleh=oleh, dokumen=dokumen, isi={sub.pk: 2}, sidik=dulu)


def test_a_deleted_version_leaves_its_pagu_in_the_trail(oleh, pd, sub):
    satu = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub)
    delete_dokumen(oleh=oleh, dokumen=satu.dokumen)
    assert set(Jejak.objects.values_list("objek_jenis", "tindakan")) == {
        ("anggaran.DokumenAnggaran", "hapus"),
        ("anggaran.Pagu", "hapus"),
    }


def test_staff_does_not_write_the_budget(staf, pd):
    with pytest.raises(PermissionDenied):
        baru(Pelaku.from_pengguna(staf, "uji"), pd)
