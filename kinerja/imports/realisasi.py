"""Realisasi kinerja from a file: what it states of each indikator, komponen and triwulan."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.imports.awal import begin
from kinerja.imports.columns import NILAI, PEMBILANG, PENYEBUT, REALISASI, TRIWULAN, UKURAN
from kinerja.imports.daftar import Daftar
from kinerja.imports.pesan import close, warn
from kinerja.imports.rencana_realisasi import Isi, Kunci, plan
from kinerja.imports.sel import read_count, read_figure, read_predikat
from kinerja.models import Indikator, Komponen
from kinerja.ukuran import PERSEN, cara_of
from laporan.perhitungan.data import Arah
from lkip.angka import bilangan, romawi
from lkip.impor.hasil import Hasil
from lkip.impor.kepala import Baris
from lkip.models import Impor, PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.workbook.lembar import Buku, kutip, teks
from lkip.workbook.nilai import Catatan, Sel


def check_realisasi(buku: Buku, oleh: Pelaku, perangkat_daerah: PerangkatDaerah, tahun: int) -> Hasil:
    """Check a workbook of realisasi kinerja against what is reported, and who may report it."""
    awal = begin(buku, Impor.Jenis.REALISASI_KINERJA, REALISASI, perangkat_daerah, tahun)
    if isinstance(awal, Hasil):
        return awal
    hasil, daftar, catatan = awal.hasil, awal.daftar, awal.catatan
    isi = read(awal.baris, daftar, catatan)
    _check_ratios(isi, daftar, catatan)
    plan(
        hasil, isi, daftar, tahun, oleh, catatan, {kolom for baris in awal.baris for kolom in _columns(baris)}
    )
    return close(hasil, catatan)


def read(semua: Iterable[Baris], daftar: Daftar, catatan: Catatan) -> dict[Kunci, Isi]:
    """Return every figure that the file states."""
    isi: dict[Kunci, Isi] = {}
    terlihat: dict[tuple[int, int], int] = {}
    for baris in semua:
        kolom = _columns(baris)
        if not baris.teks("kode") and all(baris[f"{u}_{tw}"] is None for tw, u in kolom):
            continue  # a title, or a remark
        indikator = daftar.find(baris, catatan)
        if indikator is None:
            continue
        komponen = _komponen(baris, indikator, catatan)
        if isinstance(komponen, str):
            continue
        kunci = (indikator.pk, komponen.pk if komponen else 0)
        if kunci in terlihat:
            sebut = f" komponen {komponen.urutan}" if komponen else ""
            catatan.add(
                baris.satu(),
                "ganda",
                f"Indikator {indikator.kode}{sebut} sudah tertulis pada baris {terlihat[kunci]}.",
                "Hapus salah satunya.",
            )
            continue
        terlihat[kunci] = baris.nomor
        for tw, ukuran in kolom:
            sel = baris.sel(f"{ukuran}_{tw}")
            if _belongs(sel, ukuran, indikator, komponen, catatan):
                isi[*kunci, tw, ukuran] = Isi(_cell(sel, ukuran, indikator, catatan), sel)
    return isi


def _columns(baris: Baris) -> list[tuple[int, str]]:
    """Return the triwulan and measure of each column of figures."""
    return [(tw, ukuran) for tw in TRIWULAN for ukuran in UKURAN if f"{ukuran}_{tw}" in baris.kepala.kolom]


def _komponen(baris: Baris, indikator: Indikator, catatan: Catatan) -> Komponen | str | None:
    """Return the komponen of a row, None for the indikator itself, "" when it was refused."""
    semua = list(indikator.komponen.all()) if cara_of(indikator).dari_komponen else []
    sebut = baris.teks("komponen")
    if not semua:
        if sebut and sebut != "-":
            catatan.add(
                baris.sel("komponen"),
                "tanpa_komponen",
                f"Indikator {indikator.kode} tidak diukur dari komponen.",
                "Kosongkan nomor komponennya.",
            )
            return ""
        return None
    if not sebut and len(semua) == 1:
        return semua[0]
    satu = next((k for k in semua if str(k.urutan) == sebut), None)
    if satu is None:
        catatan.add(
            baris.sel("komponen" if "komponen" in baris.kepala.kolom else "kode"),
            "komponen_tidak_dikenal" if sebut else "komponen_kosong",
            f"Indikator {indikator.kode} diukur dari {len(semua)} komponen; "
            + (f"nomor “{kutip(sebut)}” tidak ada." if sebut else "nomor komponennya kosong."),
            f"Isi nomor 1 sampai {len(semua)} pada kolom Komponen.",
        )
        return ""
    return satu


def _belongs(
    sel: Sel, ukuran: str, indikator: Indikator, komponen: Komponen | None, catatan: Catatan
) -> bool:
    """Whether the indikator is measured by this column; a figure where it is not has been said."""
    if (ukuran == NILAI) == (komponen is None):
        return True
    if teks(sel.nilai) not in {"", "-"}:
        catatan.add(
            sel,
            "kolom_salah",
            f"Indikator {indikator.kode} "
            + (
                "dihitung dari komponennya; nilainya tidak diisi."
                if komponen
                else "diukur dengan satu nilai; pembilang dan penyebut tidak diisi."
            ),
            "Pindahkan angkanya ke kolom yang tepat, atau kosongkan.",
        )
    return False


def _cell(sel: Sel, ukuran: str, indikator: Indikator, catatan: Catatan) -> object:
    if ukuran != NILAI:
        return read_count(sel, catatan)
    if indikator.arah == Arah.PREDIKAT:
        return read_predikat(sel, indikator, catatan) or None
    return read_figure(sel, indikator, catatan)


def _check_ratios(isi: dict[Kunci, Isi], daftar: Daftar, catatan: Catatan) -> None:
    """Warn of a komponen that cannot be computed, or gives more than all of it."""
    persen = {satu.pk for satu in daftar.semua if satu.satuan == PERSEN}
    for (pk, komponen, tw, ukuran), satu in isi.items():
        if ukuran != PENYEBUT or satu.nilai is None:
            continue
        pembilang = isi.get((pk, komponen, tw, PEMBILANG))
        if satu.nilai == 0:
            warn(
                catatan,
                satu.sel,
                "penyebut_nol",
                f"Penyebut triwulan {romawi(tw)} nol, sehingga komponennya tidak dapat dihitung.",
                "Kosongkan bila belum diukur; nol berarti memang tidak ada sasaran.",
            )
        elif pembilang and pembilang.nilai is not None and pk in persen and pembilang.nilai > satu.nilai:
            warn(
                catatan,
                pembilang.sel,
                "lebih_dari_penyebut",
                f"Pembilang triwulan {romawi(tw)} {bilangan(pembilang.nilai)} lebih besar daripada "
                f"penyebutnya {bilangan(satu.nilai)}.",
                "Pastikan keduanya tidak tertukar.",
            )
