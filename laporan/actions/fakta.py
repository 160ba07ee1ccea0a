"""Writing the facts of Bab I. Each table is saved as a whole, under the report of its year."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import CharField, F
from django.db.models.functions import Cast

from laporan.actions.baris import Baris, replace_rows, require_rows_unchanged
from laporan.actions.naskah import ensure_laporan
from laporan.models import AsetTetap, DasarHukum, EvaluasiAkip, JumlahPegawai, KomponenEvaluasiAkip
from lkip.access import Izin
from lkip.models import PerangkatDaerah, TugasFungsi, UnitKerja
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, save_row

DIGESER = F("urutan") + 10_000
"""An order that no row of a form can have."""


@transaction.atomic
def save_dasar_hukum(
    *, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, isi: Sequence[Baris], sidik: str | None = None
) -> None:
    """Save the dasar hukum of a year. Raises PermissionDenied and Bentrok."""
    _save(DasarHukum, {"urutan": DIGESER}, oleh=oleh, pd=pd, tahun=tahun, isi=isi, sidik=sidik)


@transaction.atomic
def save_pegawai(
    *, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, isi: Sequence[Baris], sidik: str | None = None
) -> None:
    """Save the numbers of employees of a year. Raises PermissionDenied and Bentrok."""
    parkir = {"uraian": Cast("pk", CharField())}
    _save(JumlahPegawai, parkir, oleh=oleh, pd=pd, tahun=tahun, isi=isi, sidik=sidik)


@transaction.atomic
def save_aset(
    *, oleh: Pelaku, pd: PerangkatDaerah, tahun: int, isi: Sequence[Baris], sidik: str | None = None
) -> None:
    """Save the assets of a year. Raises PermissionDenied and Bentrok."""
    _save(AsetTetap, {"urutan": DIGESER}, oleh=oleh, pd=pd, tahun=tahun, isi=isi, sidik=sidik)


def _save(
    model: type[models.Model],
    parkir: dict[str, Any],
    *,
    oleh: Pelaku,
    pd: PerangkatDaerah,
    tahun: int,
    isi: Sequence[Baris],
    sidik: str | None,
) -> None:
    oleh.require(Izin.SUSUN_LAPORAN, pd)
    laporan = ensure_laporan(oleh=oleh, pd=pd, tahun=tahun)
    tersimpan = list(model._default_manager.filter(perangkat_daerah=pd, tahun=tahun))
    require_rows_unchanged(sidik, tersimpan, laporan)
    replace_rows(
        oleh=oleh,
        tersimpan=tersimpan,
        isi=isi,
        buat=lambda: model(perangkat_daerah=pd, tahun=tahun),
        parkir=parkir,
        lingkup=Lingkup(pd.pk, tahun),
        induk=laporan,
    )


@transaction.atomic
def save_evaluasi_akip(
    *,
    oleh: Pelaku,
    pd: PerangkatDaerah,
    tahun: int,
    nomor_surat: str,
    tanggal_surat: datetime.date | None,
    komponen: Sequence[Baris],
    sidik: str | None = None,
) -> EvaluasiAkip | None:
    """Save the AKIP evaluation of the year before `tahun`; without any component there is none.

    Raises PermissionDenied and Bentrok.
    """
    oleh.require(Izin.SUSUN_LAPORAN, pd)
    laporan = ensure_laporan(oleh=oleh, pd=pd, tahun=tahun)
    evaluasi = EvaluasiAkip.objects.filter(perangkat_daerah=pd, tahun=tahun - 1).first()
    tersimpan = list(KomponenEvaluasiAkip.objects.filter(evaluasi=evaluasi)) if evaluasi else []
    require_rows_unchanged(sidik, [evaluasi, *tersimpan] if evaluasi else [], laporan)
    lingkup = Lingkup(pd.pk, tahun - 1)
    if not komponen:
        if evaluasi is not None:
            delete_row(oleh=oleh, objek=evaluasi, lingkup=lingkup, induk=laporan)
        return None
    evaluasi = evaluasi or EvaluasiAkip(perangkat_daerah=pd, tahun=tahun - 1)
    evaluasi.nomor_surat, evaluasi.tanggal_surat = nomor_surat, tanggal_surat
    save_row(oleh=oleh, objek=evaluasi, lingkup=lingkup, induk=laporan)
    milik = evaluasi
    replace_rows(
        oleh=oleh,
        tersimpan=tersimpan,
        isi=komponen,
        buat=lambda: KomponenEvaluasiAkip(evaluasi=milik),
        parkir={"urutan": DIGESER},
        lingkup=lingkup,
        induk=laporan,
    )
    return evaluasi


@transaction.atomic
def save_tugas_fungsi(
    *, oleh: Pelaku, unit: UnitKerja, isi: Sequence[Baris], sidik: str | None = None
) -> None:
    """Save the duties and functions of a unit kerja, which the reports of all years print.

    Raises PermissionDenied and Bentrok.
    """
    oleh.require(Izin.KELOLA_RENCANA, unit)
    UnitKerja.objects.select_for_update(no_key=True).get(pk=unit.pk)
    tersimpan = list(TugasFungsi.objects.filter(unit_kerja=unit))
    require_rows_unchanged(sidik, tersimpan, unit)
    replace_rows(
        oleh=oleh,
        tersimpan=tersimpan,
        isi=isi,
        buat=lambda: TugasFungsi(unit_kerja=unit),
        parkir={"urutan": DIGESER},
        lingkup=Lingkup(unit.perangkat_daerah_id),
        induk=unit,
    )
