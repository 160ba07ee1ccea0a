"""The Renja indicators of a year in the browser."""

import pytest
from django.urls import reverse

from anggaran.models import EntriNomenklatur, IndikatorRenja, Nomenklatur, RealisasiRenja
from lkip.models import Jejak, Revisi
from tests.factories import IndikatorRenjaFactory, SubKegiatanFactory
from tests.formulir import galat_of, isian_of


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def kirim(client, alamat, **isi):
    return client.post(alamat, {**isian_of(client.get(alamat)), **isi})


def ubah(jenis, cabang):
    return reverse("renja_ubah", args=[jenis, cabang.pk])


def halaman(client, pd):
    return client.get(reverse("renja", args=[pd.slug, 2024])).content.decode()


def test_every_node_with_and_without_indicators(masuk, pd, kegiatan, sub):
    IndikatorRenjaFactory(
        sub_kegiatan=sub, nama="Orang dilayani", target=40, target_renstra=120, realisasi_lalu=0
    )
    teks = halaman(masuk, pd)
    assert "2 dari 3 baris belum mempunyai indikator" in teks
    for isi in ("40 orang", "120 orang", "0 orang"):
        assert f'<td class="angka">{isi}</td>' in teks
    for jenis, cabang in (("program", kegiatan.program), ("kegiatan", kegiatan), ("sub-kegiatan", sub)):
        assert ubah(jenis, cabang) in teks


def test_a_year_without_programs_leads_to_them(masuk, pd):
    teks = halaman(masuk, pd)
    assert "Belum ada program pada tahun 2024." in teks
    assert reverse("program", args=[pd.slug, 2024]) in teks


def test_the_outcome_of_a_program(masuk, pd, kegiatan):
    revisi = Revisi.objects.create(perangkat_daerah=pd, tahun=2024, nomor=1)
    alamat = ubah("program", kegiatan.program)
    jawaban = kirim(
        masuk,
        alamat,
        **{
            "indikator-0-nama": "Warga terlayani",
            "indikator-0-satuan": "%",
            "indikator-0-agregasi": "akhir",
            "indikator-0-target": "90,5",
            "indikator-0-target_renstra": "100",
        },
    )
    assert jawaban["Location"].endswith(f"#program-{kegiatan.program.pk}-isi")
    satu = IndikatorRenja.objects.get()
    assert (satu.program, satu.urutan, satu.nama, satu.satuan) == (
        kegiatan.program,
        1,
        "Warga terlayani",
        "%",
    )
    assert (float(satu.target), satu.target_renstra, satu.realisasi_lalu) == (90.5, 100, None)
    assert Jejak.objects.get().induk == f"anggaran.Program:{kegiatan.program.pk}"
    revisi.refresh_from_db()
    assert revisi.nomor > 1
    kirim(masuk, alamat)
    assert Jejak.objects.count() == 1


def test_name_and_satuan_come_from_the_official_list(masuk, pd, sub):
    daftar = Nomenklatur.objects.create(nama="Daftar", regulasi="Kepmendagri", tahun_mulai=2020)
    EntriNomenklatur.objects.create(
        nomenklatur=daftar,
        kode=sub.kode,
        program="P",
        kegiatan="K",
        sub_kegiatan=sub.nama,
        indikator="Jumlah orang yang dilayani",
        satuan="orang",
    )
    alamat = ubah("sub-kegiatan", sub)
    jawaban = masuk.get(alamat)
    assert "diusulkan dari nomenklatur resmi" in jawaban.content.decode()
    assert not IndikatorRenja.objects.exists()
    masuk.post(alamat, isian_of(jawaban))
    satu = IndikatorRenja.objects.get()
    assert (satu.sub_kegiatan, satu.nama, satu.satuan) == (sub, "Jumlah orang yang dilayani", "orang")
    assert "diusulkan" not in masuk.get(alamat).content.decode()


def test_order_and_deletion(masuk, sub):
    a, b = (IndikatorRenjaFactory(sub_kegiatan=sub, nama=n, urutan=i) for i, n in enumerate("AB", 1))
    kirim(masuk, ubah("sub-kegiatan", sub), **{"indikator-0-ORDER": "2", "indikator-1-ORDER": "1"})
    assert list(IndikatorRenja.objects.order_by("urutan").values_list("nama", flat=True)) == ["B", "A"]
    RealisasiRenja.objects.create(indikator=b, triwulan=1, nilai=1)
    jawaban = kirim(masuk, ubah("sub-kegiatan", sub), **{"indikator-0-DELETE": "on"})
    assert "Indikator “B” tidak dapat dihapus karena masih dipakai: 1 realisasi Renja" in galat_of(jawaban)
    kirim(masuk, ubah("sub-kegiatan", sub), **{"indikator-1-DELETE": "on"})
    assert list(IndikatorRenja.objects.values_list("pk", "urutan")) == [(b.pk, 1)]
    assert not IndikatorRenja.objects.filter(pk=a.pk).exists()


def test_percentages_are_not_summed(masuk, sub):
    isi = {"indikator-0-nama": "x", "indikator-0-satuan": "%", "indikator-0-agregasi": "jumlah"}
    assert "Persentase kumulatif" in galat_of(kirim(masuk, ubah("sub-kegiatan", sub), **isi))


def test_what_somebody_else_changed_is_shown(masuk, sub):
    satu = IndikatorRenjaFactory(sub_kegiatan=sub, nama="Asli")
    alamat = ubah("sub-kegiatan", sub)
    kiriman = {**isian_of(masuk.get(alamat)), "indikator-0-nama": "Isian saya"}
    IndikatorRenja.objects.filter(pk=satu.pk).update(nama="Ubahan orang lain")
    teks = masuk.post(alamat, kiriman).content.decode().replace("\n", "")
    assert "<td>Ubahan orang lain</td><td>Isian saya</td>" in teks
    assert IndikatorRenja.objects.get().nama == "Ubahan orang lain"


def test_the_figures_of_a_whole_program_in_one_table(masuk, pd, kegiatan, sub):
    hasil = IndikatorRenjaFactory(sub_kegiatan=None, program=kegiatan.program)
    keluaran = IndikatorRenjaFactory(sub_kegiatan=sub, target=5)
    alamat = reverse("renja_target", args=[kegiatan.program.pk])
    kirim(
        masuk,
        alamat,
        **{f"target_{hasil.pk}": "1.250", f"realisasi_lalu_{keluaran.pk}": "0", f"target_{keluaran.pk}": "-"},
    )
    hasil.refresh_from_db()
    keluaran.refresh_from_db()
    assert (hasil.target, keluaran.target, keluaran.realisasi_lalu) == (1250, None, 0)
    assert Jejak.objects.count() == 2
    kirim(masuk, alamat, **{f"pagu_renstra_{sub.pk}": "Rp 5.000.000.000,-", f"keuangan_lalu_{sub.pk}": "0"})
    sub.refresh_from_db()
    assert (sub.pagu_renstra, sub.keuangan_lalu) == (5_000_000_000, 0)
    assert "bukan angka" in galat_of(kirim(masuk, alamat, **{f"target_{hasil.pk}": "banyak"}))
    kiriman = {**isian_of(masuk.get(alamat)), f"target_{hasil.pk}": "7"}
    IndikatorRenja.objects.filter(pk=hasil.pk).update(target=6)
    assert "<td>6</td><td>7</td>" in masuk.post(alamat, kiriman).content.decode().replace("\n", "")


def test_few_queries(masuk, pd, kegiatan, django_assert_max_num_queries):
    for _ in range(40):
        satu = IndikatorRenjaFactory(sub_kegiatan=SubKegiatanFactory(kegiatan=kegiatan))
    for alamat in (
        reverse("renja", args=[pd.slug, 2024]),
        reverse("renja_target", args=[kegiatan.program.pk]),
        ubah("sub-kegiatan", satu.sub_kegiatan),
    ):
        with django_assert_max_num_queries(15):
            masuk.get(alamat)
