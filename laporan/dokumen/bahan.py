"""What the chapter builders work from: the snapshot with look-ups by kode, made once."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from laporan.dokumen.blok import Blok, Kosong, Narasi
from laporan.snapshot.hasil import HasilIndikator, HasilPerjanjian
from laporan.snapshot.masukan import Identitas
from laporan.snapshot.masukan_anggaran import Perjanjian
from laporan.snapshot.masukan_kinerja import DefinisiIndikator, LaporanTriwulan
from laporan.snapshot.struktur import Masukan, Snapshot
from lkip.teks_kaya import bersihkan


def terisi(isi: str) -> bool:
    """Whether a rich text says anything; an editor saves an empty one as an empty paragraph."""
    return bool(bersihkan(isi))


@dataclass(frozen=True)
class Bahan:
    """The snapshot of one report, with its look-ups."""

    snapshot: Snapshot

    @property
    def masukan(self) -> Masukan:
        """The inputs."""
        return self.snapshot.masukan

    @property
    def identitas(self) -> Identitas:
        """Whose report it is."""
        return self.snapshot.masukan.identitas

    @property
    def tahun(self) -> int:
        """The year of the report."""
        return self.identitas.tahun

    @functools.cached_property
    def teks(self) -> dict[str, str]:
        """Narrative per section."""
        return dict(self.masukan.naskah.narasi)

    @functools.cached_property
    def definisi(self) -> dict[str, DefinisiIndikator]:
        """Indikator per kode."""
        return {i.kode: i for i in self.masukan.indikator.indikator}

    @functools.cached_property
    def hasil(self) -> dict[str, HasilIndikator]:
        """Results per kode of indikator."""
        return {h.kode: h for h in self.snapshot.hasil.kinerja.indikator}

    def indikator(self, jenis: str) -> list[DefinisiIndikator]:
        """Return the indikator of one jenis in printed order."""
        return [i for i in self.masukan.indikator.indikator if i.jenis == jenis]

    def laporan_akhir(self, kode: str) -> LaporanTriwulan | None:
        """Return the last report of an indikator in the year."""
        milik = [t for t in self.masukan.realisasi.triwulan if t.indikator == kode]
        return max(milik, key=lambda t: t.triwulan) if milik else None

    @functools.cached_property
    def perjanjian(self) -> list[tuple[Perjanjian, HasilPerjanjian]]:
        """The perjanjian kinerja with their results, the head of the perangkat daerah first."""
        return list(zip(self.masukan.perjanjian.perjanjian, self.snapshot.hasil.perjanjian, strict=True))

    @functools.cached_property
    def perjanjian_kepala(self) -> tuple[Perjanjian, HasilPerjanjian] | None:
        """The perjanjian kinerja of the head of the perangkat daerah."""
        return next((pasangan for pasangan in self.perjanjian if pasangan[0].jenis_unit == "pimpinan"), None)

    def narasi(self, bagian: str) -> tuple[Blok, ...]:
        """Return the narrative of a section, or the plain statement that it is missing."""
        isi = self.teks.get(bagian, "")
        if not terisi(isi):
            return (Kosong("Narasi bagian ini belum disusun.", bagian),)
        return (Narasi(bagian, isi),)
