"""Nothing that was typed is lost, and nothing is written twice, tried on the form of a Renstra."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import Renstra
from lkip import isian
from lkip.angka import JenisAngka
from lkip.formulir import AngkaInput
from lkip.models import DrafIsian, Jejak, Kiriman, Revisi
from lkip.peran import Peran
from tests.factories import PenggunaFactory, RenstraFactory

pytestmark = pytest.mark.django_db

SANDI = "kata-sandi-uji-1"
ISI = {"nama": "Renstra Uji", "tahun_awal": "2025", "tahun_akhir": "2029", "dokumen_daerah": "RPJMD"}


@pytest.fixture
def perencana():
    orang = PenggunaFactory(peran=Peran.PERENCANA)
    orang.set_password(SANDI)
    orang.save()
    return orang


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def tersembunyi(client: Client, alamat: str) -> dict[str, str]:
    """The hidden fields of the form at `alamat`, as a browser would send them."""
    jawaban = client.get(alamat)
    return jawaban.context["isian"].tersembunyi


def test_a_new_renstra_is_saved_with_its_trail_and_revision(masuk, perencana):
    Revisi.objects.create(perangkat_daerah=perencana.perangkat_daerah, tahun=2025, nomor=3)
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    jawaban = masuk.post(alamat, {**ISI, **tersembunyi(masuk, alamat)}, follow=True)
    assert "Renstra tersimpan." in jawaban.content.decode()
    renstra = Renstra.objects.get()
    assert (renstra.nama, renstra.tahun_akhir) == ("Renstra Uji", 2029)
    jejak = Jejak.objects.get()
    assert (jejak.pelaku, jejak.tindakan, jejak.asal) == (perencana.username, "tambah", "127.0.0.1")
    assert jejak.sesudah["nama"] == "Renstra Uji"
    assert Revisi.objects.get().nomor == 4


def test_the_same_form_sent_twice_makes_one_record(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**ISI, **tersembunyi(masuk, alamat)}
    pertama, kedua = masuk.post(alamat, isi), masuk.post(alamat, isi)
    assert (pertama.status_code, kedua.status_code) == (302, 302)
    assert pertama["Location"] == kedua["Location"]
    assert Renstra.objects.count() == 1
    assert Jejak.objects.count() == 1
    assert masuk.get(pertama["Location"]).content.decode().count("Renstra tersimpan.") == 1


def test_the_answer_to_a_second_sending_says_what_the_lost_first_one_said(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**ISI, **tersembunyi(masuk, alamat)}
    masuk.post(alamat, isi)
    del masuk.cookies["messages"]  # the browser left the first answer behind
    assert "Renstra tersimpan." in masuk.post(alamat, isi, follow=True).content.decode()


def test_all_errors_at_once_and_nothing_changes(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    jawaban = masuk.post(alamat, {**ISI, "nama": "", "tahun_akhir": "2020", **tersembunyi(masuk, alamat)})
    teks = jawaban.content.decode()
    assert '<a href="#id_nama">Nama Renstra</a>' in teks
    assert "Tahun akhir 2020 mendahului tahun awal 2025." in teks
    assert 'value="2020"' in teks
    assert not Renstra.objects.exists()


def test_what_somebody_else_changed_is_shown_and_not_overwritten(masuk, perencana):
    renstra = RenstraFactory(perangkat_daerah=perencana.perangkat_daerah, nama="Asli")
    alamat = reverse("renstra_ubah", args=[renstra.pk])
    isi = {**ISI, **tersembunyi(masuk, alamat), "nama": "Isian saya"}
    Renstra.objects.filter(pk=renstra.pk).update(nama="Ubahan orang lain")
    jawaban = masuk.post(alamat, isi)
    teks = jawaban.content.decode()
    assert "diubah orang lain" in teks
    assert "<td>Ubahan orang lain</td><td>Isian saya</td>" in teks.replace("\n", "")
    assert Renstra.objects.get().nama == "Ubahan orang lain"
    masuk.post(alamat, {**isi, **jawaban.context["isian"].tersembunyi})
    assert Renstra.objects.get().nama == "Isian saya"


def test_a_draft_is_kept_shown_again_and_dropped_when_saved(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**tersembunyi(masuk, alamat), "nama": "Belum selesai"}
    jawaban = masuk.post(reverse("draf"), isi)
    assert "Draf tersimpan" in jawaban.content.decode()
    teks = masuk.get(alamat).content.decode()
    assert 'value="Belum selesai"' in teks
    assert "dipulihkan" in teks
    masuk.post(alamat, {**ISI, **tersembunyi(masuk, alamat)})
    assert not DrafIsian.objects.exists()
    terlambat = masuk.post(reverse("draf"), {**isi, isian.KUNCI: str(_kunci_terpakai())})
    assert terlambat.content == b""
    assert not DrafIsian.objects.exists()


def _kunci_terpakai():
    return Kiriman.objects.get().kunci


def test_a_draft_can_be_thrown_away(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**tersembunyi(masuk, alamat), "nama": "Belum selesai"}
    masuk.post(reverse("draf"), isi)
    assert masuk.post(reverse("draf_buang"), isi)["Location"] == alamat
    assert "Belum selesai" not in masuk.get(alamat).content.decode()


def test_nobody_keeps_a_draft_in_the_form_of_another(masuk, perencana):
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    milik_orang = tersembunyi(masuk, alamat)
    masuk.force_login(PenggunaFactory())
    assert masuk.post(reverse("draf"), {**milik_orang, "nama": "x"}).status_code == 400
    keluar = {**tersembunyi_sendiri(masuk), isian.ALAMAT: "//jahat.example/"}
    assert masuk.post(reverse("draf"), keluar).status_code == 400


def tersembunyi_sendiri(client: Client) -> dict[str, str]:
    pengguna = PenggunaFactory()
    client.force_login(pengguna)
    return tersembunyi(client, reverse("renstra_tambah", args=[pengguna.perangkat_daerah.slug]))


def test_a_form_sent_after_the_session_ended_comes_back_after_signing_in(client, perencana):
    client.force_login(perencana)
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**ISI, **tersembunyi(client, alamat), "nama": "Diketik lama sekali"}
    client.logout()
    ke_masuk = client.post(alamat, isi)
    assert ke_masuk["Location"].startswith(reverse("masuk"))
    kembali = client.post(ke_masuk["Location"], {"username": perencana.username, "password": SANDI})
    assert kembali["Location"] == alamat
    assert 'value="Diketik lama sekali"' in client.get(alamat).content.decode()
    assert not Renstra.objects.exists()


def test_somebody_else_signing_in_does_not_get_it(client, perencana):
    client.force_login(perencana)
    alamat = reverse("renstra_tambah", args=[perencana.perangkat_daerah.slug])
    isi = {**ISI, **tersembunyi(client, alamat), "nama": "Rahasia"}
    client.logout()
    client.post(alamat, isi)
    lain = PenggunaFactory(perangkat_daerah=perencana.perangkat_daerah)
    lain.set_password(SANDI)
    lain.save()
    client.post(reverse("masuk"), {"username": lain.username, "password": SANDI})
    assert not DrafIsian.objects.exists()


@pytest.mark.parametrize(
    ("jenis", "teks", "harapan"),
    [
        ("persen", "98,5", "dibaca 98,5%"),
        ("rupiah", "Rp 5.000.000,-", "dibaca Rp5.000.000"),
        ("bilangan", "-", "dibaca kosong"),
        ("persen", "1.234", "tidak jelas"),
        ("bilangan", "abc", "bukan angka"),
    ],
)
def test_a_number_is_read_back(masuk, jenis, teks, harapan):
    jawaban = masuk.get(reverse("terbaca"), {"jenis": jenis, "nama": "nilai", "nilai": teks})
    assert harapan in jawaban.content.decode()


def test_the_echo_of_a_number_stays_in_its_own_place():
    """Inside a form with drafts it would otherwise look for the place of the draft's status."""
    html = AngkaInput(JenisAngka.PERSEN).render("nilai", None, {"id": "id_nilai"})
    assert re.search(r'<output [^>]*hx-target="this"', html)
