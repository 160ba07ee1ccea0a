"""Pages on which programs and money are entered."""

from django.urls import reverse

from tests.factories import DokumenAnggaranFactory, KegiatanFactory, ProgramFactory, SubKegiatanFactory
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
ISI = {SUPERUSER, STAF}
JENIS = ("program", "kegiatan", "sub-kegiatan")


def setahun(nama: str, dunia: Dunia, milik: str) -> str:
    return reverse(nama, args=[getattr(dunia, milik).slug, 2024])


def cabang(nama: str, jenis: str, dunia: Dunia, milik: str) -> str:
    """The address of a page of one node of the tree."""
    program = ProgramFactory(perangkat_daerah=getattr(dunia, milik))
    objek = {
        "program": lambda: program,
        "kegiatan": lambda: KegiatanFactory(program=program),
        "sub-kegiatan": lambda: SubKegiatanFactory(kegiatan__program=program),
    }[jenis]()
    return reverse(nama, args=[jenis, objek.pk])


def dokumen(nama: str, dunia: Dunia, milik: str) -> str:
    return reverse(nama, args=[DokumenAnggaranFactory(perangkat_daerah=getattr(dunia, milik)).pk])


def realisasi(dunia: Dunia, unit: str) -> str:
    """The address of the realisasi of one unit that has a sub kegiatan."""
    satu = getattr(dunia, unit)
    program = ProgramFactory(perangkat_daerah=satu.perangkat_daerah, unit_kerja=satu)
    SubKegiatanFactory(kegiatan__program=program)
    alamat = reverse("realisasi_anggaran", args=[satu.perangkat_daerah.slug, 2024])
    return f"{alamat}?unit={satu.kode}"


def lihat(nama: str, buat=setahun) -> list[Kasus]:
    """Looking: everybody of the perangkat daerah, and those who work across them."""
    return [
        Kasus(nama, lambda d: buat(nama, d, "sendiri"), hanya(SE_PD)),
        Kasus(nama, lambda d: buat(nama, d, "lain"), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    ]


def dua(nama: str, metode: str = "GET", jawaban: int = 200, buat=setahun) -> list[Kasus]:
    """The same request about the own perangkat daerah and about another one, by whoever may manage."""
    return [
        Kasus(nama, lambda d: buat(nama, d, "sendiri"), hanya(KELOLA, jawaban), metode),
        Kasus(
            nama,
            lambda d: buat(nama, d, "lain"),
            hanya({SUPERUSER}, jawaban, lihat=LINTAS),
            metode,
            milik="lain",
        ),
    ]


KASUS = [
    *lihat("program"),
    *dua("program_pilih"),
    *dua("program_pilih", "POST"),
    *dua("program_tambah"),
    *dua("program_tambah", "POST"),
    Kasus("program_salin", lambda d: setahun("program_salin", d, "sendiri"), semua(405)),
    *dua("program_salin", "POST", 302),
    *lihat("dokumen"),
    *dua("dokumen_tambah"),
    *dua("dokumen_tambah", "POST"),
    *dua("dokumen_ubah", buat=dokumen),
    *dua("dokumen_ubah", "POST", buat=dokumen),
    *dua("dokumen_hapus", buat=dokumen),
    *dua("dokumen_hapus", "POST", 302, buat=dokumen),
    *lihat("dokumen_pagu", buat=dokumen),
    *dua("dokumen_pagu", "POST", 302, buat=dokumen),
    *lihat("pendapatan"),
    *dua("pendapatan", "POST"),
    *lihat("realisasi_anggaran"),
    Kasus("realisasi_anggaran", lambda d: realisasi(d, "unit"), hanya(SE_PD)),
    Kasus("realisasi_anggaran", lambda d: realisasi(d, "unit"), hanya(ISI, 302), "POST"),
    Kasus(
        "realisasi_anggaran",
        lambda d: realisasi(d, "unit_lain"),
        hanya(SE_PD - {STAF, KEPALA_UNIT}, lihat=SE_PD - {STAF, KEPALA_UNIT}),
        milik="unit lain",
    ),
    Kasus(
        "realisasi_anggaran",
        lambda d: realisasi(d, "unit_lain"),
        hanya({SUPERUSER}, 302, lihat=SE_PD - {STAF}),
        "POST",
        milik="unit lain",
    ),
    Kasus(
        "realisasi_anggaran",
        lambda d: realisasi(d, "unit_pd_lain"),
        hanya({SUPERUSER}, 302, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
]
for _jenis in JENIS:

    def _cabang(nama: str, dunia: Dunia, milik: str, jenis: str = _jenis) -> str:
        return cabang(nama, jenis, dunia, milik)

    KASUS += [
        *dua("cabang_ubah", buat=_cabang),
        *dua("cabang_ubah", "POST", buat=_cabang),
        *dua("cabang_hapus", buat=_cabang),
        *dua("cabang_hapus", "POST", 302, buat=_cabang),
    ]
    if _jenis != "sub-kegiatan":
        KASUS += [*dua("cabang_tambah", buat=_cabang), *dua("cabang_tambah", "POST", buat=_cabang)]
