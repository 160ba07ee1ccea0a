"""The tables of a perjanjian kinerja, used by Bab II and by the attachment in its official form."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Kosong, Tabel
from laporan.dokumen.nilai import sel_realisasi_perjanjian, sel_target_perjanjian
from laporan.dokumen.tampil import (
    baris,
    kelas_gabung,
    kolom,
    pecahan,
    persen,
    sel,
    sel_angka,
    sel_gabung,
    sel_kriteria,
    sel_satuan,
    sel_uang,
)
from laporan.snapshot.hasil import HasilPerjanjian
from laporan.snapshot.masukan_anggaran import Perjanjian


def kunci(perjanjian: Perjanjian) -> str:
    """Return the key of the table of a perjanjian, for cross references."""
    if perjanjian.jenis_unit == "pimpinan":
        return "pk-kepala"
    return "pk-" + perjanjian.unit.removeprefix("bidang-")


def jabatan(perjanjian: Perjanjian) -> str:
    """Return the office that promises, as the captions name it."""
    return perjanjian.pihak_pertama.jabatan


def tanpa_sasaran(perjanjian: Perjanjian) -> Kosong:
    """Return what stands in the place of the table of an empty perjanjian."""
    return Kosong(f"Perjanjian kinerja {jabatan(perjanjian)} belum memuat sasaran dan indikator.")


def tabel_perjanjian(b: Bahan, perjanjian: Perjanjian, akhiran: str = "") -> Tabel:
    """Return sasaran, indikator, target and formula; the head's also shows last year's condition."""
    kepala = perjanjian.jenis_unit == "pimpinan"
    isi: list[Baris] = []
    for s in perjanjian.sasaran:
        for i, d in enumerate(s.indikator):
            awal = sel_gabung(i, len(s.indikator), (f"{s.urutan}.", "tengah"), (s.uraian, ""))
            kondisi = (sel_satuan(d.kondisi_awal, d.satuan),) if kepala else ()
            isi.append(
                baris(
                    *awal,
                    d.nama,
                    *kondisi,
                    sel_target_perjanjian(b, d),
                    sel(pecahan(d.pembilang, d.penyebut), "rumus"),
                    kelas=kelas_gabung(i, len(s.indikator)),
                )
            )
    if kepala:
        lajur = kolom(
            ("No.", 6, "tengah"),
            ("Sasaran strategis", 22),
            ("Indikator kinerja", 20),
            (f"Kondisi {b.tahun - 1}", 11),
            (f"Target {b.tahun}", 11),
            ("Formula indikator", 30, "rumus"),
        )
    else:
        lajur = kolom(
            ("No.", 6, "tengah"),
            ("Sasaran", 24),
            ("Indikator", 25),
            ("Target", 10),
            ("Formula indikator", 35, "rumus"),
        )
    return Tabel(
        kunci(perjanjian) + akhiran,
        f"Perjanjian Kinerja {jabatan(perjanjian)} Tahun {b.tahun}",
        lajur,
        tuple(isi),
    )


def tabel_anggaran_perjanjian(
    b: Bahan, perjanjian: Perjanjian, hasil: HasilPerjanjian, akhiran: str = ""
) -> Tabel:
    """Return the budget rows of a perjanjian as signed, with their minimum penyerapan."""
    isi, urutan = [], 0
    for a, h in zip(perjanjian.anggaran, hasil.anggaran, strict=True):
        program = a.jenis == "program"
        urutan += program
        isi.append(
            baris(
                f"{urutan}." if program else "",
                a.nama,
                sel_uang(h.jumlah),
                "–" if a.minimum is None else f"Realisasi minimal {persen(a.minimum)}",
                kelas="" if program else "jumlah",
            )
        )
    return Tabel(
        f"{kunci(perjanjian)}-anggaran{akhiran}",
        f"Anggaran dalam Perjanjian Kinerja {jabatan(perjanjian)} Tahun {b.tahun}",
        kolom(("No.", 7, "tengah"), ("Uraian", 45), ("Anggaran (Rp)", 24), ("Target", 24)),
        tuple(isi),
        catatan=(
            "Jumlah per program adalah jumlah pada saat perjanjian ditandatangani; "
            "perubahan anggaran sesudahnya tidak mengubahnya.",
        ),
    )


def baris_pengukuran(b: Bahan, perjanjian: Perjanjian, hasil: HasilPerjanjian, mulai: int = 1) -> list[Baris]:
    """Return a perjanjian measured, one row of seven cells for each indicator, numbered from `mulai`."""
    isi: list[Baris] = []
    for s in perjanjian.sasaran:
        for i, d in enumerate(s.indikator):
            ke = len(isi)
            isi.append(
                baris(
                    f"{mulai + ke}.",
                    *sel_gabung(i, len(s.indikator), (s.uraian, "")),
                    d.nama,
                    sel_target_perjanjian(b, d),
                    sel_realisasi_perjanjian(b, d, hasil.realisasi[ke]),
                    sel_angka(hasil.indikator[ke].nilai),
                    sel_kriteria(hasil.indikator[ke].kriteria),
                    kelas=kelas_gabung(i, len(s.indikator)),
                )
            )
    return isi
