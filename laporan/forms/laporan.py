"""The form of the report itself, and of its attachments."""

from __future__ import annotations

import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q

from laporan.forms.baris import BarisForm, make_formset
from laporan.models import Lampiran, Laporan
from lkip.formulir import TanggalInput
from lkip.models import Pejabat


class PejabatField(forms.ModelChoiceField[Pejabat]):
    """A choice among officials, each with the time in office."""

    def label_from_instance(self, obj: Pejabat) -> str:
        """Return name, office and whether acting."""
        pelaksana = "" if obj.status == Pejabat.Status.DEFINITIF else f" ({obj.get_status_display()})"
        sampai = f" sampai {obj.selesai:%d-%m-%Y}" if obj.selesai else ""
        return f"{obj.nama}, {obj.jabatan}{pelaksana}, sejak {obj.mulai:%d-%m-%Y}{sampai}"


class LaporanForm(forms.ModelForm[Laporan]):
    """Place and date of the report, and who signs it."""

    penandatangan = PejabatField(
        queryset=Pejabat.objects.none(),
        required=False,
        label="Penandatangan",
        empty_label="Belum ditetapkan",
        help_text="Pejabat yang menjabat sejak tahun laporan. Pejabat diatur oleh admin pada instansi Anda.",
    )

    class Meta:
        model = Laporan
        fields = ("tempat", "tanggal", "penandatangan")
        widgets = {"tanggal": TanggalInput()}
        labels = {"tempat": "Tempat", "tanggal": "Tanggal laporan"}
        help_texts = {
            "tanggal": "LKIP perangkat daerah disampaikan paling lambat dua bulan setelah tahun anggaran "
            "berakhir (PermenPANRB 53/2014)."
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        awal = datetime.date(self.instance.tahun, 1, 1)
        self.fields["penandatangan"].queryset = (  # type: ignore[attr-defined]
            Pejabat.objects.filter(unit_kerja__perangkat_daerah=self.instance.perangkat_daerah_id)
            .filter(Q(selesai__isnull=True) | Q(selesai__gte=awal) | Q(pk=self.instance.penandatangan_id))
            .order_by("unit_kerja__urutan", "mulai")
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Row(Column("tempat"), Column("tanggal")), "penandatangan")

    def clean(self) -> dict[str, Any]:
        """Check that the signatory is in office on the day of the report."""
        isi = super().clean() or {}
        hari, pejabat = isi.get("tanggal"), isi.get("penandatangan")
        if (
            hari
            and pejabat
            and not (pejabat.mulai <= hari and (pejabat.selesai is None or pejabat.selesai >= hari))
        ):
            self.add_error(
                "penandatangan", f"{pejabat.nama} tidak menjabat pada tanggal laporan {hari:%d-%m-%Y}."
            )
        return isi


class LampiranForm(BarisForm):
    """One attachment."""

    jenis = forms.ChoiceField(
        label="Jenis", choices=Lampiran.Jenis.choices, initial=Lampiran.Jenis.PERJANJIAN.value
    )
    judul = forms.CharField(label="Judul", max_length=300)
    isi = forms.CharField(
        label="Isi (hanya lampiran lain)", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


LampiranFormSet = make_formset(LampiranForm)
