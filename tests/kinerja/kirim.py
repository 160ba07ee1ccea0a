"""Sending the form of an indikator as a browser would."""

from django.urls import reverse

from tests.formulir import isian_of


def kirim(masuk, alamat, **isi):
    return masuk.post(alamat, {**isian_of(masuk.get(alamat)), **isi})


def tambah(masuk, renstra, **isi):
    return kirim(masuk, reverse("indikator_tambah", args=[renstra.pk]), nama="Indikator baru", **isi)


def ubah(masuk, indikator, **isi):
    return kirim(masuk, reverse("indikator_ubah", args=[indikator.pk]), **isi)
