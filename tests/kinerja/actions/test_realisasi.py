"""What is reported is kept with its trail, within the own bidang, and only as long as it is open."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kinerja.actions.realisasi import save_realisasi
from kinerja.isi_realisasi import (
    Bagian,
    IsiKomponen,
    IsiPembanding,
    IsiPokok,
    IsiRealisasi,
    IsiRincian,
    parts_for,
)
from kinerja.models import PengukuranPembanding, RealisasiIndikator, RealisasiKomponen, RincianKomponen
from lkip.isian import Bentrok, sidik
from lkip.kunci import TriwulanTerkunci
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from lkip.peran import Peran
from tests.factories import IndikatorFactory, PenggunaFactory, PeriodeTriwulanFactory, UnitKerjaFactory

pytestmark = pytest.mark.django_db


def simpan(oleh, indikator, isi, triwulan=1, **lain):
    return save_realisasi(oleh=oleh, indikator=indikator, tahun=2024, triwulan=triwulan, isi=isi, **lain)


def komponen(indikator, *angka, **lain):
    """A report of the first komponen, each with pembilang and penyebut."""
    semua = indikator.komponen.order_by("urutan")
    return {k.pk: IsiKomponen(*satu, **lain) for k, satu in zip(semua, angka, strict=False)}


def test_a_report_is_a_draf_with_its_trail_and_revision(staf, milik_unit, pd):
    Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=3)
    isi = IsiRealisasi(IsiPokok(uraian="Uraian"), komponen(milik_unit, (1, 2), (None, 4)))
    satu = simpan(staf, milik_unit, isi)
    satu.refresh_from_db()
    assert (satu.status, satu.uraian) == ("draf", "Uraian")
    assert list(satu.komponen.values_list("pembilang", "penyebut")) == [(1, 2), (None, 4)]
    jejak = Jejak.objects.all()
    assert {j.induk for j in jejak if j.objek_jenis != "kinerja.RealisasiIndikator"} == {
        f"kinerja.RealisasiIndikator:{satu.pk}"
    }
    assert len(jejak) == 3
    assert Revisi.objects.get(perangkat_daerah=pd, tahun=2024).nomor > 3
    simpan(staf, milik_unit, isi)
    assert Jejak.objects.count() == 3  # nothing changed


def test_nothing_is_not_kept(staf, milik_unit):
    isi = IsiRealisasi(IsiPokok(), komponen(milik_unit, (None, None), (None, None)))
    with pytest.raises(ValidationError, match="Belum ada yang diisi"):
        simpan(staf, milik_unit, isi)
    assert not RealisasiIndikator.objects.exists()


def test_breakdown_and_comparison_follow_the_page(staf, milik_unit):
    rincian = [IsiRincian("Panti", "A", 3), IsiRincian("Asal", "X", 9), IsiRincian("Panti", "B", 4)]
    pembanding = [IsiPembanding("Semua", 1, 3, "Sebab"), IsiPembanding("Lain", 1, 4, "Sebab")]
    isi = komponen(milik_unit, (7, 9), rincian=rincian, pembanding=pembanding)
    simpan(staf, milik_unit, IsiRealisasi(None, isi), triwulan=4)
    baris = RincianKomponen.objects.order_by("kelompok", "urutan").values_list("kelompok", "urutan", "uraian")
    assert list(baris) == [("Asal", 1, "X"), ("Panti", 1, "A"), ("Panti", 2, "B")]
    assert list(PengukuranPembanding.objects.values_list("tahun", "urutan", "nama")) == [
        (2024, 1, "Semua"),
        (2024, 2, "Lain"),
    ]
    ubahan = komponen(milik_unit, (7, 9), rincian=rincian[2:], pembanding=pembanding[1:])
    simpan(staf, milik_unit, IsiRealisasi(None, ubahan), triwulan=4)
    assert list(baris.all()) == [("Panti", 1, "B")]
    assert PengukuranPembanding.objects.get().nama == "Lain"
    simpan(staf, milik_unit, IsiRealisasi(None, komponen(milik_unit, (8, 9))), triwulan=4)
    assert RincianKomponen.objects.count() == PengukuranPembanding.objects.count() == 1  # left as they are


def test_comparisons_belong_to_the_last_triwulan(staf, milik_unit):
    isi = komponen(milik_unit, (1, 2), pembanding=[IsiPembanding("Semua", 1, 3, "Sebab")])
    with pytest.raises(ValidationError, match="triwulan IV"):
        simpan(staf, milik_unit, IsiRealisasi(None, isi), triwulan=3)


@pytest.mark.parametrize("status", ["diajukan", "disetujui", "dikunci"])
def test_what_waits_or_is_approved_does_not_change(staf, milik_unit, status):
    RealisasiIndikator.objects.create(indikator=milik_unit, tahun=2024, triwulan=1, status=status)
    with pytest.raises(ValidationError, match=status):
        simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="Lain")))


def test_what_was_returned_stays_returned_until_it_is_submitted(staf, milik_unit):
    RealisasiIndikator.objects.create(indikator=milik_unit, tahun=2024, triwulan=1, status="dikembalikan")
    assert simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="Lain"))).status == "dikembalikan"


def test_a_locked_triwulan_and_one_to_come_are_refused(staf, milik_unit, pd):
    PeriodeTriwulanFactory(
        perangkat_daerah=pd, triwulan=2, dikunci_pada=timezone.now(), dikunci_oleh="Perencana"
    )
    isi = IsiRealisasi(IsiPokok(uraian="Lain"))
    with pytest.raises(TriwulanTerkunci, match="Triwulan II tahun 2024 sudah dikunci"):
        simpan(staf, milik_unit, isi, triwulan=2)
    depan = timezone.localdate().year + 1
    milik_unit.renstra.tahun_akhir = depan
    milik_unit.renstra.save()
    with pytest.raises(ValidationError, match="baru mulai"):
        save_realisasi(oleh=staf, indikator=milik_unit, tahun=depan, triwulan=1, isi=isi)
    with pytest.raises(ValidationError, match="tidak berlaku"):
        save_realisasi(oleh=staf, indikator=milik_unit, tahun=2020, triwulan=1, isi=isi)


def test_the_figures_of_another_are_not_entered_here(staf, milik_unit, bidang):
    ikut = IndikatorFactory(renstra=milik_unit.renstra, kode="unit-1", mengikuti=milik_unit)
    ikut.penanggung_jawab.set([bidang])
    with pytest.raises(ValidationError, match="diambil dari indikator lain"):
        simpan(staf, ikut, IsiRealisasi(IsiPokok(nilai=1)))


@pytest.mark.parametrize("peran", [p for p in Peran if p != Peran.STAF_BIDANG])
def test_nobody_but_the_staff_enters(pd, bidang, milik_unit, peran):
    orang = PenggunaFactory(peran=peran, perangkat_daerah=pd, unit_kerja=bidang)
    with pytest.raises(PermissionDenied):
        simpan(Pelaku.from_pengguna(orang, "uji"), milik_unit, IsiRealisasi(IsiPokok(uraian="x")))


def test_a_unit_fills_the_komponen_it_counts_and_no_other(pd, staf, milik_unit, bidang):
    a, b, c = milik_unit.komponen.order_by("urutan")
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    b.unit_kerja = lain
    b.save()
    staf_lain = Pelaku.from_pengguna(
        PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=lain), "uji"
    )
    milik_unit.refresh_from_db()
    assert parts_for(staf, milik_unit) == Bagian(True, frozenset({a.pk, c.pk}))
    assert parts_for(staf_lain, milik_unit) == Bagian(False, frozenset({b.pk}))
    assert parts_for(Pelaku.from_command("uji"), milik_unit) == Bagian(True, frozenset({a.pk, b.pk, c.pk}))
    simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="x"), {a.pk: IsiKomponen(1, 2)}))
    simpan(staf_lain, milik_unit, IsiRealisasi(None, {b.pk: IsiKomponen(3, 4)}))
    assert list(RealisasiKomponen.objects.order_by("pk").values_list("pembilang", flat=True)) == [1, 3]
    assert RealisasiIndikator.objects.get().uraian == "x"
    for isi in (IsiRealisasi(None, {a.pk: IsiKomponen(1, 2)}), IsiRealisasi(IsiPokok())):
        with pytest.raises(PermissionDenied):
            simpan(staf_lain, milik_unit, isi)


def test_the_change_of_another_is_not_overwritten(staf, milik_unit):
    satu = simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="Lama")))
    lama = sidik([RealisasiIndikator.objects.get(pk=satu.pk)])
    simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="Baru")), sidik=lama)
    with pytest.raises(Bentrok):
        simpan(staf, milik_unit, IsiRealisasi(IsiPokok(uraian="Tertinggal")), sidik=lama)
    assert RealisasiIndikator.objects.get().uraian == "Baru"


def test_made_up_figures_are_no_longer_made_up_once_changed(staf, milik_unit):
    def isi(pembilang, contoh=True, uraian=""):
        pokok = IsiPokok(data_contoh=contoh, uraian=uraian)
        return IsiRealisasi(pokok, komponen(milik_unit, (pembilang, 2)))

    assert simpan(staf, milik_unit, isi(1)).data_contoh  # entered and marked at once
    assert simpan(staf, milik_unit, isi(1, uraian="Hanya teks")).data_contoh
    assert not simpan(staf, milik_unit, isi(2)).data_contoh
    assert not RealisasiIndikator.objects.get().data_contoh
    assert simpan(staf, milik_unit, isi(2)).data_contoh  # marked anew on purpose
