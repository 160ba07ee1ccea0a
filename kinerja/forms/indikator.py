"""The form of an indikator itself; its rows are in `kinerja.forms.baris` and `kinerja.forms.target`."""

from __future__ import annotations

from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Fieldset, Layout, Row
from django import forms
from django.db import models
from django.utils.text import Truncator, slugify

from kinerja import sebutan
from kinerja.forms.butir import next_kode
from kinerja.models import Indikator, Renstra, Sasaran
from laporan.perhitungan.capaian import RUMUS_PER_ARAH
from laporan.perhitungan.data import Agregasi, Arah, CaraUkur, RumusCapaian
from lkip.formulir import AngkaField
from lkip.models import UnitKerja


def _catatan(teks: str) -> HTML:
    return HTML(f'<p class="redup">{teks}</p>')


TATA = (
    Fieldset(
        "Identitas",
        Row(Column("jenis", css_class="col-md-6"), Column("kode", css_class="col-md-6")),
        "sasaran",
        "nama",
        "definisi",
        Row(Column("satuan", css_class="col-md-6"), Column("bobot", css_class="col-md-6")),
    ),
    Fieldset(
        "Cara mengukur",
        _catatan(
            "R = realisasi, T = target. Rumus disimpan pada indikator dan dicetak dalam laporan. "
            "Untuk arah turun dengan T = 12 dan R = 13, selisih menghasilkan 91,67 dan rasio terbalik 92,31."
        ),
        Row(Column("arah", css_class="col-md-6"), Column("rumus_capaian", css_class="col-md-6")),
        Row(Column("cara_ukur", css_class="col-md-6"), Column("agregasi", css_class="col-md-6")),
        "skala_predikat",
        Row(Column("pembilang", css_class="col-md-6"), Column("penyebut", css_class="col-md-6")),
        Row(Column("mengikuti", css_class="col-md-8"), Column("mengikuti_komponen", css_class="col-md-4")),
    ),
    Fieldset("Penanggung jawab dan sumber data", "penanggung_jawab", "sumber_data"),
    Fieldset(
        "Periode sebelumnya",
        Row(Column("kondisi_awal", css_class="col-md-6"), Column("kondisi_akhir", css_class="col-md-6")),
        "pendahulu",
        "sebanding_pendahulu",
        "catatan_pendahulu",
    ),
)


class IndikatorForm(forms.ModelForm[Indikator]):
    """What an indikator measures, how, and who answers for it."""

    jenis = forms.ChoiceField(label="Jenis", choices=Indikator.Jenis.choices)
    kode = forms.SlugField(
        label="Kode",
        max_length=40,
        required=False,
        help_text="Pengenal tetap; kosongkan agar dibuatkan. Tidak dapat diubah setelah disimpan.",
    )
    arah = forms.ChoiceField(label="Arah", choices=list(sebutan.ARAH.items()))
    rumus_capaian = forms.ChoiceField(
        label="Rumus capaian",
        choices=list(sebutan.RUMUS_CAPAIAN.items()),
        help_text="Naik: rasio. Turun: selisih atau rasio terbalik. Rentang dan predikat: rumusnya sendiri.",
    )
    cara_ukur = forms.ChoiceField(label="Cara ukur", choices=list(sebutan.CARA_UKUR.items()))
    agregasi = forms.ChoiceField(
        label="Angka setahun dari triwulan",
        choices=list(sebutan.AGREGASI.items()),
        help_text="Persentase kumulatif tidak pernah dijumlahkan.",
    )
    bobot = AngkaField(
        label="Bobot", desimal=2, digit=7, required=True, help_text="1 bila semua indikator sama penting."
    )
    kondisi_awal = AngkaField(label="Kondisi awal", help_text="Pada awal periode Renstra.")
    kondisi_akhir = AngkaField(
        label="Kondisi akhir", help_text="Pada akhir periode; kosong = target tahun terakhir."
    )
    mengikuti_komponen = forms.IntegerField(
        label="Nomor komponen", min_value=1, required=False, help_text="Kosong = seluruh indikator itu."
    )

    class Meta:
        model = Indikator
        fields = (
            "jenis", "kode", "sasaran", "nama", "definisi", "satuan", "bobot", "arah", "rumus_capaian",
            "cara_ukur", "agregasi", "skala_predikat", "pembilang", "penyebut", "mengikuti",
            "mengikuti_komponen", "penanggung_jawab", "sumber_data", "kondisi_awal", "kondisi_akhir",
            "pendahulu", "sebanding_pendahulu", "catatan_pendahulu",
        )  # fmt: skip
        labels = {
            "nama": "Nama indikator",
            "sasaran": "Sasaran strategis",
            "definisi": "Definisi operasional",
            "skala_predikat": "Skala predikat",
            "pembilang": "Formula: pembilang",
            "penyebut": "Formula: penyebut",
            "mengikuti": "Mengikuti indikator",
            "sumber_data": "Sumber data",
            "pendahulu": "Indikator pendahulu",
            "sebanding_pendahulu": "Deretnya dapat dibandingkan dengan pendahulu",
            "catatan_pendahulu": "Catatan tentang pendahulu",
        }
        help_texts = {
            "sasaran": "Diisi untuk IKU, agar tampil pada pohon kinerja.",
            "skala_predikat": "Hanya untuk arah predikat.",
            "pembilang": "Dicetak sebagai pecahan: pembilang ÷ penyebut × 100%.",
            "penyebut": "Kosongkan bila indikator bukan perbandingan.",
            "mengikuti": "Realisasinya diambil dari pengukuran indikator ini, tidak diisi sendiri.",
            "pendahulu": "Indikator yang digantikannya pada Renstra sebelumnya.",
            "sebanding_pendahulu": "Tidak dicentang: deret terputus dan dijelaskan dalam laporan.",
        }
        widgets = {
            nama: forms.Textarea(attrs={"rows": 2})
            for nama in ("nama", "definisi", "pembilang", "penyebut", "sumber_data", "catatan_pendahulu")
        } | {"penanggung_jawab": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, renstra: Renstra, unit: models.QuerySet[UnitKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.renstra = self.instance.renstra = renstra
        if self.instance.pk is not None:
            self.fields["kode"].disabled = True
            self.fields["kode"].help_text = "Pengenal tetap, tidak dapat diubah."
        self._offer(
            "sasaran", Sasaran.objects.filter(tujuan__renstra=renstra).order_by("tujuan__urutan", "urutan")
        )
        self._offer("penanggung_jawab", unit)
        semua_unit = [(satu.pk, satu.nama) for satu in unit]  # read once, for the komponen too
        cast("forms.ModelChoiceField[Any]", self.fields["penanggung_jawab"]).choices = semua_unit
        lain = Indikator.objects.exclude(pk=self.instance.pk)
        self._offer("mengikuti", lain.filter(renstra=renstra).order_by("jenis", "urutan"))
        terdahulu = lain.filter(
            renstra__perangkat_daerah=renstra.perangkat_daerah_id, renstra__tahun_awal__lt=renstra.tahun_awal
        ).select_related("renstra")
        self._offer("pendahulu", terdahulu.order_by("-renstra__tahun_awal", "jenis", "urutan"))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*TATA)

    def _offer(self, nama: str, pilihan: models.QuerySet[Any]) -> None:
        kolom = cast("forms.ModelChoiceField[Any]", self.fields[nama])
        kolom.queryset = pilihan
        if nama in {"mengikuti", "pendahulu"}:
            kolom.label_from_instance = _label  # type: ignore[method-assign, assignment]

    def clean(self) -> dict[str, Any]:
        """Check that the parts fit each other: arah and rumus, what it follows, satuan and agregasi."""
        isi = super().clean() or {}
        self._check_kode(isi)
        self._check_arah(isi)
        self._check_mengikuti(isi)
        if isi.get("agregasi") == Agregasi.JUMLAH and isi.get("satuan") == "%":
            self.add_error(
                "agregasi", "Persentase kumulatif tidak dijumlahkan: pilih akhir, rata-rata, atau maksimum."
            )
        if isi.get("bobot") is not None and isi["bobot"] <= 0:
            self.add_error("bobot", "Bobot harus lebih besar dari 0.")
        if isi.get("penyebut") and not isi.get("pembilang"):
            self.add_error("pembilang", "Penyebut diisi, tetapi pembilangnya belum.")
        return isi

    def _check_kode(self, isi: dict[str, Any]) -> None:
        if self.instance.pk is not None or "kode" not in isi:
            return
        terpakai = set(Indikator.objects.filter(renstra=self.renstra).values_list("kode", flat=True))
        if not isi["kode"]:
            daerah = slugify(self.renstra.dokumen_daerah)[:20] or "daerah"
            awalan = {"daerah": daerah}.get(isi.get("jenis", ""), isi.get("jenis", "") or "indikator")
            isi["kode"] = next_kode(awalan, terpakai)
        elif isi["kode"] in terpakai:
            self.add_error("kode", f"Kode {isi['kode']} sudah dipakai indikator lain pada Renstra ini.")

    def _check_arah(self, isi: dict[str, Any]) -> None:
        arah, rumus = isi.get("arah"), isi.get("rumus_capaian")
        if arah and rumus and RumusCapaian(rumus) not in (cocok := RUMUS_PER_ARAH[Arah(arah)]):
            nama = " atau ".join(f"“{sebutan.RUMUS_CAPAIAN[satu]}”" for satu in cocok)
            self.add_error("rumus_capaian", f"Untuk arah {arah}, rumus capaiannya {nama}.")
        if arah == Arah.PREDIKAT:
            if not isi.get("skala_predikat"):
                self.add_error("skala_predikat", "Arah predikat memerlukan skala predikat.")
            if isi.get("cara_ukur") not in (None, CaraUkur.ANGKA):
                self.add_error("cara_ukur", "Predikat diisi langsung, tidak diukur dari komponen.")
        elif arah and isi.get("skala_predikat"):
            self.add_error("skala_predikat", "Skala predikat hanya untuk arah predikat. Kosongkan.")

    def _check_mengikuti(self, isi: dict[str, Any]) -> None:
        diikuti, nomor = isi.get("mengikuti"), isi.get("mengikuti_komponen")
        if diikuti is None:
            if nomor is not None:
                self.add_error("mengikuti_komponen", "Pilih dahulu indikator yang diikuti.")
            return
        if nomor is not None and not diikuti.komponen.filter(urutan=nomor).exists():
            self.add_error("mengikuti_komponen", f"Indikator itu tidak mempunyai komponen nomor {nomor}.")
        rantai = dict(Indikator.objects.filter(renstra=self.renstra).values_list("pk", "mengikuti_id"))
        dilalui, kini = {self.instance.pk}, diikuti.pk
        while kini is not None and kini not in dilalui:
            dilalui.add(kini)
            kini = rantai.get(kini)
        if kini is not None:
            self.add_error(
                "mengikuti", "Indikator itu mengikuti indikator ini, langsung atau tidak langsung."
            )


def _label(satu: Indikator) -> str:
    return f"{satu.kode} – {Truncator(satu.nama).chars(100)}"
