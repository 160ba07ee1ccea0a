"""The attachments: perjanjian kinerja in their official form, pengukuran kinerja, rencana and realisasi."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from laporan.dokumen.bab4 import sebutan_jabatan
from laporan.dokumen.bahan import Bahan, terisi
from laporan.dokumen.blok import (
    Bab,
    Baris,
    Blok,
    Kosong,
    Narasi,
    Sel,
    Subbab,
    Tabel,
)
from laporan.dokumen.perjanjian import blok_perjanjian
from laporan.dokumen.tabel_perjanjian import baris_pengukuran
from laporan.dokumen.tampil import (
    BELUM_DIUKUR,
    angka,
    baris,
    kolom,
    sel,
    sel_persen,
    sel_satuan,
    sel_uang,
)
from laporan.snapshot.hasil import HasilPerjanjian, HasilUang
from laporan.snapshot.masukan_anggaran import ButirLampiran, Perjanjian, Renja


def lampiran(b: Bahan) -> Bab | None:
    """Return all attachments as a chapter without a number, None when there are none."""
    buat: dict[str, Callable[[Bahan, ButirLampiran], Subbab]] = {
        "perjanjian": _perjanjian,
        "pengukuran": _pengukuran,
        "rencana_realisasi": _rencana_realisasi,
        "teks": _teks,
    }
    subbab = tuple(buat[satu.jenis](b, satu) for satu in b.masukan.naskah.lampiran)
    if not subbab:
        return None
    return Bab(judul="Lampiran", sebutan="", awalan="L", anchor="lampiran", subbab=subbab)


def _teks(b: Bahan, satu: ButirLampiran) -> Subbab:
    isi: Blok = (
        Narasi(f"lampiran.{satu.urutan}", satu.isi) if terisi(satu.isi) else Kosong("Belum diisi.", "laporan")
    )
    return Subbab(satu.judul, (isi,))


def _perjanjian(b: Bahan, satu: ButirLampiran) -> Subbab:
    anak = tuple(_satu_perjanjian(b, p, h) for p, h in b.perjanjian)
    kosong = () if anak else (Kosong(f"Perjanjian kinerja tahun {b.tahun} belum diisi."),)
    return Subbab(satu.judul, kosong, anak)


def _satu_perjanjian(b: Bahan, p: Perjanjian, h: HasilPerjanjian) -> Subbab:
    return Subbab(sebutan_jabatan(p.pihak_pertama), blok_perjanjian(b, p, h, "-lampiran"))


def _pengukuran(b: Bahan, satu: ButirLampiran) -> Subbab:
    isi: list[Baris] = []
    nomor = 1
    for p, h in b.perjanjian:
        isi.append(baris(sel(sebutan_jabatan(p.pihak_pertama), kolom=7, kepala=True), kelas="kegiatan"))
        isi += baris_pengukuran(b, p, h, nomor)
        nomor += len(h.indikator)
    if not isi:
        return Subbab(satu.judul, (Kosong(f"Perjanjian kinerja tahun {b.tahun} belum diisi."),))
    return Subbab(
        satu.judul,
        (
            Tabel(
                "lampiran-pengukuran",
                f"Pengukuran Kinerja {b.identitas.nama} Tahun {b.tahun}",
                kolom(
                    ("No.", 5, "tengah"),
                    ("Sasaran", 27),
                    ("Indikator kinerja", 28),
                    ("Target", 9),
                    ("Realisasi", 10),
                    ("Capaian (%)", 9),
                    ("Kriteria", 12),
                ),
                tuple(isi),
                lanskap=True,
            ),
        ),
    )


def _rencana_realisasi(b: Bahan, satu: ButirLampiran) -> Subbab:
    return Subbab(satu.judul, (*_rencana_aksi(b), *_renja(b)))


def _rencana_aksi(b: Bahan) -> tuple[Blok, ...]:
    rencana = {(r.indikator, r.triwulan): r for r in b.masukan.realisasi.rencana_aksi}
    isi = []
    for i, d in enumerate(b.indikator("iku"), 1):
        realisasi = dict(b.hasil[d.kode].realisasi_triwulan)
        sel_triwulan = []
        for t in range(1, 5):
            butir = rencana.get((d.kode, t))
            sel_triwulan += [
                sel_satuan(butir.target if butir else None, d.satuan),
                sel_satuan(realisasi[t], d.satuan) if t in realisasi else sel(BELUM_DIUKUR, "alasan"),
            ]
        isi.append(baris(f"{i}.", d.nama, *sel_triwulan))
    if not isi:
        return (Kosong("Rencana aksi indikator kinerja utama belum diisi."),)
    contoh = any(r.data_contoh for r in b.masukan.realisasi.rencana_aksi) or any(
        r.data_contoh for r in b.masukan.realisasi.triwulan
    )
    return (
        Tabel(
            "lampiran-rencana-aksi",
            f"Rencana Aksi dan Realisasi IKU per Triwulan Tahun {b.tahun}",
            kolom(
                ("No.", 4, "tengah"),
                ("Indikator kinerja utama", 24),
                *(
                    (f"{'Target' if j == 0 else 'Realisasi'} TW {r}", 9)
                    for r in ("I", "II", "III", "IV")
                    for j in (0, 1)
                ),
            ),
            tuple(isi),
            lanskap=True,
            catatan=(
                "Data contoh: target triwulan dan realisasi Triwulan I sampai III dibuat untuk peragaan; "
                "Triwulan IV adalah angka setahun.",
            )
            if contoh
            else (),
        ),
    )


def _renja(b: Bahan) -> tuple[Blok, ...]:
    """Return the form of the Renja evaluation: outcome, outputs and money of every level per triwulan."""
    renja: dict[str, list[Renja]] = {}
    for satu in b.masukan.dukungan.renja:
        renja.setdefault(satu.kode, []).append(satu)
    isi: list[Baris] = []
    for p, h in zip(b.masukan.anggaran.program, b.snapshot.hasil.anggaran.program, strict=True):
        isi.append(_baris_renja(p.kode, p.nama, renja, h.uang, "program"))
        for k, hk in zip(p.kegiatan, h.kegiatan, strict=True):
            isi.append(_baris_renja(k.kode, k.nama, renja, hk.uang, "kegiatan"))
            uang = {s.kode: s.uang for unit in hk.unit for s in unit.sub_kegiatan}
            isi += [_baris_renja(s.kode, s.nama, renja, uang[s.kode]) for s in k.sub_kegiatan]
    if not isi:
        return (Kosong(f"Sub kegiatan tahun {b.tahun} belum diisi."),)
    return (
        Tabel(
            "lampiran-renja",
            f"Evaluasi Hasil Pelaksanaan Renja Tahun {b.tahun}",
            kolom(
                ("Program / kegiatan / sub kegiatan", 20),
                ("Indikator hasil / keluaran", 18),
                ("Target", 7),
                ("Realisasi", 7),
                ("Pagu (Rp)", 10),
                ("TW I (Rp)", 8),
                ("TW II (Rp)", 8),
                ("TW III (Rp)", 8),
                ("TW IV (Rp)", 8),
                ("%", 6),
            ),
            tuple(isi),
            lanskap=True,
            sumber="Bentuk: evaluasi hasil Renja, Permendagri Nomor 86 Tahun 2017",
        ),
    )


def _baris_renja(
    kode: str, nama: str, renja: dict[str, list[Renja]], uang: HasilUang, kelas: str = ""
) -> Baris:
    butir = renja.get(kode, [])
    return baris(
        sel(f"{kode} {nama}", kepala=bool(kelas)),
        "; ".join(f"{r.nama} ({r.satuan})" if r.satuan else r.nama for r in butir) or "–",
        *_keluaran(butir),
        sel_uang(uang.pagu, "belum diisi"),
        *(sel_uang(t) for t in uang.triwulan),
        sel_persen(uang.penyerapan),
        kelas=kelas,
    )


def _keluaran(butir: list[Renja]) -> tuple[Sel, Sel]:
    """Return target and realisasi of the output indicators; without a figure "belum diukur"."""
    if not butir:
        return sel("–", "angka"), sel("–", "angka")
    terakhir = [next((nilai for _, nilai in reversed(r.realisasi) if nilai is not None), None) for r in butir]
    return _berurutan([r.target for r in butir], "belum ditetapkan"), _berurutan(terakhir, BELUM_DIUKUR)


def _berurutan(nilai: list[Decimal | None], kosong: str) -> Sel:
    """Return the figures in the order in which their indicators are named beside them."""
    kelas = "alasan" if all(satu is None for satu in nilai) else "angka"
    if kelas == "alasan":
        return sel(kosong, kelas)
    return sel("; ".join(angka(satu, kosong) for satu in nilai), kelas)
