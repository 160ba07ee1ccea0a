"""Live figures of performance: each IKU, each RPD indicator, and the means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from laporan.angka_hidup import tulis
from laporan.narasi import AngkaHidup
from laporan.perhitungan.data import Alasan, Arah, TidakDapatDihitung
from laporan.snapshot.hasil import Angka, HasilIndikator, HasilKriteria
from laporan.snapshot.masukan_kinerja import DefinisiIndikator, TargetTahun
from laporan.snapshot.struktur import Snapshot

_TAHUN_RIWAYAT = 5
_SEBUTAN_STATUS = ("di bawah target", "mencapai target", "melampaui target")


def angka_kinerja(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return `iku.*` and `rpd.*`; an indikator is numbered by its place in printed order."""
    kinerja = snapshot.hasil.kinerja
    iku = [d for d in snapshot.masukan.indikator.indikator if d.jenis == "iku"]
    rpd = [d for d in snapshot.masukan.indikator.indikator if d.jenis == "daerah"]
    hasil = {h.kode: h for h in kinerja.indikator}
    tahun = snapshot.masukan.identitas.tahun
    angka = {
        "iku.jumlah": tulis.cacah(len(iku), "Jumlah IKU"),
        "iku.rerata.capaian": tulis.persen(kinerja.rerata_iku.nilai, "Rata-rata capaian IKU"),
        "iku.rerata.kriteria": _kriteria(kinerja.rerata_iku.kriteria, "Kriteria rata-rata capaian IKU"),
        "iku.rerata.rasio": tulis.persen(
            kinerja.rerata_iku_rasio.nilai, "Rata-rata rasio realisasi terhadap target IKU"
        ),
        "iku.rerata.tahun_lalu": tulis.persen(
            kinerja.rerata_realisasi_tahun_lalu, f"Rata-rata realisasi IKU tahun {tahun - 1}"
        ),
    }
    angka |= _tercapai(iku, hasil)
    for nomor, d in enumerate(iku, 1):
        angka |= _indikator(f"iku.{nomor}", f"IKU {nomor}", d, hasil[d.kode], tahun)
        angka |= _rincian(f"iku.{nomor}", f"IKU {nomor}", d, hasil[d.kode], snapshot)
    for nomor, d in enumerate(rpd, 1):
        angka |= _indikator(f"rpd.{nomor}", f"indikator daerah {nomor}", d, hasil[d.kode], tahun)
    return angka


def _indikator(
    awalan: str, milik: str, d: DefinisiIndikator, hasil: HasilIndikator, tahun: int
) -> dict[str, AngkaHidup]:
    return {
        f"{awalan}.nama": tulis.teks(d.nama, f"Nama {milik}"),
        f"{awalan}.target": _target(d, tahun, f"Target {milik} tahun {tahun}"),
        f"{awalan}.realisasi": _ukuran(d, hasil.realisasi, f"Realisasi {milik}"),
        f"{awalan}.capaian": tulis.persen(hasil.capaian.nilai, f"Capaian {milik} menurut kebijakan"),
        f"{awalan}.rasio": tulis.persen(
            hasil.capaian_rasio.nilai, f"Rasio realisasi terhadap target {milik}, tanpa batas"
        ),
        f"{awalan}.kriteria": _kriteria(hasil.capaian.kriteria, f"Kriteria {milik}"),
        f"{awalan}.status": _status(hasil.capaian_rasio.tanpa_batas, f"Status {milik} terhadap target"),
    }


def _status(rasio: Angka, keterangan: str) -> AngkaHidup:
    """Return in words where a realisasi stands against its target, from their ratio in percent."""
    if isinstance(rasio, TidakDapatDihitung):
        return tulis.gagal(rasio, keterangan)
    return tulis.teks(_SEBUTAN_STATUS[(rasio >= 100) + (rasio > 100)], keterangan)


def _tercapai(iku: Sequence[DefinisiIndikator], hasil: Mapping[str, HasilIndikator]) -> dict[str, AngkaHidup]:
    """Return how many IKU reached their target and how many measured ones did not."""
    rasio = [hasil[d.kode].capaian_rasio.tanpa_batas for d in iku]
    terukur = [satu for satu in rasio if isinstance(satu, Decimal)]
    sampai = sum(satu >= 100 for satu in terukur)
    return {
        "iku.tercapai": tulis.cacah(sampai, "Jumlah IKU yang mencapai atau melampaui target"),
        "iku.belum_tercapai": tulis.cacah(len(terukur) - sampai, "Jumlah IKU di bawah target"),
    }


def _rincian(
    awalan: str, milik: str, d: DefinisiIndikator, hasil: HasilIndikator, snapshot: Snapshot
) -> dict[str, AngkaHidup]:
    angka: dict[str, AngkaHidup] = {}
    for k in hasil.komponen:
        nama, uraian = f"{awalan}.komponen.{k.urutan}", f"komponen {k.urutan} {milik}"
        angka[f"{nama}.pembilang"] = tulis.jumlah(k.pembilang, f"Pembilang {uraian}", Alasan.PEMBILANG_KOSONG)
        angka[f"{nama}.penyebut"] = tulis.jumlah(k.penyebut, f"Penyebut {uraian}", Alasan.PENYEBUT_KOSONG)
        angka[f"{nama}.persen"] = tulis.persen(k.persen, f"Persentase {uraian}")
    for nomor, p in enumerate(hasil.pembanding, 1):
        nama, uraian = f"{awalan}.pembanding.{nomor}", f"pengukuran pembanding {nomor} {milik}"
        angka[f"{nama}.nama"] = tulis.teks(p.nama, f"Nama {uraian}")
        angka[f"{nama}.pembilang"] = tulis.jumlah(p.pembilang, f"Pembilang {uraian}", Alasan.PEMBILANG_KOSONG)
        angka[f"{nama}.penyebut"] = tulis.jumlah(p.penyebut, f"Penyebut {uraian}", Alasan.PENYEBUT_KOSONG)
        angka[f"{nama}.persen"] = tulis.persen(p.persen, f"Persentase {uraian}")
        angka[f"{nama}.indikator"] = tulis.persen(
            p.nilai_indikator, f"Realisasi {milik} bila memakai {uraian}"
        )
    pendahulu = f"Nama indikator pendahulu {milik}"
    angka[f"{awalan}.pendahulu"] = (
        tulis.kosong("indikator ini tidak berpendahulu", pendahulu)
        if d.pendahulu is None
        else tulis.teks(d.pendahulu.nama, pendahulu)
    )
    return angka | _riwayat(awalan, milik, d, snapshot)


def _riwayat(awalan: str, milik: str, d: DefinisiIndikator, snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return the last five years and every older one on record; the indikator's own figure goes first."""
    tahun_ini = snapshot.masukan.identitas.tahun
    nilai: dict[int, Decimal | None] = dict.fromkeys(range(tahun_ini - _TAHUN_RIWAYAT, tahun_ini))
    for dari_pendahulu in (True, False):
        for r in snapshot.masukan.riwayat.tahun:
            if r.indikator == d.kode and r.pendahulu == dari_pendahulu and r.nilai is not None:
                nilai[r.tahun] = r.nilai
    belum = TidakDapatDihitung(Alasan.REALISASI_KOSONG)
    return {
        f"{awalan}.riwayat.{tahun}": _ukuran(
            d, belum if satu is None else satu, f"Realisasi {milik} tahun {tahun}"
        )
        for tahun, satu in sorted(nilai.items())
    }


def _kriteria(kriteria: HasilKriteria | TidakDapatDihitung, keterangan: str) -> AngkaHidup:
    if isinstance(kriteria, TidakDapatDihitung):
        return tulis.gagal(kriteria, keterangan)
    return tulis.teks(kriteria.label, keterangan)


def _target(d: DefinisiIndikator, tahun: int, keterangan: str) -> AngkaHidup:
    satu = next((t for t in d.target if t.tahun == tahun), TargetTahun(tahun, None, "", None, None))
    if d.arah == Arah.PREDIKAT and satu.predikat:
        return tulis.teks(satu.predikat, keterangan)
    if d.arah == Arah.RENTANG and satu.bawah is not None and satu.atas is not None:
        rentang = f"{tulis.tulis_target(satu.bawah)}–{tulis.tulis_target(satu.atas)}"
        return tulis.teks(tulis.bersatuan(rentang, d.satuan), keterangan)
    return tulis.target(satu.nilai, d.satuan, keterangan)


def _ukuran(d: DefinisiIndikator, nilai: Angka, keterangan: str) -> AngkaHidup:
    if d.arah == Arah.PREDIKAT and isinstance(nilai, Decimal):
        predikat = {Decimal(urutan): nama for nama, urutan in d.skala_predikat}.get(nilai)
        if predikat is not None:
            return tulis.teks(predikat, keterangan)
    return tulis.ukuran(nilai, d.satuan, keterangan)
