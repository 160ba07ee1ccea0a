"""The tree of a Renstra."""

import pytest
from django.urls import reverse

from anggaran.models import ProgramPendukung
from kinerja.models import Indikator, IsuStrategis, TargetTahunan
from lkip.peran import Peran
from tests.factories import (
    IndikatorFactory,
    MisiFactory,
    PenggunaFactory,
    ProgramFactory,
    RenstraFactory,
    SasaranFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def perencana():
    return PenggunaFactory(peran=Peran.PERENCANA)


@pytest.fixture
def renstra(perencana):
    return RenstraFactory(perangkat_daerah=perencana.perangkat_daerah)


def buka(client, siapa, renstra):
    client.force_login(siapa)
    return client.get(reverse("renstra", args=[renstra.pk])).content.decode()


def test_the_whole_tree_is_read(client, perencana, renstra):
    misi = MisiFactory(renstra=renstra, urutan=1, uraian="M" * 300, didukung=True)
    sasaran = SasaranFactory(tujuan__renstra=renstra, tujuan__misi=misi, tujuan__urutan=1, urutan=1)
    iku = IndikatorFactory(renstra=renstra, sasaran=sasaran, nama="I" * 300)
    lepas = IndikatorFactory(renstra=renstra)
    IndikatorFactory(renstra=renstra, jenis="daerah", nama="Indikator daerah")
    IndikatorFactory(renstra=renstra, jenis="unit", nama="Indikator unit")
    IsuStrategis.objects.create(renstra=renstra, urutan=1, uraian="Isu satu")
    TargetTahunan.objects.create(indikator=iku, tahun=2025, nilai=90)
    for tahun in (2024, 2025):
        program = ProgramFactory(perangkat_daerah=renstra.perangkat_daerah, tahun=tahun, nama=f"P{tahun}")
        ProgramPendukung.objects.create(program=program, indikator=iku)
    teks = buka(client, perencana, renstra)
    for isi in ("M" * 300, "I" * 300, "Sasaran 1.1", "Indikator daerah", "Indikator unit", "Isu satu"):
        assert isi in teks
    assert "2024: target belum tersedia · 2025: 90% · 2026: target belum tersedia" in teks
    assert "P2025" in teks
    assert "P2024" not in teks
    assert "IKU tanpa sasaran" in teks
    assert reverse("indikator", args=[lepas.pk]) in teks


def test_who_may_not_manage_finds_no_button(client, perencana, renstra):
    MisiFactory(renstra=renstra)
    staf = PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=renstra.perangkat_daerah)
    assert "Tambah misi" in buka(client, perencana, renstra)
    teks = buka(client, staf, renstra)
    assert "Tambah misi" not in teks
    assert "/ubah/" not in teks


def test_an_empty_renstra_says_what_to_do_first(client, perencana, renstra):
    teks = buka(client, perencana, renstra)
    assert "Renstra ini masih kosong" in teks
    assert "Salin dari periode sebelumnya" not in teks
    renstra.pendahulu = RenstraFactory(
        perangkat_daerah=renstra.perangkat_daerah, tahun_awal=2019, tahun_akhir=2023
    )
    renstra.save()
    assert "Salin dari periode sebelumnya" in buka(client, perencana, renstra)
    SasaranFactory(tujuan__renstra=renstra)
    teks = buka(client, perencana, renstra)
    assert "masih kosong" not in teks
    assert "Salin dari periode sebelumnya" not in teks


def test_five_hundred_indikator_cost_few_queries_and_little_weight(
    client, perencana, renstra, django_assert_max_num_queries
):
    sasaran = SasaranFactory(tujuan__renstra=renstra)
    Indikator.objects.bulk_create(
        Indikator(
            renstra=renstra,
            sasaran=sasaran,
            jenis="iku",
            kode=f"iku-{n}",
            urutan=n,
            nama=f"Persentase layanan nomor {n} yang memenuhi standar pelayanan minimal",
        )
        for n in range(1, 501)
    )
    client.force_login(perencana)
    alamat = reverse("renstra", args=[renstra.pk])
    with django_assert_max_num_queries(15):
        jawaban = client.get(alamat, headers={"accept-encoding": "gzip"})
    assert jawaban.headers["Content-Encoding"] == "gzip"
    assert len(jawaban.content) < 60_000
