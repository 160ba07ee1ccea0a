"""Pages of the rencana aksi and of the Renja."""

from django.urls import reverse

from anggaran.models import IndikatorRenja
from tests.factories import IndikatorFactory, IndikatorRenjaFactory
from tests.hak.dasar import (
    KEPALA_UNIT,
    LINTAS,
    PERENCANA,
    SE_PD,
    STAF,
    SUPERUSER,
    Dunia,
    Kasus,
    hanya,
    semua,
)

KELOLA = {SUPERUSER, PERENCANA}


def tahunan(nama: str, dunia: Dunia, milik: str) -> str:
    pd = getattr(dunia, milik)
    IndikatorFactory(renstra__perangkat_daerah=pd)
    return reverse(nama, args=[pd.slug, 2024])


def rencana_aksi_ubah(dunia: Dunia, milik: str) -> str:
    satu = IndikatorFactory(renstra__perangkat_daerah=getattr(dunia, milik))
    return reverse("rencana_aksi_ubah", args=[satu.pk, 2024])


def realisasi_renja_isi(dunia: Dunia, unit: str) -> str:
    milik = getattr(dunia, unit)
    satu = IndikatorRenjaFactory(
        sub_kegiatan__kegiatan__program__perangkat_daerah=milik.perangkat_daerah,
        sub_kegiatan__kegiatan__program__unit_kerja=milik,
    )
    return reverse("realisasi_renja_isi", args=[satu.induk.kegiatan.program.pk])


def renja(dunia: Dunia, milik: str) -> str:
    return reverse("renja", args=[getattr(dunia, milik).slug, 2024])


def _milik(dunia: Dunia, milik: str) -> IndikatorRenja:
    return IndikatorRenjaFactory(sub_kegiatan__kegiatan__program__perangkat_daerah=getattr(dunia, milik))


def renja_ubah(dunia: Dunia, milik: str) -> str:
    return reverse("renja_ubah", args=["sub-kegiatan", _milik(dunia, milik).induk.pk])


def renja_target(dunia: Dunia, milik: str) -> str:
    return reverse("renja_target", args=[_milik(dunia, milik).induk.kegiatan.program.pk])


UNIT_LAIN = SE_PD - {STAF, KEPALA_UNIT}
"""Those from whom another unit of their perangkat daerah is not hidden."""

KASUS = [
    Kasus("rencana_aksi", lambda d: tahunan("rencana_aksi", d, "sendiri"), hanya(SE_PD)),
    Kasus(
        "rencana_aksi",
        lambda d: tahunan("rencana_aksi", d, "lain"),
        hanya(LINTAS, lihat=LINTAS),
        milik="lain",
    ),
    Kasus("rencana_aksi", lambda d: tahunan("rencana_aksi", d, "sendiri"), semua(405), "POST"),
]
for _nama, _alamat, _kirim in (
    ("rencana_aksi_target", lambda d, m: tahunan("rencana_aksi_target", d, m), 302),
    ("rencana_aksi_ubah", rencana_aksi_ubah, 302),
    ("renja_ubah", renja_ubah, 200),
    ("renja_target", renja_target, 302),
):
    KASUS += [
        Kasus(_nama, lambda d, a=_alamat: a(d, "sendiri"), hanya(KELOLA)),
        Kasus(_nama, lambda d, a=_alamat: a(d, "sendiri"), hanya(KELOLA, _kirim), "POST"),
        Kasus(_nama, lambda d, a=_alamat: a(d, "lain"), hanya({SUPERUSER}, lihat=LINTAS), milik="lain"),
        Kasus(
            _nama,
            lambda d, a=_alamat: a(d, "lain"),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
KASUS += [
    Kasus("realisasi_renja", lambda d: reverse("realisasi_renja", args=[d.sendiri.slug, 2024]), hanya(SE_PD)),
    Kasus(
        "realisasi_renja",
        lambda d: reverse("realisasi_renja", args=[d.lain.slug, 2024]),
        hanya(LINTAS, lihat=LINTAS),
        milik="lain",
    ),
    Kasus(
        "realisasi_renja",
        lambda d: reverse("realisasi_renja", args=[d.sendiri.slug, 2024]),
        semua(405),
        "POST",
    ),
]
for _metode, _kirim in (("GET", 200), ("POST", 302)):
    KASUS += [
        Kasus(
            "realisasi_renja_isi",
            lambda d: realisasi_renja_isi(d, "unit"),
            hanya({SUPERUSER, STAF}, _kirim),
            _metode,
        ),
        Kasus(
            "realisasi_renja_isi",
            lambda d: realisasi_renja_isi(d, "unit_lain"),
            hanya({SUPERUSER}, _kirim, lihat=UNIT_LAIN),
            _metode,
            milik="unit lain",
        ),
        Kasus(
            "realisasi_renja_isi",
            lambda d: realisasi_renja_isi(d, "unit_pd_lain"),
            hanya({SUPERUSER}, _kirim, lihat=LINTAS),
            _metode,
            milik="lain",
        ),
    ]
KASUS += [
    Kasus("renja", lambda d: renja(d, "sendiri"), hanya(SE_PD)),
    Kasus("renja", lambda d: renja(d, "lain"), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    Kasus("renja", lambda d: renja(d, "sendiri"), semua(405), "POST"),
]


def evaluasi(nama: str, dunia: Dunia, milik: str) -> str:
    pd = getattr(dunia, milik)
    return reverse(nama, args=[pd.slug, 2024, *([] if nama == "evaluasi_renja" else [2])])


for _nama, _jawab in (
    ("evaluasi_renja", 302),
    ("evaluasi_renja_triwulan", 200),
    ("evaluasi_renja_pdf", 200),
    ("evaluasi_renja_xlsx", 200),
):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: evaluasi(n, d, "sendiri"), hanya(SE_PD, _jawab)),
        Kasus(
            _nama,
            lambda d, n=_nama: evaluasi(n, d, "lain"),
            hanya(LINTAS, _jawab, lihat=LINTAS),
            milik="lain",
        ),
        Kasus(_nama, lambda d, n=_nama: evaluasi(n, d, "sendiri"), semua(405), "POST"),
    ]
for _metode, _jawab in (("GET", 200), ("POST", 302)):
    KASUS += [
        Kasus(
            "evaluasi_renja_catatan",
            lambda d: evaluasi("evaluasi_renja_catatan", d, "sendiri"),
            hanya(KELOLA, _jawab),
            _metode,
        ),
        Kasus(
            "evaluasi_renja_catatan",
            lambda d: evaluasi("evaluasi_renja_catatan", d, "lain"),
            hanya({SUPERUSER}, _jawab, lihat=LINTAS),
            _metode,
            milik="lain",
        ),
    ]
