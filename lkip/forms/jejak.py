"""What the trail is searched by."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from lkip.formulir import TanggalInput
from lkip.models import Jejak
from lkip.riwayat import our_models


class SaringJejakForm(forms.Form):
    """Everything is optional; what is given is joined by "and"."""

    cari = forms.CharField(label="Nama objek atau alasan", required=False)
    pelaku = forms.CharField(label="Orang atau perintah", required=False)
    jenis = forms.ChoiceField(label="Jenis objek", required=False)
    tindakan = forms.CharField(label="Tindakan", required=False)
    dari = forms.DateField(label="Dari tanggal", required=False, widget=TanggalInput)
    sampai = forms.DateField(label="Sampai tanggal", required=False, widget=TanggalInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        jenis = sorted((capfirst(str(m._meta.verbose_name)), m._meta.label) for m in our_models())
        self.fields["jenis"].choices = [("", "Semua jenis"), *((label, nama) for nama, label in jenis)]  # type: ignore[attr-defined]
        for field in self.fields.values():
            pilihan = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select" if pilihan else "form-control"

    def clean(self) -> dict[str, Any]:
        """Check that the days are in order."""
        isi = super().clean() or {}
        dari, sampai = isi.get("dari"), isi.get("sampai")
        if dari and sampai and sampai < dari:
            self.add_error("sampai", "Tanggal akhir mendahului tanggal awal.")
        return isi

    def filter(self) -> QuerySet[Jejak]:
        """Return the rows that match what could be read of the form; days use the index of `waktu`."""
        isi = self.cleaned_data
        jejak = Jejak.objects.all()
        if cari := isi.get("cari"):
            jejak = jejak.filter(Q(objek_nama__icontains=cari) | Q(alasan__icontains=cari))
        if pelaku := isi.get("pelaku"):
            jejak = jejak.filter(pelaku__icontains=pelaku)
        if jenis := isi.get("jenis"):
            jejak = jejak.filter(objek_jenis=jenis)
        if tindakan := isi.get("tindakan"):
            jejak = jejak.filter(tindakan__icontains=tindakan)
        if dari := isi.get("dari"):
            jejak = jejak.filter(waktu__gte=_start(dari))
        if sampai := isi.get("sampai"):
            jejak = jejak.filter(waktu__lt=_start(sampai + datetime.timedelta(days=1)))
        return jejak


def _start(hari: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(hari, datetime.time()))
