"""The lock of a quarter: once locked, its figures change by no path, not even straight in the database.

Actions call `require_open` and so give a message that can be read. Behind them stand triggers that refuse
the write itself; `manage.py migrate` makes them.
"""

from __future__ import annotations

import datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.backends.base.base import BaseDatabaseWrapper

from lkip.angka import romawi
from lkip.models import PeriodeTriwulan

PESAN_PEMICU = "triwulan terkunci"
"""What the triggers say; the database raises it as an IntegrityError."""


class TriwulanTerkunci(ValidationError):  # noqa: N818 (the domain says it in Indonesian)
    """The quarter is locked; the message is Indonesian and may be shown as it is."""


def is_locked(perangkat_daerah_id: int, tahun: int, triwulan: int) -> bool:
    """Return whether the figures of the quarter are locked."""
    return PeriodeTriwulan.objects.filter(
        perangkat_daerah=perangkat_daerah_id, tahun=tahun, triwulan=triwulan, dikunci_pada__isnull=False
    ).exists()


def locked_quarters(perangkat_daerah_id: int, tahun: int) -> frozenset[int]:
    """Return the locked quarters of a year (1 query)."""
    return frozenset(
        PeriodeTriwulan.objects.filter(
            perangkat_daerah=perangkat_daerah_id, tahun=tahun, dikunci_pada__isnull=False
        ).values_list("triwulan", flat=True)
    )


def require_open(perangkat_daerah_id: int, tahun: int, triwulan: int) -> None:
    """Raise TriwulanTerkunci when the quarter is locked."""
    if is_locked(perangkat_daerah_id, tahun, triwulan):
        raise TriwulanTerkunci(
            f"Triwulan {romawi(triwulan)} tahun {tahun} sudah dikunci, sehingga angkanya tidak dapat diubah. "
            "Minta perencana membukanya kembali bila ada yang harus diperbaiki."
        )


def quarter_of(bulan: int) -> int:
    """Return the quarter (1–4) of a month (1–12)."""
    return (bulan + 2) // 3


def first_day(tahun: int, triwulan: int) -> datetime.date:
    """Return the day on which a quarter begins."""
    return datetime.date(tahun, 3 * triwulan - 2, 1)


def create_triggers(koneksi: BaseDatabaseWrapper) -> None:
    """Refuse, in the database, every write to a figure of a locked quarter.

    Which figures: `terkunci` of each app, a table with a SELECT in which {baris} stands for the row before
    or after the write. Tables that are not there yet are passed over.
    """
    ada = set(koneksi.introspection.table_names())
    with koneksi.cursor() as kursor:
        for tabel, terkunci in _tables().items():
            if tabel in ada:
                for saat, baris in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
                    syarat = " OR ".join(f"EXISTS ({terkunci.format(baris=satu)})" for satu in baris)
                    for perintah in _create(koneksi.vendor, tabel, saat, syarat):
                        kursor.execute(perintah)


def drop_triggers(koneksi: BaseDatabaseWrapper) -> None:
    """Take the triggers away: SQLite cannot alter a table that one of them reads."""
    ada = set(koneksi.introspection.table_names())
    with koneksi.cursor() as kursor:
        for tabel in _tables():
            if tabel in ada:
                for saat in ("INSERT", "UPDATE", "DELETE"):
                    atas = f" ON {tabel}" if koneksi.vendor == "postgresql" else ""
                    kursor.execute(f"DROP TRIGGER IF EXISTS {_name(tabel, saat)}{atas}")


def _tables() -> dict[str, str]:
    return {
        tabel: terkunci
        for app in apps.get_app_configs()
        for tabel, terkunci in getattr(app, "terkunci", {}).items()
    }


def _name(tabel: str, saat: str) -> str:
    return f"{tabel}_kunci_{saat.lower()}"


def _create(vendor: str, tabel: str, saat: str, syarat: str) -> list[str]:
    nama = _name(tabel, saat)
    if vendor != "postgresql":
        return [
            f"CREATE TRIGGER {nama} BEFORE {saat} ON {tabel} WHEN {syarat} "
            f"BEGIN SELECT RAISE(ABORT, '{PESAN_PEMICU}'); END"
        ]
    kembali = "OLD" if saat == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {syarat} THEN RAISE EXCEPTION '{PESAN_PEMICU}' USING ERRCODE = 'check_violation'; "
        f"END IF; RETURN {kembali}; END $$",
        f"CREATE TRIGGER {nama} BEFORE {saat} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()",
    ]
