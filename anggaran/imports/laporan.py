"""What was found in a file, as a workbook: messages, changes, control totals."""

from __future__ import annotations

from decimal import Decimal

from lkip.models import Impor
from lkip.workbook.tulis import Format, Kolom, LembarTulis, write_buku


def result_workbook(impor: Impor) -> bytes:
    """Return the XLSX file of the kept result."""
    hasil = impor.hasil
    judul = [f"{impor}"]
    return write_buku(
        [
            LembarTulis(
                "Pesan",
                [
                    Kolom("Tingkat", 12),
                    Kolom("Lembar", 18),
                    Kolom("Baris", 8, Format.BULAT),
                    Kolom("Kolom", 24),
                    Kolom("Nilai", 28),
                    Kolom("Masalah", 70),
                    Kolom("Yang harus dilakukan", 60),
                    Kolom("Nilai usulan", 24),
                ],
                [
                    [
                        p[k]
                        for k in ("tingkat", "lembar", "baris", "kolom", "nilai", "pesan", "saran", "usulan")
                    ]
                    for p in hasil.get("pesan", [])
                ],
                judul=judul,
            ),
            LembarTulis(
                "Perubahan",
                [
                    Kolom("Objek", 70),
                    Kolom("Kolom", 22),
                    Kolom("Sebelum", 22),
                    Kolom("Sesudah", 22),
                    Kolom("Jenis", 12),
                    Kolom("Tempat", 24),
                ],
                [
                    [u[k] for k in ("objek", "kolom", "sebelum", "sesudah", "jenis", "tempat")]
                    for u in hasil.get("ubahan", [])
                ],
                judul=judul,
            ),
            LembarTulis(
                "Jumlah kontrol",
                [Kolom("Jumlah", 60)]
                + [Kolom(nama, 24, Format.RUPIAH) for nama in ("Menurut berkas", "Sesudah impor", "Selisih")],
                [
                    [k["nama"], *(Decimal(k[n]) for n in ("berkas", "sesudah", "selisih"))]
                    for k in hasil.get("kontrol", [])
                ],
                judul=judul,
            ),
        ]
    )
