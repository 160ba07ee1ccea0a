"""What was changed last in a perangkat daerah, as far as a person may see it, with the way to it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from kinerja.models import RealisasiIndikator
from lkip.access import Izin, all_izin, visible_units
from lkip.models import Jejak, Pengguna, PerangkatDaerah
from lkip.perubahan import kind
from lkip.riwayat import izin_of, our_models

BANYAK = 8
DILIHAT = 60
"""So many rows of the trail are looked through; the same object changed twice is shown once."""
REALISASI = RealisasiIndikator._meta.label

HALAMAN: dict[str, Callable[[str], str]] = {
    "kinerja.Renstra": lambda kunci: reverse("renstra", args=[kunci]),
    "kinerja.Indikator": lambda kunci: reverse("indikator", args=[kunci]),
    "kinerja.PerjanjianKinerja": lambda kunci: reverse("perjanjian", args=[kunci]),
}
"""Objects with a page of their own; the others are read on the page of their history."""


@dataclass(frozen=True)
class Terakhir:
    """The last change of one object."""

    waktu: datetime.datetime
    pelaku: str
    tindakan: str
    jenis: str
    nama: str
    url: str


def terakhir(pengguna: Pengguna, pd: PerangkatDaerah) -> list[Terakhir]:
    """Return the objects changed last, newest first (at most 2 queries)."""
    izin = all_izin(pengguna, pd)
    sebatas = visible_units(pengguna, Izin.LIHAT_REALISASI, pd.pk)
    terbatas = frozenset() if sebatas is None else {m._meta.label for m in our_models() if _of_units(m)}
    jenis = [m._meta.label for m in our_models() if izin_of(m) in izin and m._meta.label not in terbatas]
    boleh = Q(objek_jenis__in=jenis)
    if sebatas:
        boleh |= Q(objek_jenis__in=terbatas, induk__startswith=f"{REALISASI}:") | Q(objek_jenis=REALISASI)
    baris = list(Jejak.objects.filter(boleh, perangkat_daerah_kunci=pd.pk)[:DILIHAT])
    milik = _own(baris, sebatas) if sebatas else None
    hasil: dict[tuple[str, str], Terakhir] = {}
    for satu in baris:
        tempat = _place(satu)
        if tempat in hasil or (milik is not None and tempat[0] == REALISASI and tempat[1] not in milik):
            continue
        hapus = satu.sesudah is None
        hasil[tempat] = Terakhir(
            satu.waktu,
            satu.pelaku,
            satu.tindakan,
            kind(satu),
            satu.objek_nama,
            "" if hapus else _url(*tempat),
        )
    return list(hasil.values())[:BANYAK]


def _of_units(model: type) -> bool:
    """Return whether the objects of this kind are shown to their own units only."""
    return izin_of(model) == Izin.LIHAT_REALISASI


def _place(satu: Jejak) -> tuple[str, str]:
    """Return the object on whose page the change is read."""
    label, pisah, kunci = satu.induk.rpartition(":")
    return (label, kunci) if pisah else (satu.objek_jenis, satu.objek_kunci)


def _url(label: str, kunci: str) -> str:
    halaman = HALAMAN.get(label)
    return halaman(kunci) if halaman else reverse("riwayat", args=[label, kunci])


def _own(baris: Iterable[Jejak], unit: frozenset[int]) -> set[str]:
    """Return the keys of the realisasi that belong to these units."""
    kunci = {k for label, k in map(_place, baris) if label == REALISASI and k.isdecimal()}
    semua = RealisasiIndikator.objects.filter(pk__in=kunci).filter(
        Q(indikator__penanggung_jawab__in=unit) | Q(indikator__komponen__unit_kerja__in=unit)
    )
    return {str(pk) for pk in semua.values_list("pk", flat=True)}
