"""The official nomenclature of a year, as a perangkat daerah sees it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from anggaran.kode import SEMUA_URUSAN, normalise, urusan_of
from anggaran.models import EntriNomenklatur

if TYPE_CHECKING:
    from lkip.models import PerangkatDaerah


def entries(pd: PerangkatDaerah, tahun: int, urusan: Collection[str] = ()) -> dict[str, EntriNomenklatur]:
    """Return the entries of its own urusan, of `urusan` and of every urusan, by the kode it writes.

    Of each urusan the newest edition in force in that year counts (1 query).
    """
    dicari = {pd.kode_urusan, SEMUA_URUSAN, *urusan}
    per_urusan: dict[str, tuple[int, list[EntriNomenklatur]]] = {}
    for satu in (
        EntriNomenklatur.objects.filter(nomenklatur__tahun_mulai__lte=tahun)
        .select_related("nomenklatur")
        .order_by("-nomenklatur__tahun_mulai", "-nomenklatur", "kode")
    ):
        milik = urusan_of(satu.kode)
        if milik in dicari:
            edisi, isi = per_urusan.setdefault(milik, (satu.nomenklatur_id, []))
            if edisi == satu.nomenklatur_id:
                isi.append(satu)
    semua = [satu for _, isi in per_urusan.values() for satu in isi]
    return {normalise(satu.kode, pd.kode_urusan): satu for satu in sorted(semua, key=lambda e: e.kode)}


def has_name(entri: EntriNomenklatur, nama: str) -> bool:
    """Return whether the list calls it that; spaces and capitals do not count."""
    return _plain(entri.sub_kegiatan) == _plain(nama)


def _plain(nama: str) -> str:
    return " ".join(nama.split()).casefold()
