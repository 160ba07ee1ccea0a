"""Early warnings: one function for each rule, each with the sentence that states it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from laporan.dasbor import peringatan_anggaran, peringatan_kinerja
from laporan.dasbor.satu_peringatan import Peringatan, Tingkat, iku_of, tolerance
from laporan.dokumen.tampil import angka
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.masukan import KebijakanUkur


@dataclass(frozen=True)
class Aturan:
    """A rule: its name, its sentence under a policy, and the check."""

    kode: str
    judul: str
    bunyi: Callable[[KebijakanUkur | None], str]
    periksa: Callable[[Potongan, datetime.date], Iterable[Peringatan]]


def warnings_of(p: Potongan, hari: datetime.date) -> list[Peringatan]:
    """Return every warning at the cut-off, seen on the day `hari`; those that weigh most come first."""
    semua = [satu for aturan in ATURAN for satu in aturan.periksa(p, hari)]
    return sorted(semua, key=lambda satu: satu.tingkat != Tingkat.GENTING)


@dataclass(frozen=True)
class Kelompok:
    """The warnings of one rule: the rule, its first warning, how many in all and how many are genting."""

    aturan: Aturan
    pertama: Peringatan
    banyak: int
    genting: int


def by_rule(semua: Iterable[Peringatan]) -> list[Kelompok]:
    """Return the rules that gave a warning, those with a genting one first."""
    milik: dict[str, list[Peringatan]] = {}
    for satu in semua:
        milik.setdefault(satu.kode, []).append(satu)
    hasil = [
        Kelompok(
            a, milik[a.kode][0], len(milik[a.kode]), sum(s.tingkat == Tingkat.GENTING for s in milik[a.kode])
        )
        for a in ATURAN
        if a.kode in milik
    ]
    return sorted(hasil, key=lambda satu: not satu.genting)


def _tanpa_data(p: Potongan, hari: datetime.date) -> Iterator[Peringatan]:
    kurang = (
        (
            p.masukan.kebijakan is None,
            "Kebijakan pengukuran",
            "belum ditetapkan, sehingga tidak ada kriteria",
        ),
        (not list(iku_of(p)), "Indikator kinerja utama", "belum diisi"),
        (not p.masukan.anggaran.program, "Program dan kegiatan", "belum diisi"),
        (
            bool(p.masukan.anggaran.program) and p.snapshot.hasil.anggaran.total.pagu is None,
            "Pagu",
            "belum diisi",
        ),
    )
    for benar, tempat, pesan in kurang:
        if benar:
            yield Peringatan("tanpa_data", Tingkat.WASPADA, tempat, f"{pesan}.", "page", "dasbor")


def _bunyi_jalur(k: KebijakanUkur | None) -> str:
    return (
        f"Realisasi IKU kurang dari {angka(100 - tolerance(k))}% target triwulan pada rencana aksi. Tanpa "
        "target triwulan dipakai jalur linear: target setahun menurut triwulan yang sudah lewat; untuk "
        "indikator yang turun atau dirata-ratakan, target setahun."
    )


def _bunyi_keuangan(k: KebijakanUkur | None) -> str:
    batas = angka(tolerance(k))
    return f"Penyerapan program tertinggal lebih dari {batas} poin persentase dari waktu berjalan."


def _bunyi_fisik(k: KebijakanUkur | None) -> str:
    if k is None:
        return "Tidak diperiksa: kebijakan pengukuran tahun ini belum ditetapkan."
    return (
        f"Realisasi fisik sub kegiatan paling sedikit {angka(k.ambang_fisik)}% dan penyerapannya kurang dari "
        f"{angka(k.ambang_penyerapan)}%."
    )


def _tetap(teks: str) -> Callable[[KebijakanUkur | None], str]:
    return lambda kebijakan: teks


ATURAN: tuple[Aturan, ...] = (
    Aturan("di_bawah_jalur", "IKU di bawah jalur", _bunyi_jalur, peringatan_kinerja.di_bawah_jalur),
    Aturan(
        "terlambat",
        "Terlambat dilaporkan",
        _tetap("Realisasi triwulan belum diajukan sampai tenggatnya lewat, atau diajukan sesudahnya."),
        peringatan_kinerja.terlambat,
    ),
    Aturan(
        "melebihi_pagu",
        "Realisasi melebihi pagu",
        _tetap(
            "Realisasi keuangan sub kegiatan lebih besar daripada pagunya, atau sub kegiatannya tanpa pagu."
        ),
        peringatan_anggaran.melebihi_pagu,
    ),
    Aturan(
        "keuangan_di_bawah_jalur",
        "Penyerapan di bawah jalur",
        _bunyi_keuangan,
        peringatan_anggaran.keuangan_di_bawah_jalur,
    ),
    Aturan(
        "tanpa_data",
        "Data tahun ini belum ada",
        _tetap("Kebijakan pengukuran, indikator kinerja utama, program, atau pagu belum diisi."),
        _tanpa_data,
    ),
    Aturan(
        "belum_dilaporkan",
        "Belum dilaporkan",
        _tetap(
            "Triwulan sudah berakhir dan realisasinya belum diajukan; tenggatnya belum lewat atau belum "
            "ditetapkan."
        ),
        peringatan_kinerja.belum_dilaporkan,
    ),
    Aturan(
        "fisik_tanpa_keuangan",
        "Fisik selesai, keuangan rendah",
        _bunyi_fisik,
        peringatan_anggaran.fisik_tanpa_keuangan,
    ),
    Aturan(
        "belum_disetujui",
        "Belum disetujui",
        _tetap("Realisasi triwulan ikut dihitung padahal belum disetujui."),
        peringatan_kinerja.belum_disetujui,
    ),
    Aturan(
        "tanpa_bukti",
        "Tanpa bukti dukung",
        _tetap("Realisasi triwulan tidak memiliki satu pun bukti dukung."),
        peringatan_kinerja.tanpa_bukti,
    ),
)
"""The rules in the order in which their warnings are read."""
