"""The tree of program, kegiatan and sub kegiatan."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from anggaran.actions.program import (
    add_official,
    delete_cabang,
    pendukung_of,
    save_kegiatan,
    save_program,
    save_sub_kegiatan,
)
from anggaran.models import IndikatorRenja, Kegiatan, Program, ProgramPendukung, SubKegiatan
from anggaran.resmi import entries
from lkip.isian import Bentrok, sidik
from lkip.models import Jejak, Revisi
from lkip.pelaku import Pelaku
from tests.factories import (
    DokumenAnggaranFactory,
    EntriNomenklaturFactory,
    IndikatorFactory,
    NomenklaturFactory,
    PaguFactory,
    ProgramFactory,
    RealisasiAnggaranFactory,
    RenstraFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def daftar():
    return NomenklaturFactory(tahun_mulai=2024)


@pytest.fixture
def entri(daftar):
    return EntriNomenklaturFactory(
        nomenklatur=daftar, kode="1.06.02.1.01.0001", sub_kegiatan="Bantuan Sosial", indikator="Jumlah orang"
    )


@pytest.fixture
def penunjang(daftar):
    return EntriNomenklaturFactory(nomenklatur=daftar, kode="X.XX.01.1.01.01", sub_kegiatan="Rencana")


def test_what_is_chosen_from_the_list_brings_all_above_it(oleh, pd, bidang, entri, penunjang):
    Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    baru = add_official(
        oleh=oleh, perangkat_daerah=pd, tahun=2024, entri=[entri, penunjang], unit_kerja=bidang
    )
    assert [s.kode for s in baru] == ["1.06.02.1.01.0001", "1.06.01.1.01.0001"]
    assert set(Program.objects.values_list("kode", "nama", "unit_kerja")) == {
        ("1.06.02", entri.program, bidang.pk),
        ("1.06.01", penunjang.program, bidang.pk),
    }
    assert set(Kegiatan.objects.values_list("kode", flat=True)) == {"1.06.02.1.01", "1.06.01.1.01"}
    assert all(s.kode_resmi for s in SubKegiatan.objects.all())
    assert list(IndikatorRenja.objects.values_list("nama", "sub_kegiatan")) == [("Jumlah orang", baru[0].pk)]
    assert Jejak.objects.count() == 7
    assert Revisi.objects.get().nomor > 1
    assert add_official(oleh=oleh, perangkat_daerah=pd, tahun=2024, entri=[entri]) == []


def test_the_newest_edition_in_force_counts(pd, entri):
    lama = NomenklaturFactory(tahun_mulai=2020)
    EntriNomenklaturFactory(nomenklatur=lama, kode="1.06.02.1.01.0009")
    EntriNomenklaturFactory(nomenklatur=NomenklaturFactory(tahun_mulai=2025), kode="1.06.02.1.01.0008")
    EntriNomenklaturFactory(nomenklatur=lama, kode="1.02.02.1.01.0001")
    assert set(entries(pd, 2024)) == {"1.06.02.1.01.0001"}
    assert set(entries(pd, 2023)) == {"1.06.02.1.01.0009"}
    assert set(entries(pd, 2024, {"1.02"})) == {"1.06.02.1.01.0001", "1.02.02.1.01.0001"}


@pytest.mark.parametrize(
    ("kode", "nama", "dicocokkan", "resmi"),
    [
        ("1.06.02.1.01.01", "bantuan  sosial", False, True),
        ("1.06.02.1.01.0001", "Bantuan Sosial Lansia", False, False),
        ("1.06.02.1.01.0001", "Bantuan Sosial Lansia", True, True),
        ("1.06.02.1.01.0007", "Bantuan Sosial", False, False),
    ],
)
def test_a_kode_that_the_list_does_not_confirm_is_kept_and_marked(
    oleh, kegiatan, entri, kode, nama, dicocokkan, resmi
):
    satu = SubKegiatan(kegiatan=kegiatan, kode=kode, nama=nama)
    save_sub_kegiatan(oleh=oleh, sub_kegiatan=satu, dicocokkan=dicocokkan)
    satu.refresh_from_db()
    assert satu.kode_resmi is resmi
    assert IndikatorRenja.objects.filter(sub_kegiatan=satu).exists() is resmi


def test_nobody_confirms_a_kode_that_is_not_in_the_list(oleh, kegiatan, entri):
    satu = SubKegiatan(kegiatan=kegiatan, kode="1.06.02.1.01.0007", nama="X")
    with pytest.raises(ValidationError, match="tidak tercantum dalam nomenklatur tahun 2024"):
        save_sub_kegiatan(oleh=oleh, sub_kegiatan=satu, dicocokkan=True)


def test_wrong_and_taken_kode_are_refused(oleh, pd, kegiatan, sub):
    for kode, pesan in (("1.06", "3 bagian"), ("1.06.02", "sudah dipakai")):
        with pytest.raises(ValidationError, match=pesan):
            save_program(oleh=oleh, program=Program(perangkat_daerah=pd, tahun=2024, kode=kode, nama="x"))
    with pytest.raises(ValidationError, match="diawali kode induknya"):
        save_kegiatan(oleh=oleh, kegiatan=Kegiatan(program=kegiatan.program, kode="1.06.03.1.01", nama="x"))
    with pytest.raises(ValidationError, match="sudah dipakai"):
        save_sub_kegiatan(oleh=oleh, sub_kegiatan=SubKegiatan(kegiatan=kegiatan, kode=sub.kode, nama="x"))


def test_a_new_kode_goes_down_to_all_below(oleh, kegiatan, sub, sub_kedua):
    program = kegiatan.program
    program.kode = "1.06.05"
    save_program(oleh=oleh, program=program)
    assert list(Kegiatan.objects.values_list("kode", flat=True)) == ["1.06.05.1.01"]
    kode = SubKegiatan.objects.order_by("kode").values_list("kode", flat=True)
    assert list(kode) == ["1.06.05.1.01.0001", "1.06.05.1.01.0002"]


def test_the_indikator_a_program_supports(oleh, pd, kegiatan):
    program = kegiatan.program
    a, b = (IndikatorFactory(renstra__perangkat_daerah=pd, renstra__tahun_awal=2020 + n) for n in (1, 2))
    save_program(oleh=oleh, program=program, pendukung=[a])
    save_program(oleh=oleh, program=program, pendukung=[b])
    assert list(ProgramPendukung.objects.values_list("indikator", flat=True)) == [b.pk]
    save_program(oleh=oleh, program=program)
    assert ProgramPendukung.objects.exists()
    with pytest.raises(ValidationError, match="bukan milik perangkat daerah ini"):
        save_program(oleh=oleh, program=program, pendukung=[IndikatorFactory(renstra=RenstraFactory())])


def test_a_link_made_by_somebody_else_meanwhile_is_a_conflict(oleh, pd, kegiatan):
    program = kegiatan.program
    dulu = sidik([program, *pendukung_of(program)])
    save_program(oleh=oleh, program=program, pendukung=[IndikatorFactory(renstra__perangkat_daerah=pd)])
    with pytest.raises(Bentrok):
        save_program(oleh=oleh, program=program, pendukung=[], sidik=dulu)


def test_nothing_with_money_is_deleted(oleh, pd, kegiatan, sub, sub_kedua):
    pagu = PaguFactory(dokumen=DokumenAnggaranFactory(perangkat_daerah=pd), sub_kegiatan=sub)
    RealisasiAnggaranFactory(sub_kegiatan=sub, keuangan=1)
    for cabang in (kegiatan.program, kegiatan, sub):
        with pytest.raises(ValidationError, match="1 pagu, 1 realisasi anggaran"):
            delete_cabang(oleh=oleh, cabang=cabang)
    delete_cabang(oleh=oleh, cabang=sub_kedua)
    assert list(SubKegiatan.objects.all()) == [sub]
    pagu.delete()
    sub.realisasi.all().delete()
    delete_cabang(oleh=oleh, cabang=kegiatan.program)
    assert not Program.objects.exists()
    assert not SubKegiatan.objects.exists()


def test_staff_does_not_write_the_tree(staf, pd, sub):
    dia = Pelaku.from_pengguna(staf, "uji")
    with pytest.raises(PermissionDenied):
        save_program(oleh=dia, program=ProgramFactory.build(perangkat_daerah=pd, kode="1.06.07"))
    with pytest.raises(PermissionDenied):
        delete_cabang(oleh=dia, cabang=sub)
