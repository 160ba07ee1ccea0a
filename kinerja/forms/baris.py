"""Rows under an indikator in one form with it: each keeps the key of the stored row it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeAlias, TypeVar, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db import models
from django.forms import BaseForm
from django.forms.models import model_to_dict

from kinerja.actions.indikator import Ubahan
from kinerja.models import Komponen, RiwayatRealisasi, StandarNasional
from laporan.perhitungan.data import CaraUkur
from lkip.formulir import AngkaField
from lkip.tahun import TAHUN_AKHIR, TAHUN_AWAL

T = TypeVar("T", bound=models.Model)


BATAS_BARIS = 200

Lajur: TypeAlias = tuple[tuple[tuple[str, str], ...], ...]
"""The lines of a row on the page: each field and its width."""


def row_helper(lajur: Lajur, *tersembunyi: str) -> FormHelper:
    """Return how a row of a form set is laid out within the form of the page."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    isi = [Row(*(Column(nama, css_class=lebar) for nama, lebar in satu)) for satu in lajur]
    helper.layout = Layout(*tersembunyi, *isi)
    return helper


class BarisForm(forms.ModelForm[Any]):
    """One row; `baris` is the key of the stored row, empty for a new one."""

    baris = forms.IntegerField(required=False, widget=forms.HiddenInput)
    lajur: Lajur = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = row_helper(self.lajur, "baris")

    @classmethod
    def initial_of(cls, objek: models.Model) -> dict[str, Any]:
        """Return what fills the row from its stored values."""
        return {**model_to_dict(objek, cls._meta.fields), "baris": objek.pk}


class BarisFormSet(forms.BaseFormSet[BarisForm], Generic[T]):
    """The rows of one kind under an indikator."""

    sebutan = ""
    kunci: tuple[str, ...] = ()
    """The fields that no two rows may share."""

    def clean(self) -> None:
        """Refuse two rows for the same year, at the second of them."""
        terlihat: set[tuple[Any, ...]] = set()
        for form in self.forms:
            isi = getattr(form, "cleaned_data", {})
            nilai = tuple(isi.get(nama) for nama in self.kunci)
            if not self.kunci or form in self.deleted_forms or any(satu in (None, "") for satu in nilai):
                continue
            if nilai in terlihat:
                form.add_error(
                    self.kunci[0], f"{self.sebutan} {' '.join(map(str, nilai))} sudah ada di atas."
                )
            terlihat.add(nilai)

    def changes(self, tersimpan: Iterable[T], model: type[T]) -> Ubahan[T]:
        """Return what this form set asks for: rows to save in their order, and stored rows to delete."""
        per_kunci = {satu.pk: satu for satu in tersimpan}
        urut = self.ordered_forms if self.can_order else [f for f in self.forms if f.has_changed()]
        dihapus = set(map(id, self.deleted_forms))
        simpan = []
        for form in urut:
            isi = form.cleaned_data
            if id(form) in dihapus or not isi:
                continue
            objek = per_kunci.get(isi.get("baris")) or model()
            for nama in form._meta.fields or ():
                setattr(objek, nama, isi[nama])
            simpan.append(objek)
        kunci_hapus = [form.cleaned_data.get("baris") for form in self.deleted_forms]
        return Ubahan(simpan, [per_kunci[pk] for pk in kunci_hapus if pk in per_kunci])


class KomponenForm(BarisForm):
    """A pembilang and penyebut, and the unit that counts them."""

    lajur = (
        (("pembilang", "col-md-6"), ("penyebut", "col-md-6")),
        (("satuan", "col-md-3"), ("unit_kerja", "col-md-5"), ("ORDER", "col-md-2"), ("DELETE", "col-md-2")),
    )

    class Meta:
        model = Komponen
        fields = ("pembilang", "penyebut", "satuan", "unit_kerja")
        labels = {
            "pembilang": "Uraian pembilang",
            "penyebut": "Uraian penyebut",
            "unit_kerja": "Unit penghitung",
        }
        widgets = {
            "pembilang": forms.Textarea(attrs={"rows": 2}),
            "penyebut": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {"pembilang": "", "penyebut": ""}

    def __init__(self, *args: Any, unit: models.QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = cast("forms.ModelChoiceField[Any]", self.fields["unit_kerja"])
        kolom.queryset = unit
        # The list is read once for all rows: `unit` is evaluated already.
        kolom.choices = [("", "Belum ditetapkan"), *((satu.pk, satu.nama) for satu in unit)]


class KomponenFormSet(BarisFormSet[Komponen]):
    """The komponen, in the order of their numbers."""

    sebutan = "Komponen"
    induk: forms.ModelForm[Any]
    """The form of the indikator, which says how it is measured."""

    def clean(self) -> None:
        """Ask for a komponen where the indikator is measured by them, and for none where it is not."""
        super().clean()
        self.induk.is_valid()
        cara, mengikuti = (self.induk.cleaned_data.get(nama) for nama in ("cara_ukur", "mengikuti"))
        ada = any(f.has_changed() or f.initial for f in self.forms if f not in self.deleted_forms)
        if cara == CaraUkur.ANGKA and ada:
            raise forms.ValidationError(
                "Cara ukur “satu angka” tidak memakai komponen. Ubah cara ukurnya, atau hapus komponennya."
            )
        if cara and cara != CaraUkur.ANGKA and mengikuti is None and not ada:
            raise forms.ValidationError("Cara ukur ini memerlukan paling sedikit satu komponen.")

    def add_fields(self, form: BarisForm, index: int | None) -> None:
        """Name the two fields of a form set in the words of this page."""
        super().add_fields(form, index)
        form.fields["ORDER"].label = "Urutan"
        form.fields["DELETE"].label = "Hapus komponen ini"


class TahunanForm(BarisForm):
    """A row for one year."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"] = forms.IntegerField(
            label="Tahun", min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR, required=True
        )


class StandarNasionalForm(TahunanForm):
    """A national standard with its source."""

    nilai = AngkaField(label="Nilai", required=True)
    lajur = (
        (
            ("tahun", "col-4 col-md-2"),
            ("nama", "col-8 col-md-4"),
            ("nilai", "col-md-2"),
            ("sumber", "col-md-4"),
        ),
        (("DELETE", "col-12"),),
    )

    class Meta:
        model = StandarNasional
        fields = ("tahun", "nama", "nilai", "sumber")
        labels = {"nama": "Nama standar", "sumber": "Sumber"}


class RiwayatForm(TahunanForm):
    """The realisasi of an older year with the document it was taken from."""

    nilai = AngkaField(label="Realisasi")
    lajur = (
        (("tahun", "col-4 col-md-2"), ("nilai", "col-8 col-md-3"), ("sumber", "col-12 col-md-7")),
        (("DELETE", "col-12"),),
    )

    class Meta:
        model = RiwayatRealisasi
        fields = ("tahun", "nilai", "sumber")
        labels = {"sumber": "Sumber"}


class TahunanFormSet(BarisFormSet[T]):
    """Rows of which there is one for each year."""

    def add_fields(self, form: BarisForm, index: int | None) -> None:
        """Name the field that deletes."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus baris ini"


class StandarNasionalFormSet(TahunanFormSet[StandarNasional]):
    """The national standards."""

    sebutan, kunci = "Standar", ("tahun", "nama")


class RiwayatFormSet(TahunanFormSet[RiwayatRealisasi]):
    """The realisasi of older years."""

    sebutan, kunci = "Realisasi tahun", ("tahun",)


def form_set(
    form: type[BarisForm], dasar: type[BarisFormSet[Any]], kosong: int, *, urut: bool = False
) -> type[BarisFormSet[Any]]:
    """Return the class of a form set with `kosong` blank rows, for those without JavaScript."""
    kelas = forms.formset_factory(
        form, formset=dasar, extra=kosong, can_delete=True, can_order=urut, max_num=BATAS_BARIS
    )
    return cast("type[BarisFormSet[Any]]", kelas)


def filled(
    kelas: type[BarisFormSet[Any]], data: Any, prefix: str, baris: Sequence[models.Model], **kwargs: Any
) -> BarisFormSet[Any]:
    """Return the form set, filled with the stored rows.

    What was sent is held against the stored row that it names, not against the one in the same place:
    somebody else may have added or deleted rows meanwhile.
    """
    isi = {str(satu.pk): kelas.form.initial_of(satu) for satu in baris}
    awal = list(isi.values())
    if data is not None:
        banyak = str(data.get(f"{prefix}-TOTAL_FORMS") or "")
        letak = range(min(int(banyak), BATAS_BARIS) if banyak.isdecimal() else 0)
        awal = [isi.get(data.get(f"{prefix}-{i}-baris") or "", {}) for i in letak]
    return kelas(data, prefix=prefix, initial=awal, form_kwargs=kwargs)


def pair_rows(
    sebutan: str, dikirim: BarisFormSet[Any], simpanan: BarisFormSet[Any]
) -> Iterator[tuple[str, BaseForm, BaseForm]]:
    """Return each row as sent beside the same row as stored now; one only on one side beside a blank one."""
    per_kunci: dict[str, BarisForm] = {
        str(form["baris"].value()): form for form in simpanan.forms if form["baris"].value()
    }
    kosong = simpanan.empty_form
    for nomor, form in enumerate(dikirim.forms, start=1):
        yield f"{sebutan} {nomor}", form, per_kunci.pop(str(form["baris"].value()), kosong)
    for form in per_kunci.values():
        yield f"{sebutan} yang baru ditambahkan", kosong, form
