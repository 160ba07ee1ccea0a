"""A table of figures per quarter: one row for each thing that is planned or measured."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField

from laporan.perhitungan.rencana import TRIWULAN
from lkip.angka import JenisAngka, romawi
from lkip.formulir import AngkaField


@dataclass(frozen=True)
class BarisTriwulan:
    """One row: its key, its satuan, and the stored figure of each quarter that has one."""

    kunci: int
    satuan: str
    nilai: Mapping[int, Decimal | None]


def quarter_field(satuan: str, label: str, *, terkunci: bool, **batas: Any) -> AngkaField:
    """Return the field of one quarterly figure.

    A locked one can be read and not typed into; should it be sent otherwise, the action says why not.
    """
    jenis = JenisAngka.PERSEN if satuan == "%" else JenisAngka.BILANGAN
    kolom = AngkaField(jenis, label=label, **batas)
    if terkunci:
        kolom.widget.attrs["readonly"] = True
    return kolom


class TriwulanForm(forms.Form):
    """The figures of all rows and quarters of one screen."""

    def __init__(
        self,
        data: Any = None,
        *,
        baris: Sequence[BarisTriwulan],
        terkunci: Collection[int],
        minimum: int | None = None,
    ) -> None:
        self.kunci = [satu.kunci for satu in baris]
        awal = {_name(satu.kunci, t): nilai for satu in baris for t, nilai in satu.nilai.items()}
        super().__init__(data, initial=awal)
        for nomor, satu in enumerate(baris, start=1):
            for t in TRIWULAN:
                self.fields[_name(satu.kunci, t)] = quarter_field(
                    satu.satuan,
                    f"Baris {nomor}, triwulan {romawi(t)}",
                    terkunci=t in terkunci,
                    minimum=minimum,
                )

    def cells(self, kunci: int) -> list[BoundField]:
        """Return the four fields of one row."""
        return [self[_name(kunci, t)] for t in TRIWULAN]

    def values(self) -> dict[int, dict[int, Decimal | None]]:
        """Return the figures as sent, by key and quarter; the form is valid."""
        return {kunci: {t: self.cleaned_data[_name(kunci, t)] for t in TRIWULAN} for kunci in self.kunci}


def _name(kunci: int, triwulan: int) -> str:
    return f"tw_{kunci}_{triwulan}"
