"""The form of a perjanjian kinerja: both parties, then the rows of sasaran and indikator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from kinerja.isi_perjanjian import IsiIndikator, IsiSasaran
from kinerja.models import Indikator, PerjanjianKinerja, Sasaran
from lkip.angka import tanggal
from lkip.formulir import AngkaField, TanggalInput
from lkip.models import Pejabat, UnitKerja

URUTAN_AKHIR = 10_000
"""Where a row without a number stands: after all others."""


class PerjanjianForm(forms.ModelForm[PerjanjianKinerja]):
    """Who promises what to whom, where and when."""

    class Meta:
        model = PerjanjianKinerja
        fields = ("pihak_pertama", "pihak_kedua", "pihak_kedua_luar", "tempat", "tanggal")
        labels = {
            "pihak_pertama": "Pihak pertama",
            "pihak_kedua": "Pihak kedua",
            "pihak_kedua_luar": "Nama kepala daerah (pihak kedua)",
            "tempat": "Tempat penandatanganan",
            "tanggal": "Rencana tanggal penandatanganan",
        }
        help_texts = {
            "pihak_pertama": "Pejabat yang berjanji, termasuk yang Plt. dan Plh.",
            "pihak_kedua": "Atasan langsung pihak pertama.",
            "pihak_kedua_luar": "",
            "tanggal": "Boleh dikosongkan; tanggal sebenarnya dicatat saat penandatanganan.",
        }
        widgets = {"tanggal": TanggalInput()}

    def __init__(self, *args: Any, pejabat: Iterable[Pejabat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.instance.unit_kerja
        semua = list(pejabat)
        self._offer("pihak_pertama", [p for p in semua if p.unit_kerja_id == unit.pk])
        kedua = "pihak_kedua"
        if unit.jenis == UnitKerja.Jenis.PIMPINAN:
            del self.fields[kedua]
            kedua = "pihak_kedua_luar"
        else:
            self._offer(kedua, [p for p in semua if p.unit_kerja_id != unit.pk])
            del self.fields["pihak_kedua_luar"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(
                "Para pihak",
                Row(Column("pihak_pertama", css_class="col-lg-6"), Column(kedua, css_class="col-lg-6")),
                Row(Column("tempat", css_class="col-md-6"), Column("tanggal", css_class="col-md-6")),
            )
        )

    def _offer(self, nama: str, pejabat: list[Pejabat]) -> None:
        """Offer these officials: in office in that year, or named already."""
        kolom = self.fields[nama]
        assert isinstance(kolom, forms.ModelChoiceField)
        kolom.queryset = Pejabat.objects.filter(pk__in=[p.pk for p in pejabat])
        kosong = [] if kolom.required else [("", "Belum ditetapkan")]
        kolom.choices = [*kosong, *((p.pk, _sebutan(p)) for p in pejabat)]


def _sebutan(pejabat: Pejabat) -> str:
    """Return the official as the list offers them: acting or not, and until when."""
    awalan = {"plt": "Plt. ", "plh": "Plh. "}.get(pejabat.status, "")
    akhir = f", sampai {tanggal(pejabat.selesai)}" if pejabat.selesai else ""
    return f"{pejabat.nama}, {awalan}{pejabat.jabatan}{akhir}"


@dataclass(frozen=True)
class Pilihan:
    """What the rows may name, read once for all of them."""

    indikator: Mapping[int, Indikator]
    sasaran: Mapping[int, Sasaran]


class BarisForm(forms.Form):
    """A row; `baris` is the key of the stored row that it stands for, empty for a new one."""

    baris = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kolom in self.fields.values():
            if isinstance(kolom.widget, forms.Textarea):
                kolom.widget.attrs.update({"class": "form-control", "rows": 2})
            elif isinstance(kolom.widget, forms.Select):
                kolom.widget.attrs["class"] = "form-select"


class IndikatorForm(BarisForm):
    """One indikator with its target and formula as they are promised."""

    indikator = forms.TypedChoiceField(label="Indikator kinerja", coerce=int)
    kondisi_awal = AngkaField(label="Kondisi tahun lalu")
    target = AngkaField(label="Target")
    pembilang = forms.CharField(label="Formula: pembilang", required=False, widget=forms.Textarea)
    penyebut = forms.CharField(label="Formula: penyebut", required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, pilihan: Pilihan, tahun: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = self.fields["indikator"]
        assert isinstance(kolom, forms.TypedChoiceField)
        kolom.choices = [("", "Pilih indikator"), *((pk, i.nama) for pk, i in pilihan.indikator.items())]
        self.fields["kondisi_awal"].label = f"Kondisi {tahun - 1}"
        self.fields["target"].label = f"Target {tahun}"
        self.pilihan = pilihan

    @property
    def satuan(self) -> str:
        """The unit of the chosen indikator, to stand beside its figures."""
        try:
            satu = self.pilihan.indikator.get(int(self["indikator"].value() or 0))
        except (TypeError, ValueError):
            return ""
        return satu.satuan if satu else ""

    def isi(self) -> IsiIndikator:
        """Return the row as it was typed."""
        rapi = self.cleaned_data
        return IsiIndikator(
            self.pilihan.indikator[rapi["indikator"]],
            rapi["kondisi_awal"],
            rapi["target"],
            rapi["pembilang"],
            rapi["penyebut"],
            rapi["baris"],
        )


class BarisFormSet(forms.BaseFormSet[Any]):
    """Rows in an order that the person writes beside them."""

    sebutan = "baris"

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the two fields of a form set in the words of this page."""
        super().add_fields(form, index)
        form.fields["ORDER"].label = "Urutan"
        form.fields["ORDER"].widget.attrs["class"] = "form-control angka"
        form.fields["DELETE"].label = f"Hapus {self.sebutan} ini"
        form.fields["DELETE"].widget.attrs["class"] = "form-check-input"

    def kept(self) -> list[Any]:
        """Return the rows that stay or are new, in the order written beside them."""
        ada = [f for f in self.forms if f.cleaned_data and not f.cleaned_data.get("DELETE")]
        return sorted(ada, key=lambda f: f.cleaned_data.get("ORDER") or URUTAN_AKHIR)


class DasarIndikatorFormSet(BarisFormSet):
    """The indikator of one sasaran."""

    sebutan = "indikator"

    def clean(self) -> None:
        """Refuse the same indikator twice under one sasaran, at the second of them."""
        terlihat = set()
        for form in self.forms:
            pk = getattr(form, "cleaned_data", {}).get("indikator")
            if pk is None or form.cleaned_data.get("DELETE"):
                continue
            if pk in terlihat:
                form.add_error("indikator", "Indikator ini sudah ada pada sasaran yang sama.")
            terlihat.add(pk)


IndikatorFormSet: Any = forms.formset_factory(
    IndikatorForm, formset=DasarIndikatorFormSet, extra=1, can_delete=True, can_order=True, max_num=200
)


class SasaranForm(BarisForm):
    """One sasaran; its indikator are the form sets in `anak`."""

    uraian = forms.CharField(label="Sasaran", required=False, widget=forms.Textarea)
    sasaran = forms.TypedChoiceField(
        label="Sasaran Renstra yang didukung", coerce=int, empty_value=None, required=False
    )
    anak: tuple[DasarIndikatorFormSet, ...] = ()

    def __init__(self, *args: Any, pilihan: Pilihan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kolom = self.fields["sasaran"]
        assert isinstance(kolom, forms.TypedChoiceField)
        kolom.choices = [("", "Tidak dikaitkan"), *((pk, s.uraian) for pk, s in pilihan.sasaran.items())]

    def has_changed(self) -> bool:
        """Return whether anything was typed into it or under it."""
        return super().has_changed() or any(satu.has_changed() for satu in self.anak)


class DasarSasaranFormSet(BarisFormSet):
    """The sasaran with their indikator."""

    sebutan = "sasaran"

    def __init__(
        self,
        *args: Any,
        pilihan: Pilihan,
        tahun: int,
        awal_indikator: list[list[dict[str, Any]]],
        **kwargs: Any,
    ) -> None:
        self.pilihan, self.tahun, self.awal_indikator = pilihan, tahun, awal_indikator
        super().__init__(*args, **kwargs)
        self.form_kwargs = {"pilihan": pilihan}

    def add_fields(self, form: Any, index: int | None) -> None:
        """Give the sasaran its indikator."""
        super().add_fields(form, index)
        awal = self.awal_indikator
        form.anak = (
            IndikatorFormSet(
                self.data if self.is_bound and index is not None else None,
                prefix=f"{form.prefix}-indikator",
                initial=awal[index] if index is not None and index < len(awal) else None,
                form_kwargs={"pilihan": self.pilihan, "tahun": self.tahun},
            ),
        )

    def is_valid(self) -> bool:
        """Return whether every row and every row under it is valid; all are asked."""
        sah = [super().is_valid()]
        sah += [
            anak.is_valid()
            for form in self.forms
            for anak in form.anak
            if not form.cleaned_data.get("DELETE")
        ]
        return all(sah)

    def isi(self) -> tuple[IsiSasaran, ...]:
        """Return the rows as they were typed, in order."""
        return tuple(
            IsiSasaran(
                form.cleaned_data["uraian"].strip(),
                form.cleaned_data["sasaran"],
                tuple(satu.isi() for anak in form.anak for satu in anak.kept()),
                form.cleaned_data["baris"],
            )
            for form in self.kept()
        )


SasaranFormSet: Any = forms.formset_factory(
    SasaranForm, formset=DasarSasaranFormSet, extra=1, can_delete=True, can_order=True, max_num=100
)
