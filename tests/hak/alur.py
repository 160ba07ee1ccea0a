"""Pages of the way of a realisasi: quarters, approval, bukti dukung."""

from django.urls import reverse
from django.utils import timezone

from kinerja.models import RealisasiIndikator
from lkip.models import PerangkatDaerah, UnitKerja
from tests.factories import (
    BuktiDukungFactory,
    IndikatorFactory,
    PeriodeTriwulanFactory,
    RealisasiIndikatorFactory,
)
from tests.hak.dasar import (
    KEPALA_DINAS,
    KEPALA_UNIT,
    LINTAS,
    PERENCANA,
    SE_PD,
    STAF,
    SUPERUSER,
    Kasus,
    hanya,
    semua,
)

Status = RealisasiIndikator.Status
KUNCI, ISI, SETUJUI = {SUPERUSER, PERENCANA}, {SUPERUSER, STAF}, {SUPERUSER, KEPALA_UNIT, KEPALA_DINAS}
TANPA_UNIT = SE_PD - {STAF, KEPALA_UNIT}
"""Who looks at every unit of the perangkat daerah."""


def tahunan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


def kunci(nama: str, pd: PerangkatDaerah) -> str:
    if nama == "periode_buka":
        PeriodeTriwulanFactory(perangkat_daerah=pd, dikunci_pada=timezone.now(), dikunci_oleh="x")
    return reverse(nama, args=[pd.slug, 2024, 1])


KASUS = [
    Kasus("periode", lambda d: tahunan("periode", d.sendiri), hanya(SE_PD)),
    Kasus("periode", lambda d: tahunan("periode", d.lain), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("periode", lambda d: tahunan("periode", d.sendiri), hanya(KUNCI, 302), "POST"),
    Kasus(
        "periode",
        lambda d: tahunan("periode", d.lain),
        hanya({SUPERUSER}, 302, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
]
for _nama, _isi, _kirim in (("periode_kunci", {}, 302), ("periode_buka", {"alasan": "Data susulan"}, 302)):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: kunci(n, d.sendiri), hanya(KUNCI)),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.sendiri),
            hanya(KUNCI, _kirim),
            "POST",
            data=lambda d, i=_isi: i,
        ),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            milik="lain",
        ),
        Kasus(
            _nama,
            lambda d, n=_nama: kunci(n, d.lain),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            "POST",
            milik="lain",
            data=lambda d, i=_isi: i,
        ),
    ]


def realisasi(unit: UnitKerja, status: str) -> RealisasiIndikator:
    indikator = IndikatorFactory(renstra__perangkat_daerah=unit.perangkat_daerah, cara_ukur="angka")
    indikator.penanggung_jawab.set([unit])
    satu: RealisasiIndikator = RealisasiIndikatorFactory(indikator=indikator, status=status)
    return satu


def satu(nama: str, unit: UnitKerja, status: str) -> str:
    """The page of one realisasi, or of its bukti."""
    milik = realisasi(unit, status)
    if nama == "bukti_tambah":
        return reverse(nama, args=[unit.perangkat_daerah.slug, 2024, milik.indikator_id, 1])
    bukti = BuktiDukungFactory(realisasi=milik)
    return reverse(nama, args=[bukti.pk if nama.startswith("bukti") else milik.pk])


def kasus(
    nama: str, status: str, boleh: set[str], metode: str, unit: str, jawaban: int = 302, **data: str
) -> Kasus:
    """One request about a realisasi of the unit that the world calls `unit`."""
    milik = {"unit": "sendiri", "unit_lain": "unit lain", "unit_pd_lain": "lain"}[unit]
    lihat = {"unit": SE_PD, "unit_lain": TANPA_UNIT, "unit_pd_lain": LINTAS}[unit]
    return Kasus(
        nama,
        lambda d: satu(nama, getattr(d, unit), status),
        hanya(boleh, jawaban, lihat=lihat),
        metode,
        milik,
        lambda d: data,
    )


KASUS += [
    Kasus("persetujuan", lambda d: tahunan("persetujuan", d.sendiri), hanya(SETUJUI)),
    Kasus("persetujuan", lambda d: tahunan("persetujuan", d.sendiri), hanya(SETUJUI), "POST"),
    Kasus(
        "persetujuan",
        lambda d: tahunan("persetujuan", d.lain),
        hanya({SUPERUSER}, lihat=LINTAS),
        milik="lain",
    ),
]
for _nama, _status, _boleh, _get, _data in (
    ("realisasi_ajukan", Status.DRAF, ISI, 200, {}),
    ("realisasi_tarik", Status.DIAJUKAN, ISI, 302, {}),
    ("realisasi_setujui", Status.DIAJUKAN, SETUJUI, 302, {}),
    ("realisasi_kembalikan", Status.DIAJUKAN, SETUJUI, 200, {"catatan": "Periksa"}),
    ("realisasi_buka", Status.DISETUJUI, KUNCI, 200, {"alasan": "Salah"}),
    ("bukti_tambah", Status.DRAF, ISI, 302, {}),
    ("bukti_hapus", Status.DRAF, ISI, 302, {}),
):
    _di_lain = _boleh - {STAF, KEPALA_UNIT}
    KASUS += [
        kasus(_nama, _status, _boleh, "GET", "unit", _get),
        kasus(_nama, _status, _boleh, "POST", "unit", **_data),
        kasus(_nama, _status, _di_lain, "POST", "unit_lain", **_data),
        kasus(_nama, _status, {SUPERUSER}, "POST", "unit_pd_lain", **_data),
    ]
# The record is there, its file is not: who may look at it is told that it is gone.
KASUS += [
    Kasus("bukti", lambda d: satu("bukti", d.unit, Status.DRAF), semua(404)),
    Kasus("bukti", lambda d: satu("bukti", d.unit, Status.DRAF), semua(405), "POST"),
]
