# ruff: noqa: PLC0415 (what a process imports is part of what is measured)
"""Bringing in 10.000 rows: time against merely reading the file with openpyxl, and memory.

    .venv/bin/python bench/impor.py            # all three files
    .venv/bin/python bench/impor.py sipd       # one of: pagu, daftar, sipd

Each file is measured in a process of its own, on an empty SQLite database in a folder of its own. What
counts is what a person waits for: receiving and checking the file, then checking it again and writing it all.
The lists have the columns of the demo year, the documents those of SIPD. Both times are processor time, so
that a busy machine does not change the ratio much.
"""

from __future__ import annotations

import datetime
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BARIS = 10_000
BATAS_RASIO, BATAS_MEMORI = 6, 300
AKAR = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure every file, or the one that is named."""
    gagal = False
    for jenis in sys.argv[1:2] or ["pagu", "daftar", "sipd"]:
        with tempfile.TemporaryDirectory() as folder:
            lingkungan = {
                **os.environ,
                "LKIP_DATA_DIR": folder,
                "PYTHONPATH": str(AKAR),
            }
            lingkungan.pop("DATABASE_URL", None)
            perintah = [sys.executable, __file__, "--satu", jenis, folder]
            berkas = Path(folder) / "berkas.xlsx"
            subprocess.run(
                [sys.executable, __file__, "--tulis", jenis, str(berkas)], check=True, env=lingkungan
            )
            subprocess.run(
                [sys.executable, "manage.py", "migrate", "-v0"], check=True, env=lingkungan, cwd=AKAR
            )
            gagal |= subprocess.run(perintah, check=False, env=lingkungan, cwd=AKAR).returncode != 0
    sys.exit(gagal)


def write(jenis: str, berkas: Path) -> None:
    """Write a file of 10.000 rows."""
    from openpyxl import Workbook

    from tests.anggaran.imports.buku import SIPD_45

    buku = Workbook(write_only=True)
    ws = buku.create_sheet("Data")
    if jenis != "sipd":
        daftar = jenis == "daftar"
        ws.append([*DAFTAR, "bulan"] if daftar else DAFTAR)
        for n in range(BARIS):
            ws.append([*row(n // 12), n % 12 + 1] if daftar else row(n))
    else:
        ws.append(SIPD_45)
        for n in range(BARIS):
            isi = dict.fromkeys(SIPD_45, f"Teks biasa {n % 997}")
            isi |= {
                "Kode SKPD": "1.06.0.00.0.00.01.0000",
                "Kode Sub Kegiatan": kode(n % 800),
                "Nama Sub Kegiatan": f"Sub kegiatan nomor {n % 800}",
                "Nomor Dokumen": f"{n:06d}/LS/2024",
                "Tanggal Dokumen": datetime.date(2024, n % 12 + 1, 15),
                "Nilai Realisasi": 100_000 + n,
                "Nilai Setoran": n % 7,
                "Nilai SP2D": 100_000 + n,
            }
            ws.append(list(isi.values()))
    buku.save(berkas)


DAFTAR = [
    "kode_program",
    "program",
    "kode_kegiatan",
    "kegiatan",
    "unit_pelaksana",
    "kode_sub_kegiatan",
    "kode_resmi",
    "sub_kegiatan",
    "pagu",
    "realisasi",
    "realisasi_fisik",
]
"""The columns of the list of the demo year, `fixtures/demo/anggaran-2024.csv`."""


def row(n: int) -> list[Any]:
    """Return the row of the n-th sub kegiatan."""
    satu = kode(n)
    return [
        *(satu[:7], f"Program {satu[:7]}", satu[:12], f"Kegiatan {satu[:12]}", "UPTD Contoh"),
        *(satu, "ya", f"Sub kegiatan nomor {n}", 1_000_000 + n, 500_000 + n, 50),
    ]


def kode(n: int) -> str:
    """Return the code of the n-th sub kegiatan: 50 in each kegiatan."""
    return f"1.06.{n // 2500 + 1:02d}.1.{n // 50 % 50 + 1:02d}.{n % 50 + 1:04d}"


def measure(jenis: str, folder: Path) -> bool:
    """Print the ratio and the memory of one file; return whether both are within bounds."""
    berkas = folder / "berkas.xlsx"
    baca = min(read(berkas) for _ in range(3))
    sebelum = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pakai = bring(jenis, berkas)
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rasio = pakai / baca
    baik = rasio <= BATAS_RASIO and puncak <= BATAS_MEMORI
    print(
        f"{jenis:7} {berkas.stat().st_size // 1024:5} KB  openpyxl {baca:5.2f} s  impor {pakai:5.2f} s  "
        f"rasio {rasio:4.2f} (batas {BATAS_RASIO})  memori {puncak:4.0f} MB, sebelum {sebelum:.0f} "
        f"(batas {BATAS_MEMORI})  {'baik' if baik else 'MELEBIHI BATAS'}"
    )
    return baik


def read(berkas: Path) -> float:
    """Return how long openpyxl needs to read every cell, and no more."""
    from openpyxl import load_workbook

    mulai = time.process_time()
    buku = load_workbook(berkas, read_only=True, data_only=True)
    for ws in buku.worksheets:
        for _ in ws.iter_rows(values_only=True):
            pass
    buku.close()
    return time.process_time() - mulai


def bring(jenis: str, berkas: Path) -> float:
    """Return how long checking and applying the file takes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkip.settings")
    import django

    django.setup()
    from django.core.files.base import File
    from django.db.models import Sum

    from anggaran.actions.impor import apply_impor, check_impor
    from anggaran.models import DokumenAnggaran, Kegiatan, Pagu, Program, RealisasiAnggaran, SubKegiatan
    from lkip.actions.impor import receive_impor
    from lkip.models import Impor, PemerintahDaerah, PerangkatDaerah
    from lkip.pelaku import Pelaku

    daerah = PemerintahDaerah.objects.create(nama="Provinsi Uji", ibu_kota="Kota Uji")
    pd = PerangkatDaerah.objects.create(
        pemerintah_daerah=daerah,
        kode="1.06.0.00.0.00.01.0000",
        slug="uji",
        nama="Dinas Uji",
        kode_urusan="1.06",
    )
    dokumen = DokumenAnggaran.objects.create(perangkat_daerah=pd, tahun=2024, urutan=1, jenis="murni")
    semua = [kode(n) for n in range(BARIS if jenis == "pagu" else 840)]
    program = {
        k: Program.objects.create(perangkat_daerah=pd, tahun=2024, kode=k, nama=f"Program {k}")
        for k in sorted({k[:7] for k in semua})
    }
    kegiatan = {
        k: Kegiatan.objects.create(program=program[k[:7]], kode=k, nama=f"Kegiatan {k}")
        for k in sorted({k[:12] for k in semua})
    }
    SubKegiatan.objects.bulk_create(
        SubKegiatan(kegiatan=kegiatan[k[:12]], kode=k, nama=f"Sub kegiatan nomor {n}")
        for n, k in enumerate(semua)
    )
    if jenis != "pagu":
        Pagu.objects.bulk_create(
            Pagu(dokumen=dokumen, sub_kegiatan=s, jumlah=10**9) for s in SubKegiatan.objects.all()
        )
    macam = Impor.Jenis.PAGU if jenis == "pagu" else Impor.Jenis.REALISASI_ANGGARAN
    oleh = Pelaku.from_command("bench")
    mulai = time.process_time()
    with berkas.open("rb") as isi:
        impor = receive_impor(
            oleh=oleh,
            perangkat_daerah=pd,
            tahun=2024,
            jenis=macam,
            berkas=File(isi, name="berkas.xlsx"),
            nama="berkas.xlsx",
            pilihan={"dokumen": dokumen.pk},
        )
    hasil = check_impor(oleh=oleh, impor=impor)
    apply_impor(oleh=oleh, impor=impor, sidik=hasil.sidik, dikonfirmasi=True)
    pakai = time.process_time() - mulai
    tersimpan = (
        Pagu.objects.aggregate(n=Sum("jumlah"))["n"]
        if jenis == "pagu"
        else RealisasiAnggaran.objects.aggregate(n=Sum("keuangan"))["n"]
    )
    assert tersimpan == hasil.kontrol[0].berkas > 0, (tersimpan, hasil.kontrol[0])
    return pakai


if __name__ == "__main__":
    if sys.argv[1:2] == ["--tulis"]:
        write(sys.argv[2], Path(sys.argv[3]))
    elif sys.argv[1:2] == ["--satu"]:
        sys.exit(not measure(sys.argv[2], Path(sys.argv[3])))
    else:
        main()
