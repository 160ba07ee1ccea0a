"""Signing a version: who may, exactly once, and a death at any step leaves it unsigned or signed."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from laporan import simpanan
from laporan.actions import tanda_tangan as actions
from laporan.models import TandaTanganLaporan, VersiLaporan
from laporan.tandatangan.penyedia import GagalTandaTanganError, Hasil, Rahasia, provider
from laporan.versi import Status
from lkip.access import Peran
from lkip.models import Jejak, Pejabat
from lkip.pelaku import Pelaku
from tests.factories import PejabatFactory, PenggunaFactory
from tests.laporan.tandatangan.dunia import FRASA, NIP, freeze, small_final

HARI = datetime.timedelta(days=1)


def sign(dunia, oleh=None, **lain):
    return actions.sign_versi(oleh=oleh or dunia.oleh, versi=dunia.versi, rahasia=Rahasia(FRASA), **lain)


def test_the_head_signs_the_final(dunia):
    tanda = sign(dunia)
    dunia.versi.refresh_from_db()
    assert (dunia.versi.status, dunia.versi.proses) == (Status.DITANDATANGANI, None)
    assert (tanda.nama, tanda.nip, tanda.jabatan, tanda.contoh) == (
        "Kepala Dinas (contoh)",
        NIP,
        "Kepala Dinas",
        True,
    )
    isi = simpanan.get(tanda.sha256, "pdf")
    assert len(isi) == tanda.ukuran
    assert isi.startswith(simpanan.get(dunia.versi.sha256, "pdf"))  # the final is inside, byte for byte
    langkah = Jejak.objects.filter(objek_jenis="laporan.VersiLaporan").order_by("pk")
    assert [j.tindakan for j in langkah] == ["mulai tanda tangan", "tanda tangani"]


def test_a_version_is_signed_once(dunia):
    sign(dunia)
    with pytest.raises(ValidationError, match="statusnya sekarang ditandatangani"):
        sign(dunia)
    assert TandaTanganLaporan.objects.count() == 1


def test_a_second_click_finds_it_taken(dunia):
    class Lambat:
        nama, minta_nik = "pkcs12", False

        def is_demo(self, nip):
            return True

        def sign(self, permintaan):
            with pytest.raises(ValidationError, match="sedang ditandatangani"):
                sign(dunia)
            return provider().sign(permintaan)

    sign(dunia, penyedia=Lambat())
    assert TandaTanganLaporan.objects.count() == 1


def test_a_new_version_replaces_the_signed_one(dunia):
    sign(dunia)
    lama, dunia.versi = dunia.versi, freeze(dunia.laporan, small_final("dua"), alasan="Koreksi")
    sign(dunia)
    lama.refresh_from_db()
    assert lama.status == Status.DIGANTIKAN
    assert Jejak.objects.get(tindakan="gantikan").alasan == "Koreksi"
    assert TandaTanganLaporan.objects.count() == 2


def test_only_the_pejabat_in_office_signs(dunia):
    superuser = PenggunaFactory(is_superuser=True)
    bekas = PenggunaFactory(peran=Peran.KEPALA_DINAS, perangkat_daerah=dunia.laporan.perangkat_daerah)
    perencana = PenggunaFactory(perangkat_daerah=dunia.laporan.perangkat_daerah)
    for orang in (superuser, bekas, perencana):
        with pytest.raises(PermissionDenied):
            sign(dunia, Pelaku.from_pengguna(orang, "tes"))
    with pytest.raises(PermissionDenied):
        sign(dunia, Pelaku.from_command("perintah"))
    assert not Jejak.objects.filter(tindakan="mulai tanda tangan").exists()


def test_an_office_that_ended_yesterday_signs_nothing(dunia):
    Pejabat.objects.filter(pk=dunia.pejabat.pk).update(selesai=timezone.localdate() - HARI)
    with pytest.raises(PermissionDenied):
        sign(dunia)
    Pejabat.objects.filter(pk=dunia.pejabat.pk).update(selesai=timezone.localdate())
    assert sign(dunia).nip == NIP


def test_a_plt_signs_what_names_the_plt(dunia):
    plt = PenggunaFactory(peran=Peran.KEPALA_UNIT, perangkat_daerah=dunia.laporan.perangkat_daerah)
    pejabat = PejabatFactory(
        unit_kerja=dunia.pejabat.unit_kerja,
        status=Pejabat.Status.PLT,
        jabatan="Kepala Dinas",
        nip="198" * 6,
        mulai=timezone.localdate(),
        selesai=timezone.localdate(),
        pengguna=plt,
    )
    oleh = Pelaku.from_pengguna(plt, "tes")
    with pytest.raises(ValidationError, match="tercetak pada versi final ini adalah Kepala Dinas"):
        sign(dunia, oleh)
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(
        status=Status.DICABUT, alasan_cabut="Plt", dicabut_pada=timezone.now(), dicabut_oleh="tes"
    )
    dunia.laporan.penandatangan = pejabat
    dunia.laporan.save()
    dunia.versi = freeze(dunia.laporan, small_final("plt"))
    assert sign(dunia, oleh).jabatan == "Plt. Kepala Dinas"


def test_a_final_without_its_file_is_not_signed(dunia):
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(sha256="")
    with pytest.raises(ValidationError, match="belum selesai dibuat"):
        sign(dunia)


class Mati(BaseException):
    """The process dies here."""


STEPS = ["simpanan.get", "provider", "_describe", "simpanan.put", "_finish", "_save"]


@pytest.mark.parametrize("langkah", STEPS)
def test_a_death_at_any_step_leaves_the_final_unsigned(dunia, monkeypatch, langkah):
    def mati(*_, **__):
        raise Mati

    with monkeypatch.context() as m:
        m.setattr(actions, "_release", mati)  # not even the cleaning up takes place
        if langkah == "provider":
            m.setattr("laporan.tandatangan.pkcs12.sign_pdf", mati)
        elif langkah == "_save":
            asli = actions._save
            m.setattr(
                actions, "_save", lambda o, v, t, a="": mati() if t == "tanda tangani" else asli(o, v, t, a)
            )
        elif langkah.startswith("simpanan."):
            m.setattr(actions.simpanan, langkah.removeprefix("simpanan."), mati)
        else:
            m.setattr(actions, langkah, mati)
        with pytest.raises(Mati):
            sign(dunia)
    dunia.versi.refresh_from_db()
    assert dunia.versi.status == Status.FINAL
    assert not TandaTanganLaporan.objects.exists()
    assert simpanan.get(dunia.versi.sha256, "pdf").startswith(b"%PDF")
    with pytest.raises(ValidationError, match="sedang ditandatangani"):
        sign(dunia)
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(
        proses_pada=timezone.now() - datetime.timedelta(hours=1)
    )
    assert sign(dunia).pk  # the claim of the dead process has ended


def test_one_who_comes_back_too_late_changes_nothing(dunia):
    class Telat:
        nama, minta_nik = "pkcs12", False

        def is_demo(self, nip):
            return True

        def sign(self, permintaan):
            VersiLaporan.objects.filter(pk=dunia.versi.pk).update(
                proses_pada=timezone.now() - datetime.timedelta(hours=1)
            )
            sign(dunia)
            return provider().sign(permintaan)

    with pytest.raises(ValidationError, match="terlalu lama"):
        sign(dunia, penyedia=Telat())
    assert TandaTanganLaporan.objects.count() == 1


@pytest.mark.parametrize("isi", [b"%PDF-1.7 bukan", b"", b"<html>"])
def test_a_provider_that_gives_something_else_is_not_believed(dunia, isi):
    class Aneh:
        nama, minta_nik = "bsre", True

        def sign(self, permintaan):
            return Hasil(isi)

    with pytest.raises(ValidationError, match="tidak utuh"):
        sign(dunia, penyedia=Aneh())
    dunia.versi.refresh_from_db()
    assert (dunia.versi.status, dunia.versi.proses) == (Status.FINAL, None)


def test_a_signed_copy_of_another_file_is_not_believed(dunia, minta):
    class Tertukar:
        nama, minta_nik = "pkcs12", False

        def sign(self, permintaan):
            return provider().sign(minta(isi=small_final("lain")))

    with pytest.raises(ValidationError, match="bukan berkas yang dikirim"):
        sign(dunia, penyedia=Tertukar())


def test_a_refusal_frees_the_version_and_stays_in_the_trail(dunia):
    class Menolak:
        nama, minta_nik = "bsre", True

        def sign(self, permintaan):
            raise GagalTandaTanganError("BSrE menolak: frasa salah.", tidak_pasti=False)

    with pytest.raises(ValidationError, match="BSrE menolak"):
        sign(dunia, penyedia=Menolak())
    assert Jejak.objects.get(tindakan="gagal tanda tangan").alasan == "BSrE menolak: frasa salah."
    assert sign(dunia).pk
