"""The forms of an import: uploading a file, applying what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.core.files.uploadedfile import UploadedFile

from anggaran.models import DokumenAnggaran
from lkip.angka import BULAN
from lkip.models import Impor, PerangkatDaerah
from lkip.workbook.berkas import UKURAN_MAKSIMUM


class UnggahForm(forms.Form):
    """A file, what it is, and where it goes."""

    jenis = forms.ChoiceField(label="Yang diimpor", widget=forms.RadioSelect)
    berkas = forms.FileField(
        label="Berkas XLSX atau CSV",
        help_text="Templat yang diunduh di bawah, ekspor SIPD, atau tabel bertingkat seperti di laporan; "
        f"paling besar {UKURAN_MAKSIMUM // 1024 // 1024} MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={
            "required": "Pilih berkasnya.",
            "empty": "Berkas ini kosong (0 byte). Periksa berkasnya, lalu unggah lagi.",
        },
    )
    dokumen = forms.ModelChoiceField(
        DokumenAnggaran.objects.none(),
        label="Untuk pagu: dokumen anggaran tujuan",
        required=False,
        empty_label="Yang terakhir",
    )
    bulan = forms.TypedChoiceField(
        label="Untuk tabel realisasi kumulatif: sampai dengan bulan",
        choices=[(nomor, nama) for nomor, nama in enumerate(BULAN, start=1)],
        coerce=int,
        initial=12,
        required=False,
    )
    tambah = forms.BooleanField(
        label="Untuk pagu: tambahkan sub kegiatan yang belum ada",
        required=False,
        help_text="Tanpa ini, kode yang belum ada dinyatakan salah.",
    )

    def __init__(
        self, data: Any, files: Any, *, pd: PerangkatDaerah, tahun: int, jenis: Sequence[str], awal: str = ""
    ) -> None:
        super().__init__(data, files)
        pilihan = self.fields["jenis"]
        assert isinstance(pilihan, forms.ChoiceField)
        pilihan.choices = [(satu, Impor.Jenis(satu).label) for satu in jenis]
        pilihan.initial = awal if awal in jenis else next(iter(jenis), "")
        dokumen = self.fields["dokumen"]
        assert isinstance(dokumen, forms.ModelChoiceField)
        semua = DokumenAnggaran.objects.filter(perangkat_daerah=pd, tahun=tahun).order_by("-urutan")
        dokumen.queryset, self.terakhir = semua, semua.first()
        if Impor.Jenis.PAGU not in jenis:
            del self.fields["dokumen"], self.fields["tambah"]
        if Impor.Jenis.REALISASI_ANGGARAN not in jenis:
            del self.fields["bulan"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        lain = [Field(nama) for nama in ("dokumen", "tambah", "bulan") if nama in self.fields]
        self.helper.layout = Layout("jenis", "berkas", Fieldset("Pilihan", *lain) if lain else "")

    def clean_berkas(self) -> UploadedFile[bytes]:
        """Refuse a file that is too large to be looked at."""
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if (berkas.size or 0) > UKURAN_MAKSIMUM:
            raise forms.ValidationError(
                f"Berkas ini {(berkas.size or 0) // 1024 // 1024} MB; paling besar "
                f"{UKURAN_MAKSIMUM // 1024 // 1024} MB. Hapus lembar, gambar, dan format yang tidak "
                "diperlukan, atau bagi menjadi beberapa berkas."
            )
        return berkas

    def clean(self) -> dict[str, Any]:
        """Pagu need a document to go to."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("jenis") == Impor.Jenis.PAGU and self.terakhir is None:
            self.add_error("jenis", "Belum ada DPA tahun ini. Tambahkan DPA-nya dahulu, lalu impor pagunya.")
        return isi

    @property
    def pilihan(self) -> dict[str, Any]:
        """What was chosen, as it is kept with the import."""
        dokumen = self.cleaned_data.get("dokumen") or self.terakhir
        return {
            "dokumen": dokumen.pk if dokumen else None,
            "bulan": self.cleaned_data.get("bulan") or 12,
            "tambah": bool(self.cleaned_data.get("tambah")),
        }


class TerapkanForm(forms.Form):
    """Saying that the warnings have been seen, and why realisasi goes beyond pagu."""

    dikonfirmasi = forms.BooleanField(required=False)
    alasan = forms.CharField(
        label="Alasan realisasi melebihi pagu",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alasan ini tersimpan dalam jejak perubahan.",
    )

    def __init__(self, data: Any, *, impor: Impor) -> None:
        super().__init__(data)
        hasil = impor.hasil
        peringatan = hasil.get("banyak", {}).get("konfirmasi", 0)
        self.fields["dikonfirmasi"].label = f"Saya sudah memeriksa {peringatan} peringatan di atas"
        if not hasil.get("perlu_konfirmasi"):
            del self.fields["dikonfirmasi"]
        if not hasil.get("perlu_alasan"):
            del self.fields["alasan"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
