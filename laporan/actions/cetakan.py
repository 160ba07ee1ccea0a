"""Making the PDF of a report: asking for it, and doing the work, in one process or in two.

A `Cetakan` is not part of a report, so its actions leave the revisions alone.
"""

from __future__ import annotations

import datetime
import logging
from collections import Counter
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from laporan import cetak, pelaksana, render, simpanan
from laporan.models import Cetakan, VersiLaporan
from laporan.render import SumberDitolakError
from laporan.reviu.daftar import reviu
from laporan.reviu.temuan import Tingkat
from laporan.simpanan import write_atomic
from laporan.snapshot.ambil import take_snapshot
from laporan.snapshot.struktur import Snapshot
from laporan.versi import frozen_snapshot
from lkip import audit, revisi
from lkip.access import Izin
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, save_row

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
    """Return the key of the draft that the data of now would give; a snapshot only if they changed."""
    keadaan = revisi.current(pd, tahun)
    if keadaan.nomor == keadaan.nomor_sidik:
        return cetak.kunci(keadaan.sidik, cetak.DRAF)
    return cetak.kunci(fresh_snapshot(pd, tahun).sidik, cetak.DRAF)


def file_path(kunci: str) -> Path:
    """Return where the file of `kunci` is, or will be."""
    return Path(settings.CETAKAN_DIR) / f"{kunci}.pdf"


def is_stuck(cetakan: Cetakan) -> bool:
    """Return whether the process that should finish this Cetakan is gone."""
    return cetakan.status in pelaksana.BELUM_SELESAI and (timezone.now() - cetakan.dibuat_pada > BATAS_MACET)


def request_cetakan(*, oleh: Pelaku, pd: PerangkatDaerah, tahun: int) -> Cetakan:
    """Return the Cetakan of the draft from the data of now, starting its making when nobody has yet.

    Asking twice gives the same one. Raises PermissionDenied.
    """
    oleh.require(Izin.BUAT_CETAKAN, pd)
    return _request(oleh, Cetakan(perangkat_daerah=pd, tahun=tahun, kunci=current_kunci(pd, tahun)))


def request_final(*, oleh: Pelaku, versi: VersiLaporan) -> Cetakan:
    """Return the Cetakan of a frozen version, starting its making when nobody has yet.

    Raises PermissionDenied.
    """
    oleh.require(Izin.BUAT_CETAKAN, versi)
    laporan = versi.laporan
    kunci = cetak.kunci(versi.sidik, final_ragam(versi))
    return _request(
        oleh,
        Cetakan(
            perangkat_daerah_id=laporan.perangkat_daerah_id, tahun=laporan.tahun, versi=versi, kunci=kunci
        ),
    )


def final_ragam(versi: VersiLaporan) -> cetak.Ragam:
    """Return how the file of a frozen version is printed: with its code and a place for the signature."""
    assert versi.kode is not None
    return cetak.Ragam(pengesahan=cetak.Pengesahan(versi.kode, versi.alamat))


def _request(oleh: Pelaku, baru: Cetakan) -> Cetakan:
    try:
        with transaction.atomic():
            return _start(oleh, baru)
    except IntegrityError:  # somebody else made the row between our look and our write
        return Cetakan.objects.exclude(status=Cetakan.Status.GAGAL).get(kunci=baru.kunci)


def _start(oleh: Pelaku, baru: Cetakan) -> Cetakan:
    kunci = baru.kunci
    cetakan = (
        Cetakan.objects.select_for_update().filter(kunci=kunci).exclude(status=Cetakan.Status.GAGAL).first()
    )
    sebelum = None
    if cetakan is None:
        cetakan = baru
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
        cetakan = Cetakan.objects.select_related("perangkat_daerah", "versi__laporan").get(pk=pk)
        if cetakan.versi is None:
            _make_draft(cetakan)
        else:
            _make_final(cetakan, cetakan.versi)
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
    berkas = write_file(frozen_snapshot(versi), cetakan.kunci, _reporter(cetakan), final_ragam(versi))
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
    baris = Cetakan.objects.filter(pk=cetakan.pk)

    def lapor(persen: int, tahap: str) -> None:
        baris.update(kemajuan=min(max(persen, 1), 99), tahap=tahap[:120])

    return lapor


def _finish(cetakan: Cetakan, berkas: Path) -> None:
    Cetakan.objects.filter(pk=cetakan.pk).update(
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
