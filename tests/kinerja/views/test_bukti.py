"""Bukti dukung in the browser: sent with the form, nothing typed is lost, shown only to whom it may."""

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.models import DrafIsian
from lkip.peran import Peran
from tests.berkas import EXE, gambar, pdf, unggahan, xlsx
from tests.factories import PenggunaFactory, UnitKerjaFactory
from tests.formulir import isian_of
from tests.kinerja.orang import pelaku

Status = RealisasiIndikator.Status


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def alamat(pd, milik_unit):
    return reverse("realisasi_isi", args=[pd.slug, 2024, milik_unit.pk, 1])


def unggah(masuk_staf, alamat, *berkas, **isi):
    data = {**isian_of(masuk_staf.get(alamat)), **isi, "berkas": list(berkas)}
    return masuk_staf.post(f"{alamat}bukti/", data, follow=True)


def test_sent_from_a_page_that_nobody_has_filled_yet(masuk_staf, alamat, milik_unit):
    jawaban = unggah(masuk_staf, alamat, unggahan("hadir.pdf", pdf()), unggahan("foto.png", gambar("PNG")))
    teks = jawaban.content.decode()
    assert jawaban.redirect_chain[-1][0] == f"{alamat}#bukti"
    assert "“hadir.pdf” tersimpan sebagai bukti dukung." in teks
    satu = RealisasiIndikator.objects.get()
    assert (satu.indikator, satu.status, satu.bukti.count()) == (milik_unit, Status.DRAF, 2)
    assert not DrafIsian.objects.exists()  # nothing was typed


def test_what_was_typed_is_still_there_and_saves(masuk_staf, alamat):
    jawaban = unggah(
        masuk_staf, alamat, unggahan("x.pdf", pdf()), **{"komponen-0-pembilang": "7", "uraian": "Baik"}
    )
    isi = isian_of(jawaban)
    assert (isi["komponen-0-pembilang"], isi["uraian"]) == ("7", "Baik")
    assert "dipulihkan" in jawaban.content.decode()
    masuk_staf.post(alamat, isi)
    satu = RealisasiIndikator.objects.get()
    assert (satu.uraian, satu.komponen.get().pembilang, satu.bukti.count()) == ("<p>Baik</p>", 7, 1)


def test_refused_and_taken_in_one_go_are_both_said(masuk_staf, alamat):
    jawaban = unggah(masuk_staf, alamat, unggahan("a.pdf", EXE), unggahan("b.xlsx", xlsx()), uraian="Tetap")
    teks = jawaban.content.decode()
    assert "“a.pdf” bukan PDF, gambar, atau XLSX yang utuh" in teks
    assert "“b.xlsx” tersimpan" in teks
    assert isian_of(jawaban)["uraian"] == "Tetap"
    assert BuktiDukung.objects.get().nama == "b.xlsx"


def test_ten_megabytes_are_taken_and_eleven_refused(masuk_staf, alamat):
    pas, lebih = (unggahan(f"{mb}.pdf", pdf(mb * 1024 * 1024)) for mb in (10, 11))
    teks = unggah(masuk_staf, alamat, pas, lebih).content.decode()
    assert "“11.pdf” berukuran 11 MB; paling besar 10 MB" in teks
    assert BuktiDukung.objects.get().nama == "10.pdf"


def test_without_a_file_it_says_what_to_do(masuk_staf, alamat):
    assert "Pilih berkasnya lebih dahulu" in unggah(masuk_staf, alamat).content.decode()
    assert not RealisasiIndikator.objects.exists()


def test_twice_is_once(masuk_staf, alamat):
    for _ in range(2):
        jawaban = unggah(masuk_staf, alamat, unggahan("x.pdf", pdf()))
    assert "sudah ada, jadi tidak disimpan dua kali" in jawaban.content.decode()
    assert BuktiDukung.objects.count() == 1


def test_taken_away_and_what_was_typed_stays(masuk_staf, alamat):
    unggah(masuk_staf, alamat, unggahan("x.pdf", pdf()))
    isi = isian_of(masuk_staf.get(alamat)) | {"uraian": "Baru"}
    jawaban = masuk_staf.post(reverse("bukti_hapus", args=[BuktiDukung.objects.get().pk]), isi, follow=True)
    assert "“x.pdf” dihapus" in jawaban.content.decode()
    assert isian_of(jawaban)["uraian"] == "Baru"
    assert not BuktiDukung.objects.exists()


def test_once_submitted_the_page_offers_neither_and_refuses_both(masuk_staf, alamat):
    unggah(masuk_staf, alamat, unggahan("x.pdf", pdf()))
    RealisasiIndikator.objects.update(status=Status.DIAJUKAN)
    bukti = BuktiDukung.objects.get()
    teks = masuk_staf.get(alamat).content.decode()
    assert "x.pdf" in teks
    assert 'type="file"' not in teks
    for tujuan in (f"{alamat}bukti/", reverse("bukti_hapus", args=[bukti.pk])):
        jawaban = masuk_staf.post(tujuan, {"berkas": unggahan("y.pdf", pdf(999))}, follow=True)
        assert "statusnya sekarang diajukan" in jawaban.content.decode()
    assert BuktiDukung.objects.get() == bukti


@pytest.mark.parametrize(
    ("nama", "isi", "cara"),
    [
        ("x.pdf", pdf(), "attachment"),
        ("foto.png", gambar("PNG"), "inline"),
        ("rekap akhir.xlsx", xlsx(), "attachment"),
    ],
)
def test_it_is_sent_as_what_it_is_and_can_do_nothing(masuk_staf, alamat, nama, isi, cara):
    unggah(masuk_staf, alamat, unggahan(nama, isi))
    bukti = BuktiDukung.objects.get()
    jawaban = masuk_staf.get(reverse("bukti", args=[bukti.pk]))
    assert b"".join(jawaban) == isi
    assert jawaban["Content-Type"] == bukti.jenis
    assert jawaban["Content-Disposition"].startswith(f"{cara}; filename=")
    assert nama in jawaban["Content-Disposition"]
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in jawaban["Content-Security-Policy"]
    assert "default-src 'none'" in jawaban["Content-Security-Policy"]


def test_only_those_who_see_the_realisasi_get_it(masuk_staf, alamat, bidang, pd):
    unggah(masuk_staf, alamat, unggahan("x.pdf", pdf()))
    tujuan = reverse("bukti", args=[BuktiDukung.objects.get().pk])
    lain = UnitKerjaFactory(perangkat_daerah=pd)
    boleh = [pelaku(peran, bidang).pengguna for peran in Peran.values]
    tidak = [
        pelaku(Peran.STAF_BIDANG, lain).pengguna,
        pelaku(Peran.KEPALA_UNIT, lain).pengguna,
        PenggunaFactory(peran=Peran.PERENCANA),
        PenggunaFactory(peran="", perangkat_daerah=pd),
    ]
    for orang, jawab in [*((o, 200) for o in boleh), *((o, 404) for o in tidak)]:
        client = Client()
        client.force_login(orang)
        jawaban = client.get(tujuan)
        if jawaban.streaming:
            b"".join(jawaban)
        assert jawaban.status_code == jawab, orang.peran
    assert Client().get(tujuan).status_code == 302


def test_after_signing_in_again_it_leads_back_to_the_form(masuk_staf, alamat):
    assert masuk_staf.get(f"{alamat}bukti/")["Location"] == f"{alamat}#bukti"
