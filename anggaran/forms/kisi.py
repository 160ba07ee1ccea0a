"""A form whose fields are the cells of a grid."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from anggaran.kisi import Sel
from lkip.angka import JenisAngka, isian
from lkip.formulir import AngkaField


class KisiForm(forms.Form):
    """Cells are added by `add_cell`; one that was not sent keeps what it was filled with.

    The script of the page sends only the cells that were typed in; without it all are sent.
    """

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.sel_isian: set[str] = set()
        self._terkirim = data

    def add_cell(
        self,
        nama: str,
        label: str,
        jenis: JenisAngka,
        nilai: Decimal | None,
        minimum: int | None = None,
        maksimum: int | None = None,
    ) -> None:
        """Add one cell, filled with `nilai`."""
        self.fields[nama] = AngkaField(jenis, label=label, desimal=2, minimum=minimum, maksimum=maksimum)
        self.initial[nama] = nilai
        self.sel_isian.add(nama)

    def finish(self) -> None:
        """Give the cells that were not sent their value; call it after the last cell."""
        if self._terkirim is None:
            return
        data = self._terkirim.copy()
        for nama in self.sel_isian:
            if nama not in data:
                kolom = self.fields[nama]
                assert isinstance(kolom, AngkaField)
                data[nama] = isian(self.initial[nama], kolom.jenis)
        self.data = data

    def value_of(self, nama: str) -> Decimal | None:
        """Return the number in a cell as it is now: as sent and understood, else as stored."""
        if not self.is_bound:
            return self.initial.get(nama)
        self.errors  # noqa: B018 (cleans)
        nilai: Decimal | None = self.cleaned_data.get(nama)
        return nilai

    def cell(self, kunci: str, nama: str) -> Sel:
        """Return the cell as the page shows it, under the key of its column."""
        kolom, awal = self.fields[nama], self.initial.get(nama)
        assert isinstance(kolom, AngkaField)
        teks_awal = isian(awal, kolom.jenis)
        if not self.is_bound:
            return Sel(kunci, teks_awal, nama)
        teks = str(self.data.get(nama, ""))
        galat = tuple(str(satu) for satu in self.errors.get(nama, ()))
        return Sel(kunci, teks, nama, teks != teks_awal, galat)
