"""The parts before Bab I, Bab IV, and the signature."""

from __future__ import annotations

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Bab, BagianDepan, Blok, Kosong, Narasi, Subbab, TandaTangan
from laporan.snapshot.masukan import Penandatangan
from lkip.angka import tanggal

PLT = {"plt": "Plt. ", "plh": "Plh. "}


def nip(nomor: str) -> str:
    """Return a NIP in its usual groups of 8, 6, 1 and 3 digits."""
    if len(nomor) != 18:
        return nomor
    return f"{nomor[:8]} {nomor[8:14]} {nomor[14]} {nomor[15:]}"


def sebutan_jabatan(pejabat: Penandatangan) -> str:
    """Return the office as signed, with Plt. or Plh. where it is acting."""
    awalan = PLT.get(pejabat.status, "")
    return pejabat.jabatan if pejabat.jabatan.startswith(awalan) else awalan + pejabat.jabatan


def tanda_tangan(b: Bahan, utama: bool = False) -> Blok:
    """Return the signature block of the head of the perangkat daerah; `utama` holds the signature itself."""
    i = b.identitas
    if i.penandatangan is None:
        return Kosong(f"Penandatangan LKIP tahun {b.tahun} belum ditetapkan.", "laporan")
    return TandaTangan(
        f"{i.tempat}, {tanggal(i.tanggal) if i.tanggal else 'tanggal belum ditetapkan'}",
        sebutan_jabatan(i.penandatangan),
        i.penandatangan.nama,
        i.penandatangan.pangkat,
        nip(i.penandatangan.nip),
        kepala=True,
        utama=utama,
    )


def bagian_depan(b: Bahan) -> tuple[BagianDepan, ...]:
    """Return pernyataan reviu where there is one, kata pengantar, and ikhtisar eksekutif."""
    hasil = []
    reviu = b.identitas.reviu
    if reviu is not None:
        hasil.append(
            BagianDepan(
                "Pernyataan Telah Direviu",
                "pernyataan-reviu",
                (
                    Narasi("pernyataan_reviu", reviu.isi),
                    TandaTangan(
                        f"{reviu.tempat}, {tanggal(reviu.tanggal)}",
                        reviu.jabatan,
                        reviu.nama,
                        "",
                        nip(reviu.nip),
                    ),
                ),
            )
        )
    hasil.append(
        BagianDepan("Kata Pengantar", "kata-pengantar", (*b.narasi("kata_pengantar"), tanda_tangan(b)))
    )
    return tuple(hasil)


def ikhtisar(b: Bahan) -> BagianDepan:
    """Return the ikhtisar eksekutif, which stands after the lists."""
    return BagianDepan("Ikhtisar Eksekutif", "ikhtisar", b.narasi("ikhtisar"))


def bab4(b: Bahan) -> Bab:
    """Return Bab IV with the signature block."""
    return Bab(
        judul="Penutup",
        sebutan="BAB IV",
        awalan="4",
        anchor="bab-4",
        subbab=(
            Subbab("Kesimpulan", b.narasi("bab4.kesimpulan")),
            Subbab("Saran", (*b.narasi("bab4.saran"), tanda_tangan(b, utama=True))),
        ),
    )
