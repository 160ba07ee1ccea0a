"""All perangkat daerah side by side: the headline of each, and the money of all together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from laporan.dasbor.alamat import Alamat, link
from laporan.dasbor.gambar import words
from laporan.dasbor.keadaan import Keadaan, badge, states_of
from laporan.dasbor.peringatan import warnings_of
from laporan.dasbor.satu_peringatan import Tingkat
from laporan.dasbor.tabel_anggaran import state_of_total
from laporan.dasbor.tabel_kinerja import sel_keadaan, state_of_iku
from laporan.dokumen.bab3.capaian import warna
from laporan.dokumen.blok import Baris, Sel, Tabel
from laporan.dokumen.tampil import angka, baris, kolom, persen, sel, sel_persen, sel_uang
from laporan.grafik.kanvas import Gambar
from laporan.grafik.progres import BarisProgres, Progres, progres
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.perhitungan.ringkasan import JumlahAnggaran, jumlahkan, penyerapan
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.hasil import Angka, HasilKriteria
from laporan.snapshot.hitung.umum import angka as ke_desimal
from laporan.snapshot.hitung.umum import rupiah

BANYAK_GAMBAR = 25
"""So many bars still read; the table has all."""

URUTAN = {
    "nama": "Nama",
    "capaian": "Capaian terendah",
    "penyerapan": "Penyerapan terendah",
    "peringatan": "Peringatan terbanyak",
}
KOSONG = "kosong"


@dataclass(frozen=True)
class BarisPd:
    """One perangkat daerah as the table shows it."""

    potongan: Potongan
    kinerja: Keadaan
    uang: Keadaan
    peringatan: int
    genting: int

    @property
    def kriteria(self) -> HasilKriteria | TidakDapatDihitung:
        """The kriteria of the mean capaian."""
        return self.potongan.snapshot.hasil.kinerja.rerata_iku.kriteria


def rows_of(potongan: Sequence[Potongan], hari: datetime.date) -> list[BarisPd]:
    """Return the rows, in the order given."""
    hasil = []
    for p in potongan:
        peringatan = warnings_of(p, hari)
        genting = sum(1 for satu in peringatan if satu.tingkat == Tingkat.GENTING)
        kinerja = state_of_iku(p, states_of(p.snapshot, p.batas))
        hasil.append(BarisPd(p, kinerja, state_of_total(p), len(peringatan), genting))
    return hasil


def kriteria_of(baris_pd: Sequence[BarisPd]) -> list[str]:
    """Return the kriteria to filter by, as they occur."""
    ada = {b.kriteria.kode: b.kriteria.label for b in baris_pd if isinstance(b.kriteria, HasilKriteria)}
    return list(dict.fromkeys(ada[kode] for kode in sorted(ada)))


def with_kriteria(baris_pd: Sequence[BarisPd], kriteria: str) -> list[BarisPd]:
    """Return those of one kriteria, KOSONG for those without, all for ""."""
    if not kriteria:
        return list(baris_pd)
    return [
        b
        for b in baris_pd
        if (b.kriteria.label if isinstance(b.kriteria, HasilKriteria) else KOSONG) == kriteria
    ]


def ordered(baris_pd: Sequence[BarisPd], urut: str) -> list[BarisPd]:
    """Return the rows by one of `URUTAN`; what cannot be computed comes first, because it needs attention."""

    def rendah(nilai: Angka) -> tuple[bool, Decimal]:
        return (False, Decimal(0)) if isinstance(nilai, TidakDapatDihitung) else (True, nilai)

    if urut == "capaian":
        return sorted(baris_pd, key=lambda b: rendah(b.potongan.snapshot.hasil.kinerja.rerata_iku.nilai))
    if urut == "penyerapan":
        return sorted(baris_pd, key=lambda b: rendah(b.potongan.snapshot.hasil.anggaran.total.penyerapan))
    if urut == "peringatan":
        return sorted(baris_pd, key=lambda b: (-b.genting, -b.peringatan))
    return sorted(baris_pd, key=lambda b: b.potongan.pd.nama)


def tabel_semua(baris_pd: Sequence[BarisPd], tahun: int, *, tautan: bool) -> Tabel:
    """Return the table; the last row adds up the money of those shown."""
    isi = [_baris(b, tautan) for b in baris_pd]
    if isi:
        total = [b.potongan.snapshot.hasil.anggaran.total for b in baris_pd]
        jumlah = jumlahkan(JumlahAnggaran(_exact(u.pagu), _exact(u.realisasi)) for u in total)
        isi.append(
            baris(
                sel(f"Jumlah {len(baris_pd)} perangkat daerah", kolom=4, kepala=True),
                sel_uang(rupiah(jumlah.pagu), "belum diisi"),
                sel_uang(rupiah(jumlah.realisasi), "belum diisi"),
                sel_persen(ke_desimal(penyerapan(jumlah.pagu, jumlah.realisasi))),
                "",
                "",
                str(sum(b.peringatan for b in baris_pd)),
                "",
                kelas="jumlah",
            )
        )
    return Tabel(
        "semua",
        f"Semua Perangkat Daerah Tahun {tahun}",
        kolom(
            ("Perangkat daerah", 20),
            ("Capaian IKU (%)", 8, "angka"),
            ("Kriteria", 9),
            ("IKU terhitung", 7),
            ("Pagu (Rp)", 12, "angka"),
            ("Realisasi (Rp)", 12, "angka"),
            ("Penyerapan", 7, "angka"),
            ("Fisik", 6, "angka"),
            ("Efisiensi", 7, "angka"),
            ("Peringatan", 5),
            ("Kelengkapan", 7),
        ),
        tuple(isi),
        catatan=("Penyerapan seluruhnya adalah jumlah realisasi dibagi jumlah pagu.",),
    )


def _baris(b: BarisPd, tautan: bool) -> Baris:
    p = b.potongan
    alamat = Alamat(p.pd.slug, p.tahun, p.batas)
    kinerja, anggaran = p.snapshot.hasil.kinerja, p.snapshot.hasil.anggaran
    rerata = kinerja.rerata_iku
    keadaan = b.kinerja if not b.kinerja.lengkap else b.uang
    peringatan = str(b.peringatan) + (f" ({b.genting} genting)" if b.genting else "")
    return baris(
        link(p.pd.nama, alamat.page("dasbor") if tautan else ""),
        _pendek(rerata.nilai),
        sel(badge(rerata.kriteria, b.kinerja), "tengah"),
        f"{rerata.banyak - rerata.dikecualikan} dari {rerata.banyak}",
        sel_uang(anggaran.total.pagu, "belum diisi"),
        sel_uang(anggaran.total.realisasi, "belum diisi"),
        _pendek(anggaran.total.penyerapan, "%"),
        _pendek(anggaran.total.fisik, "%"),
        _pendek(anggaran.efisiensi_total.nilai),
        link(peringatan, alamat.page("dasbor_peringatan") if tautan and b.peringatan else ""),
        sel_keadaan(keadaan),
    )


def _pendek(nilai: Angka, satuan: str = "") -> Sel:
    """Return a figure, a dash without one: the reason stands on the page of the perangkat daerah."""
    return sel("–" if isinstance(nilai, TidakDapatDihitung) else f"{angka(nilai)}{satuan}", "angka")


def _exact(nilai: Decimal | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai)


def gambar_semua(baris_pd: Sequence[BarisPd], tahun: int) -> Gambar:
    """Draw the mean capaian of each, as many as can be read."""
    isi = []
    for b in baris_pd[:BANYAK_GAMBAR]:
        rerata = b.potongan.snapshot.hasil.kinerja.rerata_iku
        isi.append(
            BarisProgres(
                nama=b.potongan.pd.nama,
                capaian=rerata.nilai if isinstance(rerata.nilai, Decimal) else None,
                label=persen(rerata.nilai),
                keterangan=f"penyerapan {persen(b.potongan.snapshot.hasil.anggaran.total.penyerapan)}",
                kriteria=words(rerata.kriteria, b.kinerja),
                warna=warna(rerata.kriteria) if b.kinerja.lengkap else None,
            )
        )
    return progres(Progres(f"Rata-rata Capaian IKU per Perangkat Daerah Tahun {tahun}", tuple(isi)))
