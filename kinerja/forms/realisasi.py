"""The form of what is reported of an indikator in one triwulan: its figure and texts."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms

from kinerja.isi_realisasi import IsiPokok
from kinerja.models import Indikator, RealisasiIndikator
from kinerja.ukuran import PERSEN, cara_of
from laporan.perhitungan.data import Arah
from lkip.angka import JenisAngka
from lkip.formulir import AngkaField, TeksField

TEKS = {
    "uraian": ("Uraian pencapaian", "Apa yang dicapai sampai akhir triwulan ini, dengan angkanya."),
    "upaya": ("Upaya yang telah dilakukan", ""),
    "permasalahan": ("Permasalahan", "Hambatan yang memengaruhi capaian."),
    "solusi": ("Solusi", "Tindak lanjut atas permasalahan di atas."),
}

PETUNJUK = (
    '<p class="redup">Pisahkan alinea dengan satu baris kosong. Awali baris dengan “- ” atau “1. ” '
    "untuk daftar; "
    "apit dengan ** untuk <strong>tebal</strong>, dengan * untuk <em>miring</em>.</p>"
)


def _helper(*isi: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*isi)
    return helper


class RealisasiForm(forms.Form):
    """The figure where the indikator has no komponen, and the analysis."""

    uraian = TeksField(required=False)
    upaya = TeksField(required=False)
    permasalahan = TeksField(required=False)
    solusi = TeksField(required=False)
    data_contoh = forms.BooleanField(
        label="Angka triwulan ini buatan, untuk peragaan atau latihan",
        required=False,
        help_text="Laporan menandainya sebagai data contoh. Tanda ini hilang sendiri bila angkanya diubah.",
    )

    def __init__(self, *args: Any, indikator: Indikator, boleh: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, (label, bantuan) in TEKS.items():
            kolom = self.fields[nama]
            kolom.widget.attrs["rows"] = 7
            kolom.label, kolom.help_text = label, bantuan
        angka = self._add_figure(indikator)
        if not boleh:
            for kolom in self.fields.values():
                kolom.disabled = True
        self.helper_angka = _helper(Fieldset("Realisasi", angka) if angka else "")
        self.helper_teks = _helper(Fieldset("Analisis", HTML(PETUNJUK), *TEKS), "data_contoh")

    def _add_figure(self, indikator: Indikator) -> str:
        """Add the field of the figure; return its name, "" where komponen measure the indikator."""
        if indikator.arah == Arah.PREDIKAT:
            skala = indikator.skala_predikat
            dikenal = [n.predikat for n in skala.nilai.all()] if skala else []
            kini = self.initial.get("predikat") or ""
            if kini and kini not in dikenal:
                dikenal.append(kini)
            pilihan = [("", "Belum ada"), *((satu, satu) for satu in dikenal)]
            self.fields["predikat"] = forms.ChoiceField(label="Predikat", choices=pilihan, required=False)
            return "predikat"
        if cara_of(indikator).dari_komponen:
            return ""
        persen = indikator.satuan == PERSEN
        self.fields["nilai"] = AngkaField(
            JenisAngka.PERSEN if persen else JenisAngka.BILANGAN,
            label=f"Realisasi ({indikator.satuan})",
            help_text="Keadaan sampai akhir triwulan ini. Kosongkan bila belum diukur; kosong bukan nol.",
        )
        return "nilai"

    def clean(self) -> dict[str, Any]:
        """Keep the texts that nobody changed exactly as they are stored."""
        isi = super().clean() or {}
        diubah = set(self.changed_data)
        return {**isi, **{n: self.initial.get(n) or "" for n in TEKS if n in isi and n not in diubah}}

    @classmethod
    def initial_of(cls, realisasi: RealisasiIndikator) -> dict[str, Any]:
        """Return what fills the form from the stored report."""
        return {nama: getattr(realisasi, nama) for nama in IsiPokok.__dataclass_fields__}

    def content(self) -> IsiPokok:
        """Return what was filled in."""
        return IsiPokok(
            **{n: self.cleaned_data[n] for n in IsiPokok.__dataclass_fields__ if n in self.fields}
        )
