"""All perangkat daerah side by side: the figures of their own pages, filtered, and for nobody else."""

import io

import pytest
from django.db import transaction
from django.urls import reverse
from openpyxl import load_workbook

from anggaran.models import DokumenAnggaran, Pagu, RealisasiAnggaran
from lkip import revisi
from lkip.models import PerangkatDaerah
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    KebijakanPengukuranFactory,
    PenggunaFactory,
    PerangkatDaerahFactory,
    RenstraFactory,
    SubKegiatanFactory,
)

pytestmark = pytest.mark.django_db


def buka(client, **cari):
    return client.get(reverse("dasbor_semua"), {"tahun": "2024", **cari}).content.decode()


@pytest.fixture
def lintas(client):
    client.force_login(PenggunaFactory(peran=Peran.INSPEKTORAT))


def isi_anggaran(pd, pagu, keuangan):
    sub = SubKegiatanFactory(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=2024)
    dokumen = DokumenAnggaran.objects.create(perangkat_daerah=pd, tahun=2024, urutan=1, jenis="murni")
    Pagu.objects.create(dokumen=dokumen, sub_kegiatan=sub, jumlah=pagu)
    RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=12, keuangan=keuangan)


def test_the_figures_are_those_of_the_own_dashboard(client, demo_db, lintas):
    isi = buka(client)
    for angka in ("94,16", "77,73%", "69.778.653.677", "54.237.655.066", "16,44", "2 dari 2"):
        assert angka in isi
    assert f"{reverse('dasbor', args=[demo_db.slug, 2024])}?sampai=12" in isi
    sendiri = client.get(reverse("dasbor", args=[demo_db.slug, 2024])).content.decode()
    for angka in ("94,16", "77,73%", "69.778.653.677", "16,44"):
        assert angka in sendiri


def test_the_total_is_a_sum_and_never_a_mean_of_percentages(client, lintas):
    isi_anggaran(PerangkatDaerahFactory(nama="Dinas A"), 100, 100)
    isi_anggaran(PerangkatDaerahFactory(nama="Dinas B"), 300, 0)
    isi = buka(client)
    assert "Jumlah 2 perangkat daerah" in isi
    assert "25%" in isi.split("Jumlah 2 perangkat daerah")[1]


def test_filter_and_order(client, lintas):
    isi_anggaran(PerangkatDaerahFactory(nama="Dinas Alfa"), 100, 90)
    isi_anggaran(PerangkatDaerahFactory(nama="Dinas Beta"), 100, 10)
    assert "Dinas Beta</a>" not in buka(client, cari="alfa")
    urut = buka(client, urut="penyerapan")
    assert urut.index("Dinas Beta</a>") < urut.index("Dinas Alfa</a>")
    assert "Belum ada data untuk tabel ini" in buka(client, kriteria="Sangat Baik")
    assert "Dinas Alfa</a>" in buka(client, kriteria="kosong", urut="<aneh>", sampai="x")


def test_more_perangkat_daerah_cost_no_more_queries(client, lintas, django_assert_max_num_queries):
    for pd in PerangkatDaerahFactory.create_batch(6):
        KebijakanPengukuranFactory(perangkat_daerah=pd)
        IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd))
        isi_anggaran(pd, 10, 5)
    client.get(reverse("beranda"))
    revisi.numbers(PerangkatDaerah.objects.all(), 2024)
    with django_assert_max_num_queries(15):
        buka(client)


def test_only_who_has_changed_is_read_again(client, lintas):
    satu, lain = PerangkatDaerahFactory(nama="Dinas A"), PerangkatDaerahFactory(nama="Dinas B")
    for pd in (satu, lain):
        isi_anggaran(pd, 100, 50)
    assert buka(client).count("50%") > 2
    Pagu.objects.update(jumlah=200)
    with transaction.atomic():
        revisi.bump([satu.pk], 2024)
    isi = buka(client)
    assert "Dinas A</a>" in isi
    assert [a in isi.split("Dinas A</a>")[1].split("</tr>")[0] for a in ("25%", "50%")] == [True, False]
    assert [a in isi.split("Dinas B</a>")[1].split("</tr>")[0] for a in ("25%", "50%")] == [False, True]


@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.KEPALA_DINAS, Peran.STAF_BIDANG])
def test_nobody_of_one_perangkat_daerah_sees_the_others(client, peran):
    PerangkatDaerahFactory(nama="Dinas Rahasia")
    client.force_login(PenggunaFactory(peran=peran))
    for nama in ("dasbor_semua", "dasbor_semua_tabel"):
        jawaban = client.get(reverse(nama))
        assert jawaban.status_code == 403
        assert b"Dinas Rahasia" not in jawaban.content


def test_the_workbook_holds_what_is_shown(client, lintas):
    isi_anggaran(PerangkatDaerahFactory(nama="=Dinas"), 100, 90)
    PerangkatDaerahFactory(nama="Dinas Lain")
    jawaban = client.get(reverse("dasbor_semua_tabel"), {"tahun": "2024", "cari": "=Dinas"})
    lembar = load_workbook(io.BytesIO(jawaban.content))["Tabel 1"]
    baris = [[sel.value for sel in satu] for satu in lembar.iter_rows(min_row=3, max_row=4)]
    assert baris[0][:1] + baris[0][4:6] == ["=Dinas", 100, 90]
    assert baris[1][0] == "Jumlah 1 perangkat daerah"
