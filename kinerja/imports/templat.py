"""The templates of targets and of realisasi kinerja, filled with what is stored."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.alur_realisasi import ALUR, ISI
from kinerja.imports.columns import NILAI, TRIWULAN, UKURAN
from kinerja.imports.daftar import Daftar, load_daftar
from kinerja.imports.rencana_realisasi import Tersimpan, load_tersimpan
from kinerja.imports.target import SAMPAI, load_targets
from kinerja.imports.target import Isi as IsiTarget
from kinerja.models import Indikator, Komponen
from kinerja.ukuran import cara_of
from laporan.perhitungan.data import Arah
from lkip.angka import romawi
from lkip.impor.templat import guide, guide_rows
from lkip.kunci import locked_quarters
from lkip.models import PerangkatDaerah
from lkip.pelaku import Pelaku
from lkip.workbook.lembar import Nilai
from lkip.workbook.tulis import Format, Isi, Kolom, LembarTulis, write_buku

_AWAL = (
    Kolom("Kode Indikator", 16),
    Kolom("Indikator", 60),
    Kolom("Satuan", 10),
    Kolom("Arah", 10),
)


def target_template(perangkat_daerah: PerangkatDaerah, tahun: int) -> bytes:
    """Return the template of yearly targets of the Renstra in force in that year."""
    daftar = load_daftar(perangkat_daerah, tahun)
    tersimpan = load_targets(daftar)
    awal = {*range(daftar.renstra.tahun_awal, daftar.renstra.tahun_akhir + 1)} if daftar.renstra else {tahun}
    semua = sorted(awal | {t for _, t in tersimpan})
    petunjuk = (
        f"Target tahunan {daftar.renstra or tahun} – {perangkat_daerah}.",
        f"Indikator berarah rentang: tulis kedua batasnya, misalnya 80 {SAMPAI} 90. "
        "Indikator berpredikat: pilih dari daftar.",
    )
    baris: list[list[Isi]] = []
    for satu in daftar.semua:
        milik = [IsiTarget.of(tersimpan.get((satu.pk, t))).tertulis for t in semua]
        baris.append([satu.kode, satu.nama, satu.satuan, satu.arah, *milik])
    lanjutan, daftar_predikat = _scales(daftar, len(petunjuk))
    lembar = LembarTulis(
        "Target",
        [*_AWAL, *(Kolom(f"Target {t}", 16, Format.ANGKA, isian=True) for t in semua)],
        baris,
        terlindung=True,
        beku=2,
        pilihan={
            (nomor, len(_AWAL) + letak): daftar_predikat[satu.skala_predikat_id]
            for nomor, satu in enumerate(daftar.semua)
            if satu.arah == Arah.PREDIKAT and satu.skala_predikat_id in daftar_predikat
            for letak in range(len(semua))
        },
    )
    return write_buku([lembar, guide(petunjuk, lanjutan)])


def realisasi_template(oleh: Pelaku, perangkat_daerah: PerangkatDaerah, tahun: int) -> bytes:
    """Return the template of the realisasi of a year: the figures that are the person's to fill."""
    daftar = load_daftar(perangkat_daerah, tahun)
    simpanan = load_tersimpan(daftar, tahun, oleh)
    terkunci = locked_quarters(perangkat_daerah.pk, tahun)
    petunjuk = (
        f"Realisasi kinerja {tahun} – {perangkat_daerah}.",
        "Angkanya keadaan sampai akhir triwulan (kumulatif). Indikator yang dihitung dari komponen diisi "
        "pembilang dan penyebutnya; yang lain diisi nilainya, atau predikatnya dari daftar.",
        "Sel yang tidak kuning tidak diisi: bukan ukurannya, triwulannya terkunci, atau sudah diajukan.",
    )
    lanjutan, daftar_predikat = _scales(daftar, len(petunjuk))
    kolom = [*_AWAL[:3], Kolom("Komponen", 10, Format.BULAT), Kolom("Uraian Komponen", 44)]
    awal = len(kolom)
    baris: list[list[Isi]] = []
    tertutup: set[tuple[int, int]] = set()
    pilihan: dict[tuple[int, int], str] = {}
    for satu in daftar.semua:
        for komponen in _figures(satu):
            if not simpanan.may_fill((satu.pk, komponen.pk if komponen else 0, 1, NILAI)):
                continue
            nomor = len(baris)
            baris.append([*_row(satu, komponen), *_values(simpanan, satu, komponen)])
            for letak, (tw, ukuran) in enumerate((tw, u) for tw in TRIWULAN for u in UKURAN):
                if (ukuran == NILAI) != (komponen is None) or not _open(simpanan, satu, tw, terkunci):
                    tertutup.add((nomor, awal + letak))
                elif satu.arah == Arah.PREDIKAT and satu.skala_predikat_id in daftar_predikat:
                    pilihan[nomor, awal + letak] = daftar_predikat[satu.skala_predikat_id]
    isian = [
        Kolom(f"{u.capitalize()} TW {romawi(tw)}", 14, Format.ANGKA, isian=True)
        for tw in TRIWULAN
        for u in UKURAN
    ]
    lembar = LembarTulis(
        "Realisasi kinerja",
        [*kolom, *isian],
        baris,
        terlindung=True,
        beku=2,
        tertutup=frozenset(tertutup),
        pilihan=pilihan,
    )
    return write_buku([lembar, guide(petunjuk, lanjutan)])


def _figures(indikator: Indikator) -> list[Komponen | None]:
    """Return what an indikator is measured by: its komponen, or itself (None)."""
    if indikator.mengikuti_id is not None:
        return []
    return list(indikator.komponen.all()) if cara_of(indikator).dari_komponen else [None]


def _row(indikator: Indikator, komponen: Komponen | None) -> list[Isi]:
    return [
        indikator.kode,
        indikator.nama,
        (komponen.satuan if komponen else "") or indikator.satuan,
        komponen.urutan if komponen else None,
        f"{komponen.pembilang} / {komponen.penyebut}" if komponen else None,
    ]


def _values(simpanan: Tersimpan, indikator: Indikator, komponen: Komponen | None) -> list[Nilai]:
    kunci = (indikator.pk, komponen.pk if komponen else 0)
    return [simpanan.angka.get((*kunci, tw, ukuran)) for tw in TRIWULAN for ukuran in UKURAN]


def _open(simpanan: Tersimpan, indikator: Indikator, tw: int, terkunci: frozenset[int]) -> bool:
    laporan = simpanan.laporan.get((indikator.pk, tw))
    return tw not in terkunci and (laporan is None or ALUR.begins(laporan.status, ISI))


def _scales(daftar: Daftar, sebelum: int) -> tuple[list[list[Isi]], Mapping[int | None, str]]:
    """Return the predicates to stand on the sheet of explanations, and where those of each scale do."""
    lanjutan: list[list[Isi]] = []
    alamat: dict[int | None, str] = {}
    for satu in daftar.semua:
        skala = satu.skala_predikat
        if satu.arah != Arah.PREDIKAT or skala is None or skala.pk in alamat:
            continue
        mulai = guide_rows(sebelum) + len(lanjutan) + 1
        lanjutan += [[n.predikat, str(skala)] for n in skala.nilai.all()]
        alamat[skala.pk] = f"petunjuk!$A${mulai}:$A${guide_rows(sebelum) + len(lanjutan)}"
    return lanjutan, alamat
