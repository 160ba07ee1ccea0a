"""Live figures of the money: totals, budget documents, program, kegiatan, sub kegiatan, efisiensi."""

from __future__ import annotations

from decimal import Decimal

from laporan.angka_hidup import tulis
from laporan.angka_hidup.fisik import fisik_tanpa_keuangan
from laporan.narasi import AngkaHidup
from laporan.perhitungan.data import Alasan, TidakDapatDihitung
from laporan.snapshot.hasil import HasilEfisiensi, HasilProgram, HasilUang
from laporan.snapshot.masukan_anggaran import ButirKegiatan, ButirProgram, Dokumen
from laporan.snapshot.struktur import Snapshot


def angka_anggaran(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return `anggaran.*`, `program.*`, `kegiatan.*`, `sub.*`, `efisiensi.*` and `fisik.temuan`."""
    hasil = snapshot.hasil.anggaran
    program = snapshot.masukan.anggaran.program
    kegiatan = [k for p in program for k in p.kegiatan]
    pendukung = _uang("anggaran.pendukung", hasil.pendukung, "program pendukung IKU")
    return {
        **_uang("anggaran", hasil.total, "seluruh anggaran"),
        "anggaran.program": tulis.cacah(len(program), "Jumlah program"),
        "anggaran.kegiatan": tulis.cacah(len(kegiatan), "Jumlah kegiatan"),
        "anggaran.sub_kegiatan": tulis.cacah(
            sum(len(k.sub_kegiatan) for k in kegiatan), "Jumlah sub kegiatan"
        ),
        **pendukung,
        **_dokumen(snapshot.masukan.anggaran.dokumen),
        **_efisiensi("efisiensi.total", hasil.efisiensi_total, "seluruh anggaran"),
        **_efisiensi("efisiensi.pendukung", hasil.efisiensi_pendukung, "program pendukung IKU"),
        "fisik.temuan": _temuan_fisik(snapshot),
        **{
            nama: satu
            for butir, milik in zip(program, hasil.program, strict=True)
            for nama, satu in _program(butir, milik).items()
        },
    }


def _uang(awalan: str, uang: HasilUang, milik: str) -> dict[str, AngkaHidup]:
    return {
        f"{awalan}.pagu": tulis.uang(uang.pagu, f"Pagu {milik}", Alasan.PAGU_KOSONG),
        f"{awalan}.realisasi": tulis.uang(
            uang.realisasi, f"Realisasi anggaran {milik}", Alasan.REALISASI_KOSONG
        ),
        f"{awalan}.sisa": tulis.uang(
            uang.sisa,
            f"Sisa anggaran {milik}",
            Alasan.PAGU_KOSONG if uang.pagu is None else Alasan.REALISASI_KOSONG,
        ),
        f"{awalan}.penyerapan": tulis.persen(uang.penyerapan, f"Penyerapan {milik}"),
    }


def _dokumen(dokumen: tuple[Dokumen, ...]) -> dict[str, AngkaHidup]:
    murni = next((d for d in dokumen if d.jenis == "murni"), None)
    hasil = {
        "anggaran.murni": tulis.uang(_total(murni) if murni else None, "Total DPA murni", Alasan.PAGU_KOSONG)
    }
    for nomor, d in enumerate(dokumen, 1):
        awalan = f"anggaran.dokumen.{nomor}"
        hasil[f"{awalan}.total"] = tulis.uang(
            _total(d), f"Total dokumen anggaran ke-{nomor}", Alasan.PAGU_KOSONG
        )
        hasil[f"{awalan}.nomor"] = tulis.teks(d.nomor, f"Nomor dokumen anggaran ke-{nomor}")
        hasil[f"{awalan}.tanggal"] = tulis.hari(d.tanggal, f"Tanggal dokumen anggaran ke-{nomor}")
    return hasil


def _total(dokumen: Dokumen) -> Decimal | None:
    return dokumen.total_pagu if dokumen.total_tercantum is None else dokumen.total_tercantum


def _efisiensi(awalan: str, efisiensi: HasilEfisiensi, milik: str) -> dict[str, AngkaHidup]:
    return {
        awalan: tulis.poin(efisiensi.nilai, f"Efisiensi {milik}"),
        f"{awalan}.label": _label(efisiensi, f"Sebutan efisiensi {milik}"),
    }


def _label(efisiensi: HasilEfisiensi, keterangan: str) -> AngkaHidup:
    if isinstance(efisiensi.nilai, TidakDapatDihitung):
        return tulis.gagal(efisiensi.nilai, keterangan)
    return tulis.teks(efisiensi.label, keterangan)


def _temuan_fisik(snapshot: Snapshot) -> AngkaHidup:
    keterangan = "Jumlah sub kegiatan dengan realisasi fisik tinggi dan penyerapan rendah"
    temuan = fisik_tanpa_keuangan(snapshot)
    if temuan is None:
        return tulis.kosong("kebijakan pengukuran belum ditetapkan", keterangan)
    return tulis.cacah(len(temuan), keterangan)


def _program(butir: ButirProgram, hasil: HasilProgram) -> dict[str, AngkaHidup]:
    awalan, milik = f"program.{butir.kode}", f"program {butir.kode}"
    angka = {
        f"{awalan}.nama": tulis.teks(butir.nama, f"Nama {milik}"),
        **_uang(awalan, hasil.uang, milik),
        f"{awalan}.fisik": tulis.persen(hasil.uang.fisik, f"Realisasi fisik {milik}"),
        f"{awalan}.kegiatan": tulis.cacah(len(butir.kegiatan), f"Jumlah kegiatan {milik}"),
        f"{awalan}.sub_kegiatan": tulis.cacah(
            sum(len(k.sub_kegiatan) for k in butir.kegiatan), f"Jumlah sub kegiatan {milik}"
        ),
        f"{awalan}.capaian": tulis.persen(
            hasil.efisiensi.capaian, f"Capaian indikator yang didukung {milik}"
        ),
        f"{awalan}.efisiensi": tulis.poin(hasil.efisiensi.nilai, f"Efisiensi {milik}"),
        f"{awalan}.label_efisiensi": _label(hasil.efisiensi, f"Sebutan efisiensi {milik}"),
    }
    for kegiatan, hasil_kegiatan in zip(butir.kegiatan, hasil.kegiatan, strict=True):
        kode = f"kegiatan {kegiatan.kode}"
        angka[f"kegiatan.{kegiatan.kode}.nama"] = tulis.teks(kegiatan.nama, f"Nama {kode}")
        angka |= _uang(f"kegiatan.{kegiatan.kode}", hasil_kegiatan.uang, kode)
        uang = {s.kode: s.uang for u in hasil_kegiatan.unit for s in u.sub_kegiatan}
        angka |= _sub_kegiatan(kegiatan, uang)
    return angka


def _sub_kegiatan(kegiatan: ButirKegiatan, uang: dict[str, HasilUang]) -> dict[str, AngkaHidup]:
    angka: dict[str, AngkaHidup] = {}
    for sub in kegiatan.sub_kegiatan:
        milik = f"sub kegiatan {sub.kode}"
        angka[f"sub.{sub.kode}.nama"] = tulis.teks(sub.nama, f"Nama {milik}")
        angka |= _uang(f"sub.{sub.kode}", uang[sub.kode], milik)
        angka[f"sub.{sub.kode}.fisik"] = tulis.persen(uang[sub.kode].fisik, f"Realisasi fisik {milik}")
    return angka
