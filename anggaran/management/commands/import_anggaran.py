"""`manage.py import_anggaran`: check a workbook of pagu or realisasi, and with --apply bring it in."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q

from anggaran.actions.impor import PEMERIKSA, apply_impor, check_path
from anggaran.imports.acuan import Tujuan
from anggaran.imports.periksa import kinds_of
from anggaran.models import DokumenAnggaran, Program
from lkip.actions.impor import receive_impor
from lkip.angka import bilangan, rupiah
from lkip.impor.hasil import Hasil
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.workbook.baca import read_buku
from lkip.workbook.lembar import BerkasDitolak

OLEH = Pelaku.from_command("import_anggaran")


class Command(BaseCommand):
    """Check one file; with --apply write all it brings or nothing."""

    help = (
        "Memeriksa berkas pagu atau realisasi anggaran (templat, SIPD, atau tabel bertingkat; XLSX atau "
        "CSV), realisasi kinerja, atau target, dan dengan --apply menerapkannya. "
        "Kode keluar 0: bersih; 1: ditolak."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("berkas", type=Path)
        parser.add_argument("--tahun", type=int, required=True)
        parser.add_argument("--pd", help="kode atau slug; boleh kosong bila hanya satu yang berprogram")
        parser.add_argument("--jenis", choices=list(PEMERIKSA), help="bawaan: menurut isi berkasnya")
        parser.add_argument(
            "--dokumen", type=int, help="nomor urut DPA/DPPA tujuan pagu; bawaan: yang terakhir"
        )
        parser.add_argument(
            "--bulan", type=int, default=12, choices=range(1, 13), help="tabel kumulatif sampai bulan"
        )
        parser.add_argument("--tambah", action="store_true", help="tambahkan sub kegiatan yang belum ada")
        parser.add_argument("--apply", action="store_true", help="terapkan; tanpa ini hanya diperiksa")
        parser.add_argument("--konfirmasi", action="store_true", help="peringatannya sudah diperiksa")
        parser.add_argument("--alasan", default="", help="bila realisasi melebihi pagu")
        parser.add_argument("--json", action="store_true", help="semua pesan sebagai JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, apply if asked to, and print what was found. Raises CommandError when it is refused."""
        try:
            hasil, galat, ditolak = self._run(options)
        except CommandError as sebab:
            if options["json"]:
                self._print_json([], [str(sebab)], True, False)
            raise
        if options["json"]:
            self._print_json(hasil, galat, ditolak, options["apply"])
        else:
            self._print(hasil, options["apply"] and not ditolak)
        if ditolak:
            raise CommandError("Ditolak, tidak ada yang berubah. " + " ".join(galat), returncode=1)

    def _run(self, options: dict[str, Any]) -> tuple[list[Hasil], list[str], bool]:
        """Return what was found, why it was not applied, and whether it is refused.

        Raises CommandError when there is nothing to check.
        """
        berkas: Path = options["berkas"]
        if not berkas.is_file():
            raise CommandError(f"Berkas {berkas} tidak ada.")
        pd = _perangkat_daerah(options["pd"], options["tahun"])
        semua = [options["jenis"]] if options["jenis"] else _kinds(berkas)
        tujuan = {jenis: _target(jenis, pd, options) for jenis in semua}
        hasil = [check_path(berkas, jenis, tujuan[jenis]) for jenis in semua]
        galat: list[str] = []
        ditolak = any(satu.ditolak for satu in hasil)
        if options["apply"] and not ditolak:
            try:
                with transaction.atomic():
                    for jenis in semua:
                        _apply(berkas, jenis, tujuan[jenis], options)
            except ValidationError as tolak:
                galat, ditolak = [*tolak.messages, "Lihat --konfirmasi dan --alasan."], True
        return hasil, galat, ditolak

    def _print_json(self, hasil: list[Hasil], galat: list[str], ditolak: bool, apply: bool) -> None:
        isi = {
            "ditolak": ditolak,
            "diterapkan": apply and not ditolak,
            "galat": galat,
            "hasil": [satu.to_json(penuh=True) for satu in hasil],
        }
        self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=1))

    def _print(self, hasil: list[Hasil], diterapkan: bool) -> None:
        for satu in hasil:
            isi = satu.to_json(penuh=True)
            self.stdout.write(f"{Impor.Jenis(satu.jenis).label} ({satu.bentuk or 'tidak dikenal'})")
            for pesan in isi["pesan"]:
                tempat = f"{pesan['tempat']}: {pesan['nilai']}" if pesan["nilai"] else pesan["tempat"]
                self.stdout.write(
                    f"  [{pesan['tingkat']}] {tempat} – {pesan['pesan']} {pesan['saran']}".rstrip()
                )
            for kontrol in satu.kontrol:
                tulis = rupiah if kontrol.satuan == "rupiah" else bilangan
                self.stdout.write(
                    f"  {kontrol.nama}: berkas {tulis(kontrol.berkas)}, "
                    f"sesudah impor {tulis(kontrol.sesudah)}, selisih {tulis(kontrol.selisih)}"
                )
            banyak = isi["banyak"]
            self.stdout.write(
                f"  {banyak['baru']} baru, {banyak['berubah']} berubah, {banyak['tetap']} tetap. "
                + ("Diterapkan." if diterapkan else "Belum diterapkan.")
            )


def _kinds(berkas: Path) -> list[str]:
    try:
        return kinds_of(read_buku(berkas, berkas.name)) or [Impor.Jenis.PAGU]
    except BerkasDitolak:
        return [Impor.Jenis.PAGU]  # checking it says why


def _target(jenis: str, pd: PerangkatDaerah, options: dict[str, Any]) -> Tujuan:
    tahun = options["tahun"]
    dokumen = _dokumen(pd, tahun, options["dokumen"]) if jenis == Impor.Jenis.PAGU else None
    return Tujuan(OLEH, pd, tahun, dokumen, options["bulan"], options["tambah"])


def _apply(berkas: Path, jenis: str, tujuan: Tujuan, options: dict[str, Any]) -> None:
    """Keep the file and apply it. Raises ValidationError; then nothing of it is kept."""
    with berkas.open("rb") as isi:
        impor = receive_impor(
            oleh=OLEH,
            perangkat_daerah=tujuan.perangkat_daerah,
            tahun=tujuan.tahun,
            jenis=jenis,
            berkas=File(isi, name=berkas.name),
            nama=berkas.name,
            pilihan={
                "dokumen": tujuan.dokumen.pk if tujuan.dokumen else None,
                "bulan": tujuan.bulan,
                "tambah": tujuan.tambah,
            },
        )
    try:
        apply_impor(oleh=OLEH, impor=impor, dikonfirmasi=options["konfirmasi"], alasan=options["alasan"])
    except ValidationError:
        impor.berkas.storage.delete(impor.berkas.name or "")
        raise


def _dokumen(pd: PerangkatDaerah, tahun: int, urutan: int | None) -> DokumenAnggaran:
    semua = DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun)
    if urutan is not None:
        semua = semua.filter(urutan=urutan)
    dokumen = semua.order_by("-urutan").first()
    if dokumen is None:
        raise CommandError("DPA atau DPPA tujuannya belum ada. Tambahkan dahulu, lalu impor pagunya.")
    return dokumen


def _perangkat_daerah(dicari: str | None, tahun: int) -> PerangkatDaerah:
    """Return the one asked for, or the only one with a program or a budget document in that year."""
    if dicari:
        pd = PerangkatDaerah.objects.filter(Q(kode=dicari) | Q(slug=dicari)).first()
        if pd is None:
            raise CommandError(f"Perangkat daerah {dicari!r} tidak ditemukan.")
        return pd
    berprogram = Program.objects.filter(tahun=tahun).values("perangkat_daerah")
    berdokumen = DokumenAnggaran.objects.filter(tahun=tahun).values("perangkat_daerah")
    calon = list(PerangkatDaerah.objects.filter(Q(pk__in=berprogram) | Q(pk__in=berdokumen)))
    if len(calon) != 1:
        raise CommandError(f"Ada {len(calon)} perangkat daerah dengan anggaran {tahun}. Sebutkan --pd.")
    return calon[0]
