"""Renstra and its predecessor: visi, misi, tujuan, sasaran, isu strategis."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.models import IsuStrategis, Misi, Renstra, Sasaran, Tujuan
from laporan.demo.baca import TAHUN, GalatDemo, Isi, find, read_json
from laporan.demo.tabel import TableSync
from lkip.models import PerangkatDaerah


@dataclass(frozen=True)
class Rencana:
    """The Renstra by first year, and the sasaran of the one in force by kode."""

    renstra: dict[int, Renstra]
    berlaku: Renstra
    sasaran: dict[str, Sasaran]


def load_renstra(tabel: TableSync, pd: PerangkatDaerah) -> Rencana:
    """Write both Renstra; only the one in force carries texts."""
    isi: Isi = read_json("renstra.json")
    renstra: dict[int, Renstra] = {}
    for satu in read_json("renstra-periode.json"):
        berlaku = satu["tahun_awal"] <= TAHUN <= satu["tahun_akhir"]
        renstra[satu["tahun_awal"]], _ = Renstra.objects.update_or_create(
            perangkat_daerah=pd,
            tahun_awal=satu["tahun_awal"],
            defaults={
                "nama": satu["nama"],
                "tahun_akhir": satu["tahun_akhir"],
                "dokumen_daerah": satu["dokumen_daerah"],
                "visi": isi["visi"] if berlaku else "",
                "sumber_visi": isi["sumber_visi"] if berlaku else "",
                "pendahulu": renstra[satu["pendahulu"]] if "pendahulu" in satu else None,
            },
        )
    dipakai = [r for r in renstra.values() if r.tahun_awal <= TAHUN <= r.tahun_akhir]
    if len(dipakai) != 1:
        raise GalatDemo(f"Harus ada tepat satu Renstra yang berlaku pada tahun {TAHUN}.")
    return Rencana(renstra, dipakai[0], _load_isi(tabel, dipakai[0], isi))


def _load_isi(tabel: TableSync, renstra: Renstra, isi: Isi) -> dict[str, Sasaran]:
    misi = tabel.sync(
        Misi.objects.filter(renstra=renstra),
        ("renstra", "urutan"),
        ({**satu, "renstra": renstra} for satu in isi["misi"]),
    )
    per_urutan = {str(m.urutan): m for m in misi}
    tujuan = tabel.sync(
        Tujuan.objects.filter(renstra=renstra),
        ("renstra", "urutan"),
        (
            {
                "renstra": renstra,
                "urutan": t["urutan"],
                "uraian": t["uraian"],
                "misi": find(per_urutan, str(t["misi"]), "Misi") if t["misi"] else None,
            }
            for t in isi["tujuan"]
        ),
    )
    sasaran = tabel.sync(
        Sasaran.objects.filter(tujuan__renstra=renstra),
        ("tujuan", "kode"),
        (
            {"tujuan": milik, "kode": s["kode"], "urutan": s["urutan"], "uraian": s["uraian"]}
            for milik, t in zip(tujuan, isi["tujuan"], strict=True)
            for s in t["sasaran"]
        ),
    )
    isu: list[str] = read_json("isu_strategis.json")
    tabel.sync(
        IsuStrategis.objects.filter(renstra=renstra),
        ("renstra", "urutan"),
        (
            {"renstra": renstra, "urutan": urutan, "uraian": uraian}
            for urutan, uraian in enumerate(isu, start=1)
        ),
    )
    return {s.kode: s for s in sasaran}
