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
from laporan.snapshot.bagian import Bagian, Potongan, take_parts
from laporan.snapshot.batas import Batas
from laporan.snapshot.hasil import Angka, HasilKriteria, HasilRerata, HasilUang
from laporan.snapshot.hitung.umum import angka as ke_desimal
from laporan.snapshot.hitung.umum import rupiah
from laporan.tersimpan import kept_many, key
from lkip import revisi
from lkip.models import PerangkatDaerah

BAGIAN = (Bagian.KINERJA, Bagian.JADWAL, Bagian.ANGGARAN)
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
    """One perangkat daerah as the table shows it: the headline of its own dashboard."""

    nama: str
    slug: str
    rerata: HasilRerata
    uang: HasilUang
    efisiensi: Angka
    kinerja_kini: Keadaan
    uang_kini: Keadaan
    peringatan: int
    genting: int

    @property
    def kriteria(self) -> HasilKriteria | TidakDapatDihitung:
        """The kriteria of the mean capaian."""
        return self.rerata.kriteria


def read_rows(pds: Sequence[PerangkatDaerah], tahun: int, batas: Batas, hari: datetime.date) -> list[BarisPd]:
    """Return the row of each perangkat daerah, in their order; only what has changed is computed."""
    nomor = revisi.numbers(pds, tahun)
    kunci = {pd: key("dasbor:semua", pd.pk, tahun, nomor[pd.pk], batas.bulan, hari) for pd in pds}

    def baru(pds: Sequence[PerangkatDaerah]) -> dict[PerangkatDaerah, BarisPd]:
        potongan = take_parts(pds, tahun, batas, BAGIAN, ringkas=True)
        return {pd: _row(potongan[pd.pk], hari) for pd in pds}

    return list(kept_many(kunci, baru).values())


def _row(p: Potongan, hari: datetime.date) -> BarisPd:
    peringatan = warnings_of(p, hari)
    kinerja, anggaran = p.snapshot.hasil.kinerja, p.snapshot.hasil.anggaran
    return BarisPd(
        nama=p.pd.nama,
        slug=p.pd.slug,
        rerata=kinerja.rerata_iku,
        uang=anggaran.total,
        efisiensi=anggaran.efisiensi_total.nilai,
        kinerja_kini=state_of_iku(p, states_of(p.snapshot, p.batas)),
        uang_kini=state_of_total(p),
        peringatan=len(peringatan),
        genting=sum(1 for satu in peringatan if satu.tingkat == Tingkat.GENTING),
    )


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
        return sorted(baris_pd, key=lambda b: rendah(b.rerata.nilai))
    if urut == "penyerapan":
        return sorted(baris_pd, key=lambda b: rendah(b.uang.penyerapan))
    if urut == "peringatan":
        return sorted(baris_pd, key=lambda b: (-b.genting, -b.peringatan))
    return sorted(baris_pd, key=lambda b: b.nama)


def tabel_semua(baris_pd: Sequence[BarisPd], tahun: int, batas: Batas | None) -> Tabel:
    """Return the table, with ways to the dashboards at `batas`; its last row adds up the money shown."""
    isi = [_baris(b, None if batas is None else Alamat(b.slug, tahun, batas)) for b in baris_pd]
    if isi:
        jumlah = jumlahkan(JumlahAnggaran(_exact(b.uang.pagu), _exact(b.uang.realisasi)) for b in baris_pd)
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


def _baris(b: BarisPd, alamat: Alamat | None) -> Baris:
    keadaan = b.kinerja_kini if not b.kinerja_kini.lengkap else b.uang_kini
    peringatan = str(b.peringatan) + (f" ({b.genting} genting)" if b.genting else "")
    return baris(
        link(b.nama, alamat.page("dasbor") if alamat else ""),
        _pendek(b.rerata.nilai),
        sel(badge(b.kriteria, b.kinerja_kini), "tengah"),
        f"{b.rerata.banyak - b.rerata.dikecualikan} dari {b.rerata.banyak}",
        sel_uang(b.uang.pagu, "belum diisi"),
        sel_uang(b.uang.realisasi, "belum diisi"),
        _pendek(b.uang.penyerapan, "%"),
        _pendek(b.uang.fisik, "%"),
        _pendek(b.efisiensi),
        link(peringatan, alamat.page("dasbor_peringatan") if alamat and b.peringatan else ""),
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
        isi.append(
            BarisProgres(
                nama=b.nama,
                capaian=b.rerata.nilai if isinstance(b.rerata.nilai, Decimal) else None,
                label=persen(b.rerata.nilai),
                keterangan=f"penyerapan {persen(b.uang.penyerapan)}",
                kriteria=words(b.kriteria, b.kinerja_kini),
                warna=warna(b.kriteria) if b.kinerja_kini.lengkap else None,
            )
        )
    return progres(Progres(f"Rata-rata Capaian IKU per Perangkat Daerah Tahun {tahun}", tuple(isi)))
