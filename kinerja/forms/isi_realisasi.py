"""The whole screen of a report: its own form, the komponen, and the rows under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.forms import BaseForm, BaseFormSet

from kinerja.forms.komponen_realisasi import (
    BarisKomponenFormSet,
    HitunganForm,
    HitunganFormSet,
    PembandingForm,
    RincianForm,
    form_set,
)
from kinerja.forms.realisasi import RealisasiForm
from kinerja.hitung_realisasi import Pengukuran
from kinerja.isi_realisasi import (
    TRIWULAN_AKHIR,
    Bagian,
    IsiKomponen,
    IsiPembanding,
    IsiRealisasi,
    IsiRincian,
)
from kinerja.models import (
    Komponen,
    PengukuranPembanding,
    RealisasiIndikator,
    RealisasiKomponen,
)
from kinerja.tampil_realisasi import TampilHasil
from kinerja.ukuran import cara_of
from laporan.perhitungan.data import pecahan
from laporan.perhitungan.indikator import LaporanUkur, Pasangan
from lkip.angka import bilangan

KOLOM_RINCIAN = ("kelompok", "uraian", "jumlah")
KOLOM_PEMBANDING = ("nama", "pembilang", "penyebut", "alasan")


@dataclass(frozen=True)
class BarisHitungan:
    """One komponen on the page; `sebelum`: triwulan, pembilang, penyebut."""

    form: HitunganForm
    komponen: Komponen
    persen: str
    sebelum: list[tuple[int, Decimal | None, Decimal | None]]


@dataclass
class FormulirRealisasi:
    """The forms of one report; without komponen `hitungan` has no lines, `pembanding` is for triwulan IV."""

    bagian: Bagian
    form: RealisasiForm
    hitungan: HitunganFormSet
    rincian: BarisKomponenFormSet | None
    pembanding: BarisKomponenFormSet | None
    milik: list[Komponen]
    """The komponen that this person fills."""

    @classmethod
    def fill(
        cls,
        data: Any,
        realisasi: RealisasiIndikator,
        bagian: Bagian,
        pembanding: Iterable[PengukuranPembanding] = (),
    ) -> FormulirRealisasi:
        """Return the forms, filled from the report as stored with the comparison measurements of its year."""
        indikator = realisasi.indikator
        komponen = list(indikator.komponen.all()) if cara_of(indikator).dari_komponen else []
        ukuran = {k.komponen_id: k for k in realisasi.komponen.all()} if realisasi.pk else {}
        milik = [k for k in komponen if k.pk in bagian.komponen]
        kelas = cast(
            "type[HitunganFormSet]", forms.formset_factory(HitunganForm, formset=HitunganFormSet, extra=0)
        )
        return cls(
            bagian=bagian,
            form=RealisasiForm(
                data, initial=RealisasiForm.initial_of(realisasi), indikator=indikator, boleh=bagian.pokok
            ),
            hitungan=kelas(
                data,
                prefix="komponen",
                initial=[_hitungan(k, ukuran.get(k.pk)) for k in komponen],
                komponen=komponen,
                bagian=bagian,
            ),
            rincian=form_set(RincianForm, data, "rincian", _rincian(milik, ukuran), milik) if milik else None,
            pembanding=form_set(PembandingForm, data, "pembanding", _pembanding(pembanding), milik)
            if milik and realisasi.triwulan == TRIWULAN_AKHIR
            else None,
            milik=milik,
        )

    def all(self) -> list[BaseForm | BaseFormSet[Any]]:
        """Return every form, in the order of the page."""
        semua = [self.form, self.hitungan, self.rincian, self.pembanding]
        return [satu for satu in semua if satu is not None]

    def content(self) -> IsiRealisasi:
        """Return what was filled in, of the parts that this person may fill."""
        rincian = _per_komponen(self.rincian)
        pembanding = _per_komponen(self.pembanding)
        angka = {f.milik.pk: f.cleaned_data for f in self.hitungan.forms if f.milik is not None}
        return IsiRealisasi(
            self.form.content() if self.bagian.pokok else None,
            {
                k.pk: IsiKomponen(
                    angka[k.pk]["pembilang"],
                    angka[k.pk]["penyebut"],
                    None
                    if self.rincian is None
                    else [IsiRincian(*(r[n] for n in KOLOM_RINCIAN)) for r in rincian[k.pk]],
                    None
                    if self.pembanding is None
                    else [IsiPembanding(*(p[n] for n in KOLOM_PEMBANDING)) for p in pembanding[k.pk]],
                )
                for k in self.milik
            },
        )

    def lines(self, ukur: Pengukuran, hasil: TampilHasil, triwulan: int) -> list[BarisHitungan]:
        """Return the komponen beside what they give, and what the triwulan before said of them."""
        sebelum = [(nomor, r) for nomor, r in sorted(ukur.laporan.items()) if nomor < triwulan]
        return [
            BarisHitungan(
                form,
                form.milik,
                hasil.komponen.get(form.milik.pk, ""),
                [
                    (nomor, k.pembilang, k.penyebut)
                    for nomor, r in sebelum
                    for k in r.komponen.all()
                    if k.komponen_id == form.milik.pk
                ],
            )
            for form in self.hitungan.forms
            if form.milik is not None
        ]

    def disagreements(self) -> list[str]:
        """Return which breakdowns on the page do not add up to their pembilang, in words."""
        if self.rincian is None:
            return []
        jumlah: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
        for form in self.rincian.forms:
            isi = _read(form)
            if isi.get("jumlah") is not None and isi.get("komponen") and not isi.get("DELETE"):
                jumlah[int(isi["komponen"]), isi.get("kelompok") or ""] += isi["jumlah"]
        pembilang = {f.milik.pk: _read(f).get("pembilang") for f in self.hitungan.forms if f.milik}
        nomor = {k.pk: k.urutan for k in self.milik}
        return [
            f"Rincian komponen {nomor[pk]} menurut “{kelompok}” berjumlah {bilangan(banyak)}; "
            f"pembilangnya {bilangan(pembilang[pk], kosong='kosong')}."
            for (pk, kelompok), banyak in jumlah.items()
            if pk in nomor and pembilang.get(pk) != banyak
        ]

    def typed(self) -> LaporanUkur:
        """Return the figures as they stand on the page; what cannot be read counts as empty."""
        isi = _read(self.form)
        komponen: dict[str, Pasangan] = {}
        for form in self.hitungan.forms:
            angka = _read(form)
            if form.milik is not None:
                komponen[str(form.milik.pk)] = (
                    pecahan(angka.get("pembilang")),
                    pecahan(angka.get("penyebut")),
                )
        return LaporanUkur(pecahan(isi.get("nilai")), isi.get("predikat") or "", komponen)

    def pairs(self, tersimpan: FormulirRealisasi) -> Iterator[tuple[str, BaseForm, BaseForm]]:
        """Return each row as sent beside the same row as stored now, for the page of a conflict."""
        for kini, dulu in zip(self.hitungan.forms, tersimpan.hitungan.forms, strict=False):
            yield "Komponen", kini, dulu
        for sebutan, dikirim, simpanan in (
            ("Rincian", self.rincian, tersimpan.rincian),
            ("Pengukuran pembanding", self.pembanding, tersimpan.pembanding),
        ):
            if dikirim is None or simpanan is None:
                continue
            banyak = max(len(dikirim.forms), len(simpanan.forms))
            for nomor in range(banyak):
                yield f"{sebutan} {nomor + 1}", dikirim.at(nomor), simpanan.at(nomor)


def _read(form: forms.Form) -> dict[str, Any]:
    """Return what of a form can be read; of an unbound one what fills it."""
    if form.is_bound:
        form.is_valid()
        return form.cleaned_data
    return {nama: form.get_initial_for_field(kolom, nama) for nama, kolom in form.fields.items()}


def _hitungan(komponen: Komponen, ukuran: RealisasiKomponen | None) -> dict[str, Any]:
    return {
        "komponen": komponen.pk,
        "pembilang": ukuran.pembilang if ukuran else None,
        "penyebut": ukuran.penyebut if ukuran else None,
    }


def _rincian(milik: Iterable[Komponen], ukuran: Mapping[int, RealisasiKomponen]) -> list[dict[str, Any]]:
    return [
        {"komponen": str(k.pk), **{n: getattr(r, n) for n in KOLOM_RINCIAN}}
        for k in milik
        if k.pk in ukuran
        for r in ukuran[k.pk].rincian.all()
    ]


def _pembanding(semua: Iterable[PengukuranPembanding]) -> list[dict[str, Any]]:
    return [{"komponen": str(p.komponen_id), **{n: getattr(p, n) for n in KOLOM_PEMBANDING}} for p in semua]


def _per_komponen(formset: BarisKomponenFormSet | None) -> dict[int, list[dict[str, Any]]]:
    hasil: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for isi in formset.filled() if formset is not None else ():
        hasil[isi["komponen"]].append(isi)
    return hasil
