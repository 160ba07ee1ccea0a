"""Writing the fixtures: a table is brought to the state of the rows given, no more and no less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, ProtectedError, QuerySet

from laporan.demo.baca import GalatDemo

M = TypeVar("M", bound=Model)
Baris = Mapping[str, Any]


class TableSync:
    """Creates, changes and deletes rows by natural key, with a handful of queries per table.

    A row that something still protects is kept until the end, when its successors have replaced it.
    """

    def __init__(self) -> None:
        self._tertunda: list[tuple[type[Model], list[Any]]] = []

    def sync(self, lingkup: QuerySet[M], kunci: Sequence[str], baris: Iterable[Baris]) -> list[M]:
        """Make `lingkup` hold exactly `baris`, matched by the fields `kunci`; return them in that order.

        Only the fields named in a row are changed, so a later step may add to what an earlier one wrote.
        """
        model = lingkup.model
        bidang_kunci = [_attname(model, nama) for nama in kunci]
        lama = {_nilai(obj, bidang_kunci): obj for obj in lingkup.all()}
        hasil: dict[tuple[Any, ...], M] = {}
        baru: list[M] = []
        berubah: list[M] = []
        bidang_berubah: set[str] = set()
        for satu in baris:
            usulan = model(**satu)
            nilai = _nilai(usulan, bidang_kunci)
            if nilai in hasil:
                raise GalatDemo(f"{model._meta.verbose_name}: kunci ganda {nilai}.")
            ada = lama.get(nilai)
            if ada is None:
                _validate(usulan)
                baru.append(usulan)
                hasil[nilai] = usulan
                continue
            hasil[nilai] = ada
            beda = [a for a in (_attname(model, n) for n in satu) if getattr(ada, a) != getattr(usulan, a)]
            for attname in beda:
                setattr(ada, attname, getattr(usulan, attname))
            if beda:
                _validate(ada)
                berubah.append(ada)
                bidang_berubah.update(beda)
        self._delete(model, [obj.pk for nilai, obj in lama.items() if nilai not in hasil])
        if berubah:
            model._base_manager.bulk_update(
                berubah, [f.name for f in model._meta.concrete_fields if f.attname in bidang_berubah]
            )
        model._base_manager.bulk_create(baru)
        return list(hasil.values())

    def finish(self) -> tuple[str, ...]:
        """Delete what was still protected when its table was written, the newest table first.

        What is protected even now is in use outside the demo: it stays, and is returned by name.
        """
        tertunda, self._tertunda = self._tertunda, []
        for model, pk in reversed(tertunda):
            self._delete(model, pk)
        return tuple(
            dict.fromkeys(
                f"{model._meta.verbose_name} {obj}"
                for model, pk in self._tertunda
                for obj in model._base_manager.filter(pk__in=pk)
            )
        )

    def _delete(self, model: type[Model], pk: list[Any]) -> None:
        if not pk:
            return
        try:
            model._base_manager.filter(pk__in=pk).delete()
        except ProtectedError:
            if len(pk) == 1:
                self._tertunda.append((model, pk))
                return
            for satu in pk:
                self._delete(model, [satu])


def _attname(model: type[Model], nama: str) -> str:
    attname: str = model._meta.get_field(nama).attname  # type: ignore[union-attr]
    return attname


def _nilai(obj: Model, bidang: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(obj, attname) for attname in bidang)


def _validate(obj: Model) -> None:
    """Check choices, lengths and patterns; relations are left to the database."""
    try:
        obj.clean_fields(exclude={f.name for f in obj._meta.concrete_fields if f.is_relation})
    except ValidationError as galat:
        raise GalatDemo(f"{obj._meta.verbose_name} {obj}: {galat.message_dict}") from galat
