"""Check: the policy takes the realisasi itself as capaian, and realisasi against target says otherwise."""

from __future__ import annotations

from laporan.angka_hidup.tulis import tulis_angka
from laporan.perhitungan.data import DasarCapaian, TidakDapatDihitung
from laporan.reviu.temuan import Temuan, Tingkat
from laporan.snapshot.struktur import Snapshot

KODE = "dasar_capaian"


def periksa(snapshot: Snapshot) -> list[Temuan]:
    """Return one finding per IKU whose capaian depends on the basis, with both figures."""
    iku = {d.kode for d in snapshot.masukan.indikator.indikator if d.jenis == "iku"}
    temuan = []
    for hasil in snapshot.hasil.kinerja.indikator:
        nilai, rasio = hasil.capaian.tanpa_batas, hasil.capaian_rasio.tanpa_batas
        if hasil.kode not in iku or hasil.capaian.dasar != DasarCapaian.REALISASI or nilai == rasio:
            continue
        if isinstance(nilai, TidakDapatDihitung) or isinstance(rasio, TidakDapatDihitung):
            continue
        pesan = (
            f"Capaian {tulis_angka(nilai)}% adalah realisasinya sendiri (dasar capaian “realisasi”); menurut "
            f"rasio realisasi terhadap target capaiannya {tulis_angka(rasio)}%. Sebutkan dasar yang dipakai "
            "dan cetak kedua angka itu."
        )
        temuan.append(Temuan(KODE, Tingkat.PERINGATAN, hasil.kode, pesan))
    return temuan
