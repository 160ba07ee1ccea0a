"""Reading the flat shapes: one row, one sub kegiatan (or one account or document of it)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from anggaran.imports import columns
from anggaran.imports.kode import kode_baku, split_kode
from anggaran.imports.muatan import FISIK, KEUANGAN, PAGU, SETAHUN, Angka, Butir, Muatan, Tercantum
from lkip.angka import BULAN, JenisAngka
from lkip.impor.kepala import Baris, Kepala, ratakan, rows
from lkip.impor.periksa import check_above
from lkip.workbook.lembar import Lembar, Nilai, teks
from lkip.workbook.nilai import Catatan, Sel, read_angka, read_tanggal

_BULAN = {ratakan(nama): nomor for nomor, nama in enumerate(BULAN, start=1)} | {
    ratakan(nama[:3]): nomor for nomor, nama in enumerate(BULAN, start=1)
}


def read_sheet(lembar: Lembar, kepala: Kepala, muatan: Muatan, kode_urusan: str) -> None:
    """Add the rows of a sheet to `muatan`."""
    baca = _PEMBACA[kepala.bentuk.kode]
    muatan.catatan.galat += check_above(lembar, kepala, _is_kode)
    jumlah = Decimal(0)
    for baris in rows(lembar, kepala):
        if _is_empty(baris, kepala) or _is_total(baris, kepala, muatan, jumlah):
            continue
        butir = _row(baris, kode_urusan)
        butir.angka = baca(baris, butir, muatan.catatan)
        jumlah += sum((a.nilai for a in butir.angka if a.kolom != FISIK and a.nilai is not None), Decimal(0))
        muatan.butir.append(butir)
        if "kode_skpd" in kepala.kolom or "nama_skpd" in kepala.kolom:
            kunci = (baris.teks("kode_skpd"), baris.teks("nama_skpd"))
            if any(kunci) and kunci not in muatan.skpd:
                muatan.skpd[kunci] = baris.sel("kode_skpd" if "kode_skpd" in kepala.kolom else "nama_skpd")


def _is_kode(isi: Nilai) -> bool:
    """Whether a cell begins with the code of a sub kegiatan."""
    return isinstance(isi, str) and split_kode(isi)[0].count(".") == 5


def _row(baris: Baris, kode_urusan: str) -> Butir:
    """Return the row with its code; a cell may hold code and name together."""
    isi = baris["kode"]
    mentah, nama = split_kode(teks(isi)) if isinstance(isi, str) else ("", teks(isi))
    program, nama_program = split_kode(baris.teks("program"))
    kegiatan, nama_kegiatan = split_kode(baris.teks("kegiatan"))
    return Butir(
        sel=baris.sel("kode"),
        kode=kode_baku(mentah, kode_urusan),
        nama=baris.teks("nama") or nama,
        angka=[],
        induk=(
            kode_baku(baris.teks("kode_program") or program, kode_urusan),
            nama_program,
            kode_baku(baris.teks("kode_kegiatan") or kegiatan, kode_urusan),
            nama_kegiatan,
        ),
        jejak=baris.isi,
    )


def _is_empty(baris: Baris, kepala: Kepala) -> bool:
    """Whether the row is a remark: no code, and no number in any column that is read."""
    if baris["kode"] is not None:
        return False
    return all(
        isinstance(baris[nama], str | None) and not any(c.isdigit() for c in baris.teks(nama))
        for nama in kepala.kolom
        if nama not in {"nama", *columns._INDUK, "kode_skpd", "nama_skpd", "akun", "nama_akun", "dokumen"}
    )


def _is_total(baris: Baris, kepala: Kepala, muatan: Muatan, jumlah: Decimal) -> bool:
    """Whether the row states the total of the sheet; it is kept to be checked."""
    kode = baris["kode"]
    if isinstance(kode, str) and split_kode(kode)[0]:
        return False
    if not any(isinstance(n, str) and len(n) <= 40 and ratakan(n) in columns.JUMLAH for n in baris.isi):
        return False
    nama = next((n for n in ("nilai", "pagu", "realisasi", KEUANGAN) if n in kepala.kolom), None)
    if nama is None:
        return False
    nilai = _rupiah(baris, nama, muatan.catatan)
    if nilai is not None:
        setoran = _rupiah(baris, "setoran", muatan.catatan) or Decimal(0)
        muatan.tercantum.append(Tercantum(baris.sel(nama), nilai - setoran, jumlah))
    return True


def _rupiah(baris: Baris, nama: str, catatan: Catatan) -> Decimal | None:
    return read_angka(baris.sel(nama), catatan)


def _pagu(baris: Baris, butir: Butir, catatan: Catatan) -> list[Angka]:
    return [Angka(PAGU, SETAHUN, _rupiah(baris, "pagu", catatan), baris.sel("pagu"))]


def _sipd_pagu(baris: Baris, butir: Butir, catatan: Catatan) -> list[Angka]:
    return [Angka(PAGU, SETAHUN, _rupiah(baris, "nilai", catatan), baris.sel("nilai"))]


def _realisasi(baris: Baris, butir: Butir, catatan: Catatan) -> list[Angka]:
    bulan = read_bulan(baris.sel("bulan"), catatan)
    if bulan is None:
        return []
    kolom = [nama for nama in (KEUANGAN, FISIK) if nama in baris.kepala.kolom]
    return [
        Angka(nama, bulan, read_number(baris.sel(nama), nama, catatan), baris.sel(nama)) for nama in kolom
    ]


def _bulanan(baris: Baris, butir: Butir, catatan: Catatan) -> list[Angka]:
    hasil = []
    for bulan in range(1, 13):
        for kolom in (KEUANGAN, FISIK):
            nama = f"{kolom}_{bulan}"
            if nama in baris.kepala.kolom:
                sel = baris.sel(nama)
                hasil.append(Angka(kolom, bulan, read_number(sel, kolom, catatan), sel))
    return hasil


def read_number(sel: Sel, kolom: str, catatan: Catatan) -> Decimal | None:
    """Return rupiah, or for `fisik` percent with the two decimals that are kept."""
    if kolom != FISIK:
        return read_angka(sel, catatan)
    nilai = read_angka(sel, catatan, JenisAngka.PERSEN)
    return None if nilai is None else nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _sipd_realisasi(baris: Baris, butir: Butir, catatan: Catatan) -> list[Angka]:
    """Return the net amount of one document, in the month of its date."""
    butir.sel_tanggal = baris.sel("tanggal")
    butir.tanggal = read_tanggal(butir.sel_tanggal, catatan)
    realisasi, setoran = (_rupiah(baris, nama, catatan) for nama in ("realisasi", "setoran"))
    if butir.tanggal is None or (realisasi is None and setoran is None):
        return []
    bersih = (realisasi or Decimal(0)) - (setoran or Decimal(0))
    return [Angka(KEUANGAN, butir.tanggal.month, bersih, baris.sel("realisasi"))]


def read_bulan(sel: Sel, catatan: Catatan) -> int | None:
    """Return the month (1–12) of a cell: its number, or its name."""
    isi = teks(sel.nilai)
    nomor = _BULAN.get(ratakan(isi)) or (int(isi) if isi.isdecimal() and len(isi) <= 2 else 0)
    if 1 <= nomor <= 12:
        return nomor
    catatan.add(
        sel, "bulan_tidak_sah", "Bulan tidak dikenali.", "Isi 1 sampai 12, atau Januari sampai Desember."
    )
    return None


_PEMBACA = {
    columns.PAGU.kode: _pagu,
    columns.SIPD_PAGU.kode: _sipd_pagu,
    columns.REALISASI.kode: _realisasi,
    columns.REALISASI_BULANAN.kode: _bulanan,
    columns.SIPD_REALISASI.kode: _sipd_realisasi,
}
