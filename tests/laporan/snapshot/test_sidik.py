"""The fingerprints: stable as long as nothing changes, and of every sasaran on its own."""

import dataclasses
from decimal import Decimal

import pytest

from anggaran.models import Pagu
from kinerja.models import Indikator, RealisasiKomponen
from laporan.models import Narasi
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.masukan import ButirSasaran, ButirTujuan
from tests.laporan import pabrik

TAHUN = 2024


def ambil(pd):
    return take_snapshot(pd, TAHUN)


def ubah_realisasi():
    baris = RealisasiKomponen.objects.get(
        realisasi__indikator__kode="iku-2", realisasi__tahun=TAHUN, realisasi__triwulan=4, komponen__urutan=1
    )
    RealisasiKomponen.objects.filter(pk=baris.pk).update(pembilang=240)


def test_two_takes_give_the_same_fingerprints(demo_db, demo):
    satu, dua = ambil(demo_db), ambil(demo_db)
    assert satu is not dua
    assert satu == dua
    assert satu.sidik == dua.sidik == demo.sidik
    (kode,) = [s.kode for t in satu.masukan.renstra.tujuan for s in t.sasaran]
    assert satu.sidik_sasaran(kode) == dua.sidik_sasaran(kode)


def test_one_realisasi_changes_the_whole_and_its_sasaran(demo_db):
    semula = ambil(demo_db)
    (kode,) = [s.kode for t in semula.masukan.renstra.tujuan for s in t.sasaran]
    ubah_realisasi()
    kini = ambil(demo_db)
    assert kini.sidik != semula.sidik
    assert kini.sidik_sasaran(kode) != semula.sidik_sasaran(kode)


@pytest.mark.parametrize("isian", ["nama", "sumber_data", "bobot"])
def test_a_definition_changes_its_sasaran(demo_db, isian):
    semula = ambil(demo_db)
    (kode,) = [s.kode for t in semula.masukan.renstra.tujuan for s in t.sasaran]
    Indikator.objects.filter(renstra__perangkat_daerah=demo_db, kode="iku-1").update(
        **{isian: Decimal("1.5") if isian == "bobot" else "Lain"}
    )
    kini = ambil(demo_db)
    assert kini.sidik_sasaran(kode) != semula.sidik_sasaran(kode)


def test_money_and_text_change_the_whole_only(demo_db):
    semula = ambil(demo_db)
    (kode,) = [s.kode for t in semula.masukan.renstra.tujuan for s in t.sasaran]
    Pagu.objects.filter(sub_kegiatan__kegiatan__program__perangkat_daerah=demo_db).update(jumlah=12345)
    anggaran_lain = ambil(demo_db)
    Narasi.objects.filter(laporan__perangkat_daerah=demo_db, bagian="ikhtisar").update(isi="<p>Lain.</p>")
    naskah_lain = ambil(demo_db)
    assert len({semula.sidik, anggaran_lain.sidik, naskah_lain.sidik}) == 3
    assert semula.sidik_sasaran(kode) == anggaran_lain.sidik_sasaran(kode) == naskah_lain.sidik_sasaran(kode)


def test_a_sasaran_does_not_see_the_indikator_of_another():
    sasaran = (ButirSasaran("s1", 1, "Pertama"), ButirSasaran("s2", 2, "Kedua"))
    renstra = dataclasses.replace(pabrik.RENSTRA, tujuan=(ButirTujuan(1, "Tujuan", None, sasaran),))
    kedua = dataclasses.replace(pabrik.IKU, kode="iku-2", urutan=2, sasaran="s2", nama="Lain")

    def buat(iku_kedua):
        return pabrik.snapshot(renstra=renstra, indikator=pabrik.mk.DaftarIndikator((pabrik.IKU, iku_kedua)))

    semula, kini = buat(kedua), buat(dataclasses.replace(kedua, target=()))
    assert semula.sidik_sasaran("s1") == kini.sidik_sasaran("s1")
    assert semula.sidik_sasaran("s2") != kini.sidik_sasaran("s2")


def test_an_unknown_sasaran_is_an_error(demo):
    with pytest.raises(KeyError, match="tidak-ada"):
        demo.sidik_sasaran("tidak-ada")
    with pytest.raises(KeyError, match="s1"):
        pabrik.snapshot(renstra=None).sidik_sasaran("s1")
