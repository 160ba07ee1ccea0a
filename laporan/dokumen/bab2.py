"""Bab II: what was planned and promised for the year."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Bab, Blok, Butir, Kosong, Subbab, Subjudul, Tabel
from laporan.dokumen.nilai import sel_target
from laporan.dokumen.tabel_perjanjian import tabel_anggaran_perjanjian, tabel_perjanjian, tanpa_sasaran
from laporan.dokumen.tampil import baris, kolom, pecahan, sel, sel_satuan, sel_uang
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from lkip.angka import tanggal

JENIS_DOKUMEN = {"murni": "DPA murni", "pergeseran": "DPPA pergeseran", "perubahan": "DPPA perubahan"}


def bab2(b: Bahan) -> Bab:
    """Return Bab II."""
    renstra = b.masukan.renstra
    periode = f" {renstra.tahun_awal}–{renstra.tahun_akhir}" if renstra else ""
    daerah = renstra.dokumen_daerah if renstra else "RPJMD"
    return Bab(
        judul="Perencanaan Kinerja",
        sebutan="BAB II",
        awalan="2",
        anchor="bab-2",
        blok=b.narasi("bab2.pengantar"),
        subbab=(
            Subbab(
                f"Rencana Strategis{periode}",
                b.narasi("bab2.renstra"),
                (
                    Subbab("Visi dan Misi", (*b.narasi("bab2.visi_misi"), *_visi_misi(b))),
                    Subbab(f"Indikator Kinerja {daerah}", (*b.narasi("bab2.rpd"), *_daerah(b, daerah))),
                    Subbab("Indikator Kinerja Utama", (*b.narasi("bab2.iku"), *_iku(b))),
                    Subbab(
                        f"Perjanjian Kinerja Tahun {b.tahun}",
                        (*b.narasi("bab2.perjanjian"), *_perjanjian(b)),
                    ),
                    Subbab(f"Rencana Anggaran Tahun {b.tahun}", (*b.narasi("bab2.anggaran"), *_anggaran(b))),
                ),
            ),
        ),
    )


def _visi_misi(b: Bahan) -> tuple[Blok, ...]:
    renstra = b.masukan.renstra
    if renstra is None:
        return (Kosong(f"Renstra yang berlaku pada tahun {b.tahun} belum diisi."),)
    sumber = f" ({renstra.sumber_visi})" if renstra.sumber_visi else ""
    misi = tuple(
        format_html("<strong>{}</strong>", m.uraian) if m.didukung else m.uraian for m in renstra.misi
    )
    tujuan = tuple(
        f"{t.uraian.rstrip('.')}. "
        f"Sasaran: {'; '.join(s.uraian.rstrip('.') for s in t.sasaran) or 'belum diisi'}."
        for t in renstra.tujuan
    )
    return (
        Subjudul(f"Visi{sumber}"),
        Butir((renstra.visi,), "kutipan") if renstra.visi else Kosong("Visi belum diisi."),
        Subjudul("Misi"),
        Butir(misi) if misi else Kosong("Misi belum diisi."),
        Subjudul("Tujuan dan sasaran"),
        Butir(tujuan) if tujuan else Kosong("Tujuan dan sasaran belum diisi."),
    )


def _daerah(b: Bahan, daerah: str) -> tuple[Blok, ...]:
    renstra, indikator = b.masukan.renstra, b.indikator("daerah")
    if renstra is None or not indikator:
        return (Kosong(f"Indikator {daerah} belum diisi."),)
    tahun = range(renstra.tahun_awal, renstra.tahun_akhir + 1)
    lebar = 36 // max(len(tahun), 1)
    return (
        Tabel(
            "rpd",
            f"Indikator Kinerja yang Mengacu pada Tujuan dan Sasaran {daerah}",
            kolom(
                ("No.", 6, "tengah"),
                ("Indikator", 58 - lebar * len(tahun) + 8, ""),
                ("Kondisi awal", 14),
                *((f"Target {t}", lebar) for t in tahun),
                ("Kondisi akhir", 14),
            ),
            tuple(
                baris(
                    f"{i}.",
                    d.nama,
                    sel_satuan(d.kondisi_awal, d.satuan),
                    *(sel_target(b, d, t) for t in tahun),
                    sel_satuan(d.kondisi_akhir, d.satuan),
                )
                for i, d in enumerate(indikator, 1)
            ),
            sumber=f"Sumber: {renstra.nama} {renstra.tahun_awal}–{renstra.tahun_akhir}",
        ),
    )


def _iku(b: Bahan) -> tuple[Blok, ...]:
    iku = b.indikator("iku")
    if not iku:
        return (Kosong(f"Indikator kinerja utama tahun {b.tahun} belum diisi."),)
    renstra = b.masukan.renstra
    sumber = f"Sumber: {renstra.nama} {renstra.tahun_awal}–{renstra.tahun_akhir}" if renstra else ""
    tahun = range(renstra.tahun_awal, renstra.tahun_akhir + 1) if renstra else range(b.tahun, b.tahun + 1)
    lebar = min(15, 60 // len(tahun))
    return (
        Tabel(
            "iku",
            f"Indikator Kinerja Utama {b.identitas.nama}",
            kolom(
                ("No.", 6, "tengah"),
                ("Indikator kinerja utama", 25),
                ("Sumber data dan penanggung jawab", 25),
                ("Formula", 44, "rumus"),
            ),
            tuple(
                baris(f"{i}.", d.nama, _sumber(d), pecahan(d.pembilang, d.penyebut))
                for i, d in enumerate(iku, 1)
            ),
            sumber=sumber,
        ),
        Tabel(
            "target-iku",
            "Target Indikator Kinerja Utama Menurut Tahun",
            kolom(
                ("No.", 6, "tengah"),
                ("Indikator kinerja utama", 94 - lebar * len(tahun)),
                *((str(t), lebar) for t in tahun),
            ),
            tuple(
                baris(f"{i}.", d.nama, *(sel_target(b, d, t) for t in tahun)) for i, d in enumerate(iku, 1)
            ),
            catatan=(
                "Target indikator kinerja utama yang belum ditetapkan ditulis apa adanya; "
                "target indikator daerah disajikan tersendiri dan tidak menggantikannya.",
            ),
        ),
    )


def _sumber(d: DefinisiIndikator) -> str:
    if d.penanggung_jawab:
        return format_html_join("", "{}<br>", ((unit,) for unit in d.penanggung_jawab))
    return d.sumber_data or "–"


def _perjanjian(b: Bahan) -> tuple[Blok, ...]:
    hasil: list[Blok] = []
    for perjanjian, hitungan in b.perjanjian:
        hasil.append(tabel_perjanjian(b, perjanjian) if perjanjian.sasaran else tanpa_sasaran(perjanjian))
        if perjanjian.anggaran:
            hasil.append(tabel_anggaran_perjanjian(b, perjanjian, hitungan))
    return tuple(hasil) or (Kosong(f"Perjanjian kinerja tahun {b.tahun} belum diisi."),)


def _anggaran(b: Bahan) -> tuple[Blok, ...]:
    return (_dokumen(b), _program(b))


def _dokumen(b: Bahan) -> Blok:
    dokumen = b.masukan.anggaran.dokumen
    if not dokumen:
        return Kosong(f"Dokumen pelaksanaan anggaran tahun {b.tahun} belum diisi.")
    return Tabel(
        "dokumen-anggaran",
        f"Riwayat Dokumen Pelaksanaan Anggaran Tahun {b.tahun}",
        kolom(
            ("No.", 6, "tengah"),
            ("Dokumen", 17),
            ("Nomor", 43),
            ("Tanggal", 16),
            ("Jumlah (Rp)", 18),
        ),
        tuple(
            baris(
                f"{d.urutan}.",
                JENIS_DOKUMEN.get(d.jenis, d.jenis),
                d.nomor or "–",
                tanggal(d.tanggal) if d.tanggal else "–",
                sel_uang(d.total_tercantum if d.total_tercantum is not None else d.total_pagu),
            )
            for d in dokumen
        ),
        sumber="Sumber: DPA dan DPPA; nomor ditulis sebagaimana tercantum dalam dokumen",
    )


def _program(b: Bahan) -> Blok:
    program, hasil = b.masukan.anggaran.program, b.snapshot.hasil.anggaran
    if not program:
        return Kosong(f"Program dan kegiatan tahun {b.tahun} belum diisi.")
    return Tabel(
        "anggaran-program",
        f"Anggaran Program Tahun {b.tahun} pada Dokumen Terakhir",
        kolom(
            ("Kode", 13),
            ("Program", 42),
            ("Kegiatan", 10, "angka"),
            ("Sub kegiatan", 12, "angka"),
            ("Pagu (Rp)", 23),
        ),
        (
            *(
                baris(
                    p.kode,
                    p.nama,
                    sel(str(len(p.kegiatan)), "angka"),
                    sel(str(sum(len(k.sub_kegiatan) for k in p.kegiatan)), "angka"),
                    sel_uang(h.uang.pagu),
                )
                for p, h in zip(program, hasil.program, strict=True)
            ),
            baris(
                sel("Jumlah", kolom=2, kepala=True),
                sel(str(sum(len(p.kegiatan) for p in program)), "angka"),
                sel(str(sum(len(k.sub_kegiatan) for p in program for k in p.kegiatan)), "angka"),
                sel_uang(hasil.total.pagu),
                kelas="jumlah",
            ),
        ),
    )
