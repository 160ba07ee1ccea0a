"""The shapes of sheets that are understood, by their headers.

The headers of SIPD are those of its exports "Rekap" (pagu) and "Laporan Realisasi" (documents).
"""

from __future__ import annotations

from collections.abc import Mapping

from lkip.angka import BULAN
from lkip.impor.kepala import Bentuk, ratakan
from lkip.models import Impor

KOSONG: frozenset[str] = frozenset()

_KODE = frozenset({"kode", "kodesubkegiatan", "kodesub", "koderekeningsubkegiatan"})
_NAMA = frozenset({"namasubkegiatan", "subkegiatan", "nama", "uraiansubkegiatan"})
_PAGU = frozenset(
    {"pagu", "pagurp", "paguanggaran", "jumlahpagu", "pagusubkegiatan", "anggaran", "jumlahanggaran"}
)
_INDUK = {
    "kode_program": frozenset({"kodeprogram"}),
    "program": frozenset({"program", "namaprogram", "kodenamaprogram"}),
    "kode_kegiatan": frozenset({"kodekegiatan"}),
    "kegiatan": frozenset({"kegiatan", "namakegiatan", "kodenamakegiatan"}),
}
_SKPD = {
    "kode_skpd": frozenset({"kodeskpd", "kodenamaskpd", "skpd"}),
    "nama_skpd": frozenset({"namaskpd", "perangkatdaerah", "namaperangkatdaerah"}),
}
_AKUN = {
    "akun": frozenset({"akun", "kodeakun", "koderekening", "kodenamaakun", "kodenamarekening"}),
    "nama_akun": frozenset({"namaakun", "namarekening"}),
}
_SUB_SIPD = {
    "kode": frozenset({"kodesubkegiatan", "kodenamasubkegiatan", "subkegiatan"}),
    "nama": frozenset({"namasubkegiatan"}),
}
_KEUANGAN = frozenset({"keuangan", "realisasikeuangan", "realisasi", "realisasirp", "realisasianggaran"})
_FISIK = frozenset({"fisik", "realisasifisik"})

PAGU = Bentuk(
    "pagu",
    "Daftar pagu per sub kegiatan (templat)",
    {"kode": _KODE, "nama": _NAMA, "pagu": _PAGU, **_INDUK},
    ("kode", "pagu"),
)
REALISASI = Bentuk(
    "realisasi",
    "Daftar realisasi per sub kegiatan dan bulan",
    {"kode": _KODE, "nama": _NAMA, "bulan": frozenset({"bulan"}), "keuangan": _KEUANGAN, "fisik": _FISIK},
    ("kode", "bulan"),
    ("keuangan", "fisik"),
)
REALISASI_BULANAN = Bentuk(
    "realisasi_bulanan",
    "Realisasi per bulan, satu baris tiap sub kegiatan (templat)",
    {
        "kode": _KODE,
        "nama": _NAMA,
        **{
            f"{kolom}_{nomor}": frozenset(
                ratakan(judul)
                for awalan in awalan_kolom
                for bulan in (nama, nama[:3])
                for judul in (f"{awalan} {bulan}", f"{bulan} {awalan}")
            )
            for kolom, awalan_kolom in {
                "keuangan": ("keuangan", "realisasi keuangan"),
                "fisik": ("fisik", "realisasi fisik"),
            }.items()
            for nomor, nama in enumerate(BULAN, start=1)
        },
    },
    ("kode",),
    tuple(f"{kolom}_{nomor}" for kolom in ("keuangan", "fisik") for nomor in range(1, 13)),
)
SIPD_PAGU = Bentuk(
    "sipd_pagu",
    "Rekap pagu SIPD per akun",
    {
        **_SKPD,
        **_INDUK,
        **_SUB_SIPD,
        **_AKUN,
        "nilai": frozenset({"nilai", "nilairp", "nilaianggaran", "alokasianggaran", *_PAGU}),
    },
    ("kode", "akun", "nilai"),
)
SIPD_REALISASI = Bentuk(
    "sipd_realisasi",
    "Laporan Realisasi SIPD per dokumen",
    {
        **_SKPD,
        **_SUB_SIPD,
        **_AKUN,
        "dokumen": frozenset({"nomordokumen"}),
        "tanggal": frozenset({"tanggaldokumen"}),
        "realisasi": frozenset({"nilairealisasi"}),
        "setoran": frozenset({"nilaisetoran"}),
    },
    ("kode", "tanggal", "realisasi", "setoran"),
)
BERTINGKAT = Bentuk(
    "bertingkat",
    "Tabel bertingkat program, kegiatan, sub kegiatan dengan jumlah",
    {
        "kode": _KODE | {"koderekening"},
        "uraian": frozenset(
            {
                "uraian",
                "kegiatansubkegiatan",
                "programkegiatansubkegiatan",
                "programkegiatandansubkegiatan",
                "namaprogramkegiatansubkegiatan",
                "programkegiatan",
                "uraianprogramkegiatansubkegiatan",
            }
        ),
        "pagu": _PAGU,
        "keuangan": _KEUANGAN,
        "persen": frozenset({"%", "persen", "persentase", "%keuangan", "capaian%", "penyerapan", "serapan"}),
        "fisik": _FISIK,
    },
    ("uraian", "pagu"),
)

BENTUK: Mapping[str, tuple[Bentuk, ...]] = {
    Impor.Jenis.PAGU: (SIPD_PAGU, BERTINGKAT, PAGU),
    Impor.Jenis.REALISASI_ANGGARAN: (SIPD_REALISASI, REALISASI_BULANAN, REALISASI, BERTINGKAT),
}
"""What may be imported as what; the first shape that is complete is taken."""

PRIBADI = frozenset({"nip", "namapegawai", "nippegawai", "keterangandokumen", "nik", "npwp"})
"""Headers of columns that may name a person: they are never stored, not even in the kept file."""

JUMLAH = frozenset({"grandtotal", "total", "jumlah", "jumlahtotal", "totalkeseluruhan", "jumlahkeseluruhan"})
"""What a row with the total of the sheet is called."""
