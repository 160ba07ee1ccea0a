"""The indikator that a row of a file may mean: by code, or without one by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.models import Indikator, Renstra
from kinerja.muat_realisasi import prepared
from lkip.impor.cocok import find_cocok, huruf
from lkip.impor.kepala import Baris
from lkip.models import PerangkatDaerah
from lkip.workbook.lembar import Nilai, Tingkat, kutip, ringkas, teks
from lkip.workbook.nilai import Catatan


@dataclass(frozen=True)
class Daftar:
    """The indikator of the Renstra in force, in its order."""

    renstra: Renstra | None
    semua: tuple[Indikator, ...]

    def names(self, isi: Nilai) -> bool:
        """Whether a cell holds the code or the name of one of them."""
        dicari = teks(isi).casefold()
        return bool(dicari) and any(
            dicari in {satu.kode.casefold(), satu.nama.casefold()} for satu in self.semua
        )

    def find(self, baris: Baris, catatan: Catatan) -> Indikator | None:
        """Return the indikator of a row; when there is none, that has been said."""
        if self.renstra is None:
            return None
        kode, nama = baris.teks("kode"), baris.teks("nama")
        if kode:
            return self._by_code(baris, kode, nama, catatan)
        if nama:
            return self._by_name(baris, nama, catatan)
        catatan.add(
            baris.sel("kode" if "kode" in baris.kepala.kolom else "nama"),
            "kode_kosong",
            "Baris ini berisi angka, tetapi kode dan nama indikatornya kosong.",
            "Isi kodenya.",
        )
        return None

    def _by_code(self, baris: Baris, kode: str, nama: str, catatan: Catatan) -> Indikator | None:
        satu = next((i for i in self.semua if i.kode.casefold() == kode.casefold()), None)
        if satu is None:
            catatan.add(
                baris.sel("kode"),
                "kode_tidak_dikenal",
                f"Tidak ada indikator berkode “{kutip(kode)}” pada {self.renstra}.",
                f"Pakai salah satu kode ini: {ringkas((i.kode for i in self.semua), 12)}.",
            )
        elif nama and find_cocok(nama, {kode: satu.nama}).kunci is None:
            catatan.add(
                baris.sel("nama"),
                "nama_berbeda",
                f"Nama ini lain daripada nama indikator {satu.kode} di aplikasi: “{kutip(satu.nama)}”.",
                "Pastikan kodenya benar.",
                Tingkat.KONFIRMASI,
                satu.nama,
            )
        return satu

    def _by_name(self, baris: Baris, nama: str, catatan: Catatan) -> Indikator | None:
        sel = baris.sel("nama")
        per_nama: dict[str, list[Indikator]] = defaultdict(list)
        for satu in self.semua:
            per_nama[huruf(satu.nama)].append(satu)
        sama = per_nama.get(huruf(nama), [])
        if len(sama) == 1:
            return sama[0]
        if sama:
            catatan.add(
                sel,
                "nama_ganda",
                f"Ada {len(sama)} indikator bernama ini: {_codes(sama)}.",
                "Tambahkan kolom Kode Indikator dan isi kodenya.",
            )
            return None
        cocok = find_cocok(nama, {i.kode: i.nama for i in self.semua})
        ditemukan = next((i for i in self.semua if i.kode == cocok.kunci), None)
        if ditemukan is None:
            dekat = f" Yang paling mirip: {ringkas(cocok.terdekat)}." if cocok.terdekat else ""
            catatan.add(
                sel,
                "nama_tidak_dikenal",
                f"Tidak ada indikator bernama ini pada {self.renstra}.{dekat}",
                "Perbaiki namanya, atau isi kode indikatornya.",
            )
        else:
            catatan.add(
                sel,
                "ejaan_berbeda",
                f"Dibaca sebagai {ditemukan.kode} “{kutip(ditemukan.nama)}”.",
                "Pastikan memang indikator ini.",
                Tingkat.KONFIRMASI,
                ditemukan.nama,
            )
        return ditemukan


def load_daftar(pd: PerangkatDaerah, tahun: int) -> Daftar:
    """Return the indikator of the Renstra in force in a year (5 queries)."""
    renstra = Renstra.objects.berlaku([pd], tahun).first()
    milik = Indikator.objects.filter(renstra=renstra) if renstra else Indikator.objects.none()
    urutan = list(Indikator.Jenis)
    semua = sorted(prepared(milik), key=lambda i: (urutan.index(Indikator.Jenis(i.jenis)), i.urutan, i.kode))
    return Daftar(renstra, tuple(semua))


def lock_indikator(pd: PerangkatDaerah, tahun: int) -> None:
    """Let nobody else write to these indikator until the transaction ends (3 queries)."""
    renstra = Renstra.objects.berlaku([pd], tahun).first()
    if renstra is not None:
        Renstra.objects.select_for_update().get(pk=renstra.pk)
        milik = Indikator.objects.select_for_update(of=("self",)).filter(renstra=renstra)
        list(milik.order_by("pk").values_list("pk"))


def require_renstra(daftar: Daftar, tahun: int, catatan: Catatan, baris: Iterable[Baris]) -> None:
    """Say once that there is nothing a file could belong to."""
    if daftar.renstra is None and (satu := next(iter(baris), None)) is not None:
        catatan.add(
            satu.satu(),
            "renstra_tidak_ada",
            f"Belum ada Renstra yang berlaku pada tahun {tahun}.",
            "Susun Renstra dan indikatornya dahulu, lalu impor lagi.",
        )


def _codes(indikator: Iterable[Indikator]) -> str:
    return ringkas(satu.kode for satu in indikator)
