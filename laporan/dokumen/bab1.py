"""Bab I: who the perangkat daerah is and what it works with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Bab, Blok, Butir, Gambar, Kosong, Sel, Subbab, Subjudul, Tabel
from laporan.dokumen.gambar_bab1 import gambar_cascading, gambar_struktur
from laporan.dokumen.tampil import baris, kolom, persen, sel, sel_angka, uang_sen
from laporan.grafik.batang import Batang, DiagramBatang, diagram_batang
from laporan.perhitungan.data import bulat
from lkip.angka import bilangan, tanggal

STATUS_HUKUM = {"berlaku": "Berlaku", "diubah": "Berlaku, telah diubah", "dicabut": "Dicabut"}
KELOMPOK_PEGAWAI = {
    "pendidikan": "Pendidikan",
    "golongan": "Golongan",
    "jabatan": "Jabatan",
    "jenis_kelamin": "Jenis Kelamin",
}
KELOMPOK_ASET = {"tetap": "Aset Tetap", "lainnya": "Aset Lainnya"}


def bab1(b: Bahan) -> Bab:
    """Return Bab I."""
    return Bab(
        judul="Pendahuluan",
        sebutan="BAB I",
        awalan="1",
        anchor="bab-1",
        subbab=(
            Subbab("Latar Belakang", b.narasi("bab1.latar_belakang")),
            Subbab("Dasar Hukum", (*b.narasi("bab1.dasar_hukum"), *_dasar_hukum(b))),
            Subbab(
                "Struktur Organisasi",
                (*b.narasi("bab1.struktur_organisasi"), *gambar_struktur(b)),
                (Subbab("Uraian Tugas", (*b.narasi("bab1.uraian_tugas"), *_uraian_tugas(b))),),
            ),
            Subbab(
                "Sumber Daya Manusia",
                (*b.narasi("bab1.sdm"), *_pegawai(b)),
                (Subbab("Analisis Sumber Daya Manusia", b.narasi("bab1.sdm_analisis")),),
            ),
            Subbab("Aset", (*b.narasi("bab1.aset"), *_aset(b))),
            Subbab("Isu-Isu Strategis", (*b.narasi("bab1.isu_strategis"), *_isu(b))),
            Subbab("Cascading Kinerja", (*b.narasi("bab1.cascading"), *gambar_cascading(b))),
            Subbab(
                "Ringkasan Laporan Hasil Evaluasi Tahun Sebelumnya",
                (*b.narasi("bab1.evaluasi_akip"), *_akip(b)),
            ),
            Subbab("Sistematika Penulisan", b.narasi("bab1.sistematika")),
        ),
    )


def _dasar_hukum(b: Bahan) -> tuple[Blok, ...]:
    butir = b.masukan.fakta.dasar_hukum
    if not butir:
        return (Kosong(f"Daftar dasar hukum tahun {b.tahun} belum diisi.", "fakta.dasar_hukum"),)
    return (
        Tabel(
            "dasar-hukum",
            f"Dasar Hukum Penyusunan LKIP Tahun {b.tahun}",
            kolom(("No.", 6, "tengah"), ("Peraturan", 27), ("Tentang", 38), ("Status", 29)),
            tuple(
                baris(
                    f"{i}.",
                    d.nama,
                    d.tentang,
                    STATUS_HUKUM.get(d.status, d.status) + (f": {d.keterangan}" if d.keterangan else ""),
                )
                for i, d in enumerate(butir, 1)
            ),
        ),
    )


def _uraian_tugas(b: Bahan) -> tuple[Blok, ...]:
    hasil: list[Blok] = []
    for unit in b.masukan.organisasi.unit:
        if not unit.tugas and not unit.fungsi:
            continue
        hasil.append(Subjudul(unit.sebutan_pimpinan or unit.nama))
        if unit.fungsi:
            hasil += [Subjudul("Fungsi"), Butir(unit.fungsi)]
        if unit.fungsi and unit.tugas:
            hasil.append(Subjudul("Tugas"))
        if unit.tugas:
            hasil.append(Butir(unit.tugas, "huruf"))
    return tuple(hasil) or (Kosong("Uraian tugas unit kerja belum diisi.", "fakta.tugas_fungsi"),)


def _pegawai(b: Bahan) -> tuple[Blok, ...]:
    hasil = [
        blok
        for kelompok, jumlah in b.snapshot.hasil.pegawai
        if jumlah
        for blok in _kelompok_pegawai(b, kelompok, jumlah)
    ]
    return tuple(hasil) or (Kosong(f"Data pegawai tahun {b.tahun} belum diisi.", "fakta.pegawai"),)


def _kelompok_pegawai(b: Bahan, nama: str, jumlah: int) -> tuple[Blok, ...]:
    """Return one breakdown of the employees as table and drawing."""
    kelompok = [p for p in b.masukan.fakta.pegawai if p.kelompok == nama]
    sebutan = KELOMPOK_PEGAWAI.get(nama, nama)
    kunci = "pegawai" if nama == "pendidikan" else f"pegawai-{nama}"
    porsi = [persen(bulat(Fraction(p.jumlah * 100, jumlah), 2)) for p in kelompok]
    judul = f"Pegawai {b.identitas.nama} menurut {sebutan}, Desember {b.tahun}"
    return (
        Tabel(
            kunci,
            judul,
            kolom(("No.", 10, "tengah"), (sebutan, 40), ("Jumlah (orang)", 25), ("Porsi", 25)),
            (
                *(
                    baris(f"{i}.", p.uraian, sel(bilangan(p.jumlah), "angka"), sel(bagian, "angka"))
                    for i, (p, bagian) in enumerate(zip(kelompok, porsi, strict=True), 1)
                ),
                baris(
                    sel("Jumlah", kolom=2, kepala=True),
                    sel(bilangan(jumlah), "angka"),
                    sel("100%", "angka"),
                    kelas="jumlah",
                ),
            ),
            sumber=f"Sumber: data kepegawaian {b.identitas.nama}",
        ),
        Gambar(
            kunci,
            judul,
            diagram_batang(
                DiagramBatang(
                    judul,
                    tuple(
                        Batang(p.uraian, Decimal(p.jumlah), f"{p.jumlah} orang ({bagian})")
                        for p, bagian in zip(kelompok, porsi, strict=True)
                    ),
                )
            ),
        ),
    )


def _aset(b: Bahan) -> tuple[Blok, ...]:
    aset, hasil = b.masukan.fakta.aset, b.snapshot.hasil.aset
    if not aset:
        return (Kosong(f"Data aset tahun {b.tahun} belum diisi.", "fakta.aset"),)
    isi = []
    for urutan, (kelompok, awal, mutasi, akhir) in enumerate(hasil.kelompok):
        nama = KELOMPOK_ASET.get(kelompok, kelompok)
        isi.append(baris(sel(nama, kolom=6, kepala=True), kelas="program"))
        milik = [(a, s) for a, s in zip(aset, hasil.selisih, strict=True) if a.kelompok == kelompok]
        for i, (a, selisih) in enumerate(milik, 1):
            isi.append(
                baris(
                    f"{i}.",
                    a.uraian,
                    _sen(a.nilai_awal),
                    _sen(a.mutasi),
                    _sen(a.nilai_akhir),
                    _sen(selisih if selisih else None),
                )
            )
        isi.append(
            baris(
                sel(f"Jumlah {'I' * (urutan + 1)}", kolom=2, kepala=True),
                _sen(awal),
                _sen(mutasi),
                _sen(akhir),
                "",
                kelas="jumlah",
            )
        )
    isi.append(
        baris(
            sel("Jumlah seluruhnya", kolom=2, kepala=True),
            _sen(hasil.nilai_awal),
            _sen(hasil.mutasi),
            _sen(hasil.nilai_akhir),
            "",
            kelas="jumlah",
        )
    )
    return (
        Tabel(
            "aset",
            f"Aset {b.identitas.nama} Tahun {b.tahun} (Rp)",
            kolom(
                ("No.", 6, "tengah"),
                ("Akun neraca", 22),
                ("Nilai awal", 19),
                ("Mutasi (belanja modal)", 17),
                ("Nilai akhir", 19),
                ("Belum dijelaskan", 17),
            ),
            tuple(isi),
            sumber=f"Sumber: data barang milik daerah {b.identitas.nama}",
            catatan=(
                "Kolom “belum dijelaskan” adalah nilai akhir dikurangi nilai awal dan mutasi; "
                "selisih seperti ini lazim berasal dari reklasifikasi yang tidak dicatat sebagai mutasi.",
            ),
        ),
    )


def _sen(nilai: Decimal | None) -> Sel:
    return sel(uang_sen(nilai), "angka")


def _isu(b: Bahan) -> tuple[Blok, ...]:
    isu = b.masukan.renstra.isu_strategis if b.masukan.renstra else ()
    return (Butir(isu),) if isu else (Kosong("Isu strategis belum diisi."),)


def _akip(b: Bahan) -> tuple[Blok, ...]:
    akip, hasil = b.masukan.fakta.akip, b.snapshot.hasil.akip
    if akip is None or hasil is None:
        return (Kosong(f"Hasil evaluasi AKIP tahun {b.tahun - 1} belum diisi.", "fakta.evaluasi_akip"),)
    surat = f" Nomor {akip.nomor_surat}" if akip.nomor_surat else ""
    bertanggal = f" tanggal {tanggal(akip.tanggal_surat)}" if akip.tanggal_surat else ""
    rujukan = f", surat{surat}{bertanggal}" if surat or bertanggal else ""
    return (
        Tabel(
            "akip",
            f"Rincian Hasil Evaluasi AKIP {b.identitas.nama} Tahun {akip.tahun}",
            kolom(("No.", 8, "tengah"), ("Komponen", 52), ("Bobot", 20), ("Nilai", 20)),
            (
                *(
                    baris(
                        f"{i}.",
                        k.nama,
                        sel(bilangan(k.bobot, 2), "angka"),
                        sel("–" if k.nilai is None else bilangan(k.nilai, 2), "angka"),
                    )
                    for i, k in enumerate(akip.komponen, 1)
                ),
                baris(
                    sel("Nilai akuntabilitas kinerja", kolom=3, kepala=True),
                    sel(bilangan(hasil.nilai, 2), "angka")
                    if isinstance(hasil.nilai, Decimal)
                    else sel_angka(hasil.nilai),
                    kelas="jumlah",
                ),
                baris(
                    sel("Kategori", kolom=3, kepala=True), sel(hasil.predikat or "–", "angka"), kelas="jumlah"
                ),
            ),
            sumber=f"Sumber: laporan hasil evaluasi AKIP{rujukan}; "
            "bobot dan kategori menurut PermenPANRB Nomor 88 Tahun 2021",
        ),
    )
