"""What the steps of a version ask for. The form of signing holds secrets, so it keeps no draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from laporan.models import KebijakanLaporan, PernyataanReviu
from laporan.tandatangan.penyedia import Penyedia
from lkip import totp
from lkip.forms.akun import SandiSekarangForm
from lkip.forms.langkah import LangkahForm
from lkip.formulir import TanggalInput

ISI_PERNYATAAN = (
    "Kami telah mereviu Laporan Kinerja Instansi Pemerintah {nama} untuk tahun {tahun} sesuai Pedoman Reviu "
    "atas Laporan Kinerja. Substansi informasi yang dimuat dalam laporan kinerja menjadi tanggung jawab "
    "manajemen {nama}. Reviu bertujuan memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan "
    "secara akurat, andal, dan valid. Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang "
    "menimbulkan perbedaan dalam meyakini keandalan informasi yang disajikan di dalam laporan kinerja ini."
)
"""The statement of PermenPANRB 53/2014, Lampiran III, as a proposal."""


class PernyataanReviuForm(LangkahForm, forms.ModelForm[PernyataanReviu]):
    """The pernyataan telah direviu, and the fingerprint of the content that it is about."""

    sidik_isi = forms.CharField(widget=forms.HiddenInput)
    nip = forms.CharField(label="NIP", max_length=30, help_text="18 angka; spasi diabaikan.")

    class Meta:
        model = PernyataanReviu
        fields = ("tempat", "tanggal", "nama", "nip", "jabatan", "isi")
        widgets = {"tanggal": TanggalInput(), "isi": forms.Textarea(attrs={"rows": 8})}
        labels = {"isi": "Isi pernyataan", "nama": "Nama penanda tangan pernyataan"}
        help_texts = {
            "isi": "Tercetak di depan laporan (PermenPANRB 53/2014, Lampiran III).",
        }

    def clean_nip(self) -> str:
        """Return the 18 digits."""
        nip = "".join(str(self.cleaned_data["nip"]).split())
        if len(nip) != 18 or not nip.isdigit():
            raise ValidationError("NIP terdiri atas 18 angka.")
        return nip


class AlasanLangkahForm(LangkahForm):
    """Why a step is taken."""

    alasan = forms.CharField(label="Alasan", widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, keterangan: str = "", wajib: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].help_text = keterangan
        if not wajib:
            del self.fields["alasan"]


class KebijakanLaporanForm(LangkahForm, forms.ModelForm[KebijakanLaporan]):
    """What a perangkat daerah demands of its report."""

    class Meta:
        model = KebijakanLaporan
        fields = ("reviu_wajib", "terbit")


class TandaTanganForm(SandiSekarangForm):
    """The own password again, the code where it is on, and the passphrase of the certificate."""

    def __init__(
        self, *args: Any, request: HttpRequest, penyedia: Penyedia, nip: str, dua_langkah: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, request=request, tombol="Tanda tangani", **kwargs)
        if dua_langkah:
            self.fields["kode"] = forms.CharField(
                label="Kode verifikasi",
                max_length=40,
                help_text="Enam angka dari aplikasi autentikator, atau satu kode pemulihan.",
                widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
            )
        if penyedia.minta_nik:
            self.fields["nik"] = forms.CharField(
                label="NIK",
                max_length=20,
                help_text="16 angka, seperti terdaftar di BSrE. Tidak disimpan.",
                widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
            )
        self.fields["frasa"] = _secret(
            "Frasa sandi sertifikat",
            "Hanya dipakai untuk tanda tangan ini; tidak disimpan.",
        )
        if penyedia.is_new(nip):
            self.fields["frasa"].help_text = (
                "Sertifikat contoh Anda belum ada dan dibuat sekarang. Frasa ini, sedikitnya 8 huruf, "
                "menjadi frasa sandinya seterusnya."
            )
            self.fields["ulang"] = _secret("Frasa sandi, sekali lagi", "")

    def clean_kode(self) -> str:
        """Return the code without spaces and hyphens."""
        return totp.clean(self.cleaned_data["kode"])

    def clean_nik(self) -> str:
        """Return the 16 digits."""
        nik = "".join(str(self.cleaned_data["nik"]).split())
        if len(nik) != 16 or not nik.isdigit():
            raise ValidationError("NIK terdiri atas 16 angka.")
        return nik

    def clean_ulang(self) -> str:
        """Compare both passphrases."""
        ulang = str(self.cleaned_data["ulang"])
        if ulang != self.cleaned_data.get("frasa"):
            raise ValidationError("Kedua frasa sandi tidak sama.")
        return ulang


def _secret(label: str, keterangan: str) -> forms.CharField:
    lambang = forms.PasswordInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, strip=False, max_length=200, help_text=keterangan, widget=lambang)
