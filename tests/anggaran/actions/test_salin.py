"""A new year begins with the tree of another."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from anggaran.actions.salin import copy_tree
from anggaran.models import IndikatorRenja, Kegiatan, Pagu, Program, ProgramPendukung, SubKegiatan
from lkip.pelaku import Pelaku
from tests.factories import (
    DokumenAnggaranFactory,
    EntriNomenklaturFactory,
    IndikatorFactory,
    NomenklaturFactory,
    PaguFactory,
    RenstraFactory,
)

pytestmark = pytest.mark.django_db


def salin(oleh, pd, dari=2024, ke=2025):
    return copy_tree(oleh=oleh, perangkat_daerah=pd, dari=dari, ke=ke)


def test_the_tree_is_copied_with_its_units_and_without_its_money(oleh, pd, bidang, sub, sub_kedua):
    PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub)
    SubKegiatan.objects.filter(pk=sub.pk).update(unit_pelaksana=bidang)
    for n, induk in enumerate(({"program": sub.kegiatan.program}, {"sub_kegiatan": sub}), start=1):
        IndikatorRenja.objects.create(
            **induk, nama=f"Indikator {n}", satuan="orang", target=10, target_renstra=50
        )
    assert salin(oleh, pd) == 2
    program = Program.objects.get(tahun=2025)
    assert (program.kode, program.unit_kerja) == ("1.06.02", bidang)
    assert Kegiatan.objects.get(program=program).kode == "1.06.02.1.01"
    baru = SubKegiatan.objects.filter(kegiatan__program=program).order_by("kode")
    assert list(baru.values_list("nama", "unit_pelaksana")) == [(sub.nama, bidang.pk), (sub_kedua.nama, None)]
    assert Pagu.objects.count() == 1
    renja = IndikatorRenja.objects.order_by("pk").values_list("nama", "target", "target_renstra")
    assert list(renja)[2:] == [("Indikator 1", None, 50), ("Indikator 2", None, 50)]


def test_each_kode_is_compared_with_the_list_of_the_new_year(oleh, pd, sub, sub_kedua):
    lama = NomenklaturFactory(tahun_mulai=2020)
    EntriNomenklaturFactory(nomenklatur=lama, kode=sub.kode, sub_kegiatan="Nama lain")
    EntriNomenklaturFactory(nomenklatur=lama, kode=sub_kedua.kode, sub_kegiatan=sub_kedua.nama)
    salin(oleh, pd)
    resmi = SubKegiatan.objects.order_by("kode").values_list("kode_resmi", flat=True)
    assert list(resmi.filter(kegiatan__program__tahun=2025)) == [True, True]  # compared before, same edition
    baru = NomenklaturFactory(tahun_mulai=2026)
    EntriNomenklaturFactory(nomenklatur=baru, kode=sub.kode, sub_kegiatan="Nama lain lagi")
    salin(oleh, pd, ke=2026)
    assert list(resmi.filter(kegiatan__program__tahun=2026)) == [False, False]


def test_links_stay_where_the_renstra_is_still_in_force(oleh, pd, kegiatan):
    renstra = RenstraFactory(perangkat_daerah=pd, tahun_awal=2024, tahun_akhir=2025)
    indikator = IndikatorFactory(renstra=renstra)
    ProgramPendukung.objects.create(program=kegiatan.program, indikator=indikator)
    salin(oleh, pd)
    salin(oleh, pd, ke=2026)
    assert list(ProgramPendukung.objects.values_list("program__tahun", flat=True)) == [2024, 2025]


def test_nothing_is_copied_from_nothing_or_over_something(oleh, pd, sub):
    with pytest.raises(ValidationError, match="Tahun 2023 tidak mempunyai program"):
        salin(oleh, pd, dari=2023)
    salin(oleh, pd)
    with pytest.raises(ValidationError, match="Tahun 2025 sudah mempunyai program"):
        salin(oleh, pd)


def test_staff_does_not_copy(staf, pd, sub):
    with pytest.raises(PermissionDenied):
        salin(Pelaku.from_pengguna(staf, "uji"), pd)
