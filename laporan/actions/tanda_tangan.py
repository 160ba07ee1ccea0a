"""Signing a final version: by whom, and in which order, so that a crash leaves it unsigned or signed.

1. A short transaction claims the version (`proses`), so that a second click finds it taken.
2. The provider signs a copy in memory; no lock is held, for a service may take a minute.
3. The signed file is kept under its SHA-256. Whatever ends the process until here leaves the final as it was.
4. One transaction names the signed file, closes the claim, and replaces the version before it.

A claim whose process died ends by itself after `laporan.versi.BATAS_PROSES`.
"""

from __future__ import annotations

import datetime
import uuid

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.debug import sensitive_variables

from laporan import simpanan
from laporan.dokumen.bab4 import sebutan_jabatan
from laporan.models import TandaTanganLaporan, VersiLaporan
from laporan.snapshot.loaders.identitas import penandatangan
from laporan.tandatangan.penyedia import (
    GagalTandaTanganError,
    Hasil,
    Penanda,
    Penyedia,
    Permintaan,
    Rahasia,
    provider,
)
from laporan.versi import ALUR, TANDA_TANGANI, Status, frozen_snapshot, is_being_signed
from lkip.models import Pejabat, PerangkatDaerah, UnitKerja
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row

MULAI, GAGAL = "mulai tanda tangan", "gagal tanda tangan"


@sensitive_variables("rahasia")
def sign_versi(
    *, oleh: Pelaku, versi: VersiLaporan, rahasia: Rahasia, penyedia: Penyedia | None = None
) -> TandaTanganLaporan:
    """Sign a final version. Call it outside of a transaction: each step is one of its own.

    The caller has just asked the password again. Raises PermissionDenied, and ValidationError with what
    went wrong; then the final is as it was.
    """
    pelaksana = penyedia or provider()
    waktu = timezone.now()
    satu, pejabat = _claim(oleh, versi, waktu)
    gagal: GagalTandaTanganError | None = None
    try:
        permintaan = Permintaan(
            simpanan.get(satu.sha256, "pdf"), _signatory(satu, pejabat), waktu, satu.alamat, rahasia
        )
        hasil = pelaksana.sign(permintaan)
        tanda = _describe(satu, pejabat, oleh, pelaksana, hasil, permintaan)
        simpanan.put(hasil.isi, "pdf")
        return _finish(oleh, satu, tanda)
    except GagalTandaTanganError as galat:
        gagal = galat
    except (simpanan.SimpananRusakError, OSError):
        gagal = GagalTandaTanganError(
            "Berkas final tidak dapat dibaca, atau berkas bertanda tangan tidak dapat disimpan, di peladen. "
            "Hubungi admin."
        )
    except BaseException:
        _release(oleh, satu, "kesalahan aplikasi")
        raise
    _release(oleh, satu, str(gagal))
    raise ValidationError(str(gagal), code="tidak_pasti" if gagal.tidak_pasti else "gagal")


def require_signatory(oleh: Pelaku, versi: VersiLaporan, hari: datetime.date) -> Pejabat:
    """Return the office in which the actor signs: the one printed in the frozen report, held on this day.

    Raises PermissionDenied for whoever leads nothing here, ValidationError when the report names another.
    """
    if oleh.pengguna is None:
        raise PermissionDenied
    menjabat = list(
        Pejabat.objects.menjabat(hari)
        .filter(
            pengguna=oleh.pengguna,
            unit_kerja__perangkat_daerah=versi.perangkat_daerah_id,
            unit_kerja__jenis=UnitKerja.Jenis.PIMPINAN,
        )
        .order_by("-mulai")
    )
    if not menjabat:
        raise PermissionDenied
    tercetak = frozen_snapshot(versi).masukan.identitas.penandatangan
    for satu in menjabat:
        if tercetak is not None and (satu.nip, satu.status) == (tercetak.nip, tercetak.status):
            return satu
    nama = tercetak.nama if tercetak else "tidak ada"
    raise ValidationError(
        f"Penandatangan yang tercetak pada versi final ini adalah {nama}, sedangkan hari ini yang menjabat "
        f"adalah {menjabat[0]}. Mintalah perencana membatalkan versi final ini dan menetapkan "
        "penandatangannya."
    )


@transaction.atomic
def _claim(oleh: Pelaku, versi: VersiLaporan, waktu: datetime.datetime) -> tuple[VersiLaporan, Pejabat]:
    satu = _lock(versi)
    ALUR.next(satu.status, TANDA_TANGANI, oleh, satu)
    pejabat = require_signatory(oleh, satu, timezone.localdate(waktu))
    if not satu.sha256:
        raise ValidationError("Berkas final belum selesai dibuat. Tunggu sebentar, lalu coba lagi.")
    if is_being_signed(satu):
        raise ValidationError(
            "Versi ini sedang ditandatangani. Tunggu sampai selesai, lalu muat ulang halaman ini."
        )
    satu.proses, satu.proses_pada = uuid.uuid4(), waktu
    _save(oleh, satu, MULAI)
    return satu, pejabat


@transaction.atomic
def _finish(oleh: Pelaku, versi: VersiLaporan, tanda: TandaTanganLaporan) -> TandaTanganLaporan:
    satu = _lock(versi)
    if satu.proses != versi.proses or satu.status != Status.FINAL:
        raise GagalTandaTanganError(
            "Penandatanganan berlangsung terlalu lama, sehingga sudah diambil alih atau dibatalkan. "
            "Muat ulang halaman."
        )
    lama = VersiLaporan.objects.filter(laporan=satu.laporan, status=Status.DITANDATANGANI).first()
    if lama is not None:
        lama.status = Status.DIGANTIKAN
        _save(oleh, lama, "gantikan", satu.alasan)
    satu.status, satu.proses, satu.proses_pada = Status.DITANDATANGANI, None, None
    tanda.versi = satu
    save_row(oleh=oleh, objek=tanda, lingkup=_lingkup(satu), induk=satu)
    _save(oleh, satu, TANDA_TANGANI)
    return tanda


@transaction.atomic
def _release(oleh: Pelaku, versi: VersiLaporan, sebab: str) -> None:
    """Give the version free again, unless another process has taken it meanwhile."""
    satu = _lock(versi)
    if satu.proses == versi.proses:
        satu.proses = satu.proses_pada = None
        _save(oleh, satu, GAGAL, sebab)


def _describe(
    versi: VersiLaporan,
    pejabat: Pejabat,
    oleh: Pelaku,
    penyedia: Penyedia,
    hasil: Hasil,
    permintaan: Permintaan,
) -> TandaTanganLaporan:
    """Return what is remembered of the signature, after looking whether the file is ours and whole."""
    periksa = import_string("laporan.tandatangan.periksa.read_file")
    bacaan, asal = periksa(hasil.isi, permintaan.waktu), periksa(permintaan.isi)
    sah = len(bacaan.tanda) == 1 and bacaan.tanda[0].utuh and bacaan.tanda[0].menyeluruh
    if not sah or bacaan.pengenal != asal.pengenal:
        raise GagalTandaTanganError(
            "Berkas yang diterima dari penyedia tanda tangan tidak utuh atau bukan berkas yang dikirim, "
            "sehingga tidak disimpan. Hubungi admin sebelum mengulang.",
            tidak_pasti=True,
        )
    (tanda,) = bacaan.tanda
    return TandaTanganLaporan(
        versi=versi,
        pada=permintaan.waktu,
        oleh=oleh.nama[:300],
        nama=pejabat.nama,
        nip=pejabat.nip,
        jabatan=permintaan.penanda.jabatan,
        penyedia=penyedia.nama,
        contoh=penyedia.is_demo(pejabat.nip),
        sha256=simpanan.hash_of(hasil.isi),
        ukuran=len(hasil.isi),
        subjek=tanda.sertifikat.subjek,
        penerbit=tanda.sertifikat.penerbit,
        nomor_seri=tanda.sertifikat.nomor_seri,
        sidik_sertifikat=tanda.sertifikat.sidik,
        berlaku_dari=tanda.sertifikat.berlaku_dari,
        berlaku_sampai=tanda.sertifikat.berlaku_sampai,
        cap_waktu=tanda.cap_waktu,
        jangka_panjang=tanda.jangka_panjang,
        id_dokumen=hasil.id_dokumen,
    )


def _signatory(versi: VersiLaporan, pejabat: Pejabat) -> Penanda:
    tercetak = penandatangan(pejabat)
    assert tercetak is not None
    tempat = frozen_snapshot(versi).masukan.identitas.tempat
    return Penanda(pejabat.nama, pejabat.nip, sebutan_jabatan(tercetak), tempat)


def _lock(versi: VersiLaporan) -> VersiLaporan:
    PerangkatDaerah.objects.select_for_update(no_key=True).get(pk=versi.perangkat_daerah_id)
    return VersiLaporan.objects.select_related("laporan__perangkat_daerah").get(pk=versi.pk)


def _save(oleh: Pelaku, versi: VersiLaporan, tindakan: str, alasan: str = "") -> None:
    save_row(
        oleh=oleh,
        objek=versi,
        lingkup=_lingkup(versi),
        tindakan=tindakan,
        induk=versi.laporan,
        alasan=alasan,
    )


def _lingkup(versi: VersiLaporan) -> Lingkup:
    return Lingkup(versi.laporan.perangkat_daerah_id, versi.laporan.tahun)
