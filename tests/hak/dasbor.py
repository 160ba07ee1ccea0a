"""Pages of the dashboard."""

from django.urls import reverse

from lkip.models import PerangkatDaerah
from tests.factories import IndikatorFactory, RenstraFactory, SubKegiatanFactory
from tests.hak.dasar import LINTAS, SE_PD, Kasus, hanya, semua

LEMBAR = (
    "dasbor",
    "dasbor_kinerja",
    "dasbor_anggaran",
    "dasbor_unit",
    "dasbor_peringatan",
    "dasbor_banding",
    "dasbor_pdf",
    "dasbor_tabel",
)


def lembar(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


def program(nama: str, pd: PerangkatDaerah) -> str:
    sub = SubKegiatanFactory(kegiatan__program__perangkat_daerah=pd, kegiatan__program__tahun=2024)
    kode = sub.kegiatan.program.kode if nama == "dasbor_program" else sub.kode
    return reverse(nama, args=[pd.slug, 2024, kode])


def indikator(nama: str, pd: PerangkatDaerah) -> str:
    satu = IndikatorFactory(renstra=RenstraFactory(perangkat_daerah=pd))
    return reverse(nama, args=[pd.slug, 2024, satu.kode])


KASUS = []
for _nama, _alamat in (
    *((n, lembar) for n in LEMBAR),
    ("dasbor_program", program),
    ("dasbor_sub_kegiatan", program),
    ("dasbor_indikator", indikator),
):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), hanya(SE_PD)),
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.lain), hanya(LINTAS, lihat=LINTAS), milik="lain"),
        Kasus(_nama, lambda d, n=_nama, a=_alamat: a(n, d.sendiri), semua(405), "POST"),
    ]
for _nama in ("dasbor_semua", "dasbor_semua_tabel"):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: reverse(n), hanya(LINTAS)),
        Kasus(_nama, lambda d, n=_nama: reverse(n), semua(405), "POST"),
    ]
