"""Tables behind a figure: a program with its sub kegiatan, a sub kegiatan with its months, an indikator."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from laporan.dasbor.alamat import Alamat, link
from laporan.dasbor.tabel_anggaran import sel_uang_lengkap
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Sel, Tabel
from laporan.dokumen.tampil import angka, baris, kolom, sel, sel_angka, sel_persen, sel_satuan, sel_uang
from laporan.perhitungan.data import TidakDapatDihitung, pecahan
from laporan.perhitungan.ringkasan import penyerapan
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.batas import Batas
from laporan.snapshot.hasil import HasilProgram, HasilSubKegiatan
from laporan.snapshot.hitung.umum import angka as ke_desimal
from laporan.snapshot.hitung.umum import rupiah
from laporan.snapshot.masukan_anggaran import ButirProgram, ButirSubKegiatan
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from lkip.angka import BULAN, romawi, tanggal


def find_program(p: Potongan, kode: str) -> tuple[ButirProgram, HasilProgram] | None:
    """Return a program with its results."""
    semua = zip(p.masukan.anggaran.program, p.snapshot.hasil.anggaran.program, strict=True)
    return next(((b, h) for b, h in semua if b.kode == kode), None)


def find_sub_kegiatan(
    p: Potongan, kode: str
) -> tuple[ButirProgram, ButirSubKegiatan, HasilSubKegiatan] | None:
    """Return a sub kegiatan with its program and its results."""
    for b, h in zip(p.masukan.anggaran.program, p.snapshot.hasil.anggaran.program, strict=True):
        hasil = {s.kode: s for k in h.kegiatan for u in k.unit for s in u.sub_kegiatan}
        for k in b.kegiatan:
            for s in k.sub_kegiatan:
                if s.kode == kode:
                    return b, s, hasil[kode]
    return None


def tabel_isi_program(program: ButirProgram, hasil: HasilProgram, alamat: Alamat) -> Tabel:
    """Return the kegiatan and sub kegiatan of a program; each sub kegiatan leads to its months."""
    isi: list[Baris] = []
    for k, hk in zip(program.kegiatan, hasil.kegiatan, strict=True):
        nama = {s.kode: s.nama for s in k.sub_kegiatan}
        isi.append(
            baris(
                sel(f"{k.kode} {k.nama}", kolom=2, kepala=True), *sel_uang_lengkap(hk.uang), kelas="kegiatan"
            )
        )
        for unit in hk.unit:
            if unit.unit is not None:
                isi.append(
                    baris(sel(unit.unit, kolom=2, kepala=True), *sel_uang_lengkap(unit.uang), kelas="unit")
                )
            isi += [
                baris(s.kode, link(nama[s.kode], alamat.sub_kegiatan(s.kode)), *sel_uang_lengkap(s.uang))
                for s in unit.sub_kegiatan
            ]
    if isi:
        isi.append(baris(sel("Jumlah", kolom=2, kepala=True), *sel_uang_lengkap(hasil.uang), kelas="jumlah"))
    return Tabel(
        "isi-program",
        "Kegiatan dan sub kegiatan",
        kolom(
            ("Kode", 14),
            ("Kegiatan / sub kegiatan", 30),
            ("Pagu (Rp)", 13, "angka"),
            ("Realisasi (Rp)", 13, "angka"),
            ("Sisa (Rp)", 13, "angka"),
            ("Penyerapan", 9, "angka"),
            ("Fisik", 8, "angka"),
        ),
        tuple(isi),
    )


def tabel_bulan(sub: ButirSubKegiatan, hasil: HasilSubKegiatan, sumber: Mapping[int, str]) -> Tabel:
    """Return the months of a sub kegiatan: spent, spent so far, share of the pagu, fisik, and the origin."""
    isi: list[Baris] = []
    jumlah: Fraction | None = None
    pagu = pecahan(sub.pagu)
    for b in sub.bulan:
        keuangan = pecahan(b.keuangan)
        if keuangan is not None:
            jumlah = keuangan if jumlah is None else jumlah + keuangan
        isi.append(
            baris(
                BULAN[b.bulan - 1],
                sel_uang(b.keuangan, "belum diisi"),
                sel_uang(rupiah(jumlah), "belum diisi"),
                sel_persen(ke_desimal(penyerapan(pagu, jumlah))),
                sel_persen(b.fisik, "belum diisi"),
                sumber.get(b.bulan, "–"),
            )
        )
    if isi:
        isi.append(
            baris(
                sel("Jumlah", kepala=True),
                sel_uang(hasil.uang.realisasi, "belum diisi"),
                sel_uang(hasil.uang.realisasi, "belum diisi"),
                sel_persen(hasil.uang.penyerapan),
                sel_persen(hasil.uang.fisik),
                "",
                kelas="jumlah",
            )
        )
    return Tabel(
        "bulan",
        "Realisasi per bulan",
        kolom(
            ("Bulan", 12),
            ("Realisasi (Rp)", 16, "angka"),
            ("Sampai bulan ini (Rp)", 16, "angka"),
            ("Penyerapan", 12, "angka"),
            ("Fisik sampai bulan ini", 12, "angka"),
            ("Sumber", 32),
        ),
        tuple(isi),
        catatan=("Fisik adalah kemajuan sampai akhir bulan, sehingga tidak dijumlahkan.",),
    )


def tabel_laporan(
    p: Potongan, d: DefinisiIndikator, tautan: Mapping[int, str], isian: Mapping[int, str]
) -> Tabel:
    """Return an indikator triwulan by triwulan: target, realisasi, capaian, and how it was reported."""
    pelaporan = {satu.triwulan: satu for satu in p.pelaporan if satu.indikator == d.kode}
    rencana = {t.triwulan: t.target for t in p.masukan.realisasi.rencana_aksi if t.indikator == d.kode}
    isi = []
    for t in range(1, p.batas.triwulan + 1):
        hasil = Bahan(p.at(Batas.of_triwulan(t)).snapshot).hasil[d.kode]
        nilai = dict(hasil.realisasi_triwulan).get(t)
        satu = pelaporan.get(t)
        isi.append(
            baris(
                link(romawi(t), isian.get(t, "")),
                sel_satuan(rencana.get(t), d.satuan),
                sel_satuan(nilai, d.satuan, "belum diukur"),
                sel_angka(hasil.capaian.nilai),
                satu.status.capitalize() if satu else "Belum dilaporkan",
                tanggal(satu.diajukan if satu else None),
                tanggal(p.tenggat.get(t)),
                ("Ada" if satu.ada_bukti else "Tidak ada") if satu else "–",
                tautan.get(t, "–"),
            )
        )
    return Tabel(
        "laporan",
        "Realisasi per triwulan",
        kolom(
            ("Triwulan", 8, "tengah"),
            ("Target rencana aksi", 13, "angka"),
            ("Realisasi", 13, "angka"),
            ("Capaian s.d. triwulan (%)", 12, "angka"),
            ("Status", 12),
            ("Diajukan", 13),
            ("Tenggat", 13),
            ("Bukti dukung", 8),
            ("Riwayat", 8),
        ),
        tuple(isi),
        catatan=("Capaian dihitung terhadap target setahun.",),
    )


def tabel_komponen(p: Potongan, d: DefinisiIndikator) -> Tabel:
    """Return the komponen of an indikator as counted in the report that its realisasi comes from."""
    hasil = {k.urutan: k for k in Bahan(p.snapshot).hasil[d.kode].komponen}
    return Tabel(
        "komponen",
        "Komponen yang dihitung",
        kolom(
            ("No.", 6, "tengah"),
            ("Pembilang dan penyebut", 40),
            ("Pembilang", 13, "angka"),
            ("Penyebut", 13, "angka"),
            ("Hasil", 14, "angka"),
            ("Unit penghitung", 14),
        ),
        tuple(
            baris(
                f"{k.urutan}.",
                f"{k.pembilang} / {k.penyebut}",
                _kosong(hasil[k.urutan].pembilang),
                _kosong(hasil[k.urutan].penyebut),
                sel_persen(hasil[k.urutan].persen),
                k.unit or "–",
            )
            for k in d.komponen
        ),
        catatan=_catatan(p, d),
    )


def _kosong(nilai: object) -> Sel:
    return sel("belum diisi", "alasan") if nilai is None else sel(angka(nilai), "angka")  # type: ignore[arg-type]


def _catatan(p: Potongan, d: DefinisiIndikator) -> tuple[str, ...]:
    hasil = Bahan(p.snapshot).hasil[d.kode]
    realisasi = hasil.realisasi
    if isinstance(realisasi, TidakDapatDihitung) or not d.komponen:
        return ()
    cara = {
        "rerata_komponen": "rata-rata persentase komponen",
        "rasio_jumlah": "jumlah pembilang dibagi jumlah penyebut",
    }.get(d.cara_ukur, "angka yang dilaporkan")
    lewat = (
        f"; {len(hasil.dikecualikan)} komponen tidak ikut karena tidak dapat dihitung"
        if hasil.dikecualikan
        else ""
    )
    return (f"Realisasi adalah {cara}{lewat}.",)
