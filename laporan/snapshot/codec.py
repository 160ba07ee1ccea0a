"""Frozen dataclasses to JSON and back, without loss: Decimal and date as text, reasons as objects."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
import json
import types
import typing
from decimal import Decimal
from typing import Any, TypeVar

from laporan.perhitungan.data import Alasan, TidakDapatDihitung

T = TypeVar("T")


def to_plain(nilai: Any) -> Any:
    """Return `nilai` as JSON types only. Raises TypeError for anything the snapshot must not hold."""
    if nilai is None or isinstance(nilai, (bool, int, str)):
        return nilai
    if isinstance(nilai, Decimal):
        return _teks(nilai)
    if isinstance(nilai, datetime.date) and not isinstance(nilai, datetime.datetime):
        return nilai.isoformat()
    if isinstance(nilai, TidakDapatDihitung):
        return {"alasan": nilai.alasan.value, "rincian": nilai.rincian}
    if isinstance(nilai, tuple):
        return [to_plain(satu) for satu in nilai]
    if dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        return {f.name: to_plain(getattr(nilai, f.name)) for f in dataclasses.fields(nilai)}
    raise TypeError(f"{type(nilai).__name__} does not belong in a snapshot")


def _teks(nilai: Decimal) -> str:
    """Return one text per value: databases differ in the zeros they put after the decimal point."""
    teks = format(nilai, "f")
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks if nilai else "0"


def from_plain(jenis: type[T], nilai: Any) -> T:
    """Return the `jenis` that `to_plain` turned into `nilai`.

    Raises ValueError or KeyError when `nilai` is not of that shape.
    """
    return typing.cast(T, _baca(jenis, nilai))


def canonical(nilai: Any) -> bytes:
    """Return the one JSON text of plain data: sorted keys, no spaces, UTF-8."""
    return json.dumps(nilai, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(nilai: Any) -> str:
    """Return the SHA-256 of the canonical JSON of plain data, in hexadecimal."""
    return hashlib.sha256(canonical(nilai)).hexdigest()


@functools.cache
def _bidang(jenis: type) -> tuple[tuple[str, Any], ...]:
    petunjuk = typing.get_type_hints(jenis)
    return tuple((f.name, petunjuk[f.name]) for f in dataclasses.fields(jenis))


def _baca(jenis: Any, nilai: Any) -> Any:
    asal = typing.get_origin(jenis)
    if asal is typing.Union or asal is types.UnionType:
        return _baca_gabungan(typing.get_args(jenis), nilai)
    if asal is tuple:
        isi = typing.get_args(jenis)
        if len(isi) == 2 and isi[1] is Ellipsis:
            return tuple(_baca(isi[0], satu) for satu in nilai)
        return tuple(_baca(satu, anggota) for satu, anggota in zip(isi, nilai, strict=True))
    if jenis is TidakDapatDihitung:
        return TidakDapatDihitung(Alasan(nilai["alasan"]), nilai["rincian"])
    if dataclasses.is_dataclass(jenis):
        return typing.cast(Any, jenis)(**{nama: _baca(tipe, nilai[nama]) for nama, tipe in _bidang(jenis)})  # type: ignore[arg-type]
    if jenis is Decimal:
        return Decimal(nilai)
    if jenis is datetime.date:
        return datetime.date.fromisoformat(nilai)
    if not isinstance(nilai, jenis):
        raise ValueError(f"expected {jenis.__name__}, got {nilai!r}")
    return nilai


def _baca_gabungan(pilihan: tuple[Any, ...], nilai: Any) -> Any:
    if nilai is None:
        return None
    lain = [satu for satu in pilihan if satu is not types.NoneType]
    if TidakDapatDihitung in lain:
        if isinstance(nilai, dict) and set(nilai) == {"alasan", "rincian"}:
            return _baca(TidakDapatDihitung, nilai)
        lain.remove(TidakDapatDihitung)
    (satu,) = lain
    return _baca(satu, nilai)
