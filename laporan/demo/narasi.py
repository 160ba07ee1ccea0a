"""The report itself: date and signatory, narrative sections, attachments."""

from __future__ import annotations

import datetime

from laporan.demo.baca import TAHUN, Isi, read_json, read_narasi
from laporan.demo.organisasi import Organisasi
from laporan.demo.tabel import TableSync
from laporan.models import Lampiran, Laporan, Narasi


def load_laporan(tabel: TableSync, organisasi: Organisasi) -> None:
    """Write the report with its texts; it has no pernyataan reviu, because the reference report has none."""
    isi: Isi = read_json("laporan.json")
    laporan, _ = Laporan.objects.update_or_create(
        perangkat_daerah=organisasi.utama,
        tahun=TAHUN,
        defaults={
            "tempat": isi["tempat"],
            "tanggal": datetime.date.fromisoformat(isi["tanggal"]),
            "penandatangan": organisasi.find_pejabat(isi["penandatangan"]),
        },
    )
    tabel.sync(
        Narasi.objects.filter(laporan=laporan),
        ("laporan", "bagian"),
        ({"laporan": laporan, "bagian": bagian, "isi": teks} for bagian, teks in read_narasi().items()),
    )
    tabel.sync(
        Lampiran.objects.filter(laporan=laporan),
        ("laporan", "urutan"),
        (
            {"laporan": laporan, "urutan": urutan, "jenis": satu["jenis"], "judul": satu["judul"], "isi": ""}
            for urutan, satu in enumerate(isi["lampiran"], start=1)
        ),
    )
