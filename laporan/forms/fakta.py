"""Forms of the facts of Bab I: one table each, with the checks that concern all its rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from laporan.forms.baris import BarisForm, BarisFormSet, make_formset
from laporan.models import AsetTetap, DasarHukum, JumlahPegawai
from lkip.angka import JenisAngka, bilangan
from lkip.formulir import AngkaField, AngkaInput, TanggalInput
from lkip.models import TugasFungsi

KOMPONEN_AKIP = (
    ("Perencanaan Kinerja", Decimal(30)),
    ("Pengukuran Kinerja", Decimal(30)),
    ("Pelaporan Kinerja", Decimal(15)),
    ("Evaluasi Akuntabilitas Kinerja Internal", Decimal(25)),
)
"""The components and weights of PermenPANRB 88/2021, proposed where nothing is stored yet."""
BOBOT_SELURUHNYA = Decimal(100)


class TabelForm(forms.Form):
    """What a page with nothing but a table sends besides it: no field, but a place for its errors."""


class DasarHukumForm(BarisForm):
    """One regulation."""

    nama = forms.CharField(label="Peraturan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    tentang = forms.CharField(label="Tentang", widget=forms.Textarea(attrs={"rows": 2}))
    status = forms.ChoiceField(
        label="Status", choices=DasarHukum.Status.choices, initial=DasarHukum.Status.BERLAKU.value
    )
    keterangan = forms.CharField(
        label="Keterangan status", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class PegawaiForm(BarisForm):
    """How many employees belong to one group."""

    field_order = ("kelompok", "urutan", "uraian", "jumlah")
    kelompok = forms.ChoiceField(
        label="Kelompok",
        choices=JumlahPegawai.Kelompok.choices,
        initial=JumlahPegawai.Kelompok.PENDIDIKAN.value,
    )
    uraian = forms.CharField(label="Uraian", max_length=120)
    jumlah = AngkaField(
        label="Jumlah (orang)",
        required=True,
        minimum=0,
        desimal=0,
        digit=9,
        widget=AngkaInput(JenisAngka.BILANGAN, attrs={"inputmode": "numeric"}),
    )

    def clean_jumlah(self) -> int | None:
        """Return a whole number."""
        nilai = self.cleaned_data["jumlah"]
        return None if nilai is None else int(nilai)


class PegawaiBaseFormSet(BarisFormSet[PegawaiForm]):
    """The breakdowns of the employees: no line twice within one."""

    per = "kelompok"

    def clean(self) -> None:
        """Mark the second of two equal lines."""
        ada = set()
        for form in self.kept():
            kunci = (form.cleaned_data["kelompok"], form.cleaned_data["uraian"])
            if kunci in ada:
                form.add_error("uraian", "Uraian ini sudah ada dalam kelompok yang sama.")
            ada.add(kunci)


class AsetForm(BarisForm):
    """One balance-sheet line of assets."""

    field_order = ("kelompok", "urutan", "uraian", "nilai_awal", "mutasi", "nilai_akhir")
    kelompok = forms.ChoiceField(
        label="Kelompok", choices=AsetTetap.Kelompok.choices, initial=AsetTetap.Kelompok.TETAP.value
    )
    uraian = forms.CharField(label="Akun neraca", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    nilai_awal = AngkaField(JenisAngka.RUPIAH, label="Nilai awal (Rp)", desimal=2)
    mutasi = AngkaField(JenisAngka.RUPIAH, label="Mutasi, belanja modal (Rp)", desimal=2)
    nilai_akhir = AngkaField(JenisAngka.RUPIAH, label="Nilai akhir (Rp)", desimal=2)


class AsetBaseFormSet(BarisFormSet[AsetForm]):
    """The assets, numbered within aset tetap and aset lainnya."""

    per = "kelompok"


class EvaluasiAkipForm(forms.Form):
    """The letter that gave the result of the evaluation."""

    nomor_surat = forms.CharField(label="Nomor surat hasil evaluasi", max_length=120, required=False)
    tanggal_surat = forms.DateField(label="Tanggal surat", required=False, widget=TanggalInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kolom in self.fields.values():
            kolom.widget.attrs["class"] = "form-control"


class KomponenForm(BarisForm):
    """The score of one component, never above its weight."""

    nama = forms.CharField(label="Komponen", max_length=200)
    bobot = AngkaField(
        label="Bobot", required=True, minimum=Decimal("0.01"), maksimum=BOBOT_SELURUHNYA, desimal=2, digit=5
    )
    nilai = AngkaField(label="Nilai", minimum=0, desimal=2, digit=5)

    def clean(self) -> dict[str, Any]:
        """Check the score against its weight."""
        isi = super().clean() or {}
        bobot, nilai = isi.get("bobot"), isi.get("nilai")
        if bobot is not None and nilai is not None and nilai > bobot:
            self.add_error("nilai", f"Nilai {bilangan(nilai)} melebihi bobotnya {bilangan(bobot)}.")
        return isi


class KomponenBaseFormSet(BarisFormSet[KomponenForm]):
    """The components: their weights make 100."""

    def clean(self) -> None:
        """Check the sum of the weights. Raises ValidationError."""
        bobot = list(self._bobot())
        if bobot and not any(self.errors) and sum(bobot) != BOBOT_SELURUHNYA:
            raise ValidationError(
                f"Jumlah bobot {bilangan(sum(bobot))}, seharusnya {bilangan(BOBOT_SELURUHNYA)} "
                "(PermenPANRB 88/2021)."
            )

    def _bobot(self) -> Iterator[Decimal]:
        return (form.cleaned_data["bobot"] for form in self.kept())


class TugasFungsiForm(BarisForm):
    """One duty or function of a unit kerja."""

    field_order = ("jenis", "urutan", "uraian")
    jenis = forms.ChoiceField(
        label="Jenis", choices=TugasFungsi.Jenis.choices, initial=TugasFungsi.Jenis.TUGAS.value
    )
    uraian = forms.CharField(label="Uraian", widget=forms.Textarea(attrs={"rows": 2}))


class TugasFungsiBaseFormSet(BarisFormSet[TugasFungsiForm]):
    """Duties and functions, each numbered by itself."""

    per = "jenis"


DasarHukumFormSet = make_formset(DasarHukumForm)
PegawaiFormSet = make_formset(PegawaiForm, dasar=PegawaiBaseFormSet)
AsetFormSet = make_formset(AsetForm, dasar=AsetBaseFormSet)
KomponenFormSet = make_formset(KomponenForm, kosong=0, dasar=KomponenBaseFormSet)
TugasFungsiFormSet = make_formset(TugasFungsiForm, dasar=TugasFungsiBaseFormSet)
