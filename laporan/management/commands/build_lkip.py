"""`manage.py build_lkip`: one report as PDF, HTML or JSON, without the web pages."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from laporan import cetak
from laporan.actions.buat_cetakan import write_file
from laporan.actions.cetakan import fresh_snapshot
from laporan.narasi import Masalah
from laporan.reviu.temuan import Temuan
from laporan.simpanan import write_atomic
from laporan.snapshot.codec import canonical
from laporan.snapshot.struktur import Snapshot
from lkip.models import PerangkatDaerah
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL


class Command(BaseCommand):
    """Write one LKIP to a file."""

    help = "Menyusun LKIP satu perangkat daerah dan tahun menjadi berkas PDF, HTML, atau JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--tahun", type=int, required=True)
        parser.add_argument("--pd", help="kode atau slug; boleh kosong bila hanya satu yang berlaporan")
        parser.add_argument("--format", choices=("pdf", "html", "json"), default="pdf")
        parser.add_argument("--output", type=Path, required=True, help="berkas hasil")
        parser.add_argument("--ringkas", action="store_true", help="temuan reviu cukup jumlahnya")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the report, write it, and list what is missing in it."""
        tahun: int = options["tahun"]
        tujuan: Path = options["output"]
        if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
            raise CommandError(f"Tahun {tahun} tidak sah: isi antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
        pd = _perangkat_daerah(options["pd"], tahun)
        _ensure_writable(tujuan)
        snapshot = fresh_snapshot(pd, tahun)
        try:
            write_atomic(tujuan, _isi(snapshot, options["format"]))
        except OSError as galat:
            raise CommandError(f"Berkas {tujuan} tidak dapat ditulis: {galat.strerror}.") from galat
        self.stdout.write(f"LKIP {pd.nama} Tahun {tahun} ditulis ke {tujuan}.")
        halaman = cetak.halaman(snapshot)
        self._list("masalah perlu diperhatikan", halaman.masalah)
        if options["ringkas"] and halaman.temuan:
            self.stdout.write(
                f"{len(halaman.temuan)} temuan reviu atas angka; rinciannya di halaman laporan."
            )
        else:
            self._list("temuan reviu atas angka", halaman.temuan)

    def _list(self, sebutan: str, butir: Sequence[Masalah | Temuan]) -> None:
        if butir:
            self.stdout.write(f"{len(butir)} {sebutan}:")
        for satu in butir:
            self.stdout.write(f"  - {satu.tempat}: {satu.pesan}")


def _isi(snapshot: Snapshot, bentuk: str) -> bytes:
    if bentuk == "json":
        return canonical(snapshot.to_json())
    if bentuk == "html":
        return _html(snapshot).encode()
    return write_file(snapshot, cetak.kunci(snapshot.sidik)).read_bytes()


def _html(snapshot: Snapshot) -> str:
    """Return one HTML file that needs nothing beside it."""
    gaya = [finders.find(f"css/{nama}") for nama in ("dokumen.css", "dokumen-layar.css")]
    return render_to_string(
        "laporan/mandiri.html",
        {
            "identitas": snapshot.masukan.identitas,
            "halaman": cetak.halaman(snapshot),
            "gaya": mark_safe("\n".join(Path(g).read_text(encoding="utf-8") for g in gaya if g)),
        },
    )


def _perangkat_daerah(dicari: str | None, tahun: int) -> PerangkatDaerah:
    """Return the one asked for, or the only one with a report of that year."""
    if dicari:
        pd = PerangkatDaerah.objects.filter(Q(kode=dicari) | Q(slug=dicari)).first()
        if pd is None:
            raise CommandError(f"Perangkat daerah {dicari!r} tidak ditemukan. {_daftar()}")
        return pd
    calon = list(PerangkatDaerah.objects.filter(laporan__tahun=tahun))
    if len(calon) == 1:
        return calon[0]
    if not calon:
        raise CommandError(f"Belum ada laporan tahun {tahun}. Sebutkan --pd. {_daftar()}")
    nama = "\n".join(f"  {pd.slug}  {pd.nama}" for pd in calon)
    raise CommandError(f"Ada {len(calon)} laporan tahun {tahun}. Pilih satu dengan --pd:\n{nama}")


def _daftar() -> str:
    semua = list(PerangkatDaerah.objects.all()[:21])
    if not semua:
        return "Basis data belum berisi perangkat daerah."
    nama = "\n".join(f"  {pd.slug}  {pd.nama}" for pd in semua[:20])
    return f"Yang tersedia:\n{nama}" + ("\n  …" if len(semua) > 20 else "")


def _ensure_writable(tujuan: Path) -> None:
    """Fail before the work, not after it."""
    if tujuan.is_dir():
        raise CommandError(f"{tujuan} adalah folder; --output harus berupa berkas.")
    folder = tujuan.absolute().parent
    if not folder.is_dir():
        raise CommandError(f"Folder {folder} tidak ada.")
    if not os.access(folder, os.W_OK) or (tujuan.exists() and not os.access(tujuan, os.W_OK)):
        raise CommandError(f"{tujuan} tidak dapat ditulis: periksa izin foldernya.")
