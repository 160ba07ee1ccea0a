"""Check: indicators that were promised but not measured."""

from __future__ import annotations

from laporan.perhitungan.data import TidakDapatDihitung
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "realisasi_kosong"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return an error per IKU, and a finding per perjanjian kinerja, without realisasi."""
    nama = {d.kode: d for d in snapshot.masukan.indikator.indikator}
    temuan = [
        Temuan(
            KODE,
            Tingkat.GALAT,
            h.kode,
            f"Realisasi IKU ini tidak dapat dihitung: {h.realisasi}. Lengkapi pengukurannya.",
        )
        for h in snapshot.hasil.kinerja.indikator
        if nama[h.kode].jenis == "iku" and isinstance(h.realisasi, TidakDapatDihitung)
    ]
    for p, hasil in zip(snapshot.masukan.perjanjian.perjanjian, snapshot.hasil.perjanjian, strict=True):
        baris = [b for sasaran in p.sasaran for b in sasaran.indikator]
        kosong = [
            b.nama
            for b, nilai in zip(baris, hasil.realisasi, strict=True)
            if isinstance(nilai, TidakDapatDihitung)
        ]
        if kosong:
            pesan = (
                f"{len(kosong)} dari {len(baris)} indikator perjanjian kinerja {p.nama_unit} belum diukur: "
                f"{'; '.join(kosong)}. Isi realisasinya atau jelaskan mengapa belum diukur."
            )
            temuan.append(Temuan(KODE, Tingkat.PERINGATAN, f"perjanjian {p.unit}", pesan))
    return temuan
