"""The grid of monthly realisasi, as the staff of a bidang meets it."""

import gzip
from decimal import Decimal

import pytest
from django.urls import reverse

from anggaran.models import RealisasiAnggaran
from lkip.models import Jejak, Pengguna
from tests.factories import (
    DokumenAnggaranFactory,
    PaguFactory,
    PeriodeTriwulanFactory,
    ProgramFactory,
    RealisasiAnggaranFactory,
    SubKegiatanFactory,
    UnitKerjaFactory,
)
from tests.formulir import galat_of, isian_of
from tests.kinerja.kirim import kirim

pytestmark = pytest.mark.django_db


@pytest.fixture
def masuk(client, staf):
    client.force_login(staf)
    return client


@pytest.fixture
def alamat(pd):
    return reverse("realisasi_anggaran", args=[pd.slug, 2024])


@pytest.fixture(autouse=True)
def pagu(pd, sub, sub_kedua):
    dokumen = DokumenAnggaranFactory(perangkat_daerah=pd)
    return [PaguFactory(dokumen=dokumen, sub_kegiatan=s, jumlah=10_000_000) for s in (sub, sub_kedua)]


def sel(kolom, sub, bulan):
    return f"{kolom}-{sub.pk}-{bulan}"


def tersimpan(sub):
    return list(
        RealisasiAnggaran.objects.filter(sub_kegiatan=sub)
        .order_by("bulan")
        .values_list("bulan", "keuangan", "fisik")
    )


def test_numbers_as_people_type_them_are_saved_and_shown_with_their_sums(masuk, alamat, sub, sub_kedua):
    jawaban = kirim(
        masuk,
        alamat,
        **{
            sel("k", sub, 1): "Rp 1.000.000,-",
            sel("k", sub, 2): "1,500,000.50",
            sel("f", sub, 2): "12,5%",
            sel("k", sub_kedua, 2): "-",
            sel("k", sub_kedua, 3): "0",
        },
    )
    assert jawaban["Location"] == alamat
    assert tersimpan(sub) == [(1, 1_000_000, None), (2, Decimal("1500000.50"), Decimal("12.5"))]
    assert tersimpan(sub_kedua) == [(3, 0, None)]
    jawaban = masuk.get(alamat)
    teks = jawaban.content.decode()
    assert "Realisasi anggaran tersimpan." in teks
    uang = jawaban.context["kisi"][0]
    assert [s.teks for s in uang.baris[2].sel][-2:] == ["2.500.000,5", "25,00%"]
    kaki = {jenis: [s.teks for s in isi] for jenis, _, isi in uang.kaki}
    assert kaki["jumlah"][:4] == ["20.000.000", "1.000.000", "1.500.000,5", "0"]
    assert kaki["sampai"][1:3] == ["1.000.000", "2.500.000,5"]
    assert kaki["serap"][1:3] == ["5,00%", "12,50%"]


def test_all_errors_at_once_each_with_its_cell(masuk, alamat, sub, sub_kedua):
    jawaban = kirim(
        masuk,
        alamat,
        **{
            sel("k", sub, 1): "satu juta",
            sel("f", sub, 3): "1.234",
            sel("f", sub_kedua, 3): "50",
            sel("f", sub_kedua, 4): "40",
            sel("f", sub_kedua, 5): "101",
        },
    )
    galat = galat_of(jawaban)
    for nama in (sel("k", sub, 1), sel("f", sub, 3), sel("f", sub_kedua, 5)):
        assert f'<a href="#id_{nama}">' in galat
    assert "bukan angka" in galat
    assert "tidak jelas" in galat
    assert "Paling besar 100" in galat
    teks = jawaban.content.decode()
    assert 'value="satu juta"' in teks
    assert not RealisasiAnggaran.objects.exists()
    jawaban = masuk.post(alamat, {**isian_of(jawaban), **_kosong(sub, sub_kedua), sel("f", sub_kedua, 5): ""})
    assert "lebih rendah dari Maret" in galat_of(jawaban)


def _kosong(*banyak):
    return {sel("k", banyak[0], 1): "", sel("f", banyak[0], 3): ""}


def test_more_than_the_pagu_is_confirmed_with_a_reason(masuk, alamat, sub):
    jawaban = kirim(masuk, alamat, **{sel("k", sub, 1): "10.000.001"})
    assert f"Realisasi melebihi pagu pada {sub.kode}" in galat_of(jawaban)
    assert "realisasi Rp10.000.001, pagu Rp10.000.000" in jawaban.content.decode()
    assert not RealisasiAnggaran.objects.exists()
    masuk.post(alamat, {**isian_of(jawaban), "alasan": "Pergeseran belum terbit"})
    assert tersimpan(sub) == [(1, 10_000_001, None)]
    assert Jejak.objects.get().alasan == "Pergeseran belum terbit"
    teks = masuk.get(alamat).content.decode()
    assert "melebihi pagu" in teks
    assert kirim(masuk, alamat, **{sel("f", sub, 1): "5"}).status_code == 200


def test_a_locked_quarter_is_text_and_says_why(masuk, alamat, pd, sub):
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=2, keuangan=777_000)
    sebelum = isian_of(masuk.get(alamat))
    PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada="2024-04-20T00:00Z", dikunci_oleh="x")
    teks = masuk.get(alamat).content.decode()
    assert "Triwulan I sudah dikunci" in teks
    assert f'name="{sel("k", sub, 2)}"' not in teks
    assert "777.000" in teks
    kirim(masuk, alamat, **{sel("k", sub, 4): "5"})
    assert tersimpan(sub)[-1] == (4, 5, None)
    jawaban = masuk.post(alamat, {**sebelum, sel("k", sub, 3): "123"})
    assert f"{sub.kode} Maret: 123" in galat_of(jawaban)
    assert len(tersimpan(sub)) == 2


def test_a_cell_that_is_not_sent_keeps_its_figure(masuk, alamat, sub):
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=2, keuangan=5, fisik=1)
    isi = {n: v for n, v in isian_of(masuk.get(alamat)).items() if not n.startswith(("k-", "f-"))}
    masuk.post(alamat, {**isi, sel("k", sub, 3): "6"})
    assert tersimpan(sub) == [(2, 5, 1), (3, 6, None)]


def test_one_month_shows_what_came_before_and_saves_only_that_month(masuk, alamat, sub):
    RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=2, keuangan=2_000_000, fisik=20)
    maret = f"{alamat}?bulan=3"
    jawaban = masuk.get(maret)
    assert [s.teks for s in jawaban.context["kisi"][0].baris[2].sel] == [
        "10.000.000", "2.000.000", "", "20,00%", "20", "",
    ]  # fmt: skip
    assert kirim(masuk, maret, **{sel("k", sub, 3): "1", sel("f", sub, 3): "25"})["Location"] == maret
    assert tersimpan(sub)[-1] == (3, 1, 25)
    assert "lebih rendah dari Februari" in galat_of(kirim(masuk, maret, **{sel("f", sub, 3): "19"}))
    assert masuk.get(f"{alamat}?bulan=13").context["bulan"] is None


def test_two_people_on_one_grid(masuk, alamat, sub, sub_kedua):
    isi = isian_of(masuk.get(alamat))
    RealisasiAnggaranFactory(sub_kegiatan=sub_kedua, bulan=5, keuangan=999)
    jawaban = masuk.post(alamat, {**isi, sel("k", sub, 1): "7"})
    teks = jawaban.content.decode()
    assert "diubah orang lain" in teks
    assert f"{sub_kedua.kode}, realisasi keuangan Mei" in teks
    assert tersimpan(sub) == []
    masuk.post(alamat, {**isian_of(jawaban), sel("k", sub_kedua, 5): "999"})
    assert (tersimpan(sub), tersimpan(sub_kedua)) == ([(1, 7, None)], [(5, 999, None)])


def test_sent_twice_it_is_saved_once(masuk, alamat, sub):
    isi = {**isian_of(masuk.get(alamat)), sel("k", sub, 1): "7"}
    assert [masuk.post(alamat, isi).status_code for _ in range(2)] == [302, 302]
    assert Jejak.objects.count() == 1


def test_a_draft_of_the_cells_that_were_typed_comes_back(masuk, alamat, sub, sub_kedua):
    RealisasiAnggaranFactory(sub_kegiatan=sub_kedua, bulan=5, keuangan=999)
    isi = {n: v for n, v in isian_of(masuk.get(alamat)).items() if not n.startswith(("k-", "f-"))}
    masuk.post(reverse("draf"), {**isi, sel("k", sub, 1): "123"})
    jawaban = masuk.get(alamat)
    assert "dipulihkan" in jawaban.content.decode()
    kembali = isian_of(jawaban)
    assert (kembali[sel("k", sub, 1)], kembali[sel("k", sub_kedua, 5)]) == ("123", "999")


def test_each_sees_and_fills_what_is_theirs(client, staf, perencana, alamat, pd, sub):
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    milik_lain = SubKegiatanFactory(kegiatan__program=ProgramFactory(perangkat_daerah=pd, unit_kerja=lain))
    client.force_login(staf)
    teks = client.get(alamat).content.decode()
    assert milik_lain.nama not in teks
    assert client.get(f"{alamat}?unit={lain.kode}").status_code == 404
    kirim(client, alamat, **{sel("k", milik_lain, 1): "5"})
    assert not RealisasiAnggaran.objects.exists()
    client.force_login(perencana)
    teks = client.get(alamat).content.decode()
    assert milik_lain.nama in teks
    assert 'class="sel"' not in teks
    assert sub.nama not in client.get(f"{alamat}?unit={lain.kode}").content.decode()
    assert client.post(alamat).status_code == 403


def test_a_unit_without_sub_kegiatan_is_told_whom_to_ask(client, pd, alamat, staf):
    staf.unit_kerja = UnitKerjaFactory(perangkat_daerah=pd)
    staf.save()
    client.force_login(staf)
    assert "Tidak ada sub kegiatan pada unit kerja Anda" in client.get(alamat).content.decode()


def test_figures_made_for_the_demo_stay_marked_until_somebody_says_otherwise(masuk, alamat, sub):
    for bulan in (1, 2):
        RealisasiAnggaranFactory(sub_kegiatan=sub, bulan=bulan, keuangan=1, data_contoh=True)
    kirim(masuk, alamat, **{sel("k", sub, 1): "2"})
    assert list(RealisasiAnggaran.objects.values_list("data_contoh", flat=True)) == [True, True]
    isi = isian_of(masuk.get(alamat))
    del isi["data_contoh"]
    masuk.post(alamat, isi)
    assert list(RealisasiAnggaran.objects.values_list("data_contoh", flat=True)) == [False, False]


def test_a_whole_year_of_a_whole_perangkat_daerah(client, demo_db, django_assert_max_num_queries):
    """92 × 24 cells are shown, sent and saved; every page stays within its budget."""
    semula = _semua()
    client.force_login(Pengguna.objects.create(username="semua", is_superuser=True))
    alamat = reverse("realisasi_anggaran", args=[demo_db.slug, 2024])
    with django_assert_max_num_queries(15):
        jawaban = client.get(alamat)
    assert len(gzip.compress(jawaban.content)) < 60_000
    isi = isian_of(jawaban)
    assert len([nama for nama in isi if nama.startswith(("k-", "f-"))]) == 92 * 24
    assert client.post(alamat, isi).status_code == 302
    assert not Jejak.objects.filter(objek_jenis="anggaran.RealisasiAnggaran").exists()

    RealisasiAnggaran.objects.all().delete()
    kosong = isian_of(client.get(alamat))
    kunci = {nama: kosong[nama] for nama in kosong if nama.startswith("_")}
    with django_assert_max_num_queries(60):
        assert client.post(alamat, {**isi, **kunci, "data_contoh": "on"}).status_code == 302
    assert _semua() == semula
    assert Jejak.objects.filter(objek_jenis="anggaran.RealisasiAnggaran").count() == len(semula)


def _semua():
    baris = RealisasiAnggaran.objects.order_by("sub_kegiatan", "bulan")
    return list(baris.values_list("sub_kegiatan", "bulan", "keuangan", "fisik", "data_contoh"))
