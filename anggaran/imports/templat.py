"""Our own templates: filled with what is stored, everything locked but the cells to fill in."""

from __future__ import annotations

from decimal import Decimal

from anggaran.imports.acuan import Acuan, Tujuan, load_acuan
from anggaran.models import SubKegiatan
from anggaran.resmi import entries
from lkip.angka import BULAN
from lkip.impor.templat import guide, guide_rows
from lkip.kunci import quarter_of
from lkip.models import Impor
from lkip.workbook.lembar import Nilai
from lkip.workbook.tulis import Format, Isi, Kolom, LembarTulis, write_buku

BARIS_KOSONG = 20
"""So many rows of a pagu template are free for sub kegiatan that the year does not have yet."""
NOL, SERATUS = Decimal(0), Decimal(100)


def template(jenis: str, tujuan: Tujuan) -> bytes:
    """Return the template of pagu or of realisasi anggaran, for what the person may fill in."""
    acuan = load_acuan(tujuan)
    return _pagu(acuan) if jenis == Impor.Jenis.PAGU else _realisasi(acuan)


def _pagu(acuan: Acuan) -> bytes:
    tujuan = acuan.tujuan
    baru = [
        satu
        for kode, satu in entries(tujuan.perangkat_daerah, tujuan.tahun).items()
        if kode not in acuan.sub and satu.sub_kegiatan
    ]
    petunjuk = (
        f"Pagu {tujuan.dokumen} – {tujuan.perangkat_daerah}.",
        "Baris kosong di bawah dipakai untuk sub kegiatan yang belum ada: pilih kodenya, dan centang "
        "“tambahkan sub kegiatan yang belum ada” saat mengunggah.",
    )
    daftar: list[list[Isi]] = [[f"{satu.kode}", satu.sub_kegiatan] for satu in baru]
    awal = guide_rows(len(petunjuk)) + 1
    pilihan = f"petunjuk!$A${awal}:$A${awal + len(daftar) - 1}" if daftar else ""
    lembar = LembarTulis(
        "Pagu",
        [
            Kolom("Kode Sub Kegiatan", 22, pilihan=pilihan),
            Kolom("Nama Sub Kegiatan", 70),
            Kolom("Pagu", 22, Format.RUPIAH, isian=True, minimum=NOL),
        ],
        [[kode, sub.nama, _pagu_of(acuan, kode)] for kode, sub in acuan.sub.items()],
        terlindung=True,
        baris_kosong=BARIS_KOSONG,
    )
    return write_buku([lembar, guide(petunjuk, daftar)])


def _pagu_of(acuan: Acuan, kode: str) -> Decimal | None:
    satu = acuan.pagu.get(kode)
    return None if satu is None else satu.jumlah


def _realisasi(acuan: Acuan) -> bytes:
    tujuan = acuan.tujuan
    kolom = [Kolom("Kode Sub Kegiatan", 22), Kolom("Nama Sub Kegiatan", 60), Kolom("Pagu", 20, Format.RUPIAH)]
    for bulan in BULAN:
        kolom.append(Kolom(f"Keuangan {bulan}", 18, Format.RUPIAH, isian=True))
        kolom.append(
            Kolom(f"Fisik {bulan} (%)", 12, Format.PERSEN, isian=True, minimum=NOL, maksimum=SERATUS)
        )
    milik = [(kode, sub) for kode, sub in acuan.sub.items() if acuan.boleh(sub)]
    petunjuk = (
        f"Realisasi anggaran {tujuan.tahun} – {tujuan.perangkat_daerah}.",
        "Keuangan: rupiah yang dibelanjakan pada bulan itu saja; pengembalian ditulis negatif.",
        "Fisik: persen kumulatif sampai akhir bulan, 0 sampai 100.",
        "Bulan yang selnya tidak kuning ada dalam triwulan yang sudah dikunci.",
    )
    awal = len(kolom) - 2 * len(BULAN)
    terkunci = [
        awal + 2 * bulan + k for bulan in range(12) for k in (0, 1) if quarter_of(bulan + 1) in acuan.terkunci
    ]
    lembar = LembarTulis(
        "Realisasi",
        kolom,
        [_months(acuan, kode, sub) for kode, sub in milik],
        terlindung=True,
        beku=2,
        tertutup=frozenset((nomor, letak) for nomor in range(len(milik)) for letak in terkunci),
    )
    return write_buku([lembar, guide(petunjuk)])


def _months(acuan: Acuan, kode: str, sub: SubKegiatan) -> list[Nilai]:
    isi: list[Nilai] = [kode, sub.nama, acuan.pagu_berlaku.get(kode)]
    for bulan in range(1, 13):
        baris = acuan.realisasi.get((kode, bulan))
        isi += [None, None] if baris is None else [baris.keuangan, baris.fisik]
    return isi
