"""Live figures of whose report it is, of which year, under which Renstra."""

from __future__ import annotations

from laporan.angka_hidup import tulis
from laporan.narasi import AngkaHidup
from laporan.snapshot.struktur import Snapshot

_TANPA_RENSTRA = "Renstra yang berlaku belum ada"


def angka_identitas(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    """Return `pd.*`, `tahun*` and `renstra.*`; a year has no thousands separator."""
    i = snapshot.masukan.identitas
    return {
        "pd.nama": tulis.teks(i.nama, "Nama perangkat daerah"),
        "pd.pemda": tulis.teks(i.pemda, "Nama pemerintah daerah"),
        "tahun": tulis.teks(str(i.tahun), "Tahun laporan"),
        "tahun.lalu": tulis.teks(str(i.tahun - 1), "Tahun sebelum tahun laporan"),
        "tahun.depan": tulis.teks(str(i.tahun + 1), "Tahun setelah tahun laporan"),
        **_renstra(snapshot),
    }


def _renstra(snapshot: Snapshot) -> dict[str, AngkaHidup]:
    keterangan = {
        "renstra.nama": "Nama Renstra",
        "renstra.periode": "Periode Renstra",
        "renstra.akhir": "Tahun akhir Renstra",
    }
    r = snapshot.masukan.renstra
    if r is None:
        return {nama: tulis.kosong(_TANPA_RENSTRA, uraian) for nama, uraian in keterangan.items()}
    isi = (r.nama, f"{r.tahun_awal}–{r.tahun_akhir}", str(r.tahun_akhir))
    return {
        nama: tulis.teks(satu, uraian) for (nama, uraian), satu in zip(keterangan.items(), isi, strict=True)
    }
