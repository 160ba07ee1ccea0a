"""Realisasi of the Renja indicators in the browser."""

import pytest
from django.urls import reverse
from django.utils import timezone

from anggaran.models import RealisasiRenja
from lkip.models import Jejak, Revisi
from lkip.peran import Peran
from tests.factories import (
    IndikatorRenjaFactory,
    PenggunaFactory,
    PeriodeTriwulanFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)
from tests.formulir import galat_of, isian_of


@pytest.fixture
def masuk(client, staf):
    client.force_login(staf)
    return client


@pytest.fixture
def hasil(kegiatan):
    """The outcome of the program."""
    return IndikatorRenjaFactory(
        sub_kegiatan=None, program=kegiatan.program, nama="Warga terlayani", satuan="%", target=100
    )


@pytest.fixture
def keluaran(sub):
    return IndikatorRenjaFactory(sub_kegiatan=sub, nama="Orang dilayani", target=40, agregasi="jumlah")


def isi(program):
    return reverse("realisasi_renja_isi", args=[program.pk])


def kirim(client, program, **nilai):
    alamat = isi(program)
    return client.post(alamat, {**isian_of(client.get(alamat)), **nilai})


def tersimpan():
    return list(RealisasiRenja.objects.order_by("triwulan").values_list("triwulan", "nilai"))


def halaman(client, pd):
    return client.get(reverse("realisasi_renja", args=[pd.slug, 2024])).content.decode()


def test_what_was_measured_and_what_was_not(masuk, pd, kegiatan, hasil, keluaran):
    RealisasiRenja.objects.create(indikator=keluaran, triwulan=1, nilai=0)
    RealisasiRenja.objects.create(indikator=keluaran, triwulan=2, nilai=10)
    teks = halaman(masuk, pd)
    assert '<td class="angka">0 orang</td>' in teks
    assert '<td class="angka">10 orang</td>' in teks
    assert '<td class="redup">belum diukur</td>' in teks
    assert "TW I: 1 dari 2" in teks
    assert isi(kegiatan.program) in teks


def test_one_screen_for_a_program(masuk, pd, kegiatan, hasil, keluaran):
    revisi = Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    jawaban = kirim(
        masuk,
        kegiatan.program,
        **{f"tw_{hasil.pk}_1": "25,5", f"tw_{keluaran.pk}_1": "0", f"tw_{keluaran.pk}_2": "1.250"},
    )
    alamat = reverse("realisasi_renja", args=[pd.slug, 2024])
    assert jawaban["Location"] == f"{alamat}#program-{kegiatan.program.pk}"
    assert {(r.indikator_id, r.triwulan, str(r.nilai)) for r in RealisasiRenja.objects.all()} == {
        (hasil.pk, 1, "25.5000"),
        (keluaran.pk, 1, "0.0000"),
        (keluaran.pk, 2, "1250.0000"),
    }
    assert Jejak.objects.filter(induk=f"anggaran.Program:{kegiatan.program.pk}").count() == 3
    revisi.refresh_from_db()
    assert revisi.nomor > 1
    kirim(masuk, kegiatan.program)
    assert Jejak.objects.count() == 3
    kirim(masuk, kegiatan.program, **{f"tw_{keluaran.pk}_1": "", f"tw_{keluaran.pk}_2": "-"})
    assert tersimpan() == [(1, 25.5)]
    assert Jejak.objects.filter(tindakan="hapus").first().sebelum["nilai"] is not None


def test_all_errors_at_once(masuk, kegiatan, keluaran):
    jawaban = kirim(masuk, kegiatan.program, **{f"tw_{keluaran.pk}_1": "dua", f"tw_{keluaran.pk}_2": "-5"})
    assert "“dua” bukan angka" in galat_of(jawaban)
    assert "Paling kecil 0" in galat_of(jawaban)
    assert tersimpan() == []


def test_a_locked_quarter_is_refused_with_words(masuk, pd, kegiatan, keluaran):
    RealisasiRenja.objects.create(indikator=keluaran, triwulan=1, nilai=5)
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    assert "Triwulan I sudah dikunci" in masuk.get(isi(kegiatan.program)).content.decode()
    jawaban = kirim(masuk, kegiatan.program, **{f"tw_{keluaran.pk}_1": "6", f"tw_{keluaran.pk}_2": "7"})
    assert "Triwulan I tahun 2024 sudah dikunci" in galat_of(jawaban)
    kirim(masuk, kegiatan.program, **{f"tw_{keluaran.pk}_2": "7"})
    assert tersimpan() == [(1, 5), (2, 7)]


def test_what_somebody_else_entered_is_shown_and_not_overwritten(masuk, kegiatan, keluaran):
    kiriman = isian_of(masuk.get(isi(kegiatan.program)))
    RealisasiRenja.objects.create(indikator=keluaran, triwulan=1, nilai=5)
    jawaban = masuk.post(isi(kegiatan.program), {**kiriman, f"tw_{keluaran.pk}_1": "6"})
    assert "<td>5</td><td>6</td>" in jawaban.content.decode().replace("\n", "")
    assert tersimpan() == [(1, 5)]


def test_a_uptd_fills_in_only_what_it_carries_out(client, pd, kegiatan, hasil, keluaran):
    uptd = UnitKerjaFactory(perangkat_daerah=pd)
    milik = IndikatorRenjaFactory(
        sub_kegiatan=SubKegiatanFactory(kegiatan=kegiatan, unit_pelaksana=uptd), nama="Milik UPTD"
    )
    client.force_login(PenggunaFactory(peran=Peran.STAF_BIDANG, perangkat_daerah=pd, unit_kerja=uptd))
    teks = client.get(isi(kegiatan.program)).content.decode()
    assert "Milik UPTD" in teks
    assert "Orang dilayani" not in teks
    assert "Orang dilayani" not in halaman(client, pd)
    kirim(client, kegiatan.program, **{f"tw_{milik.pk}_1": "3", f"tw_{keluaran.pk}_1": "4"})
    assert list(RealisasiRenja.objects.values_list("indikator", "nilai")) == [(milik.pk, 3)]


def test_an_empty_year_says_so(masuk, pd, kegiatan):
    assert "Indikator Renja tahun 2024 belum ditetapkan." in halaman(masuk, pd)
    IndikatorRenjaFactory(sub_kegiatan__kegiatan__program__perangkat_daerah=pd)
    assert "Tidak ada indikator Renja tahun 2024 pada unit kerja Anda." in halaman(masuk, pd)


def test_few_queries(masuk, pd, kegiatan, django_assert_max_num_queries):
    for _ in range(40):
        satu = IndikatorRenjaFactory(sub_kegiatan=SubKegiatanFactory(kegiatan=kegiatan))
        RealisasiRenja.objects.create(indikator=satu, triwulan=1, nilai=1)
    for alamat in (reverse("realisasi_renja", args=[pd.slug, 2024]), isi(kegiatan.program)):
        with django_assert_max_num_queries(15):
            masuk.get(alamat)
