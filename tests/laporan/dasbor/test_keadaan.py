"""What is incomplete is said to be, and is never shown in the colour of a kriteria."""

from dataclasses import replace
from decimal import Decimal

import pytest

from laporan.dasbor.keadaan import Keadaan, Kelengkapan, badge, state_of_money, states_of, worst
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.batas import SETAHUN, Batas
from laporan.snapshot.hasil import HasilKriteria
from laporan.snapshot.masukan_anggaran import Bulan
from tests.laporan import pabrik as p

HIJAU = HasilKriteria("1", "Sangat Baik", "Sangat Tinggi", "#1b7837")


def keadaan(*laporan, batas=SETAHUN, **ganti):
    definisi = replace(p.IKU, **ganti)
    snapshot = p.snapshot(
        indikator=mk.DaftarIndikator((definisi,)), realisasi=mk.Realisasi(tuple(laporan), ())
    )
    return states_of(snapshot, batas)["iku-1"]


def lapor(triwulan, nilai="95", status="disetujui"):
    return replace(
        p.LAPORAN, triwulan=triwulan, nilai=None if nilai is None else Decimal(nilai), status=status
    )


@pytest.mark.parametrize(
    ("laporan", "batas", "ganti", "harapan"),
    [
        ([lapor(4)], SETAHUN, {}, "lengkap"),
        ([lapor(4, status="dikunci")], SETAHUN, {}, "lengkap"),
        ([lapor(4, status="diajukan")], SETAHUN, {}, "belum disetujui: triwulan IV"),
        ([lapor(3)], SETAHUN, {}, "belum lengkap: triwulan IV belum dilaporkan"),
        ([lapor(3)], Batas(9), {}, "lengkap"),
        ([lapor(4, None)], SETAHUN, {}, "belum lengkap: realisasi kosong"),
        ([lapor(3), lapor(4, None)], SETAHUN, {}, "belum lengkap: triwulan IV tidak dapat dihitung"),
        (
            [lapor(4)],
            SETAHUN,
            {"agregasi": "rata_rata"},
            "belum lengkap: triwulan I, II, III belum dilaporkan",
        ),
        ([], SETAHUN, {}, "belum ada data"),
        ([], Batas(2), {}, "belum ada data: belum ada triwulan yang berakhir"),
    ],
)
def test_the_state_of_an_indikator(laporan, batas, ganti, harapan):
    assert str(keadaan(*laporan, batas=batas, **ganti)) == harapan


def test_a_komponen_that_cannot_be_computed_makes_the_indikator_incomplete():
    indikator, realisasi = p.berkomponen(p.hitungan(1, 5, 10), p.hitungan(2, 5, 0))
    satu = states_of(p.snapshot(indikator=indikator, realisasi=realisasi), SETAHUN)["iku-1"]
    assert str(satu) == "belum lengkap: 1 komponen tidak dapat dihitung"


def test_an_indikator_that_follows_another_has_its_state():
    ikut = replace(p.IKU, kode="daerah-1", jenis="daerah", mengikuti="iku-1")
    snapshot = p.snapshot(
        indikator=mk.DaftarIndikator((p.IKU, ikut)),
        realisasi=mk.Realisasi((lapor(4, status="diajukan"),), ()),
    )
    assert states_of(snapshot, SETAHUN)["daerah-1"].kelengkapan == Kelengkapan.BELUM_DISETUJUI


def test_a_whole_is_as_good_as_its_worst_part_and_empty_only_when_all_is():
    lengkap, kosong = Keadaan(Kelengkapan.LENGKAP), Keadaan(Kelengkapan.KOSONG)
    assert worst([lengkap, lengkap]).lengkap
    assert worst([lengkap, kosong]).kelengkapan == Kelengkapan.SEBAGIAN
    assert worst([Keadaan(Kelengkapan.BELUM_DISETUJUI), kosong]).kelengkapan == Kelengkapan.SEBAGIAN
    assert worst([kosong, kosong]).kelengkapan == Kelengkapan.KOSONG
    assert worst([]).kelengkapan == Kelengkapan.KOSONG


@pytest.mark.parametrize("bukan", [k for k in Kelengkapan if k != Kelengkapan.LENGKAP])
def test_what_is_not_complete_is_never_green(bukan):
    assert "#1b7837" in badge(HIJAU, Keadaan(Kelengkapan.LENGKAP))
    tanda = badge(HIJAU, Keadaan(bukan))
    assert "#1b7837" not in tanda
    assert "Sangat Baik (sementara)" in tanda


@pytest.mark.parametrize(
    ("bulan", "batas", "harapan"),
    [
        ((), SETAHUN, Kelengkapan.KOSONG),
        ((Bulan(3, Decimal(1), None),), SETAHUN, Kelengkapan.SEBAGIAN),
        ((Bulan(12, None, Decimal(5)),), SETAHUN, Kelengkapan.KOSONG),
        ((Bulan(12, Decimal(0), None),), SETAHUN, Kelengkapan.LENGKAP),
        ((Bulan(3, Decimal(1), None),), Batas(3), Kelengkapan.LENGKAP),
    ],
)
def test_money_is_complete_when_every_sub_kegiatan_has_the_last_month(bulan, batas, harapan):
    sub = replace(p.SUB_KEGIATAN, bulan=bulan)
    assert state_of_money([sub], batas).kelengkapan == harapan
    if harapan == Kelengkapan.LENGKAP:
        assert not state_of_money([sub, replace(p.SUB_KEGIATAN, bulan=())], batas).lengkap
