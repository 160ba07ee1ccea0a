"""A perangkat daerah with the small budget, and what checks of it say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from anggaran.actions.impor import check_path
from anggaran.imports.acuan import Tujuan
from anggaran.models import DokumenAnggaran, Kegiatan, Pagu, Program, RealisasiAnggaran, SubKegiatan
from lkip.impor.hasil import Hasil
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.workbook.lembar import Tingkat
from tests.anggaran.imports.buku import KECIL, Rincian
from tests.factories import PerangkatDaerahFactory

PAGU, REALISASI = Impor.Jenis.PAGU, Impor.Jenis.REALISASI_ANGGARAN
SISTEM = Pelaku.from_command("uji")


def buat_pd(
    rincian: tuple[Rincian, ...] = KECIL, *, pagu: bool = True, realisasi: bool = False
) -> PerangkatDaerah:
    """Make the perangkat daerah with its tree, one DPA, and on request pagu and realisasi in December."""
    pd = PerangkatDaerahFactory(
        kode="1.06.0.00.0.00.01.0000", nama="Dinas Sosial Provinsi Uji", kode_urusan="1.06"
    )
    dokumen = DokumenAnggaran.objects.create(perangkat_daerah=pd, tahun=2024, urutan=1, jenis="murni")
    for r in rincian:
        program, _ = Program.objects.get_or_create(
            perangkat_daerah=pd, tahun=2024, kode=r.kode_program, defaults={"nama": r.program}
        )
        kegiatan, _ = Kegiatan.objects.get_or_create(
            program=program, kode=r.kode_kegiatan, defaults={"nama": r.kegiatan}
        )
        sub = SubKegiatan.objects.create(kegiatan=kegiatan, kode=r.kode, nama=r.nama)
        if pagu:
            Pagu.objects.create(dokumen=dokumen, sub_kegiatan=sub, jumlah=r.pagu)
        if realisasi:
            RealisasiAnggaran.objects.create(sub_kegiatan=sub, bulan=12, keuangan=r.realisasi, fisik=r.fisik)
    return pd


def tujuan(pd: PerangkatDaerah, *, oleh: Pelaku = SISTEM, bulan: int = 12, tambah: bool = False) -> Tujuan:
    """Return where the import goes: the only DPA."""
    dokumen = DokumenAnggaran.objects.filter(perangkat_daerah=pd).first()
    return Tujuan(oleh, pd, 2024, dokumen, bulan, tambah)


def periksa(isi: Workbook | bytes, jenis: str, ke: Tujuan, folder: Path, nama: str = "uji.xlsx") -> Hasil:
    """Check a workbook, or the bytes of a file of that name."""
    berkas = folder / nama
    if isinstance(isi, bytes):
        berkas.write_bytes(isi)
    else:
        isi.save(berkas)
    return check_path(berkas, jenis, ke)


def kode(hasil: Hasil, tingkat: Tingkat = Tingkat.GALAT) -> list[str]:
    """Return the codes of the messages of a weight."""
    return [g.kode for g in hasil.galat if g.tingkat == tingkat]


def total(hasil: Hasil) -> tuple[Decimal, Decimal]:
    """Return the first control total: of the file, and after the import."""
    return hasil.kontrol[0].berkas, hasil.kontrol[0].sesudah
