"""Tables of the indikator: capaian at the cut-off, over the years, and from triwulan to triwulan."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from laporan.dasbor.alamat import Alamat, link
from laporan.dasbor.keadaan import Keadaan, badge, states_of, worst
from laporan.dokumen.bab3.perbandingan import riwayat
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Sel, Tabel
from laporan.dokumen.nilai import sel_realisasi, sel_target
from laporan.dokumen.tampil import baris, kolom, sel, sel_angka, sel_persen, sel_satuan
from laporan.perhitungan.data import TidakDapatDihitung
from laporan.snapshot.bagian import Potongan
from laporan.snapshot.batas import Batas
from laporan.snapshot.hasil import Angka, HasilRerata
from laporan.snapshot.hitung.jalur import HasilJalur, hitung_jalur
from laporan.snapshot.masukan_kinerja import DefinisiIndikator
from lkip.angka import poin, romawi


def judul_batas(batas: Batas) -> str:
    """Return up to which triwulan performance is known at the cut-off."""
    return f"s.d. triwulan {romawi(batas.triwulan)}" if batas.triwulan else "belum ada triwulan yang berakhir"


def tabel_iku(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return each IKU with target, realisasi, capaian, kriteria and how complete it is; below, the mean."""
    b, keadaan = Bahan(p.snapshot), states_of(p.snapshot, p.batas)
    isi = [
        baris(
            f"{i}.",
            _nama(d, alamat),
            sel_target(b, d),
            sel_realisasi(b, d),
            sel_angka(b.hasil[d.kode].capaian.nilai),
            sel(badge(b.hasil[d.kode].capaian.kriteria, keadaan[d.kode]), "tengah"),
            sel_keadaan(keadaan[d.kode]),
        )
        for i, d in enumerate(b.indikator("iku"), 1)
    ]
    rerata = p.snapshot.hasil.kinerja.rerata_iku
    if isi:
        isi.append(
            baris(
                sel("Rata-rata capaian", kolom=4, kepala=True),
                sel_angka(rerata.nilai),
                sel(badge(rerata.kriteria, state_of_iku(p, keadaan)), "tengah"),
                sel(f"{rerata.banyak - rerata.dikecualikan} dari {rerata.banyak} terhitung"),
                kelas="jumlah",
            )
        )
    return Tabel(
        "iku",
        f"Capaian IKU Tahun {p.tahun} {judul_batas(p.batas)}",
        kolom(
            ("No.", 5, "tengah"),
            ("Indikator kinerja utama", 34),
            ("Target", 10, "angka"),
            ("Realisasi", 11, "angka"),
            ("Capaian (%)", 11, "angka"),
            ("Kriteria", 14),
            ("Kelengkapan", 15),
        ),
        tuple(isi),
        catatan=("Capaian dihitung terhadap target setahun, sama dengan LKIP.",),
    )


def state_of_iku(p: Potongan, keadaan: Mapping[str, Keadaan]) -> Keadaan:
    """Return the state of the mean: that of its worst IKU."""
    from_iku = [keadaan[d.kode] for d in p.masukan.indikator.indikator if d.jenis == "iku"]
    return worst(from_iku)


def tabel_jalur(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return each IKU against its path at the cut-off, and on the way to the end of the Renstra."""
    b, jalur = Bahan(p.snapshot), hitung_jalur(p.masukan, p.batas, p.terukur)
    renstra = p.masukan.renstra
    akhir = renstra.tahun_akhir if renstra else p.tahun
    return Tabel(
        "jalur",
        f"IKU terhadap Jalur Triwulan dan Target Akhir Renstra {akhir}",
        kolom(
            ("No.", 5, "tengah"),
            ("Indikator kinerja utama", 30),
            ("Realisasi", 11, "angka"),
            ("Target triwulan", 12, "angka"),
            ("Sumber target", 12),
            ("Terhadap jalur (%)", 10, "angka"),
            (f"Target {akhir}", 10, "angka"),
            ("Tingkat kemajuan (%)", 10, "angka"),
        ),
        tuple(
            baris(
                f"{i}.",
                _nama(d, alamat),
                sel_realisasi(b, d),
                *_sel_jalur(d, jalur.get(d.kode)),
                sel_target(b, d, akhir) if d.kondisi_akhir is None else sel_satuan(d.kondisi_akhir, d.satuan),
                _sel_atau_strip(b.hasil[d.kode].terhadap_akhir),
            )
            for i, d in enumerate(b.indikator("iku"), 1)
        ),
    )


def _sel_jalur(d: DefinisiIndikator, jalur: HasilJalur | None) -> tuple[Sel, ...]:
    if jalur is None:
        return (sel("–", "angka"), sel("–"), sel("–", "angka"))
    return (sel_satuan(jalur.target, d.satuan), sel(jalur.sumber), _sel_atau_strip(jalur.capaian))


def tabel_tahun(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return the five years before beside this one, and the change since last year."""
    b = Bahan(p.snapshot)
    tahun = range(p.tahun - 5, p.tahun)
    isi: list[Baris] = []
    for i, d in enumerate(b.indikator("iku"), 1):
        lalu, kini = riwayat(b, d.kode, p.tahun - 1), b.hasil[d.kode].realisasi
        sebanding = d.pendahulu is None or d.pendahulu.sebanding
        isi.append(
            baris(
                f"{i}.",
                _nama(d, alamat),
                *(sel_angka(riwayat(b, d.kode, t), "tidak ada data") for t in tahun),
                sel_realisasi(b, d),
                _sel_selisih(lalu, kini) if sebanding else sel("tidak sebanding", "alasan"),
            )
        )
    hasil = p.snapshot.hasil.kinerja
    if isi:
        isi.append(
            baris(
                sel("Rata-rata realisasi", kolom=6, kepala=True),
                sel_persen(hasil.rerata_realisasi_tahun_lalu),
                sel_persen(hasil.rerata_realisasi),
                "",
                kelas="jumlah",
            )
        )
    return Tabel(
        "tahun",
        f"Realisasi IKU Tahun {p.tahun - 5} sampai {p.tahun}",
        kolom(
            ("No.", 5, "tengah"),
            ("Indikator kinerja utama", 27),
            *((str(t), 8, "angka") for t in tahun),
            (f"{p.tahun} {judul_batas(p.batas)}", 14, "angka"),
            (f"Selisih dari {p.tahun - 1}", 14, "angka"),
        ),
        tuple(isi),
        catatan=tuple(
            f"Deret “{d.nama}” terputus pada tahun {p.tahun}: angka sebelumnya milik indikator lain."
            for d in b.indikator("iku")
            if d.pendahulu and not d.pendahulu.sebanding
        ),
    )


def tabel_triwulan(p: Potongan, alamat: Alamat | None) -> Tabel:
    """Return the capaian of each IKU, and their mean, at the end of every triwulan up to the cut-off."""
    potret = {t: Bahan(p.at(Batas.of_triwulan(t)).snapshot) for t in range(1, p.batas.triwulan + 1)}
    isi = [
        baris(
            f"{i}.",
            _nama(d, alamat),
            *(
                sel_angka(potret[t].hasil[d.kode].capaian.nilai) if t in potret else sel("–", "angka")
                for t in range(1, 5)
            ),
        )
        for i, d in enumerate(Bahan(p.snapshot).indikator("iku"), 1)
    ]
    if isi:
        rerata: dict[int, HasilRerata] = {t: b.snapshot.hasil.kinerja.rerata_iku for t, b in potret.items()}
        isi.append(
            baris(
                sel("Rata-rata capaian", kolom=2, kepala=True),
                *(sel_angka(rerata[t].nilai) if t in rerata else sel("–", "angka") for t in range(1, 5)),
                kelas="jumlah",
            )
        )
    return Tabel(
        "triwulan",
        f"Capaian IKU per Triwulan Tahun {p.tahun} (%)",
        kolom(
            ("No.", 5, "tengah"),
            ("Indikator kinerja utama", 43),
            *((f"s.d. triwulan {romawi(t)}", 13, "angka") for t in range(1, 5)),
        ),
        tuple(isi),
        catatan=("Setiap kolom membandingkan realisasi sampai akhir triwulan dengan target setahun.",),
    )


def sel_keadaan(keadaan: Keadaan) -> Sel:
    """Return a cell that says how complete a figure is."""
    return sel(str(keadaan), "" if keadaan.lengkap else "alasan")


def _nama(d: DefinisiIndikator, alamat: Alamat | None) -> str:
    return link(d.nama, alamat.indikator(d.kode) if alamat else "")


def _sel_atau_strip(nilai: Angka) -> Sel:
    return sel("–", "angka") if isinstance(nilai, TidakDapatDihitung) else sel_angka(nilai)


def _sel_selisih(lalu: Decimal | None, kini: Angka) -> Sel:
    if lalu is None or isinstance(kini, TidakDapatDihitung):
        return sel("–", "angka")
    return sel(poin(kini - lalu), "angka")
