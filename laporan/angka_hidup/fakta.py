"""Live figures of Bab I: pegawai, aset, AKIP evaluation of the year before."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django.utils.text import slugify

from laporan.angka_hidup import tulis
from laporan.narasi import AngkaHidup
from laporan.perhitungan.data import Alasan, TidakDapatDihitung, desimal
from laporan.snapshot.hasil import Angka
from laporan.snapshot.struktur import Snapshot
from lkip.angka import bilangan

_KELOMPOK_UTAMA = "pendidikan"
"""The breakdown whose sum is the number of employees; the first one where it is missing."""


def angka_fakta(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return `pegawai.*`, `aset.*` and `akip.*`."""
    aset = snapshot.hasil.aset
    return {
        **_pegawai(snapshot),
        "aset.awal": tulis.uang(aset.nilai_awal, "Nilai aset awal tahun"),
        "aset.mutasi": tulis.uang(aset.mutasi, "Mutasi aset"),
        "aset.akhir": tulis.uang(aset.nilai_akhir, "Nilai aset akhir tahun"),
        **_akip(snapshot),
    }


def _pegawai(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    jumlah = dict(snapshot.hasil.pegawai)
    keterangan = "Jumlah pegawai"
    if not jumlah:
        return {"pegawai.jumlah": tulis.gagal(TidakDapatDihitung(Alasan.TIDAK_ADA_NILAI), keterangan)}
    semua = jumlah.get(_KELOMPOK_UTAMA, next(iter(jumlah.values())))
    angka = {"pegawai.jumlah": tulis.cacah(semua, keterangan)}
    for satu in snapshot.masukan.fakta.pegawai:
        nama = f"pegawai.{slugify(satu.kelompok)}.{slugify(satu.uraian)}"
        angka[nama] = tulis.cacah(satu.jumlah, f"Jumlah pegawai {satu.uraian}")
        angka[f"{nama}.persen"] = tulis.persen(
            _bagian(satu.jumlah, jumlah[satu.kelompok]), f"Persentase pegawai {satu.uraian}"
        )
    return angka


def _bagian(bagian: int, semua: int) -> Angka:
    if semua == 0:
        return TidakDapatDihitung(Alasan.PENYEBUT_NOL)
    return desimal(Fraction(bagian, semua) * 100)


def _akip(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    akip, hasil = snapshot.masukan.fakta.akip, snapshot.hasil.akip
    keterangan = {
        "akip.nilai": "Nilai evaluasi AKIP",
        "akip.predikat": "Predikat evaluasi AKIP",
        "akip.tahun": "Tahun yang dievaluasi AKIP-nya",
        "akip.nomor_surat": "Nomor surat hasil evaluasi AKIP",
        "akip.tanggal_surat": "Tanggal surat hasil evaluasi AKIP",
    }
    if akip is None or hasil is None:
        return {nama: tulis.kosong("evaluasi AKIP belum ada", uraian) for nama, uraian in keterangan.items()}
    if isinstance(hasil.nilai, Decimal):
        nilai = AngkaHidup(bilangan(hasil.nilai, 2), keterangan=keterangan["akip.nilai"])
        predikat = tulis.teks(hasil.predikat, keterangan["akip.predikat"])
    else:
        nilai = tulis.gagal(hasil.nilai, keterangan["akip.nilai"])
        predikat = tulis.gagal(hasil.nilai, keterangan["akip.predikat"])
    return {
        "akip.nilai": nilai,
        "akip.predikat": predikat,
        "akip.tahun": tulis.teks(str(akip.tahun), keterangan["akip.tahun"]),
        "akip.nomor_surat": tulis.teks(akip.nomor_surat, keterangan["akip.nomor_surat"]),
        "akip.tanggal_surat": tulis.hari(akip.tanggal_surat, keterangan["akip.tanggal_surat"]),
    }
