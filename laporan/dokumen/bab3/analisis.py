"""Per sasaran and per IKU: what was measured, how it was worked out, and what to make of it."""

from __future__ import annotations

from decimal import Decimal

from laporan.dokumen.bahan import Bahan, terisi
from laporan.dokumen.blok import Alinea, Blok, Butir, Kosong, Narasi, Subjudul, Tabel
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import (
    angka,
    baris,
    kolom,
    label_kriteria,
    pecahan,
    persen,
    sel,
    sel_angka,
)
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.masukan_kinerja import ButirRincian, DefinisiIndikator
from lkip.angka import bilangan

URAIAN = (
    ("uraian", "Uraian pencapaian kinerja"),
    ("upaya", "Upaya yang telah dilakukan"),
    ("permasalahan", "Permasalahan yang dihadapi"),
    ("solusi", "Solusi terhadap permasalahan"),
)


def sasaran_strategis(b: Bahan) -> tuple[Blok, ...]:
    """Return the sasaran with their mean capaian in words."""
    renstra = b.masukan.renstra
    if renstra is None:
        return (Kosong(f"Renstra yang berlaku pada tahun {b.tahun} belum diisi."),)
    rerata = {s.kode: s.rerata for s in b.snapshot.hasil.kinerja.sasaran}
    butir = []
    for t in renstra.tujuan:
        for s in t.sasaran:
            banyak = sum(i.sasaran == s.kode and i.jenis == "iku" for i in b.masukan.indikator.indikator)
            nilai = rerata.get(s.kode)
            capaian = (
                "belum dapat dihitung"
                if nilai is None or isinstance(nilai.nilai, TidakDapatDihitung)
                else f"{persen(nilai.nilai)} ({label_kriteria(nilai.kriteria)})"
            )
            butir.append(
                f"{s.uraian.rstrip('.')}: {banyak} indikator kinerja utama, rata-rata capaian {capaian}."
            )
    return (Butir(tuple(butir)),) if butir else (Kosong("Sasaran strategis belum diisi."),)


def analisis_iku(b: Bahan) -> tuple[Blok, ...]:
    """Return for each IKU its measurement, comparison measurements, breakdown and analysis."""
    hasil: list[Blok] = []
    for nomor, d in enumerate(b.indikator("iku"), 1):
        hasil.append(Subjudul(f"IKU {nomor}. {d.nama}"))
        hasil.append(_ukur(b, nomor, d))
        hasil += _rincian(b, nomor, d)
        hasil += _pembanding(b, nomor, d)
        laporan = b.laporan_akhir(d.kode)
        for bidang, judul in URAIAN:
            isi = getattr(laporan, bidang) if laporan else ""
            hasil.append(Subjudul(judul))
            hasil.append(
                Narasi(f"{d.kode}.{bidang}", isi) if terisi(isi) else Kosong(f"{judul} belum diisi.")
            )
    return tuple(hasil) or (Kosong("Indikator kinerja utama belum diisi."),)


def _ukur(b: Bahan, nomor: int, d: DefinisiIndikator) -> Blok:
    hasil = b.hasil[d.kode]
    if not d.komponen or d.cara_ukur == "angka":
        return Alinea(f"Realisasi: {sel_realisasi(b, d).teks}. Target: {sel_target(b, d).teks}.")
    cara = (
        "Realisasi adalah rata-rata persentase komponen."
        if d.cara_ukur == "rerata_komponen"
        else "Realisasi adalah jumlah pembilang dibagi jumlah penyebut."
    )
    lewat = tuple(f"Komponen {urutan} tidak ikut dihitung: {sebab}." for urutan, sebab in hasil.dikecualikan)
    return Tabel(
        f"ukur-iku-{nomor}",
        f"Pengukuran IKU {nomor}: {d.nama}",
        kolom(
            ("No.", 6, "tengah"), ("Keterangan pengukuran", 58, "rumus"), ("Pengukuran", 20), ("Nilai", 16)
        ),
        (
            *(
                baris(
                    f"{k.urutan}.",
                    sel(pecahan(k.pembilang, k.penyebut), "rumus"),
                    sel(f"{_hitungan(h.pembilang)} / {_hitungan(h.penyebut)} × 100%", "angka"),
                    sel_angka(h.persen),
                )
                for k, h in zip(d.komponen, hasil.komponen, strict=True)
            ),
            baris(
                sel("Realisasi indikator", kolom=3, kepala=True), sel_angka(hasil.realisasi), kelas="jumlah"
            ),
        ),
        catatan=(cara, *lewat),
    )


def _hitungan(nilai: Decimal | None) -> str:
    return "kosong" if nilai is None else bilangan(nilai)


def _rincian(b: Bahan, nomor: int, d: DefinisiIndikator) -> tuple[Blok, ...]:
    laporan = b.laporan_akhir(d.kode)
    isi = []
    for k in laporan.komponen if laporan else ():
        kelompok: dict[str, list[ButirRincian]] = {}
        for r in k.rincian:
            kelompok.setdefault(r.kelompok, []).append(r)
        for nama, butir in kelompok.items():
            jumlah = sum(r.jumlah for r in butir)
            beda = "" if jumlah == k.pembilang else f"tidak sama dengan pembilang {_hitungan(k.pembilang)}"
            isi.append(
                baris(
                    f"{k.urutan}.",
                    nama,
                    "; ".join(f"{r.uraian} {bilangan(r.jumlah)}" for r in butir),
                    sel(bilangan(jumlah), "angka"),
                    sel(beda or "sesuai", "alasan" if beda else ""),
                )
            )
    if not isi:
        return ()
    return (
        Tabel(
            f"rincian-iku-{nomor}",
            f"Rincian Pembilang IKU {nomor}",
            kolom(
                ("Komponen", 11, "tengah"),
                ("Dasar rincian", 17),
                ("Rincian", 44),
                ("Jumlah", 10),
                ("Kecocokan", 18),
            ),
            tuple(isi),
        ),
    )


def _pembanding(b: Bahan, nomor: int, d: DefinisiIndikator) -> tuple[Blok, ...]:
    hasil = b.hasil[d.kode]
    if not hasil.pembanding:
        return ()
    kunci = "pembanding" if nomor == 1 else f"pembanding-{nomor}"
    return (
        Tabel(
            kunci,
            f"Pengukuran Pembanding IKU {nomor}",
            kolom(
                ("Komponen", 11, "tengah"),
                ("Pembanding dan alasannya", 45),
                ("Pengukuran", 17),
                ("Nilai komponen (%)", 13),
                ("Nilai IKU bila dipakai (%)", 14),
            ),
            tuple(
                baris(
                    f"{p.komponen}.",
                    f"{p.nama}. {p.alasan}",
                    sel(f"{bilangan(p.pembilang)} / {bilangan(p.penyebut)}", "angka"),
                    sel_angka(p.persen),
                    sel_angka(p.nilai_indikator),
                )
                for p in hasil.pembanding
            ),
            catatan=(
                f"Realisasi yang dipakai dalam laporan ini tetap {angka(hasil.realisasi)}; "
                "pembanding disajikan agar pembaca dapat menilai sendiri.",
            ),
        ),
    )
