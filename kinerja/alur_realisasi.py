"""The way of a realisasi through its quarter: who fills it, who approves it, and when it is locked.

kosong → draf → diajukan → disetujui or dikembalikan (with a comment) → dikunci. A quarter is locked and
unlocked as a whole (`kinerja.actions.periode`); the steps of one realisasi are
`kinerja.actions.langkah_realisasi`.
"""

from __future__ import annotations

from kinerja.models import RealisasiIndikator
from lkip.access import Izin
from lkip.workflow import AlurKerja

Status = RealisasiIndikator.Status

KOSONG = "kosong"
"""The status of a realisasi that has no row yet."""

ISI, AJUKAN, TARIK = "isi", "ajukan", "tarik kembali"
SETUJUI, KEMBALIKAN = "setujui", "kembalikan"
BUKA, KUNCI, BUKA_KUNCI = "buka untuk diperbaiki", "kunci", "buka kunci"

SEBUTAN: dict[str, str] = {KOSONG: "belum diisi"} | {
    str(nilai): str(sebutan).lower() for nilai, sebutan in Status.choices
}
"""Each status as people read it."""

ALUR = AlurKerja(
    {
        (KOSONG, ISI): (Status.DRAF, Izin.ISI_REALISASI),
        (Status.DRAF, ISI): (Status.DRAF, Izin.ISI_REALISASI),
        (Status.DRAF, AJUKAN): (Status.DIAJUKAN, Izin.ISI_REALISASI),
        (Status.DIKEMBALIKAN, ISI): (Status.DIKEMBALIKAN, Izin.ISI_REALISASI),
        (Status.DIKEMBALIKAN, AJUKAN): (Status.DIAJUKAN, Izin.ISI_REALISASI),
        (Status.DIAJUKAN, SETUJUI): (Status.DISETUJUI, Izin.SETUJUI_REALISASI),
        (Status.DIAJUKAN, KEMBALIKAN): (Status.DIKEMBALIKAN, Izin.SETUJUI_REALISASI),
        (Status.DIAJUKAN, TARIK): (Status.DRAF, Izin.ISI_REALISASI),
        (Status.DISETUJUI, KEMBALIKAN): (Status.DIKEMBALIKAN, Izin.SETUJUI_REALISASI),
        (Status.DISETUJUI, BUKA): (Status.DIKEMBALIKAN, Izin.KUNCI_TRIWULAN),
        (Status.DISETUJUI, KUNCI): (Status.DIKUNCI, Izin.KUNCI_TRIWULAN),
        (Status.DIKUNCI, BUKA_KUNCI): (Status.DISETUJUI, Izin.KUNCI_TRIWULAN),
    },
    SEBUTAN,
)

SELESAI = frozenset({Status.DISETUJUI, Status.DIKUNCI})
"""Statuses in which the head of the unit stands behind the figure."""
DILAPORKAN = SELESAI | {Status.DIAJUKAN}
"""Statuses that a report or dashboard counts: a draft, or what was returned, is the unit's own."""
