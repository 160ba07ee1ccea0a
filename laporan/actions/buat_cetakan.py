"""Making the PDF that a `Cetakan` waits for, in whatever process that is, and saying how far it is."""

from __future__ import annotations

import logging
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone

from laporan import cetak, render, simpanan
from laporan.actions.cetakan import file_path, final_ragam, fresh_snapshot
from laporan.models import Cetakan, VersiLaporan
from laporan.render import SumberDitolakError
from laporan.simpanan import write_atomic
from laporan.snapshot.struktur import Snapshot
from laporan.versi import frozen_snapshot
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row

logger = logging.getLogger(__name__)


class BatalError(Exception):
    """Somebody cancelled the making while it ran."""


def run_cetakan(pk: int) -> None:
    """Make the file of a waiting Cetakan; one that another process has taken already is left alone."""
    mulai = Cetakan.objects.filter(pk=pk, status=Cetakan.Status.ANTRE).update(
        status=Cetakan.Status.BERJALAN, tahap="Membaca data", kemajuan=1, dibuat_pada=timezone.now()
    )
    if not mulai:
        return
    try:
        cetakan = Cetakan.objects.select_related("perangkat_daerah", "versi__laporan").get(pk=pk)
        if cetakan.versi is None:
            _make_draft(cetakan)
        else:
            _make_final(cetakan, cetakan.versi)
    except BatalError:
        logger.info("Cetakan %s was cancelled", pk)
    except BaseException as galat:
        logger.exception("Cetakan %s failed", pk)
        Cetakan.objects.filter(pk=pk).update(
            status=Cetakan.Status.GAGAL, pesan=_pesan(galat, pk), selesai_pada=timezone.now()
        )
        if not isinstance(galat, Exception):
            raise


def _make_draft(cetakan: Cetakan) -> None:
    baris = Cetakan.objects.filter(pk=cetakan.pk)
    snapshot = fresh_snapshot(cetakan.perangkat_daerah, cetakan.tahun)
    kunci = cetak.kunci(snapshot.sidik, cetak.DRAF)
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

    _finish(cetakan, write_file(snapshot, kunci, _reporter(cetakan), cetak.DRAF))


def _make_final(cetakan: Cetakan, versi: VersiLaporan) -> None:
    """Render a frozen version from its own snapshot, and keep the file for good before naming it."""
    lapor = _reporter(cetakan)
    berkas = write_file(frozen_snapshot(versi), cetakan.kunci, lapor, final_ragam(versi))
    lapor(99, "Menyimpan berkas final")  # unless it was cancelled meanwhile
    sidik = simpanan.put(berkas.read_bytes(), "pdf")
    with transaction.atomic():
        terkunci = VersiLaporan.objects.select_for_update().get(pk=versi.pk)
        if terkunci.status == VersiLaporan.Status.FINAL and not terkunci.sha256:
            terkunci.sha256, terkunci.versi_templat = sidik, render.version_key()
            save_row(
                oleh=Pelaku.from_command("run_cetakan"),
                objek=terkunci,
                lingkup=Lingkup(cetakan.perangkat_daerah_id, cetakan.tahun),
                tindakan="buat berkas final",
                induk=versi.laporan,
            )
    _finish(cetakan, berkas)


def _reporter(cetakan: Cetakan) -> cetak.Lapor:
    baris = Cetakan.objects.filter(pk=cetakan.pk, status=Cetakan.Status.BERJALAN)

    def lapor(persen: int, tahap: str) -> None:
        if not baris.update(kemajuan=min(max(persen, 1), 99), tahap=tahap[:120]):
            raise BatalError

    return lapor


def _finish(cetakan: Cetakan, berkas: Path) -> None:
    Cetakan.objects.filter(pk=cetakan.pk, status=Cetakan.Status.BERJALAN).update(
        status=Cetakan.Status.SELESAI,
        kemajuan=100,
        tahap="Selesai",
        pesan="",
        ukuran=berkas.stat().st_size,
        selesai_pada=timezone.now(),
    )


def write_file(
    snapshot: Snapshot, kunci: str, lapor: cetak.Lapor | None = None, ragam: cetak.Ragam = cetak.POLOS
) -> Path:
    """Return the file of `kunci`, rendering it unless it is there already; never half a file."""
    tujuan = file_path(kunci)
    if not tujuan.is_file():
        write_atomic(tujuan, cetak.pdf(snapshot, lapor, ragam))
    return tujuan


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
