"""Indikator of both Renstra: IKU, RPD indicators, unit indicators; komponen, targets, older years."""

from __future__ import annotations

from collections import Counter

from kinerja.models import Indikator, Komponen, RiwayatRealisasi, TargetTahunan
from laporan.demo.baca import Isi, desimal, find, read_csv, read_json
from laporan.demo.organisasi import Organisasi
from laporan.demo.renstra import Rencana
from laporan.demo.tabel import TableSync
from laporan.perhitungan.data import CaraUkur

KUNCI = ("renstra", "kode")


def load_indikator(tabel: TableSync, organisasi: Organisasi, rencana: Rencana) -> dict[str, Indikator]:
    """Write every indikator; return those of the Renstra in force by kode."""
    semua = _read()
    urutan: Counter[tuple[int, str]] = Counter()
    baris = []
    for isi in semua:
        urutan[isi["renstra"], isi["jenis"]] += 1
        baris.append(_baris(isi, urutan[isi["renstra"], isi["jenis"]], rencana))
    lingkup = Indikator.objects.filter(renstra__in=rencana.renstra.values()).select_related(
        "renstra__pendahulu"
    )
    objek = tabel.sync(lingkup, KUNCI, baris)
    per_kode = {(i.renstra.tahun_awal, i.kode): i for i in objek}
    tabel.sync(
        lingkup,
        KUNCI,
        (_hubungan(isi, i, per_kode, rencana) for isi, i in zip(semua, objek, strict=True)),
    )
    for isi, indikator in zip(semua, objek, strict=True):
        indikator.penanggung_jawab.set(organisasi.find_unit(kode) for kode in _unit(isi))
    pasangan = list(zip(semua, objek, strict=True))
    _load_target(tabel, rencana, pasangan)
    _load_komponen(tabel, organisasi, rencana, pasangan)
    _load_riwayat(tabel, rencana, {i.kode: i for i in objek if i.renstra_id != rencana.berlaku.pk})
    return {i.kode: i for i in objek if i.renstra_id == rencana.berlaku.pk}


def kode_iku(tahun_awal: int) -> list[str]:
    """Return the kode of the IKU of one Renstra, straight from the fixture."""
    return [i["kode"] for i in _read() if i["jenis"] == "iku" and i["renstra"] == tahun_awal]


def _read() -> list[Isi]:
    semua: list[Isi] = read_json("indikator.json")
    return semua


def _unit(isi: Isi) -> list[str]:
    return [isi["unit"]] if "unit" in isi else list(isi.get("penanggung_jawab", []))


def _komponen(isi: Isi) -> list[Isi]:
    """Return the komponen; a unit indicator has one, made of its own formula."""
    if "unit" in isi and "mengikuti" not in isi:
        return [
            {
                "pembilang": isi["pembilang"],
                "penyebut": isi["penyebut"],
                "satuan": isi.get("satuan_komponen", ""),
                "unit_kerja": isi["unit"],
            }
        ]
    return list(isi.get("komponen", []))


def _baris(isi: Isi, urutan: int, rencana: Rencana) -> Isi:
    return {
        "renstra": rencana.renstra[isi["renstra"]],
        "kode": isi["kode"],
        "jenis": isi["jenis"],
        "urutan": urutan,
        "nama": isi["nama"],
        "sasaran": find(rencana.sasaran, isi["sasaran"], "Sasaran") if "sasaran" in isi else None,
        "pembilang": isi.get("pembilang", ""),
        "penyebut": isi.get("penyebut", ""),
        "sumber_data": isi.get("sumber_data", ""),
        "cara_ukur": (CaraUkur.RERATA_KOMPONEN if _komponen(isi) else CaraUkur.ANGKA).value,
        "kondisi_awal": desimal(isi.get("kondisi_awal")),
        "kondisi_akhir": desimal(isi.get("kondisi_akhir")),
        "sebanding_pendahulu": isi.get("sebanding_pendahulu", True),
        "catatan_pendahulu": isi.get("catatan_pendahulu", ""),
    }


def _hubungan(
    isi: Isi, indikator: Indikator, per_kode: dict[tuple[int, str], Indikator], rencana: Rencana
) -> Isi:
    """Return the links to other indikator, written once all of them exist."""
    sebelum = indikator.renstra.pendahulu
    return {
        "renstra": indikator.renstra,
        "kode": indikator.kode,
        "mengikuti": per_kode[isi["renstra"], isi["mengikuti"]] if "mengikuti" in isi else None,
        "mengikuti_komponen": isi.get("mengikuti_komponen"),
        "pendahulu": per_kode[sebelum.tahun_awal, isi["pendahulu"]]
        if sebelum and "pendahulu" in isi
        else None,
    }


def _load_target(tabel: TableSync, rencana: Rencana, pasangan: list[tuple[Isi, Indikator]]) -> None:
    tabel.sync(
        TargetTahunan.objects.filter(indikator__renstra__in=rencana.renstra.values()),
        ("indikator", "tahun"),
        (
            {"indikator": indikator, "tahun": int(tahun), "nilai": desimal(nilai)}
            for isi, indikator in pasangan
            for tahun, nilai in isi.get("target", {}).items()
        ),
    )


def _load_komponen(
    tabel: TableSync,
    organisasi: Organisasi,
    rencana: Rencana,
    pasangan: list[tuple[Isi, Indikator]],
) -> None:
    tabel.sync(
        Komponen.objects.filter(indikator__renstra__in=rencana.renstra.values()),
        ("indikator", "urutan"),
        (
            {
                "indikator": indikator,
                "urutan": urutan,
                "pembilang": k["pembilang"],
                "penyebut": k["penyebut"],
                "satuan": k["satuan"],
                "unit_kerja": organisasi.find_unit(k["unit_kerja"]),
            }
            for isi, indikator in pasangan
            for urutan, k in enumerate(_komponen(isi), start=1)
        ),
    )


def _load_riwayat(tabel: TableSync, rencana: Rencana, terdahulu: dict[str, Indikator]) -> None:
    tabel.sync(
        RiwayatRealisasi.objects.filter(indikator__renstra__in=rencana.renstra.values()),
        ("indikator", "tahun"),
        (
            {
                "indikator": find(terdahulu, b["indikator"], "Indikator pendahulu"),
                "tahun": int(b["tahun"]),
                "nilai": desimal(b["nilai"]),
                "sumber": b["sumber"],
            }
            for b in read_csv("riwayat.csv")
        ),
    )
