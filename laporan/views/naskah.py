"""The workspace of a report: every section and fact with its state, and what remains to be done."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Max, OuterRef, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from laporan.dokumen.bagian import Bagian, kelompok
from laporan.models import Laporan, Narasi
from laporan.naskah import HALAMAN_ISIAN, Bekal, bekal
from lkip import audit
from lkip.access import Izin
from lkip.akses import find_pd
from lkip.models import Jejak, PerangkatDaerah
from lkip.unduh import downloadable

SEBUTAN = {"kosong": "Kosong", "terisi": "Terisi", "bermasalah": "Perlu diperbaiki"}
FAKTA = (
    ("fakta.dasar_hukum", "Dasar hukum", "peraturan", "laporan.DasarHukum"),
    ("fakta.tugas_fungsi", "Tugas dan fungsi", "unit kerja", "lkip.TugasFungsi"),
    ("fakta.pegawai", "Jumlah pegawai", "baris", "laporan.JumlahPegawai"),
    ("fakta.aset", "Aset", "baris", "laporan.AsetTetap"),
    ("fakta.evaluasi_akip", "Evaluasi AKIP tahun sebelumnya", "komponen", "laporan.KomponenEvaluasiAkip"),
)


@dataclass(frozen=True)
class Butir:
    """One line of the workspace; `banyak` says how many rows or problems."""

    judul: str
    url: str
    keadaan: str
    banyak: str = ""
    diubah: datetime | None = None
    oleh: str = ""

    @property
    def sebutan(self) -> str:
        """The state in words."""
        return SEBUTAN[self.keadaan]


@downloadable
@require_safe
def naskah(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show what has been written of the report and what has not."""
    pd = find_pd(request, slug, Izin.SUSUN_LAPORAN)
    isi = bekal(pd, tahun)
    laporan = (
        Laporan.objects.select_related("penandatangan")
        .prefetch_related("lampiran")
        .filter(perangkat_daerah=pd, tahun=tahun)
        .first()
    )
    narasi = _narasi(isi, pd, laporan, tahun)
    bab = [(judul, [b for _, b in isi]) for judul, isi in itertools.groupby(narasi, lambda satu: satu[0])]
    semua = [b for _, b in narasi]
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": tahun,
        "laporan": laporan,
        "bab": bab,
        "fakta": _fakta(isi, pd, laporan, tahun),
        "terisi": sum(b.keadaan != "kosong" for b in semua),
        "bermasalah": sum(b.keadaan == "bermasalah" for b in semua),
        "seluruh": len(semua),
        "masalah_lain": len(isi.masalah),
    }
    return render(request, "laporan/naskah.html", konteks)


def _narasi(isi: Bekal, pd: PerangkatDaerah, laporan: Laporan | None, tahun: int) -> list[tuple[str, Butir]]:
    jejak = Jejak.objects.filter(
        objek_jenis=Narasi._meta.label, objek_kunci=Cast(OuterRef("pk"), CharField())
    ).order_by("-waktu", "-pk")
    tersimpan = {
        n.bagian: n
        for n in Narasi.objects.filter(laporan=laporan).annotate(
            diubah=Subquery(jejak.values("waktu")[:1]), oleh=Subquery(jejak.values("pelaku")[:1])
        )
    }

    def butir(satu: Bagian) -> Butir:
        narasi = tersimpan.get(satu.kunci)
        masalah = isi.masalah_di(satu.kunci)
        return Butir(
            satu.judul,
            reverse("naskah_narasi", args=[pd.slug, tahun, satu.kunci]),
            "kosong" if narasi is None else "bermasalah" if masalah else "terisi",
            f"{len(masalah)} masalah" if narasi is not None and masalah else "",
            narasi.diubah if narasi else None,
            narasi.oleh or "" if narasi else "",
        )

    return [(kelompok(satu), butir(satu)) for satu in isi.bagian]


def _fakta(isi: Bekal, pd: PerangkatDaerah, laporan: Laporan | None, tahun: int) -> list[Butir]:
    diubah: dict[str, datetime] = {}
    if laporan is not None:
        diubah = dict(
            Jejak.objects.filter(induk=audit.label(laporan))
            .order_by()
            .values("objek_jenis")
            .annotate(terakhir=Max("waktu"))
            .values_list("objek_jenis", "terakhir")
        )
    return [
        Butir(
            judul,
            reverse(HALAMAN_ISIAN[kunci], args=[pd.slug, tahun]),
            "terisi" if isi.banyak[kunci] else "kosong",
            f"{isi.banyak[kunci]} {satuan}" if isi.banyak[kunci] else "",
            diubah.get(jenis),
        )
        for kunci, judul, satuan, jenis in FAKTA
    ]
