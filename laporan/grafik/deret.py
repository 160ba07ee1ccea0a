"""What a trend drawing shows: series over years, their targets, and where an indicator was replaced."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Deret:
    """One indicator: a value, a label and perhaps a target for each year; None leaves a gap."""

    nama: str
    nilai: tuple[Decimal | None, ...]
    label: tuple[str, ...]
    target: tuple[Decimal | None, ...] = ()
    label_target: tuple[str, ...] = ()


@dataclass(frozen=True)
class PutusDeret:
    """From `tahun` on the series (all of them when `deret` is empty) measure something else."""

    tahun: str
    label: str
    deret: tuple[str, ...] = ()


@dataclass(frozen=True)
class DiagramGaris:
    judul: str
    tahun: tuple[str, ...]
    deret: tuple[Deret, ...]
    putus: tuple[PutusDeret, ...] = ()
    satuan: str = ""

    def __post_init__(self) -> None:
        for d in self.deret:
            if bool(d.target) != bool(d.label_target):
                raise ValueError(f"Deret {d.nama!r}: target dan label target harus ada berpasangan.")
            for isi in (d.nilai, d.label, d.target or self.tahun, d.label_target or self.tahun):
                if len(isi) != len(self.tahun):
                    raise ValueError(f"Deret {d.nama!r}: {len(isi)} isian untuk {len(self.tahun)} tahun.")
        for p in self.putus:
            if p.tahun not in self.tahun:
                raise ValueError(f"Tahun putus deret {p.tahun!r} tidak ada pada sumbu.")
