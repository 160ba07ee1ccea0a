"""Stated subtotals and percentages against the rows below them, and which one cell explains a difference.

A printed table often holds one wrong digit. When exactly one cell, changed in one group of three digits,
makes every total hold again, the message names that cell and the value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from anggaran.imports.bertingkat import Simpul
from anggaran.imports.kode import SEBUTAN
from anggaran.imports.muatan import KEUANGAN, PAGU
from anggaran.kode import Tingkat
from lkip.angka import bilangan, rupiah
from lkip.workbook.lembar import Galat, kutip
from lkip.workbook.lembar import Tingkat as Bobot
from lkip.workbook.nilai import Sel

SEBUTAN_KOLOM = {PAGU: "pagu", KEUANGAN: "realisasi"}


@dataclass(frozen=True)
class Usulan:
    """One cell that would explain a difference: its row and the value that makes every total hold."""

    simpul: Simpul
    nilai: Decimal


def check_subtotals(akar: Simpul) -> Iterator[Galat]:
    """Yield a message for every stated total that its rows do not add up to."""
    for kolom in (PAGU, KEUANGAN):
        for simpul, induk in _inner(akar, None):
            selisih = _difference(simpul, kolom)
            if selisih and not _is_unclear(simpul, kolom) and not _blames_child(simpul, kolom, selisih):
                yield _message(simpul, induk, kolom, selisih)


def check_percentages(akar: Simpul) -> Iterator[Galat]:
    """Yield a message for every stated percentage that is not realisasi over pagu, however it was rounded."""
    for simpul in _all(akar):
        pagu, uang = value(simpul, PAGU), value(simpul, KEUANGAN)
        if simpul.persen is None or simpul.baris is None or uang is None or not pagu:
            continue
        if not _rounds_to(uang, pagu, simpul.persen):
            tepat = (uang * 100 / pagu).quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield _galat(
                simpul.baris.sel("persen"),
                "persen_berbeda",
                f"Tertulis {bilangan(simpul.persen)}%, padahal {rupiah(uang)} dari {rupiah(pagu)} adalah "
                f"{bilangan(tepat)}%.",
                "Periksa pagu, realisasi, dan persennya.",
                bilangan(tepat),
                Bobot.KONFIRMASI,
            )


def value(simpul: Simpul, kolom: str) -> Decimal | None:
    """Return the stated amount of a row, or what the rows below it add up to."""
    tertulis = simpul.nilai.get(kolom)
    if tertulis is not None or not simpul.anak:
        return tertulis
    return _sum(simpul, kolom)


def _sum(simpul: Simpul, kolom: str) -> Decimal | None:
    isi = [nilai for satu in simpul.anak if (nilai := value(satu, kolom)) is not None]
    return sum(isi, Decimal(0)) if isi else None


def _difference(simpul: Simpul, kolom: str) -> Decimal:
    """Return stated minus sum; 0 where either is missing."""
    tertulis, jumlah = simpul.nilai.get(kolom), _sum(simpul, kolom)
    return Decimal(0) if tertulis is None or jumlah is None else tertulis - jumlah


def _is_unclear(simpul: Simpul, kolom: str) -> bool:
    """Whether a row below was not recognised or its amount could not be read: that is said there."""
    for satu in _all(simpul):
        if satu is simpul or satu.baris is None:
            continue
        if not satu.kode or (satu.nilai.get(kolom) is None and satu.baris.teks(kolom) not in {"", "-"}):
            return True
    return False


def _blames_child(simpul: Simpul, kolom: str, selisih: Decimal) -> bool:
    """Whether the difference comes from a wrong subtotal below, which is reported at its own row."""
    return any(satu.anak and _difference(satu, kolom) == -selisih for satu in _cells(simpul, kolom))


def _cells(simpul: Simpul, kolom: str) -> Iterator[Simpul]:
    """Yield the rows that a total is the sum of; those without an amount give way to those below."""
    for satu in simpul.anak:
        if satu.anak and satu.nilai.get(kolom) is None:
            yield from _cells(satu, kolom)
        else:
            yield satu


def _message(simpul: Simpul, induk: Simpul | None, kolom: str, selisih: Decimal) -> Galat:
    sebutan = SEBUTAN.get(Tingkat(simpul.tingkat), "") if simpul.tingkat else "jumlah"
    jumlah = _sum(simpul, kolom) or Decimal(0)
    usulan = suggestions(simpul, induk, kolom)
    assert simpul.baris is not None
    sel = simpul.baris.sel(kolom)
    pesan = (
        f"{SEBUTAN_KOLOM[kolom].capitalize()} {sebutan} tertulis {rupiah(simpul.nilai.get(kolom))}, "
        f"padahal jumlah rinciannya {rupiah(jumlah)}; selisih {rupiah(abs(selisih))}."
    )
    if len(usulan) == 1:
        satu = usulan[0]
        assert satu.simpul.baris is not None
        lama = satu.simpul.nilai.get(kolom)
        saran = (
            f"Semua jumlah cocok bila baris {satu.simpul.baris.nomor} “{kutip(satu.simpul.nama)}” "
            f"{rupiah(satu.nilai)}, bukan {rupiah(lama, 'kosong')}. Periksa pada dokumennya."
        )
        tempat = f"baris {satu.simpul.baris.nomor}: {bilangan(satu.nilai)}"
        return _galat(sel, "jumlah_berbeda", pesan, saran, tempat)
    saran = "Periksa rincian dan jumlahnya, lalu perbaiki yang keliru."
    if usulan:
        baris = "; ".join(
            f"baris {u.simpul.baris.nomor} menjadi {rupiah(u.nilai)}" for u in usulan[:4] if u.simpul.baris
        )
        saran = f"Kemungkinan salah ketik satu angka: {baris}. Periksa pada dokumennya."
    return _galat(sel, "jumlah_berbeda", pesan, saran)


def suggestions(simpul: Simpul, induk: Simpul | None, kolom: str) -> list[Usulan]:
    """Return the cells of which changing one, in one group of digits, makes every total hold again.

    A stated percentage decides between several: a row whose percentage fits as it stands is left alone, one
    whose percentage fits only with the new value is meant.
    """
    selisih, jumlah = _difference(simpul, kolom), _sum(simpul, kolom)
    di_atas = _difference(induk, kolom) if induk is not None else Decimal(0)
    calon: list[Usulan] = []
    if jumlah is not None and (di_atas == -selisih or _stands_alone(induk, kolom)):
        calon.append(Usulan(simpul, jumlah))
    if not di_atas:
        sel = [satu for satu in _cells(simpul, kolom) if satu.baris is not None]
        kosong = [satu for satu in sel if not satu.anak and satu.nilai.get(kolom) is None]
        if len(kosong) == 1 and selisih > 0:
            calon.append(Usulan(kosong[0], selisih))
        for satu in sel:
            lama = satu.nilai.get(kolom)
            utuh = not satu.anak or _difference(satu, kolom) == -selisih
            if lama is not None and utuh and lama + selisih >= 0:
                calon.append(Usulan(satu, lama + selisih))
    calon = [u for u in calon if one_group(u.simpul.nilai.get(kolom), u.nilai)]
    cocok = [u for u in calon if _percent_fits(u, kolom) is not False]
    return [u for u in cocok if _percent_fits(u, kolom)] or cocok


def _stands_alone(induk: Simpul | None, kolom: str) -> bool:
    """Whether nothing above states a total that the row must keep."""
    return induk is None or induk.nilai.get(kolom) is None


def _percent_fits(usulan: Usulan, kolom: str) -> bool | None:
    """Whether the stated percentage wants the new value (True), the old one (False), or says nothing."""
    simpul = usulan.simpul
    lain = value(simpul, KEUANGAN if kolom == PAGU else PAGU)
    if simpul.persen is None or lain is None:
        return None
    lama = simpul.nilai.get(kolom)
    baru_cocok = _fits(usulan.nilai, lain, kolom, simpul.persen)
    lama_cocok = lama is not None and _fits(lama, lain, kolom, simpul.persen)
    return None if baru_cocok == lama_cocok else baru_cocok


def _fits(nilai: Decimal, lain: Decimal, kolom: str, persen: Decimal) -> bool:
    uang, pagu = (lain, nilai) if kolom == PAGU else (nilai, lain)
    return bool(pagu) and _rounds_to(uang, pagu, persen)


def one_group(lama: Decimal | None, baru: Decimal) -> bool:
    """Whether two amounts differ in one group of three digits only."""
    if lama is None:
        return True
    a, b = f"{int(lama):d}", f"{int(baru):d}"
    if lama - int(lama) != baru - int(baru):
        return int(lama) == int(baru)
    lebar = -(-max(len(a), len(b)) // 3) * 3
    a, b = a.zfill(lebar), b.zfill(lebar)
    return sum(a[i : i + 3] != b[i : i + 3] for i in range(0, lebar, 3)) == 1


def _rounds_to(uang: Decimal, pagu: Decimal, persen: Decimal) -> bool:
    """Whether a percentage is the exact one, half-up or down, with as many places as it is written."""
    tepat = uang * 100 / pagu
    tulis = persen.normalize()
    tempat = Decimal(1).scaleb(min(0, int(tulis.as_tuple().exponent)))
    if tempat < Decimal("0.0001"):  # computed by Excel, not typed
        return abs(tepat - persen) < Decimal("0.0001")
    return persen in {tepat.quantize(tempat, ROUND_HALF_UP), tepat.quantize(tempat, ROUND_DOWN)}


def _inner(simpul: Simpul, induk: Simpul | None) -> Iterator[tuple[Simpul, Simpul | None]]:
    if simpul.anak:
        yield simpul, induk
    for satu in simpul.anak:
        yield from _inner(satu, simpul)


def _all(simpul: Simpul) -> Iterator[Simpul]:
    yield simpul
    for satu in simpul.anak:
        yield from _all(satu)


def _galat(
    sel: Sel, kode: str, pesan: str, saran: str, usulan: str = "", tingkat: Bobot = Bobot.GALAT
) -> Galat:
    return Galat(sel.lembar, sel.baris, sel.kolom, kutip(sel.nilai), pesan, saran, tingkat, kode, usulan)
