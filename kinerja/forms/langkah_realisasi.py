"""What the steps of a realisasi and of a quarter ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from kinerja.models import RealisasiIndikator
from lkip.forms.langkah import LangkahForm
from lkip.formulir import TanggalInput

Teks = forms.Textarea(attrs={"rows": 4})


class PengajuanForm(LangkahForm):
    """Why a realisasi is submitted although something is missing; otherwise nothing."""

    def __init__(self, *args: Any, perlu: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if perlu:
            self.fields["alasan"] = forms.CharField(
                label="Alasan",
                help_text="Kepala unit membaca alasan ini di samping angkanya; alasan itu tercatat.",
                widget=Teks,
            )


class PengembalianForm(LangkahForm):
    """What has to be corrected."""

    catatan = forms.CharField(
        label="Catatan untuk pengisi",
        help_text="Tulis apa yang harus diperbaiki; pengisi membacanya di atas isiannya.",
        widget=Teks,
    )


class PembetulanForm(LangkahForm):
    """Why an approved realisasi is opened for correction."""

    alasan = forms.CharField(
        label="Alasan membuka",
        help_text="Tulis apa yang harus diperbaiki dan mengapa; pengisi membacanya di atas isiannya.",
        widget=Teks,
    )


class BatasWaktuForm(LangkahForm):
    """Until when the realisasi of each quarter is due."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for triwulan in range(1, 5):
            self.fields[f"batas_{triwulan}"] = forms.DateField(
                label="Batas waktu", required=False, widget=TanggalInput()
            )


class PenguncianForm(LangkahForm):
    """Why a quarter is locked although not everything is approved."""

    def __init__(self, *args: Any, perlu_alasan: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if perlu_alasan:
            self.fields["alasan"] = forms.CharField(
                label="Alasan mengunci sekarang",
                help_text="Tercatat dalam riwayat. Yang belum disetujui tetap seperti sekarang, tetapi tidak "
                "dapat diisi lagi sampai triwulan dibuka kembali.",
                widget=Teks,
            )


class PembukaanForm(LangkahForm):
    """Why a locked quarter is opened again, and what of it is to be corrected."""

    alasan = forms.CharField(
        label="Alasan membuka kembali",
        help_text="Tercatat dalam riwayat, dan tampil pada setiap realisasi yang dikembalikan.",
        widget=Teks,
    )
    perbaiki = forms.ModelMultipleChoiceField(
        label="Kembalikan untuk diperbaiki",
        queryset=RealisasiIndikator.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Yang tidak dipilih tetap disetujui; kepala unit atau Anda dapat mengembalikannya nanti.",
    )

    def __init__(self, *args: Any, terkunci: QuerySet[RealisasiIndikator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = self.fields["perbaiki"]
        assert isinstance(pilihan, forms.ModelMultipleChoiceField)
        pilihan.queryset = terkunci
        pilihan.label_from_instance = lambda satu: str(satu.indikator)  # type: ignore[method-assign,assignment]
        if not terkunci:
            del self.fields["perbaiki"]
