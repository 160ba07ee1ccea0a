"""The whole screen of an indikator: its own form and the form sets of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BaseFormSet

from kinerja.actions.indikator import Ubahan
from kinerja.forms.baris import (
    BarisFormSet,
    KomponenForm,
    KomponenFormSet,
    RiwayatForm,
    RiwayatFormSet,
    StandarNasionalForm,
    StandarNasionalFormSet,
    filled,
    form_set,
    pair_rows,
)
from kinerja.forms.indikator import IndikatorForm
from kinerja.forms.target import TargetFormSet, target_form_set
from kinerja.models import Indikator, Komponen, Renstra, RiwayatRealisasi, StandarNasional, TargetTahunan
from lkip.models import UnitKerja

KOMPONEN = form_set(KomponenForm, KomponenFormSet, 2, urut=True)
STANDAR = form_set(StandarNasionalForm, StandarNasionalFormSet, 1)
RIWAYAT = form_set(RiwayatForm, RiwayatFormSet, 1)


@dataclass
class IsiIndikator:
    """The form of an indikator with the form sets of its rows, filled from `baris` as stored."""

    form: IndikatorForm
    komponen: BarisFormSet[Komponen]
    target: TargetFormSet
    standar: BarisFormSet[StandarNasional]
    riwayat: BarisFormSet[RiwayatRealisasi]
    baris: list[Any]

    @classmethod
    def fill(
        cls,
        data: Any,
        renstra: Renstra,
        indikator: Indikator,
        baris: Iterable[Any],
        awal: Mapping[str, Any] | None,
    ) -> IsiIndikator:
        """Return the forms; `awal` is what a new indikator begins with."""
        semua = list(baris)
        unit = UnitKerja.objects.filter(perangkat_daerah=renstra.perangkat_daerah_id).order_by(
            "urutan", "kode"
        )
        form = IndikatorForm(data, instance=indikator, renstra=renstra, unit=unit, initial=awal)
        komponen = filled(KOMPONEN, data, "komponen", _only(semua, Komponen), unit=unit)
        assert isinstance(komponen, KomponenFormSet)
        komponen.induk = form
        periode = range(renstra.tahun_awal, renstra.tahun_akhir + 1)
        return cls(
            form=form,
            komponen=komponen,
            target=target_form_set(data, periode, _only(semua, TargetTahunan), form),
            standar=filled(STANDAR, data, "standar", _only(semua, StandarNasional)),
            riwayat=filled(RIWAYAT, data, "riwayat", _only(semua, RiwayatRealisasi)),
            baris=semua,
        )

    def all(self) -> list[BaseForm | BaseFormSet[Any]]:
        """Return every form, in the order of the page."""
        return [self.form, self.komponen, self.target, self.standar, self.riwayat]

    def context(self) -> dict[str, Any]:
        """Return them by the names that the page uses."""
        return {
            "form": self.form,
            "komponen": self.komponen,
            "target": self.target,
            "standar": self.standar,
            "riwayat": self.riwayat,
        }

    def changes(self) -> dict[str, Ubahan[Any]]:
        """Return what is to be saved and deleted, by the names of `save_indikator`."""
        return {
            "komponen": self.komponen.changes(_only(self.baris, Komponen), Komponen),
            "target": self.target.changes(_only(self.baris, TargetTahunan)),
            "standar_nasional": self.standar.changes(_only(self.baris, StandarNasional), StandarNasional),
            "riwayat": self.riwayat.changes(_only(self.baris, RiwayatRealisasi), RiwayatRealisasi),
        }

    def pairs(self, tersimpan: IsiIndikator) -> list[tuple[str, BaseForm, BaseForm]]:
        """Return each row as sent beside the same row as stored now, for the page of a conflict.

        A row that is only on one side stands beside a blank one.
        """
        hasil: list[tuple[str, BaseForm, BaseForm]] = []
        for kini, dulu in zip(self.target.forms, tersimpan.target.forms, strict=False):
            hasil.append(("Target", kini, dulu))
        for sebutan, dikirim, simpanan in (
            ("Komponen", self.komponen, tersimpan.komponen),
            ("Standar nasional", self.standar, tersimpan.standar),
            ("Realisasi tahun lalu", self.riwayat, tersimpan.riwayat),
        ):
            hasil += pair_rows(sebutan, dikirim, simpanan)
        return hasil


def _only(baris: list[Any], model: type[Any]) -> list[Any]:
    return [satu for satu in baris if isinstance(satu, model)]
