"""The checks of what would be stored: each one a short function, asked once the file has been understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from anggaran.imports.checks import pesan
from anggaran.imports.muatan import FISIK, KEUANGAN, PAGU, SETAHUN
from anggaran.imports.rencana import Rencana
from anggaran.periksa_realisasi import IsiBulan, problems
from lkip.angka import BULAN, romawi, rupiah
from lkip.kunci import quarter_of
from lkip.workbook.lembar import Galat, ringkas
from lkip.workbook.lembar import Tingkat as Bobot

MELEBIHI_PAGU = "realisasi_melebihi_pagu"
BUTUH_ALASAN = frozenset({MELEBIHI_PAGU})
"""Messages that are confirmed with a reason, which stays in the trail."""

Periksa = Callable[[Rencana], Iterator[Galat]]


def triwulan_terkunci(rencana: Rencana) -> Iterator[Galat]:
    """A change in a quarter that is locked."""
    for kunci in rencana.berubah:
        _, kolom, bulan = kunci
        if kolom != PAGU and quarter_of(bulan) in rencana.acuan.terkunci:
            yield pesan(
                rencana.sel[kunci],
                "triwulan_terkunci",
                f"{BULAN[bulan - 1]} ada dalam triwulan {romawi(quarter_of(bulan))} yang sudah dikunci.",
                "Minta perencana membuka triwulannya, atau kembalikan angkanya seperti semula.",
            )


def dikosongkan(rencana: Rencana) -> Iterator[Galat]:
    """Empty cells where a figure is stored: it would go."""
    hilang = [kunci for kunci, (_, sesudah) in rencana.berubah.items() if sesudah is None]
    if hilang:
        jumlah = sum((rencana.berubah[k][0] or Decimal(0) for k in hilang if k[1] != FISIK), Decimal(0))
        yield pesan(
            rencana.sel[hilang[0]],
            "dikosongkan",
            f"{len(hilang)} sel kosong akan mengosongkan angka yang tersimpan (uang {rupiah(jumlah)}): "
            f"{ringkas(dict.fromkeys(k[0] for k in hilang))}.",
            "Isi lagi bila tidak dimaksudkan; kosong bukan nol.",
            Bobot.KONFIRMASI,
        )


def tidak_ada_dalam_berkas(rencana: Rencana) -> Iterator[Galat]:
    """Stored amounts of which the file says nothing: they stay."""
    utama = PAGU if PAGU in rencana.kolom else KEUANGAN
    disebut = {(b.kode, a.kolom, a.bulan) for b, a in rencana.muatan.semua()}
    if rencana.muatan.kumulatif:
        disebut = {(b.kode, utama, bulan) for b, a in rencana.muatan.semua() for bulan in rencana.bulan}
    sisa = {
        kunci: nilai
        for kunci, nilai in rencana.sesudah.items()
        if kunci[1] == utama
        and kunci[2] in rencana.bulan
        and kunci not in disebut
        and nilai
        and (utama == PAGU or rencana.acuan.boleh(rencana.acuan.sub[kunci[0]]))
    }
    if sisa and rencana.muatan.butir:
        kode = list(dict.fromkeys(kunci[0] for kunci in sisa))
        yield Galat(
            "",
            None,
            "",
            "",
            f"{len(kode)} sub kegiatan tersimpan tidak ada dalam berkas; angkanya tetap "
            f"({rupiah(sum(sisa.values(), Decimal(0)))}): {ringkas(kode)}.",
            "Bila seharusnya nol, tambahkan barisnya dengan angka 0.",
            Bobot.KONFIRMASI,
            "tidak_ada_dalam_berkas",
        )


def total_dokumen(rencana: Rencana) -> Iterator[Galat]:
    """The pagu would not add up to the total printed on the document."""
    dokumen = rencana.acuan.tujuan.dokumen
    if PAGU not in rencana.kolom or dokumen is None or dokumen.total_tercantum is None:
        return
    jumlah = sum((n for (_, kolom, _), n in rencana.sesudah.items() if kolom == PAGU), Decimal(0))
    if jumlah != dokumen.total_tercantum:
        yield Galat(
            "",
            None,
            "",
            "",
            f"Jumlah pagu akan menjadi {rupiah(jumlah)}, padahal {dokumen} tercantum berjumlah "
            f"{rupiah(dokumen.total_tercantum)}; selisih {rupiah(abs(jumlah - dokumen.total_tercantum))}.",
            "Periksa apakah berkasnya lengkap dan dokumennya benar.",
            Bobot.KONFIRMASI,
            "total_dokumen",
        )


def realisasi_melebihi_pagu(rencana: Rencana) -> Iterator[Galat]:
    """More spent than the pagu, by what the file brings."""
    dilihat: set[str] = set()
    for kunci in rencana.berubah:
        kode, kolom, _ = kunci
        if kolom == FISIK or kode in dilihat:
            continue
        dilihat.add(kode)
        if kolom == PAGU:
            pagu, uang = rencana.sesudah.get((kode, PAGU, SETAHUN), Decimal(0)), rencana.acuan.setahun(kode)
        else:
            pagu, uang = rencana.acuan.pagu_berlaku.get(kode, Decimal(0)), rencana.setahun(kode)
        if uang > pagu:
            yield pesan(
                rencana.sel[kunci],
                MELEBIHI_PAGU,
                f"Realisasi {kode} menjadi {rupiah(uang)}, melebihi pagu {rupiah(pagu)}.",
                "Periksa angkanya; bila memang demikian, tulis alasannya.",
                Bobot.KONFIRMASI,
            )


def tidak_mungkin(rencana: Rencana) -> Iterator[Galat]:
    """Months that cannot follow each other: more paid back than spent, physical progress that goes back."""
    for kode in dict.fromkeys(k[0] for k in rencana.berubah if k[1] != PAGU):
        setahun = [
            IsiBulan(
                rencana.acuan.sub[kode],
                bulan,
                rencana.sesudah.get((kode, KEUANGAN, bulan)),
                rencana.sesudah.get((kode, FISIK, bulan)),
            )
            for bulan in range(1, 13)
        ]
        for satu in problems(setahun):
            sel = rencana.sel.get((kode, satu.kolom, satu.bulan)) or next(
                sel for kunci, sel in rencana.sel.items() if kunci[0] == kode
            )
            mundur = satu.kolom == FISIK
            yield pesan(
                sel,
                "fisik_mundur" if mundur else "jumlah_negatif",
                f"{kode}: {satu.pesan}",
                "Periksa bulan dan angkanya.",
            )


CHECKS_STORED: tuple[Periksa, ...] = (
    triwulan_terkunci,
    dikosongkan,
    tidak_ada_dalam_berkas,
    total_dokumen,
    realisasi_melebihi_pagu,
    tidak_mungkin,
)
"""What is asked of the figures that would be stored."""
