"""The year beside last year, the five years before, the end of the Renstra, and national standards."""

from __future__ import annotations

from decimal import Decimal

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Alinea, Blok, Gambar, Kosong, Tabel
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import angka, baris, kolom, sel, sel_angka, sel_persen, sel_satuan
from laporan.grafik.garis import Deret, DiagramGaris, PutusDeret, diagram_garis
from laporan.grafik.kanvas import Gambar as GambarSvg
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.masukan_kinerja import DefinisiIndikator


def riwayat(b: Bahan, kode: str, tahun: int) -> Decimal | None:
    """Return the realisasi of an earlier year, of the indikator or of its predecessor."""
    semua = b.masukan.riwayat.tahun
    milik = [r for r in semua if r.indikator == kode and r.tahun == tahun and r.nilai is not None]
    milik.sort(key=lambda r: r.pendahulu)
    return milik[0].nilai if milik else None


def _sebanding(d: DefinisiIndikator) -> str:
    if d.pendahulu is None:
        return "Indikator sama"
    return "Sebanding" if d.pendahulu.sebanding else "Tidak sebanding: deret terputus"


def tahun_lalu(b: Bahan) -> tuple[Blok, ...]:
    """Return this year beside last year, and say where a series is broken."""
    iku = b.indikator("iku")
    if not iku:
        return (Kosong("Indikator kinerja utama belum diisi."),)
    hasil = b.snapshot.hasil.kinerja
    isi = [
        baris(
            f"{i}.",
            d.nama,
            sel_realisasi(b, d),
            d.pendahulu.nama if d.pendahulu else d.nama,
            sel_satuan(riwayat(b, d.kode, b.tahun - 1), d.satuan, "tidak ada data"),
            _sebanding(d),
        )
        for i, d in enumerate(iku, 1)
    ]
    isi.append(
        baris(
            sel("Rata-rata realisasi", kolom=2, kepala=True),
            sel_persen(hasil.rerata_realisasi),
            "",
            sel_persen(hasil.rerata_realisasi_tahun_lalu),
            "",
            kelas="jumlah",
        )
    )
    return (
        Tabel(
            "tahun-lalu",
            f"Perbandingan Realisasi Kinerja Tahun {b.tahun} dan {b.tahun - 1}",
            kolom(
                ("No.", 5, "tengah"),
                (f"Indikator tahun {b.tahun}", 26),
                (f"Realisasi {b.tahun}", 12),
                (f"Indikator tahun {b.tahun - 1}", 26),
                (f"Realisasi {b.tahun - 1}", 12),
                ("Keterbandingan", 19),
            ),
            tuple(isi),
            catatan=tuple(
                f"IKU {i}: {d.pendahulu.catatan}"
                for i, d in enumerate(iku, 1)
                if d.pendahulu and d.pendahulu.catatan
            ),
        ),
    )


def lima_tahun(b: Bahan) -> tuple[Blok, ...]:
    """Return the five years before and this year, as table and as drawing."""
    iku = b.indikator("iku")
    if not iku:
        return (Kosong("Indikator kinerja utama belum diisi."),)
    tahun = range(b.tahun - 5, b.tahun)
    return (
        Tabel(
            "lima-tahun",
            f"Realisasi Kinerja Tahun {b.tahun - 5} sampai {b.tahun}",
            kolom(
                ("Indikator terdahulu", 20),
                (f"Indikator tahun {b.tahun}", 20),
                *((str(t), 8) for t in tahun),
                (f"Target {b.tahun}", 10),
                (f"Realisasi {b.tahun}", 10),
            ),
            tuple(
                baris(
                    d.pendahulu.nama if d.pendahulu else "–",
                    d.nama,
                    *(sel_angka(riwayat(b, d.kode, t), "tidak ada data") for t in tahun),
                    sel_angka(b.hasil[d.kode].target),
                    sel_angka(b.hasil[d.kode].realisasi),
                )
                for d in iku
            ),
            sumber=_sumber(b),
            catatan=tuple(
                f"Deret “{d.nama}” terputus pada tahun {b.tahun}: angka sebelumnya milik indikator lain."
                for d in iku
                if d.pendahulu and not d.pendahulu.sebanding
            ),
        ),
        Gambar("tren-iku", f"Realisasi Kinerja Tahun {b.tahun - 5} sampai {b.tahun}", tren(b, iku)),
    )


def _sumber(b: Bahan) -> str:
    sumber = dict.fromkeys(r.sumber for r in b.masukan.riwayat.tahun if r.sumber)
    return "Sumber: " + "; ".join(sumber) if sumber else ""


def tren(b: Bahan, iku: list[DefinisiIndikator]) -> GambarSvg:
    tahun = [*range(b.tahun - 5, b.tahun), b.tahun]
    deret, putus = [], []
    for i, d in enumerate(iku, 1):
        kini = b.hasil[d.kode].realisasi
        sasaran = b.hasil[d.kode].target
        nilai = [*(riwayat(b, d.kode, t) for t in tahun[:-1]), kini if isinstance(kini, Decimal) else None]
        target = sasaran if isinstance(sasaran, Decimal) else None
        nama = f"IKU {i}. {d.nama}"
        deret.append(
            Deret(
                nama,
                tuple(nilai),
                tuple(angka(n) if n is not None else "" for n in nilai),
                (*(None for _ in tahun[:-1]), target) if target is not None else (),
                (*("" for _ in tahun[:-1]), angka(target)) if target is not None else (),
            )
        )
        if d.pendahulu and not d.pendahulu.sebanding:
            putus.append(PutusDeret(str(b.tahun), f"IKU {i} berganti indikator", (nama,)))
    return diagram_garis(
        DiagramGaris(
            f"Realisasi Kinerja Tahun {tahun[0]} sampai {b.tahun}",
            tuple(str(t) for t in tahun),
            tuple(deret),
            tuple(putus),
            "%" if all(d.satuan == "%" for d in iku) else "",
        )
    )


def akhir_renstra(b: Bahan) -> tuple[Blok, ...]:
    """Return the realisasi beside the target at the end of the Renstra, IKU and regional indicators."""
    renstra = b.masukan.renstra
    indikator = [*b.indikator("iku"), *b.indikator("daerah")]
    if renstra is None or not indikator:
        return (Kosong("Target akhir Renstra belum diisi."),)
    isi = []
    for i, d in enumerate(indikator, 1):
        akhir = (
            sel_target(b, d, renstra.tahun_akhir)
            if d.kondisi_akhir is None
            else sel_satuan(d.kondisi_akhir, d.satuan)
        )
        kemajuan = b.hasil[d.kode].terhadap_akhir
        isi.append(
            baris(
                f"{i}.",
                d.nama,
                "IKU" if d.jenis == "iku" else renstra.dokumen_daerah,
                sel_realisasi(b, d),
                akhir,
                sel("–", "angka") if isinstance(kemajuan, TidakDapatDihitung) else sel_angka(kemajuan),
            )
        )
    return (
        Tabel(
            "akhir-renstra",
            f"Realisasi Tahun {b.tahun} terhadap Target Akhir {renstra.tahun_akhir}",
            kolom(
                ("No.", 5, "tengah"),
                ("Indikator", 43),
                ("Jenis", 9, "tengah"),
                (f"Realisasi {b.tahun}", 14),
                (f"Target {renstra.tahun_akhir}", 15),
                ("Tingkat kemajuan (%)", 14),
            ),
            tuple(isi),
        ),
    )


def standar_nasional(b: Bahan) -> tuple[Blok, ...]:
    """Return the national standards where there are any, and say so where there are none."""
    standar = b.masukan.riwayat.standar
    if not standar:
        return (
            Alinea(
                f"Tidak ada standar nasional yang tercatat untuk indikator tahun {b.tahun}, "
                "sehingga perbandingan ini tidak disajikan dalam tabel."
            ),
        )
    urutan: dict[str, int] = {}
    isi = []
    for s in standar:
        ke = urutan.setdefault(s.indikator, 0)
        urutan[s.indikator] += 1
        d = b.definisi[s.indikator]
        isi.append(
            baris(
                d.nama,
                f"{s.nama} ({s.sumber})",
                sel_realisasi(b, d),
                sel_satuan(s.nilai, d.satuan),
                sel_angka(b.hasil[d.kode].terhadap_standar[ke]),
            )
        )
    return (
        Tabel(
            "standar-nasional",
            f"Realisasi Tahun {b.tahun} terhadap Standar Nasional",
            kolom(
                ("Indikator", 32),
                ("Standar", 30),
                ("Realisasi", 12),
                ("Nilai standar", 13),
                ("Rasio (%)", 13),
            ),
            tuple(isi),
        ),
    )
