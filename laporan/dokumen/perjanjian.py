"""One perjanjian kinerja in its official form: as attachment of the LKIP, and as a document of its own."""

from __future__ import annotations

from dataclasses import dataclass

from laporan.dokumen.bab4 import nip, sebutan_jabatan
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Blok, PihakPerjanjian
from laporan.dokumen.tabel_perjanjian import tabel_anggaran_perjanjian, tabel_perjanjian, tanpa_sasaran
from laporan.snapshot.hasil import HasilPerjanjian
from laporan.snapshot.masukan_anggaran import Perjanjian
from lkip.angka import tanggal

DITANDATANGANI = "ditandatangani"


@dataclass(frozen=True)
class DokumenPerjanjian:
    """A perjanjian on its own sheets: the statement, then the tables; `draf` as long as nobody signed."""

    judul: str
    kop: tuple[str, ...]
    kepala: str
    sebutan: str
    draf: bool
    pihak: PihakPerjanjian
    lampiran: tuple[Blok, ...]


def dokumen_perjanjian(b: Bahan, p: Perjanjian, h: HasilPerjanjian) -> DokumenPerjanjian:
    """Return the document of one version of a perjanjian."""
    pihak, *tabel = blok_perjanjian(b, p, h)
    assert isinstance(pihak, PihakPerjanjian)
    sebutan = sebutan_jabatan(p.pihak_pertama)
    draf = p.status != DITANDATANGANI
    return DokumenPerjanjian(
        judul=f"{pihak.judul} {sebutan}",
        kop=(f"Pemerintah {b.identitas.pemda}", b.identitas.nama),
        kepala=f"{'DRAF · ' if draf else ''}{b.identitas.nama}",
        sebutan=sebutan,
        draf=draf,
        pihak=pihak,
        lampiran=tuple(tabel),
    )


def blok_perjanjian(b: Bahan, p: Perjanjian, h: HasilPerjanjian, akhiran: str = "") -> tuple[Blok, ...]:
    """Return both parties with their statement, then the tables of sasaran and money."""
    kedua = p.pihak_kedua
    hari = tanggal(p.tanggal) if p.tanggal and p.status == DITANDATANGANI else "belum ditandatangani"
    perubahan = "Perubahan " if p.versi > 1 else ""
    pihak = PihakPerjanjian(
        judul=f"{perubahan}Perjanjian Kinerja Tahun {b.tahun}",
        nama_pertama=p.pihak_pertama.nama,
        jabatan_pertama=sebutan_jabatan(p.pihak_pertama),
        rincian_pertama=f"NIP {nip(p.pihak_pertama.nip)}",
        nama_kedua=kedua.nama if kedua else p.pihak_kedua_luar,
        jabatan_kedua=sebutan_jabatan(kedua) if kedua else b.identitas.sebutan_kepala,
        rincian_kedua=f"NIP {nip(kedua.nip)}" if kedua else "",
        tempat_tanggal=f"{p.tempat or b.identitas.ibu_kota}, {hari}",
    )
    blok: list[Blok] = [pihak, tabel_perjanjian(b, p, akhiran) if p.sasaran else tanpa_sasaran(p)]
    if p.anggaran:
        blok.append(tabel_anggaran_perjanjian(b, p, h, akhiran))
    return tuple(blok)
