"""From the working copy to the frozen version: who may take which step, and what it leaves behind."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from laporan import simpanan
from laporan.actions import buat_cetakan
from laporan.actions import versi as actions
from laporan.actions.naskah import save_narasi
from laporan.models import Cetakan, PernyataanReviu, VersiLaporan
from laporan.snapshot.ambil import take_snapshot
from laporan.versi import (
    BATALKAN_REVIU,
    SUSUN_KEMBALI,
    Status,
    changes,
    content_hash,
    current_versi,
    frozen_snapshot,
    new_kode,
)
from lkip.access import Peran
from lkip.models import Jejak, UnitKerja
from lkip.pelaku import Pelaku
from tests.factories import (
    KebijakanLaporanFactory,
    LaporanFactory,
    PejabatFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    VersiLaporanFactory,
)
from tests.laporan import cetak_palsu

pytestmark = pytest.mark.django_db

PERNYATAAN = {
    "tempat": "Kota Uji",
    "tanggal": datetime.date(2025, 1, 20),
    "jabatan": "Inspektur",
    "nama": "Inspektur Uji",
    "nip": "1" * 18,
    "isi": "<p>Telah direviu.</p>",
}


@pytest.fixture(autouse=True)
def palsu(monkeypatch, settings, tmp_path):
    settings.CETAKAN_DIR, settings.ARSIP_DIR = tmp_path / "cetakan", tmp_path / "arsip"
    settings.PELAKSANA = "langsung"
    return cetak_palsu.pasang(monkeypatch)


@pytest.fixture
def laporan():
    satu = LaporanFactory()
    unit = UnitKerjaFactory(perangkat_daerah=satu.perangkat_daerah, jenis=UnitKerja.Jenis.PIMPINAN)
    satu.penandatangan = PejabatFactory(unit_kerja=unit, jabatan="Kepala Dinas")
    satu.save()
    return satu


@pytest.fixture
def orang(laporan):
    def siapa(peran):
        lintas = peran == Peran.INSPEKTORAT
        pd = None if lintas else laporan.perangkat_daerah
        return Pelaku.from_pengguna(PenggunaFactory(peran=peran, perangkat_daerah=pd), "tes")

    return siapa


@pytest.fixture
def reviu(laporan, orang):
    def panggil():
        sidik = content_hash(take_snapshot(laporan.perangkat_daerah, 2024))
        isi = actions.IsiPernyataan(PERNYATAAN, sidik)
        return actions.review_laporan(oleh=orang(Peran.INSPEKTORAT), laporan=laporan, pernyataan=isi)

    return panggil


@pytest.fixture
def final(laporan, orang, django_capture_on_commit_callbacks):
    def panggil(alasan=""):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.finalize_laporan(oleh=orang(Peran.PERENCANA), laporan=laporan, alasan=alasan)

    return panggil


def narasi(laporan, isi):
    oleh = Pelaku.from_command("tes")
    save_narasi(oleh=oleh, pd=laporan.perangkat_daerah, tahun=2024, bagian="ikhtisar", isi=isi)


def sign(versi):
    VersiLaporan.objects.filter(pk=versi.pk).update(status=Status.DITANDATANGANI)


def test_a_report_is_reviewed_then_frozen_with_its_file(laporan, reviu, final, palsu):
    narasi(laporan, "<p>Isi lama</p>")
    direviu = reviu()
    assert (direviu.status, direviu.nomor, bool(direviu.direviu_pada)) == (Status.DIREVIU, 1, True)
    versi = final()
    versi.refresh_from_db()
    assert versi.status == Status.FINAL
    assert simpanan.get(versi.sha256, "pdf") == cetak_palsu.ISI_PDF
    assert palsu.ragam[-1].pengesahan.kode == versi.kode
    assert versi.alamat.endswith(f"/verifikasi/{versi.kode}/")
    snapshot = frozen_snapshot(versi)
    assert snapshot.sidik == versi.sidik
    assert snapshot.masukan.identitas.reviu.nama == "Inspektur Uji"
    langkah = Jejak.objects.filter(objek_jenis="laporan.VersiLaporan").order_by("pk")
    assert [j.tindakan for j in langkah] == ["reviu", "finalkan", "buat berkas final"]
    assert Cetakan.objects.get().versi == versi


def test_a_final_whose_making_is_cancelled_waits_for_its_file(laporan, reviu, final, palsu, monkeypatch):
    reviu()
    asli = palsu.pdf

    def sela(*isi):
        hasil = asli(*isi)
        Cetakan.objects.update(status=Cetakan.Status.BATAL)
        return hasil

    with monkeypatch.context() as m:
        m.setattr(buat_cetakan.cetak, "pdf", sela)
        versi = final()
    versi.refresh_from_db()
    assert (versi.status, versi.sha256) == (Status.FINAL, "")
    assert Cetakan.objects.get().status == Cetakan.Status.BATAL


def test_what_is_frozen_does_not_follow_the_data(laporan, reviu, final):
    narasi(laporan, "<p>Isi lama</p>")
    reviu()
    versi = final()
    narasi(laporan, "<p>Isi baru</p>")
    kini = take_snapshot(laporan.perangkat_daerah, 2024)
    assert "Isi lama" in str(frozen_snapshot(versi).masukan.naskah)
    assert changes(frozen_snapshot(versi), kini) == ["Naskah dan lampiran"]
    assert changes(kini, kini) == []


def test_without_a_reviu_it_is_final_only_where_the_policy_lets_it(laporan, final):
    with pytest.raises(ValidationError, match="belum direviu"):
        final()
    assert not VersiLaporan.objects.exists()
    KebijakanLaporanFactory(perangkat_daerah=laporan.perangkat_daerah, reviu_wajib=False)
    assert final().status == Status.FINAL


def test_a_reviu_is_of_the_content_that_was_read(laporan, orang):
    isi = actions.IsiPernyataan(PERNYATAAN, "0" * 64)
    with pytest.raises(ValidationError, match="berubah setelah Anda membuka"):
        actions.review_laporan(oleh=orang(Peran.INSPEKTORAT), laporan=laporan, pernyataan=isi)
    assert not PernyataanReviu.objects.exists()


def test_what_changed_after_the_reviu_is_reviewed_again(laporan, reviu, final, orang):
    versi = reviu()
    narasi(laporan, "<p>Diubah</p>")
    with pytest.raises(ValidationError, match="berubah setelah direviu"):
        final()
    with pytest.raises(ValidationError, match="alasan"):
        actions.withdraw_review(oleh=orang(Peran.PERENCANA), versi=versi, tindakan=SUSUN_KEMBALI, alasan="  ")
    actions.withdraw_review(
        oleh=orang(Peran.PERENCANA), versi=versi, tindakan=SUSUN_KEMBALI, alasan="Narasi diperbaiki"
    )
    assert not PernyataanReviu.objects.exists()
    reviu()
    assert final().status == Status.FINAL


def test_place_day_and_signatory_may_still_be_set_after_the_reviu(laporan, reviu, final):
    laporan.tanggal = None
    laporan.save()
    reviu()
    with pytest.raises(ValidationError, match="Tanggal laporan"):
        final()
    laporan.tanggal = datetime.date(2025, 1, 25)
    laporan.save()
    assert final().status == Status.FINAL


@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.KEPALA_DINAS])
def test_only_inspektorat_reviews(laporan, orang, peran):
    isi = actions.IsiPernyataan(PERNYATAAN, "")
    with pytest.raises(PermissionDenied):
        actions.review_laporan(oleh=orang(peran), laporan=laporan, pernyataan=isi)
    assert not VersiLaporan.objects.exists()


@pytest.mark.parametrize("peran", [Peran.INSPEKTORAT, Peran.KEPALA_DINAS])
def test_only_the_perencana_freezes(laporan, orang, peran):
    with pytest.raises(PermissionDenied):
        actions.finalize_laporan(oleh=orang(peran), laporan=laporan)
    assert not VersiLaporan.objects.exists()


def test_a_final_is_final_once(reviu, final):
    reviu()
    final()
    with pytest.raises(ValidationError, match="statusnya sekarang final"):
        final()


def test_a_final_given_up_keeps_the_reviu_of_the_same_content(laporan, reviu, final, orang):
    reviu()
    versi = final()
    actions.withdraw_final(oleh=orang(Peran.PERENCANA), versi=versi, alasan="Salah tempat")
    versi.refresh_from_db()
    assert (versi.status, versi.alasan_cabut) == (Status.DICABUT, "Salah tempat")
    kedua = final()
    assert (kedua.nomor, kedua.status) == (2, Status.FINAL)
    assert kedua.kode != versi.kode
    assert current_versi(laporan) == kedua


def test_after_a_final_given_up_changed_content_is_reviewed_again(laporan, reviu, final, orang):
    reviu()
    perencana = orang(Peran.PERENCANA)
    versi = final()
    actions.withdraw_final(oleh=perencana, versi=versi, alasan="Salah isi")
    narasi(laporan, "<p>Koreksi</p>")
    with pytest.raises(ValidationError, match="berubah setelah direviu"):
        final()
    kedua = actions.withdraw_review(
        oleh=perencana, versi=current_versi(laporan), tindakan=SUSUN_KEMBALI, alasan="Isinya diperbaiki"
    )
    assert (kedua.nomor, kedua.status) == (2, Status.DISUSUN)
    reviu()
    assert final() == kedua
    versi.refresh_from_db()
    assert versi.status == Status.DICABUT


def test_after_a_signed_version_the_next_one_needs_a_reason_and_a_reviu_of_its_own(
    laporan, reviu, final, orang
):
    reviu()
    sign(final())
    narasi(laporan, "<p>Koreksi</p>")
    with pytest.raises(ValidationError) as galat:
        final()
    assert len(galat.value.messages) == 2
    assert PernyataanReviu.objects.exists()  # refused: nothing has changed
    reviu()
    versi = final("Koreksi angka")
    assert (versi.nomor, versi.alasan) == (2, "Koreksi angka")


def test_a_signed_version_is_revoked_by_the_head_with_a_reason(reviu, final, orang):
    reviu()
    versi = final()
    sign(versi)
    with pytest.raises(PermissionDenied):
        actions.revoke_versi(oleh=orang(Peran.PERENCANA), versi=versi, alasan="x")
    with pytest.raises(ValidationError, match="alasan"):
        actions.revoke_versi(oleh=orang(Peran.KEPALA_DINAS), versi=versi, alasan=" ")
    satu = actions.revoke_versi(oleh=orang(Peran.KEPALA_DINAS), versi=versi, alasan="Angka keliru")
    assert (satu.status, satu.alasan_cabut) == (Status.DICABUT, "Angka keliru")


def test_an_inspector_takes_the_own_reviu_back(reviu, orang):
    versi = reviu()
    oleh = orang(Peran.INSPEKTORAT)
    satu = actions.withdraw_review(oleh=oleh, versi=versi, tindakan=BATALKAN_REVIU, alasan="Keliru")
    assert (satu.status, satu.direviu_pada) == (Status.DISUSUN, None)


def test_the_database_holds_one_version_in_work_and_one_in_force():
    versi = VersiLaporanFactory()
    for status in (Status.FINAL, Status.DISUSUN):
        with pytest.raises(IntegrityError), transaction.atomic():
            VersiLaporanFactory(laporan=versi.laporan, status=status)
    with pytest.raises(IntegrityError), transaction.atomic():
        VersiLaporanFactory(status=Status.DITANDATANGANI, sha256="")


def test_a_code_can_be_typed_from_paper():
    kode = {new_kode() for _ in range(50)}
    assert len(kode) == 50
    assert all(len(satu) == 14 and not set("IO01L") & set(satu) for satu in kode)
