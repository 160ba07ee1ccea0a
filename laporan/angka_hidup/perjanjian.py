"""Live figures of the perjanjian kinerja of the head of the perangkat daerah."""

from __future__ import annotations

from laporan.angka_hidup import tulis
from laporan.narasi import AngkaHidup
from laporan.perhitungan.data import Alasan
from laporan.snapshot.struktur import Snapshot


def angka_perjanjian(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return `perjanjian.belanja.minimum` and, per program, `jumlah` and `minimum` as signed."""
    kepala = next((p for p in snapshot.masukan.perjanjian.perjanjian if p.jenis_unit == "pimpinan"), None)
    baris = kepala.anggaran if kepala else ()
    belanja = next((b for b in baris if b.jenis == "belanja"), None)
    program = {b.program: b for b in baris if b.program is not None}
    angka = {
        "perjanjian.belanja.minimum": tulis.target(
            belanja.minimum if belanja else None,
            tulis.PERSEN,
            "Penyerapan minimum belanja dalam perjanjian kinerja",
        )
    }
    for kode in sorted({*program, *(p.kode for p in snapshot.masukan.anggaran.program)}):
        satu = program.get(kode)
        milik = f"program {kode} dalam perjanjian kinerja"
        angka[f"perjanjian.program.{kode}.jumlah"] = tulis.uang(
            satu.jumlah if satu else None, f"Anggaran {milik}", Alasan.PAGU_KOSONG
        )
        angka[f"perjanjian.program.{kode}.minimum"] = tulis.target(
            satu.minimum if satu else None, tulis.PERSEN, f"Penyerapan minimum {milik}"
        )
    return angka
