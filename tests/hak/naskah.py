"""Pages on which a report is written: its identity, narrative, and facts of Bab I."""

from django.urls import reverse

from lkip.models import PerangkatDaerah, UnitKerja
from tests.hak.dasar import LINTAS, PERENCANA, SUPERUSER, Kasus, hanya

SUSUN = {SUPERUSER, PERENCANA}
BAGIAN = "bab1.aset"
LIHAT_SAJA = {"naskah", "angka_hidup", "fakta_tugas_fungsi"}
ISIAN = {
    "laporan_identitas",
    "fakta_dasar_hukum",
    "fakta_pegawai",
    "fakta_aset",
    "fakta_evaluasi_akip",
}


def alamat(nama: str, pd: PerangkatDaerah, *lain: str) -> str:
    return reverse(nama, args=[pd.slug, 2024, *lain])


def unit(satu: UnitKerja) -> str:
    return alamat("fakta_tugas_fungsi_unit", satu.perangkat_daerah, satu.kode)


KASUS = [
    Kasus("naskah_narasi", lambda d: alamat("naskah_narasi", d.sendiri, BAGIAN), hanya(SUSUN)),
    Kasus("naskah_narasi", lambda d: alamat("naskah_narasi", d.sendiri, BAGIAN), hanya(SUSUN, 302), "POST"),
    Kasus(
        "naskah_narasi",
        lambda d: alamat("naskah_narasi", d.lain, BAGIAN),
        hanya({SUPERUSER}, 302, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    Kasus("fakta_tugas_fungsi_unit", lambda d: unit(d.unit), hanya(SUSUN)),
    Kasus("fakta_tugas_fungsi_unit", lambda d: unit(d.unit_lain), hanya(SUSUN), "POST", milik="unit lain"),
    Kasus(
        "fakta_tugas_fungsi_unit",
        lambda d: unit(d.unit_pd_lain),
        hanya({SUPERUSER}, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
]
for _nama in sorted(LIHAT_SAJA | ISIAN):
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: alamat(n, d.sendiri), hanya(SUSUN)),
        Kasus(
            _nama,
            lambda d, n=_nama: alamat(n, d.lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            milik="lain",
        ),
    ]
for _nama in sorted(ISIAN):  # an empty form is shown again with its errors
    KASUS += [
        Kasus(_nama, lambda d, n=_nama: alamat(n, d.sendiri), hanya(SUSUN), "POST"),
        Kasus(
            _nama,
            lambda d, n=_nama: alamat(n, d.lain),
            hanya({SUPERUSER}, lihat=LINTAS),
            "POST",
            milik="lain",
        ),
    ]
