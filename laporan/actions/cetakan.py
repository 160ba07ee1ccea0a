"""Making the PDF of a report: asking for it, and doing the work, in one process or in two.

A `Cetakan` is not part of a report, so its actions leave the revisions alone.
"""

from __future__ import annotations

import datetime
import logging
import os
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from laporan import cetak, pelaksana
from laporan.models import Cetakan
from laporan.render import SumberDitolakError
from laporan.reviu.daftar import reviu
from laporan.reviu.temuan import Tingkat
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.struktur import Snapshot
from lkip import audit, revisi
from lkip.access import Izin
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku

BATAS_MACET = datetime.timedelta(minutes=10)
"""A Cetakan unfinished for this long has lost its process and may be started again."""

logger = logging.getLogger(__name__)


def fresh_snapshot(pd: PerangkatDaerah, tahun: int) -> Snapshot:
    """Take the snapshot, and remember its fingerprint and findings with the revision it was taken at."""
    keadaan = revisi.current(pd, tahun)
    snapshot = take_snapshot(pd, tahun)
    if (keadaan.sidik, keadaan.nomor_sidik) != (snapshot.sidik, keadaan.nomor) or keadaan.galat is None:
        banyak = Counter(satu.tingkat for satu in reviu(snapshot))
        revisi.remember(
            pd,
            tahun,
            keadaan.nomor,
            snapshot.sidik,
            galat=banyak[Tingkat.GALAT],
            peringatan=banyak[Tingkat.PERINGATAN],
        )
    return snapshot


def current_kunci(pd: PerangkatDaerah, tahun: int) -> str:
    """Return the key of the file that the data of now would give; a snapshot only if they changed."""
    keadaan = revisi.current(pd, tahun)
    if keadaan.nomor == keadaan.nomor_sidik:
        return cetak.kunci(keadaan.sidik)
    return cetak.kunci(fresh_snapshot(pd, tahun).sidik)


def file_path(kunci: str) -> Path:
    """Return where the file of `kunci` is, or will be."""
    return Path(settings.CETAKAN_DIR) / f"{kunci}.pdf"


def is_stuck(cetakan: Cetakan) -> bool:
    """Return whether the process that should finish this Cetakan is gone."""
    return cetakan.status in pelaksana.BELUM_SELESAI and (timezone.now() - cetakan.dibuat_pada > BATAS_MACET)


def request_cetakan(*, oleh: Pelaku, pd: PerangkatDaerah, tahun: int) -> Cetakan:
    """Return the Cetakan of the data of now, starting its making when nobody has yet.

    Asking twice gives the same one. Raises PermissionDenied.
    """
    oleh.require(Izin.BUAT_CETAKAN, pd)
    kunci = current_kunci(pd, tahun)
    try:
        with transaction.atomic():
            return _start(oleh, pd, tahun, kunci)
    except IntegrityError:  # somebody else made the row between our look and our write
        return Cetakan.objects.exclude(status=Cetakan.Status.GAGAL).get(kunci=kunci)


def _start(oleh: Pelaku, pd: PerangkatDaerah, tahun: int, kunci: str) -> Cetakan:
    cetakan = (
        Cetakan.objects.select_for_update().filter(kunci=kunci).exclude(status=Cetakan.Status.GAGAL).first()
    )
    sebelum = None
    if cetakan is None:
        cetakan = Cetakan(perangkat_daerah=pd, tahun=tahun, kunci=kunci)
    elif is_stuck(cetakan) or (cetakan.status == Cetakan.Status.SELESAI and not file_path(kunci).is_file()):
        sebelum = audit.fields_of(cetakan)
    else:
        return cetakan
    cetakan.status = Cetakan.Status.ANTRE
    cetakan.tahap, cetakan.kemajuan, cetakan.pesan = "Menunggu giliran", 0, ""
    cetakan.ukuran = cetakan.selesai_pada = None
    cetakan.dibuat_oleh = oleh.nama[:300]
    cetakan.dibuat_pada = timezone.now()
    cetakan.save()
    audit.record(
        oleh=oleh,
        tindakan="minta cetakan" if sebelum is None else "ulangi cetakan",
        objek=cetakan,
        sebelum=sebelum,
        sesudah=audit.fields_of(cetakan),
    )
    transaction.on_commit(partial(pelaksana.start, cetakan.pk))
    return cetakan


def run_cetakan(pk: int) -> None:
    """Make the file of a waiting Cetakan; one that another process has taken already is left alone."""
    mulai = Cetakan.objects.filter(pk=pk, status=Cetakan.Status.ANTRE).update(
        status=Cetakan.Status.BERJALAN, tahap="Membaca data", kemajuan=1, dibuat_pada=timezone.now()
    )
    if not mulai:
        return
    try:
        _make(Cetakan.objects.select_related("perangkat_daerah").get(pk=pk))
    except BaseException as galat:
        logger.exception("Cetakan %s failed", pk)
        Cetakan.objects.filter(pk=pk).update(
            status=Cetakan.Status.GAGAL, pesan=_pesan(galat, pk), selesai_pada=timezone.now()
        )
        if not isinstance(galat, Exception):
            raise


def _make(cetakan: Cetakan) -> None:
    baris = Cetakan.objects.filter(pk=cetakan.pk)
    snapshot = fresh_snapshot(cetakan.perangkat_daerah, cetakan.tahun)
    kunci = cetak.kunci(snapshot.sidik)
    if kunci != cetakan.kunci:  # the data changed since it was asked for: the file says what is true now
        try:
            with transaction.atomic():
                baris.update(kunci=kunci)
        except IntegrityError:
            baris.update(
                status=Cetakan.Status.GAGAL,
                pesan="Data berubah saat berkas menunggu giliran, dan berkas dari data terbaru sudah "
                "diminta. Buka kembali halaman unduh.",
                selesai_pada=timezone.now(),
            )
            return

    def lapor(persen: int, tahap: str) -> None:
        baris.update(kemajuan=min(max(persen, 1), 99), tahap=tahap[:120])

    berkas = write_file(snapshot, kunci, lapor)
    baris.update(
        status=Cetakan.Status.SELESAI,
        kemajuan=100,
        tahap="Selesai",
        pesan="",
        ukuran=berkas.stat().st_size,
        selesai_pada=timezone.now(),
    )


def write_file(snapshot: Snapshot, kunci: str, lapor: cetak.Lapor | None = None) -> Path:
    """Return the file of `kunci`, rendering it unless it is there already; never half a file."""
    tujuan = file_path(kunci)
    if not tujuan.is_file():
        isi = cetak.pdf(snapshot, lapor)
        write_atomic(tujuan, isi)
    return tujuan


def write_atomic(tujuan: Path, isi: bytes) -> None:
    """Write a whole file or none. Raises OSError."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    nomor, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=".", suffix=".sementara")
    try:
        with os.fdopen(nomor, "wb") as berkas:
            berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        Path(sementara).chmod(0o644)
        os.replace(sementara, tujuan)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise


def _pesan(galat: BaseException, pk: int) -> str:
    """Return what the person who asked reads; the details are in the log."""
    if isinstance(galat, SumberDitolakError):
        return (
            "Naskah memuat gambar atau berkas yang tidak boleh dipakai. "
            "Hapus dari naskah, lalu buat berkas lagi."
        )
    if isinstance(galat, OSError):
        return (
            "Berkas tidak dapat disimpan di peladen: ruang penyimpanan penuh atau foldernya tidak "
            "dapat ditulisi. Hubungi admin."
        )
    if not isinstance(galat, Exception):
        return "Pembuatan berkas dihentikan sebelum selesai. Buat berkas lagi."
    return (
        "Berkas tidak dapat dibuat karena kesalahan pada aplikasi. Data Anda tidak berubah. Coba lagi; "
        f"bila tetap gagal, hubungi admin dengan menyebutkan cetakan nomor {pk}."
    )
