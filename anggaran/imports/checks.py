"""The checks of an import of the budget: each one a short function, all of them asked, all errors at once.

What can be said of a single cell while it is read (text in a number, no date) is said by the reader;
subtotals have a module of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anggaran.imports.acuan import Acuan, find_asing
from anggaran.imports.kode import SEBUTAN, tingkat_of
from anggaran.imports.muatan import FISIK, KEUANGAN, PAGU, Butir, Muatan
from anggaran.kode import Tingkat
from lkip.angka import BULAN, bilangan, rupiah, tanggal
from lkip.impor.cocok import find_cocok
from lkip.impor.kepala import ratakan
from lkip.workbook.lembar import Galat, kutip
from lkip.workbook.lembar import Tingkat as Bobot
from lkip.workbook.nilai import Sel

Periksa = Callable[[Muatan, Acuan], Iterator[Galat]]


def kode_kosong(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A row with figures and no code, or with something in its place that is none."""
    for butir in muatan.butir:
        if butir.kode:
            continue
        if butir.sel.nilai is None:
            yield pesan(
                butir.sel, "kode_kosong", "Baris ini berisi angka, tetapi kodenya kosong.", "Isi kodenya."
            )
        elif not isinstance(butir.sel.nilai, str):
            yield pesan(
                butir.sel,
                "kode_angka",
                "Kode ini tersimpan sebagai angka atau tanggal, sehingga bagian-bagiannya hilang.",
                "Format kolomnya sebagai Teks, lalu ketik ulang kodenya.",
            )
        else:
            yield pesan(
                butir.sel,
                "kode_tidak_sah",
                "Ini bukan kode sub kegiatan.",
                "Tulis misalnya 1.06.01.1.01.0001.",
            )


def tingkat_salah(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A code of a program, a kegiatan or of no level where a sub kegiatan belongs."""
    for butir in muatan.butir:
        tingkat = tingkat_of(butir.kode)
        if butir.kode and tingkat != Tingkat.SUB_KEGIATAN:
            sebutan = SEBUTAN[tingkat] if tingkat else "tingkat lain"
            yield pesan(
                butir.sel,
                "tingkat_salah",
                f"Ini kode {sebutan}; uang hanya diisi pada sub kegiatan.",
                "Hapus baris ini, atau isi kode sub kegiatannya (enam bagian).",
            )


def kode_tidak_dikenal(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A code that the year does not have: of another perangkat daerah, of another year, or of nobody."""
    tak_dikenal: dict[str, Butir] = {}
    for butir in muatan.butir:
        if _is_leaf(butir) and butir.kode not in acuan.sub:
            tak_dikenal.setdefault(butir.kode, butir)
    if not tak_dikenal:
        return
    asing = find_asing(acuan, list(tak_dikenal)[:500])
    nama = {kode: satu.nama for kode, satu in acuan.sub.items()}
    for kode, butir in tak_dikenal.items():
        if kode in asing.pd_lain:
            isi = (
                "kode_pd_lain",
                f"Kode ini milik {asing.pd_lain[kode]}.",
                "Hapus barisnya atau perbaiki kodenya.",
            )
        elif kode in asing.tahun_lain:
            isi = (
                "kode_tahun_lain",
                f"Kode ini ada pada tahun {asing.tahun_lain[kode]}, tidak pada tahun {acuan.tujuan.tahun}.",
                "Periksa tahunnya; bila memang baru, pilih “tambahkan yang belum ada”.",
            )
        elif kode in asing.edisi_lain and kode not in acuan.resmi:
            isi = (
                "kode_tahun_lain",
                f"Kode ini hanya ada dalam {asing.edisi_lain[kode]}.",
                "Pakai kode menurut nomenklatur tahun ini.",
            )
        else:
            cocok = find_cocok(butir.nama, nama) if butir.nama and len(tak_dikenal) <= 50 else None
            dekat = f" Sub kegiatan bernama sama: {cocok.kunci}." if cocok and cocok.kunci else ""
            isi = (
                "kode_tidak_dikenal",
                f"Kode {kode} tidak ada pada program tahun {acuan.tujuan.tahun}.{dekat}",
                "Perbaiki kodenya; bila memang baru, pilih “tambahkan yang belum ada”.",
            )
        yield pesan(butir.sel, *isi)


def ganda(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """The same figure stated twice where each sub kegiatan has one row."""
    if muatan.terjumlah:
        return
    pertama: dict[tuple[str, str, int], int] = {}
    dilaporkan: set[int] = set()
    for butir, angka in muatan.semua():
        kunci = (butir.kode, angka.kolom, angka.bulan)
        lama = pertama.setdefault(kunci, angka.sel.baris)
        if butir.kode and lama != angka.sel.baris and angka.sel.baris not in dilaporkan:
            dilaporkan.add(angka.sel.baris)
            yield pesan(
                butir.sel,
                "ganda",
                f"Sub kegiatan {butir.kode} sudah tertulis pada baris {lama}.",
                "Hapus salah satunya, atau gabungkan.",
            )


def baris_kembar(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Rows of SIPD that are the same in every cell: perhaps pasted twice."""
    if not muatan.terjumlah:
        return
    pertama: dict[tuple[object, ...], int] = {}
    for butir in muatan.butir:
        lama = pertama.setdefault(butir.jejak, butir.sel.baris)
        if lama != butir.sel.baris:
            yield pesan(
                butir.sel,
                "baris_kembar",
                f"Baris ini sama persis dengan baris {lama}; keduanya dijumlahkan.",
                "Hapus bila tertempel dua kali.",
                Bobot.KONFIRMASI,
            )


def negatif(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A negative amount in a row; what was paid back in SIPD has a column of its own."""
    for _, angka in muatan.semua():
        if angka.nilai is not None and angka.nilai < 0 and not (muatan.terjumlah and angka.kolom == KEUANGAN):
            if angka.kolom == KEUANGAN:
                yield pesan(
                    angka.sel,
                    "negatif",
                    f"Realisasi {BULAN[angka.bulan - 1]} negatif: {rupiah(angka.nilai)}.",
                    "Pastikan ini pengembalian belanja.",
                    Bobot.KONFIRMASI,
                )
            elif angka.kolom == PAGU:
                yield pesan(
                    angka.sel, "negatif", f"Pagu negatif: {rupiah(angka.nilai)}.", "Periksa angkanya."
                )


def fisik_di_luar_batas(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Physical progress outside 0–100."""
    for _, angka in muatan.semua():
        if angka.kolom == FISIK and angka.nilai is not None and not 0 <= angka.nilai <= 100:
            yield pesan(
                angka.sel,
                "fisik_di_luar_batas",
                f"Realisasi fisik {bilangan(angka.nilai)}% di luar 0 sampai 100.",
                "Isi persen kumulatif sampai akhir bulan.",
            )


def bulan_di_luar_tahun(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A document of another year, or without a date."""
    for butir in muatan.butir:
        if butir.sel_tanggal is None:
            continue
        if butir.tanggal is not None and butir.tanggal.year != acuan.tujuan.tahun:
            yield pesan(
                butir.sel_tanggal,
                "bulan_di_luar_tahun",
                f"Tanggal dokumen {tanggal(butir.tanggal)} di luar tahun {acuan.tujuan.tahun}.",
                "Perbaiki tanggalnya, atau pindahkan barisnya ke impor tahun itu.",
            )
        elif butir.tanggal is None and butir.sel_tanggal.nilai is None:
            yield pesan(butir.sel_tanggal, "tanggal_kosong", "Tanggal dokumen kosong.", "Isi tanggalnya.")


def jumlah_tercantum(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """The total that the sheet states is not the sum of its rows."""
    for satu in muatan.tercantum:
        if satu.nilai != satu.jumlah:
            yield pesan(
                satu.sel,
                "jumlah_berbeda",
                f"Jumlah tertulis {rupiah(satu.nilai)}, padahal barisnya berjumlah {rupiah(satu.jumlah)}; "
                f"selisih {rupiah(abs(satu.nilai - satu.jumlah))}.",
                "Mungkin ada baris yang terhapus atau tertempel dua kali. Ekspor lagi dari sumbernya.",
                usulan=bilangan(satu.jumlah),
            )


def skpd_lain(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Rows of several SKPD, or of one that is not this perangkat daerah."""
    pd = acuan.tujuan.perangkat_daerah
    nama, kode = ratakan(pd.nama), ratakan(pd.kode)
    asing = [
        (kunci, sel)
        for kunci, sel in muatan.skpd.items()
        if not any(kode in ratakan(isi) or (nama and nama in ratakan(isi)) for isi in kunci if isi)
    ]
    for kunci, sel in asing:
        yield pesan(
            sel,
            "skpd_lain",
            f"Baris ini tertulis milik “{' '.join(satu for satu in kunci if satu)}”, bukan {pd.nama}.",
            "Pastikan berkasnya memang milik perangkat daerah ini.",
            Bobot.GALAT if len(muatan.skpd) > 1 else Bobot.KONFIRMASI,
        )


def di_luar_unit(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """Realisasi of a sub kegiatan that another unit answers for."""
    boleh: dict[str, bool] = {}
    for butir in muatan.butir:
        sub = acuan.sub.get(butir.kode)
        if sub is None or not any(angka.kolom != PAGU for angka in butir.angka):
            continue
        if butir.kode not in boleh:
            boleh[butir.kode] = acuan.boleh(sub)
            if not boleh[butir.kode]:
                yield pesan(
                    butir.sel,
                    "di_luar_unit",
                    f"Realisasi sub kegiatan {butir.kode} bukan tugas unit kerja Anda.",
                    "Hapus barisnya, atau minta staf unit itu mengimpornya.",
                )


def nama_berbeda(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A code whose name in the file is quite another one: perhaps the code is wrong."""
    dilihat: set[tuple[str, str]] = set()
    for butir in muatan.butir:
        sub = acuan.sub.get(butir.kode)
        if sub is None or sub.pk is None or not butir.nama or (butir.kode, butir.nama) in dilihat:
            continue
        dilihat.add((butir.kode, butir.nama))
        cocok = find_cocok(butir.nama, {butir.kode: sub.nama})
        if cocok.kunci is None:
            yield pesan(
                butir.sel,
                "nama_berbeda",
                f"Di berkas “{kutip(butir.nama)}”, di aplikasi {butir.kode} “{kutip(sub.nama)}”.",
                "Pastikan kodenya benar.",
                Bobot.KONFIRMASI,
                usulan=sub.nama,
            )


def kosong(muatan: Muatan, acuan: Acuan) -> Iterator[Galat]:
    """A file without a single figure."""
    if not muatan.butir and not muatan.catatan.galat:
        yield Galat(
            "",
            None,
            "",
            "",
            "Berkas ini tidak berisi satu pun baris.",
            "Isi, lalu unggah lagi.",
            kode="kosong",
        )


CHECKS: tuple[Periksa, ...] = (
    kosong,
    kode_kosong,
    tingkat_salah,
    kode_tidak_dikenal,
    ganda,
    baris_kembar,
    negatif,
    fisik_di_luar_batas,
    bulan_di_luar_tahun,
    jumlah_tercantum,
    skpd_lain,
    di_luar_unit,
    nama_berbeda,
)
"""What is asked of the file itself; `anggaran.imports.checks_stored` asks about what would be stored."""


def _is_leaf(butir: Butir) -> bool:
    return bool(butir.kode) and tingkat_of(butir.kode) == Tingkat.SUB_KEGIATAN


def pesan(
    sel: Sel, kode: str, isi: str, saran: str = "", tingkat: Bobot = Bobot.GALAT, usulan: str = ""
) -> Galat:
    """Return a message about a cell."""
    return Galat(sel.lembar, sel.baris, sel.kolom, kutip(sel.nilai), isi, saran, tingkat, kode, usulan)
