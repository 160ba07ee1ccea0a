"""The budget rows in the form of a perjanjian kinerja."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from anggaran.isi_perjanjian import TERHITUNG, IsiAnggaran, Jenis, PaguBerlaku
from anggaran.models import Program
from laporan.forms.perjanjian import BarisForm
from lkip.angka import JenisAngka
from lkip.formulir import AngkaField

URUTAN_JENIS = [jenis.value for jenis in Jenis]
"""Belanja, its programs, pendapatan, total, then the money of the state: as the official form prints them."""


def butir(jenis: str, program_id: int | None) -> str:
    """Return how the form names a row: its jenis, or the program itself."""
    return f"program-{program_id}" if program_id is not None else jenis


class AnggaranForm(BarisForm):
    """One budget row; that of a stored row says what it is, a new one chooses."""

    butir = forms.ChoiceField(label="Uraian")
    jumlah = AngkaField(JenisAngka.RUPIAH, label="Anggaran (Rp)", minimum=0, desimal=2)
    penyerapan_minimum = AngkaField(
        JenisAngka.PERSEN, label="Realisasi minimal (%)", minimum=0, maksimum=100, desimal=2, digit=5
    )

    def __init__(self, *args: Any, program: Mapping[int, Program], pagu: PaguBerlaku, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.program, self.pagu = program, pagu
        kolom = self.fields["butir"]
        assert isinstance(kolom, forms.ChoiceField)
        kolom.choices = [
            ("", "Pilih baris"),
            *((butir("", pk), f"{p}") for pk, p in program.items()),
            *((j.value, j.label) for j in Jenis if j != Jenis.PROGRAM),
        ]
        self.sendiri = str(self._value("butir") if self._value("baris") else "")
        self.nama = dict(kolom.choices).get(self.sendiri, "") if self.sendiri else ""
        self.terhitung = self.sendiri in TERHITUNG
        if self.nama:
            kolom.widget = forms.HiddenInput()
        if self.terhitung:
            del self.fields["jumlah"]

    def _value(self, nama: str) -> Any:
        """Return what was sent for a field, or what it is filled with."""
        return self.data.get(self.add_prefix(nama)) if self.is_bound else self.initial.get(nama)

    @property
    def pagu_program(self) -> Decimal | None:
        """The pagu of the program in the budget document in force (rupiah)."""
        _, _, pk = self.sendiri.partition("-")
        return self.pagu.program.get(int(pk)) if pk.isdigit() else None

    def clean(self) -> dict[str, Any]:
        """Refuse an amount where the amount is a sum."""
        isi = super().clean() or {}
        if isi.get("butir") in TERHITUNG and isi.get("jumlah") is not None:
            self.add_error("jumlah", "Jumlah baris ini dihitung dari baris lain; kosongkan.")
        return isi

    def isi(self) -> IsiAnggaran:
        """Return the row as it was typed."""
        rapi = self.cleaned_data
        jenis, _, pk = rapi["butir"].partition("-")
        return IsiAnggaran(
            jenis,
            self.program[int(pk)] if pk else None,
            rapi.get("jumlah"),
            rapi["penyerapan_minimum"],
            rapi["baris"],
        )


class DasarAnggaranFormSet(forms.BaseFormSet[AnggaranForm]):
    """The budget rows; their order is that of the official form, programs by kode."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the field that deletes."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"
        form.fields["DELETE"].widget.attrs["class"] = "form-check-input"

    def clean(self) -> None:
        """Refuse the same row twice, at the second of them."""
        terlihat = set()
        for form in self.forms:
            nama = getattr(form, "cleaned_data", {}).get("butir")
            if not nama or form.cleaned_data.get("DELETE"):
                continue
            if nama in terlihat:
                form.add_error("butir", "Baris ini sudah ada di atas.")
            terlihat.add(nama)

    def isi(self) -> tuple[IsiAnggaran, ...]:
        """Return the rows as they were typed, in printed order."""
        ada = [f for f in self.forms if f.cleaned_data and not f.cleaned_data.get("DELETE")]
        return tuple(sorted((f.isi() for f in ada), key=_place))


def _place(isi: IsiAnggaran) -> tuple[int, str]:
    return URUTAN_JENIS.index(isi.jenis), isi.program.kode if isi.program else ""


AnggaranFormSet = forms.formset_factory(
    AnggaranForm, formset=DasarAnggaranFormSet, extra=1, can_delete=True, max_num=200
)
