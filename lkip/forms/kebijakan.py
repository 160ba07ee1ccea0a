"""The form of the measurement policy of one perangkat daerah and year."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.forms.models import model_to_dict

from laporan.perhitungan.data import CelahSkala
from laporan.perhitungan.kriteria import masalah_skala
from lkip.angka import JenisAngka
from lkip.forms.alasan import AlasanForm
from lkip.formulir import AngkaField
from lkip.models import KebijakanPengukuran, Skala
from lkip.sebutan import CELAH, DASAR, EFISIENSI
from lkip.skala import for_core


class KebijakanForm(AlasanForm, forms.ModelForm[KebijakanPengukuran]):
    """Everything that the regulations leave open, each choice in words with its rule."""

    dasar_capaian = forms.ChoiceField(
        label="Dasar capaian",
        choices=tuple(DASAR.items()),
        widget=forms.RadioSelect,
        help_text="Praktik PermenPANRB 53/2014: capaian adalah realisasi dibagi target (R/T × 100). "
        "“Realisasi” hanya bermakna bagi indikator berarah naik yang diukur dalam persen.",
    )
    batas_atas_capaian = AngkaField(
        JenisAngka.PERSEN,
        label="Batas atas capaian (%)",
        minimum=100,
        desimal=2,
        digit=7,
        help_text="Capaian di atas batas dihitung sebesar batas ini sebelum dirata-ratakan; nilai aslinya "
        "tetap disajikan. Lazimnya 120. Kosong = tanpa batas.",
    )
    celah_skala = forms.ChoiceField(
        label="Nilai di antara dua kelas",
        choices=tuple(CELAH.items()),
        widget=forms.RadioSelect,
        help_text="Tabel Permendagri 86/2017 tidak menyebut nilai seperti 90,5: dengan pilihan pertama "
        "nilai itu Baik, dengan pilihan kedua Sangat Baik.",
    )
    rumus_efisiensi = forms.ChoiceField(
        label="Rumus efisiensi",
        choices=tuple(EFISIENSI.items()),
        widget=forms.RadioSelect,
        help_text="Efisiensi selalu bertanda: positif berarti efisien, negatif tidak efisien.",
    )
    ambang_fisik = AngkaField(
        JenisAngka.PERSEN,
        label="Realisasi fisik paling sedikit (%)",
        required=True,
        minimum=0,
        maksimum=100,
        desimal=2,
        digit=5,
    )
    ambang_penyerapan = AngkaField(
        JenisAngka.PERSEN,
        label="dengan penyerapan kurang dari (%)",
        required=True,
        minimum=0,
        maksimum=100,
        desimal=2,
        digit=5,
        help_text="Sub kegiatan dengan realisasi fisik setinggi itu dan penyerapan serendah itu menjadi "
        "temuan reviu.",
    )

    toleransi_jalur = AngkaField(
        JenisAngka.PERSEN,
        label="Toleransi jalur (poin persentase)",
        required=True,
        minimum=0,
        maksimum=100,
        desimal=2,
        digit=5,
        help_text="Dasbor memberi peringatan dini bila capaian atau penyerapan tertinggal dari jalurnya "
        "lebih dari ini. Jalur indikator: target triwulan rencana aksi; jalur keuangan: waktu berjalan.",
    )

    class Meta:
        model = KebijakanPengukuran
        fields = (
            "dasar_capaian",
            "batas_atas_capaian",
            "celah_skala",
            "skala",
            "rumus_efisiensi",
            "regulasi_efisiensi",
            "ambang_fisik",
            "ambang_penyerapan",
            "toleransi_jalur",
        )
        labels = {"skala": "Skala kriteria", "regulasi_efisiensi": "Dasar rumus efisiensi"}
        help_texts = {
            "skala": "Kelas dan sebutannya menurut Permendagri 86/2017, atau skala lain yang telah dibuat.",
            "regulasi_efisiensi": "Peraturan beserta statusnya (berlaku, diubah, dicabut), dicetak dalam "
            "laporan.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset("Capaian", "dasar_capaian", "batas_atas_capaian"),
            Fieldset("Kriteria", "skala", "celah_skala"),
            Fieldset("Efisiensi", "rumus_efisiensi", "regulasi_efisiensi"),
            Fieldset("Temuan fisik dan keuangan", Row(Column("ambang_fisik"), Column("ambang_penyerapan"))),
            Fieldset("Peringatan dini", "toleransi_jalur"),
            *self.layout_alasan(),
        )

    def clean(self) -> dict[str, Any]:
        """Check that the scale gives every value a class under the chosen gap policy."""
        isi = super().clean() or {}
        skala, celah = isi.get("skala"), isi.get("celah_skala")
        if isinstance(skala, Skala) and celah:
            for masalah in masalah_skala(for_core(skala.kelas.all()), CelahSkala(celah)):
                self.add_error(
                    "skala", f"Skala ini tidak dapat dipakai dengan pilihan celah itu: {masalah.pesan}."
                )
        return isi


def initial_of(kebijakan: KebijakanPengukuran) -> dict[str, Any]:
    """Return the values of another year's policy, to begin a form with."""
    return model_to_dict(kebijakan, fields=KebijakanForm.Meta.fields)
