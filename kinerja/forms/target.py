"""The yearly targets of an indikator: one line for each year of the Renstra."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms

from kinerja.actions.indikator import Ubahan
from kinerja.models import TargetTahunan
from laporan.perhitungan.data import Arah
from lkip.formulir import AngkaField
from lkip.models import SkalaPredikat

KOLOM = {Arah.PREDIKAT: ("predikat",), Arah.RENTANG: ("bawah", "atas")}
ISI = ("nilai", "predikat", "bawah", "atas")


class TargetForm(forms.Form):
    """The target of one year: a number, a predicate, or two bounds; all empty means not set yet."""

    tahun = forms.IntegerField(widget=forms.HiddenInput)
    nilai = AngkaField(label="Nilai")
    predikat = forms.CharField(label="Predikat", max_length=40, required=False)
    bawah = AngkaField(label="Batas bawah")
    atas = AngkaField(label="Batas atas")

    def __init__(self, *args: Any, induk: forms.ModelForm[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.induk = induk
        for nama in ISI:
            kolom = self.fields[nama]
            kolom.label = f"{kolom.label} {self['tahun'].value()}"
            kolom.widget.attrs["class"] = "form-control" if nama == "predikat" else "form-control angka"

    def clean(self) -> dict[str, Any]:
        """Accept only what the arah of the indikator has use for."""
        isi = super().clean() or {}
        self.induk.is_valid()
        arah = self.induk.cleaned_data.get("arah")
        if not arah:
            return isi
        dipakai = KOLOM.get(Arah(arah), ("nilai",))
        for nama in ISI:
            if nama not in dipakai and isi.get(nama) not in (None, ""):
                self.add_error(nama, f"Arah {arah} tidak memakai kolom ini. Kosongkan, atau ubah arahnya.")
        bawah, atas = isi.get("bawah"), isi.get("atas")
        if "bawah" in dipakai and not self.errors:
            if (bawah is None) != (atas is None):
                self.add_error(
                    "atas" if atas is None else "bawah", "Isi kedua batas, atau kosongkan keduanya."
                )
            elif bawah is not None and atas is not None and bawah > atas:
                self.add_error("atas", "Batas atas lebih kecil daripada batas bawah.")
        if "predikat" in dipakai and isi.get("predikat"):
            self._check_predikat(isi["predikat"], self.induk.cleaned_data.get("skala_predikat"))
        return isi

    def _check_predikat(self, predikat: str, skala: SkalaPredikat | None) -> None:
        if skala is None:
            return
        dikenal = [n.predikat for n in skala.nilai.all()]
        if predikat.casefold() not in {satu.casefold() for satu in dikenal}:
            self.add_error("predikat", f"Tidak ada pada skala {skala}. Pilihan: {', '.join(dikenal)}.")


class TargetFormSet(forms.BaseFormSet[TargetForm]):
    """The targets of all years."""

    def clean(self) -> None:
        """Refuse years that were not asked for, or twice."""
        diminta = [awal["tahun"] for awal in self.initial or ()]
        dikirim = [form.cleaned_data.get("tahun") for form in self.forms if form.is_valid()]
        if len(set(dikirim)) != len(dikirim) or not set(dikirim) <= set(diminta):
            raise forms.ValidationError("Tahun target berubah sejak halaman dibuka. Muat ulang halaman ini.")

    @property
    def kolom_terisi(self) -> str:
        """The columns that hold something, as classes: the page hides only empty ones that do not apply."""
        kelas = {
            "nilai": "isi-nilai",
            "predikat": "isi-predikat",
            "bawah": "isi-rentang",
            "atas": "isi-rentang",
        }
        return " ".join(
            sorted({kelas[n] for form in self.forms for n in ISI if form[n].value() not in (None, "")})
        )

    def changes(self, tersimpan: Iterable[TargetTahunan]) -> Ubahan[TargetTahunan]:
        """Return the targets to save, and the stored ones that were emptied."""
        per_tahun = {satu.tahun: satu for satu in tersimpan}
        simpan, hapus = [], []
        for form in self.forms:
            isi = form.cleaned_data
            lama = per_tahun.get(isi["tahun"])
            if all(isi[nama] in (None, "") for nama in ISI):
                hapus += [lama] if lama else []
                continue
            satu = lama or TargetTahunan(tahun=isi["tahun"])
            for nama in ISI:
                setattr(satu, nama, isi[nama])
            simpan.append(satu)
        return Ubahan(simpan, hapus)


def target_form_set(
    data: Any, periode: Sequence[int], tersimpan: Iterable[TargetTahunan], induk: forms.ModelForm[Any]
) -> TargetFormSet:
    """Return the form set for the years of the Renstra, and any other year that has a target."""
    per_tahun = {satu.tahun: satu for satu in tersimpan}
    awal = [
        {
            "tahun": tahun,
            **({nama: getattr(per_tahun[tahun], nama) for nama in ISI} if tahun in per_tahun else {}),
        }
        for tahun in sorted({*periode, *per_tahun})
    ]
    kelas = cast("type[TargetFormSet]", forms.formset_factory(TargetForm, formset=TargetFormSet, extra=0))
    return kelas(data, prefix="target", initial=awal, form_kwargs={"induk": induk})
