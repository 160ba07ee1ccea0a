"""Misi, tujuan, sasaran and isu strategis in the browser."""

from django.urls import reverse

from kinerja.models import IsuStrategis, Misi, Sasaran, Tujuan
from lkip.models import Jejak
from tests.factories import IndikatorFactory, MisiFactory, SasaranFactory, TujuanFactory
from tests.formulir import galat_of, isian_of


def tambah(masuk, renstra, jenis, **isi):
    alamat = reverse("butir_tambah", args=[renstra.pk, jenis])
    return masuk.post(alamat, {**isian_of(masuk.get(alamat)), **isi})


def test_the_whole_tree_is_entered_from_nothing(masuk, renstra):
    tambah(masuk, renstra, "misi", uraian="Misi satu")
    tambah(masuk, renstra, "misi", uraian="Misi dua", didukung="on")
    misi = Misi.objects.get(urutan=2)
    assert misi.didukung
    tambah(masuk, renstra, "tujuan", uraian="Tujuan satu", misi=misi.pk)
    tambah(masuk, renstra, "sasaran", uraian="Sasaran satu")
    jawaban = tambah(masuk, renstra, "sasaran", uraian="Sasaran dua")
    assert list(Sasaran.objects.values_list("kode", "urutan", "tujuan__misi")) == [
        ("s1", 1, misi.pk),
        ("s2", 2, misi.pk),
    ]
    assert jawaban["Location"] == f"/renstra/{renstra.pk}/#sasaran-{Sasaran.objects.last().pk}"
    tambah(masuk, renstra, "isu-strategis", uraian="Isu")
    assert IsuStrategis.objects.get().urutan == 1
    assert Jejak.objects.filter(tindakan="tambah", induk=f"kinerja.Renstra:{renstra.pk}").count() == 6


def test_a_sasaran_needs_a_tujuan(masuk, renstra):
    jawaban = masuk.get(reverse("butir_tambah", args=[renstra.pk, "sasaran"]), follow=True)
    assert "Tambahkan tujuan lebih dahulu" in jawaban.content.decode()


def test_the_kode_of_a_sasaran_is_unique_in_the_renstra_and_fixed(masuk, renstra):
    satu = SasaranFactory(tujuan__renstra=renstra, kode="s1")
    TujuanFactory(renstra=renstra, urutan=900)
    jawaban = tambah(masuk, renstra, "sasaran", uraian="Lain", kode="s1")
    assert "Kode s1 sudah dipakai" in galat_of(jawaban)
    alamat = reverse("butir_ubah", args=["sasaran", satu.pk])
    masuk.post(alamat, {**isian_of(masuk.get(alamat)), "kode": "lain", "uraian": "Baru"})
    satu.refresh_from_db()
    assert (satu.kode, satu.uraian) == ("s1", "Baru")


def test_a_sasaran_that_changes_its_tujuan_comes_last_there(masuk, renstra):
    asal, tujuan = TujuanFactory(renstra=renstra), TujuanFactory(renstra=renstra)
    pindah, tinggal = (SasaranFactory(tujuan=asal, urutan=n) for n in (1, 2))
    SasaranFactory(tujuan=tujuan, urutan=1)
    alamat = reverse("butir_ubah", args=["sasaran", pindah.pk])
    masuk.post(alamat, {**isian_of(masuk.get(alamat)), "tujuan": tujuan.pk})
    pindah.refresh_from_db()
    tinggal.refresh_from_db()
    assert (pindah.tujuan, pindah.urutan, tinggal.urutan) == (tujuan, 2, 1)


def test_a_tujuan_of_another_renstra_is_no_choice(masuk, renstra):
    SasaranFactory(tujuan__renstra=renstra)
    asing = TujuanFactory()
    jawaban = tambah(masuk, renstra, "sasaran", uraian="x", tujuan=asing.pk)
    assert 'href="#id_tujuan"' in galat_of(jawaban)


def test_up_and_down(masuk, renstra):
    a, b, c = (MisiFactory(renstra=renstra, urutan=n) for n in (1, 2, 3))
    jawaban = masuk.post(reverse("butir_geser", args=["misi", c.pk, "naik"]))
    assert jawaban["Location"] == f"/renstra/{renstra.pk}/#misi-{c.pk}"
    assert list(renstra.misi.order_by("urutan")) == [a, c, b]
    masuk.post(reverse("butir_geser", args=["misi", a.pk, "naik"]))
    assert list(renstra.misi.order_by("urutan")) == [a, c, b]
    masuk.post(reverse("butir_geser", args=["misi", a.pk, "turun"]))
    assert list(renstra.misi.order_by("urutan")) == [c, a, b]


def test_a_deletion_closes_the_gap(masuk, renstra):
    a, b = (MisiFactory(renstra=renstra, urutan=n) for n in (1, 2))
    alamat = reverse("butir_hapus", args=["misi", a.pk])
    assert "Penghapusan tidak dapat dibatalkan" in masuk.get(alamat).content.decode()
    assert masuk.post(alamat).status_code == 302
    b.refresh_from_db()
    assert (list(Misi.objects.all()), b.urutan) == ([b], 1)


def test_what_is_used_is_not_deleted(masuk, renstra):
    misi = MisiFactory(renstra=renstra)
    tujuan = TujuanFactory(renstra=renstra, misi=misi)
    sasaran = SasaranFactory(tujuan=tujuan)
    IndikatorFactory(renstra=renstra, sasaran=sasaran)
    for jenis, objek, pemakai in (
        ("misi", misi, "1 tujuan"),
        ("tujuan", tujuan, "1 indikator"),
        ("sasaran", sasaran, "1 indikator"),
    ):
        alamat = reverse("butir_hapus", args=[jenis, objek.pk])
        assert f"masih dipakai: {pemakai}." in masuk.get(alamat).content.decode()
        teks = masuk.post(alamat).content.decode()
        assert f"masih dipakai: {pemakai}. Tidak ada yang berubah." in teks
    assert Misi.objects.exists()
    assert Tujuan.objects.exists()
    assert Sasaran.objects.exists()


def test_a_tujuan_takes_its_unused_sasaran_along(masuk, renstra):
    sasaran = SasaranFactory(tujuan__renstra=renstra)
    alamat = reverse("butir_hapus", args=["tujuan", sasaran.tujuan_id])
    assert "Ikut terhapus: 1 sasaran strategis." in masuk.get(alamat).content.decode()
    masuk.post(alamat)
    assert not Sasaran.objects.exists()
    assert Jejak.objects.filter(tindakan="hapus").count() == 2


def test_an_unknown_kind_is_an_unknown_address(masuk, renstra):
    assert masuk.get(f"/renstra/{renstra.pk}/visi/tambah/").status_code == 404


def test_a_change_by_another_is_shown(masuk, renstra):
    misi = MisiFactory(renstra=renstra, uraian="Asli")
    alamat = reverse("butir_ubah", args=["misi", misi.pk])
    isi = {**isian_of(masuk.get(alamat)), "uraian": "Isian saya"}
    Misi.objects.filter(pk=misi.pk).update(uraian="Ubahan orang lain")
    teks = masuk.post(alamat, isi).content.decode()
    assert "<td>Ubahan orang lain</td><td>Isian saya</td>" in teks
    misi.refresh_from_db()
    assert misi.uraian == "Ubahan orang lain"
