"""The nodes of the program tree as the Renja evaluation prints them, with the money of the Renstra."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from laporan.dokumen.bahan import Bahan
from laporan.snapshot.hasil import HasilUang
from laporan.snapshot.hitung.umum import jumlah_desimal
from laporan.snapshot.masukan_anggaran import ButirKegiatan, ButirSubKegiatan


@dataclass(frozen=True)
class UangRenstra:
    """Money of the Renstra of one node (rupiah): planned for the period, spent before the year."""

    pagu: Decimal | None
    lalu: Decimal | None

    def sampai(self, realisasi: Decimal | None) -> Decimal | None:
        """Return what was spent in the Renstra and this year together; None while one is not known."""
        return None if self.lalu is None or realisasi is None else self.lalu + realisasi

    @classmethod
    def total(cls, anak: Iterable[UangRenstra]) -> UangRenstra:
        """Return the sums of what is there."""
        semua = list(anak)
        return cls(jumlah_desimal(satu.pagu for satu in semua), jumlah_desimal(satu.lalu for satu in semua))


@dataclass(frozen=True)
class Simpul:
    """A node of the tree as the form prints it."""

    nomor: str
    sasaran: str
    kode: str
    nama: str
    unit: str
    kelas: str
    uang: HasilUang
    renstra: UangRenstra

    @property
    def sampai(self) -> Decimal | None:
        """Spent in the Renstra up to the quarter (rupiah); None while one part is not known."""
        return self.renstra.sampai(self.uang.realisasi)


def simpul_of(b: Bahan, sasaran: Mapping[str, tuple[str, ...]]) -> Iterable[Simpul]:
    """Return every node of the tree in printed order; `sasaran` by kode of the program."""
    hasil = b.snapshot.hasil.anggaran.program
    for nomor, (p, h) in enumerate(zip(b.masukan.anggaran.program, hasil, strict=True), 1):
        renstra = UangRenstra.total(_renstra(k) for k in p.kegiatan)
        teks = "; ".join(sasaran.get(p.kode, ()))
        yield Simpul(f"{nomor}.", teks, p.kode, p.nama, p.unit or "", "program", h.uang, renstra)
        for k, hk in zip(p.kegiatan, h.kegiatan, strict=True):
            yield Simpul("", "", k.kode, k.nama, p.unit or "", "kegiatan", hk.uang, _renstra(k))
            uang = {s.kode: s.uang for unit in hk.unit for s in unit.sub_kegiatan}
            for s in k.sub_kegiatan:
                unit = s.unit_pelaksana or p.unit or ""
                yield Simpul("", "", s.kode, s.nama, unit, "", uang[s.kode], _renstra_sub(s))


def _renstra(k: ButirKegiatan) -> UangRenstra:
    return UangRenstra.total(_renstra_sub(s) for s in k.sub_kegiatan)


def _renstra_sub(s: ButirSubKegiatan) -> UangRenstra:
    return UangRenstra(s.pagu_renstra, s.keuangan_lalu)
