"""Pages on which programs and money are entered."""

from django.urls import reverse

from tests.factories import KegiatanFactory, ProgramFactory, SubKegiatanFactory
from tests.hak.dasar import LINTAS, PERENCANA, SE_PD, SUPERUSER, Dunia, Kasus, hanya

KELOLA = {SUPERUSER, PERENCANA}
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
    Kasus("program", lambda d: setahun("program", d, "sendiri"), hanya(SE_PD)),
    Kasus("program", lambda d: setahun("program", d, "lain"), hanya(LINTAS, lihat=LINTAS), milik="lain"),
    *dua("program_pilih"),
    *dua("program_pilih", "POST"),
    *dua("program_tambah"),
    *dua("program_tambah", "POST"),
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
