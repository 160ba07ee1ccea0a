"""The form of the quarterly Renja evaluation: E.81 of Permendagri 86/2017.

Columns 5 to 14 come in pairs, performance (K) and money (Rp). What the quarter that is evaluated has not
reached yet is left empty; what was not measured up to then says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from laporan.dokumen.bab4 import nip, sebutan_jabatan
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.blok import Baris, Kolom, Sel, Tabel, TandaTangan
from laporan.dokumen.simpul_renja import Simpul, UangRenstra, simpul_of
from laporan.dokumen.tampil import BELUM_DIUKUR, angka, baris, persen, sel, sel_uang
from laporan.perhitungan.data import Agregasi, Alasan, Nilai, TidakDapatDihitung, bulat, desimal, pecahan
from laporan.perhitungan.renja import HasilRenja, hitung_renja, persen_dari
from laporan.perhitungan.ringkasan import rerata_capaian
from laporan.snapshot.hitung.umum import aturan, golongkan
from laporan.snapshot.masukan_anggaran import Renja
from lkip.angka import romawi

KEPALA: tuple[tuple[str, str], ...] = (
    ("Target Renstra perangkat daerah pada akhir periode", "5"),
    ("Realisasi capaian kinerja Renstra sampai dengan Renja tahun lalu", "6"),
    ("Target kinerja dan anggaran Renja tahun berjalan yang dievaluasi", "7"),
    ("I", "8"),
    ("II", "9"),
    ("III", "10"),
    ("IV", "11"),
    ("Realisasi capaian kinerja dan anggaran Renja yang dievaluasi", "12"),
    ("Realisasi kinerja dan anggaran Renstra sampai dengan tahun ini", "13 = 6 + 12"),
    ("Tingkat capaian kinerja dan realisasi anggaran Renstra (%)", "14 = 13 ÷ 5 × 100"),
)
"""The pairs of columns: heading and number."""
AWAL = ("No.", "Sasaran", "Program, kegiatan, dan sub kegiatan", "Indikator kinerja program (outcome), "
        "kegiatan dan sub kegiatan (output)")  # fmt: skip
AKHIR = "Unit penanggung jawab"
SEBELUM_REALISASI = 18
"""The columns before column 12."""


@dataclass(frozen=True)
class CatatanEvaluasi:
    """One text under the form."""

    judul: str
    isi: str


@dataclass(frozen=True)
class DokumenEvaluasi:
    """The whole form."""

    judul: str
    nama: str
    periode: str
    tabel: Tabel
    catatan: tuple[CatatanEvaluasi, ...]
    penyusun: TandaTangan
    kepala: tuple[tuple[str, str], ...] = KEPALA
    awal: tuple[str, ...] = AWAL
    akhir: str = AKHIR

    @property
    def lebar(self) -> list[str]:
        """The width of each column in percent of the table."""
        semua = sum(k.lebar for k in self.tabel.kolom)
        return [str(bulat(Fraction(100 * k.lebar, semua))) for k in self.tabel.kolom]


def dokumen_evaluasi(
    b: Bahan, triwulan: int, catatan: Sequence[CatatanEvaluasi], sasaran: Mapping[str, tuple[str, ...]]
) -> DokumenEvaluasi:
    """Return the form of one quarter; the snapshot goes up to its end, `sasaran` is by kode of program."""
    i = b.identitas
    simpul = list(simpul_of(b, sasaran))
    renja: dict[str, list[Renja]] = {}
    for satu in b.masukan.dukungan.renja:
        renja.setdefault(satu.kode, []).append(satu)
    hasil = {id(r): _hitung(r) for isi in renja.values() for r in isi}
    isi = [satu for s in simpul for satu in _baris_simpul(s, renja.get(s.kode, []), hasil, triwulan)]
    if simpul:
        isi += _ringkasan(b, simpul, list(hasil.values()))
    pejabat = i.penandatangan
    return DokumenEvaluasi(
        judul="Evaluasi Terhadap Hasil Renja Perangkat Daerah",
        nama=i.nama if i.pemda in i.nama else f"{i.nama}, {i.pemda}",
        periode=f"Periode pelaksanaan: tahun {b.tahun}, sampai dengan triwulan {romawi(triwulan)}",
        tabel=Tabel(
            "evaluasi-renja",
            f"Evaluasi hasil Renja tahun {b.tahun}, triwulan {romawi(triwulan)}",
            _kolom(),
            tuple(isi),
            sumber="Bentuk: formulir E.81, Permendagri Nomor 86 Tahun 2017.",
            catatan=_catatan(b),
        ),
        catatan=tuple(catatan),
        penyusun=TandaTangan(
            f"{i.ibu_kota}, ........................................",
            sebutan_jabatan(pejabat) if pejabat else f"Kepala {i.nama}",
            pejabat.nama if pejabat else "........................................",
            pejabat.pangkat if pejabat else "",
            nip(pejabat.nip) if pejabat else "",
        ),
    )


def _kolom() -> tuple[Kolom, ...]:
    pasangan = []
    for judul, nomor in KEPALA:
        nama = f"Realisasi triwulan {judul}" if judul in {"I", "II", "III", "IV"} else judul
        for jenis, lebar in (("K", 10), ("Rp", 15)):
            pasangan.append(Kolom(f"({nomor.split()[0]}) {nama}: {jenis}", lebar))
    lebar_awal = (6, 22, 50, 45)
    return (*(Kolom(j, n) for j, n in zip(AWAL, lebar_awal, strict=True)), *pasangan, Kolom(AKHIR, 22))


def _catatan(b: Bahan) -> tuple[str, ...]:
    contoh = any(
        s.data_contoh for p in b.masukan.anggaran.program for k in p.kegiatan for s in k.sub_kegiatan
    )
    return (
        "K = kinerja dalam satuan indikatornya; Rp = anggaran dalam rupiah, diisi pada sub kegiatan dan "
        "dijumlahkan ke atas. Tanda – berarti target atau angka tahun lalu belum ditetapkan.",
        "Persentase tidak dijumlahkan antartahun: kolom 13 memuat angka kolom 12. Rata-rata capaian kinerja "
        "adalah rata-rata kolom 12 terhadap kolom 7 dan rata-rata kolom 14 dari indikator yang dapat "
        "dihitung.",
        *(("Data contoh: pembagian anggaran per bulan dibuat untuk peragaan.",) if contoh else ()),
    )


def _hitung(r: Renja) -> HasilRenja:
    return hitung_renja(
        Agregasi(r.agregasi),
        {t: pecahan(nilai) for t, nilai in r.realisasi},
        target=pecahan(r.target),
        target_renstra=pecahan(r.target_renstra),
        lalu=pecahan(r.realisasi_lalu),
        persentase=r.satuan == "%",
    )


def _baris_simpul(
    s: Simpul, butir: Sequence[Renja], hasil: dict[int, HasilRenja], triwulan: int
) -> list[Baris]:
    """Return one row for each indicator of a node, at least one; the money stands in the first."""
    isi = []
    for urutan, r in enumerate(butir or [None]):
        kinerja = _kinerja(r, hasil[id(r)], triwulan) if r else [sel("", "angka")] * len(KEPALA)
        uang = _uang(s, triwulan) if urutan == 0 else [sel("", "angka")] * len(KEPALA)
        kepala = urutan == 0
        isi.append(
            baris(
                s.nomor if kepala else "",
                s.sasaran if kepala else "",
                sel(f"{s.kode} {s.nama}" if kepala else "", kepala=kepala),
                "–" if r is None else f"{r.nama} ({r.satuan})" if r.satuan else r.nama,
                *(satu for pasangan in zip(kinerja, uang, strict=True) for satu in pasangan),
                s.unit if kepala else "",
                kelas=s.kelas if kepala else f"{s.kelas} sambung".strip(),
            )
        )
    return isi


def _kinerja(r: Renja, h: HasilRenja, triwulan: int) -> list[Sel]:
    """Return the K cells of columns 5 to 14."""
    nilai = dict(r.realisasi)
    per_triwulan = [
        sel("", "angka") if t > triwulan else _sel(nilai.get(t), BELUM_DIUKUR) for t in range(1, 5)
    ]
    return [
        _sel(r.target_renstra),
        _sel(r.realisasi_lalu),
        _sel(r.target),
        *per_triwulan,
        _sel_nilai(h.tahun_ini),
        _sel_nilai(h.sampai),
        _sel_nilai(h.tingkat, tanda="%"),
    ]


def _uang(s: Simpul, triwulan: int) -> list[Sel]:
    """Return the Rp cells of columns 5 to 14."""
    per_triwulan = [
        sel("", "angka") if t > triwulan else sel_uang(nilai)
        for t, nilai in enumerate(s.uang.triwulan, start=1)
    ]
    return [
        sel_uang(s.renstra.pagu),
        sel_uang(s.renstra.lalu),
        sel_uang(s.uang.pagu),
        *per_triwulan,
        sel_uang(s.uang.realisasi),
        sel_uang(s.sampai),
        _sel_nilai(persen_dari(pecahan(s.renstra.pagu), pecahan(s.sampai)), tanda="%"),
    ]


def _ringkasan(b: Bahan, simpul: Sequence[Simpul], hasil: Sequence[HasilRenja]) -> list[Baris]:
    """Return the mean capaian and its predicate, of performance and of money."""
    program = [s for s in simpul if s.kelas == "program"]
    total = b.snapshot.hasil.anggaran.total
    renstra = UangRenstra.total(s.renstra for s in program)
    nilai: list[Nilai] = [
        rerata_capaian([h.capaian for h in hasil])[0],
        total.penyerapan if isinstance(total.penyerapan, TidakDapatDihitung) else Fraction(total.penyerapan),
        rerata_capaian([h.tingkat for h in hasil])[0],
        persen_dari(pecahan(renstra.pagu), pecahan(renstra.sampai(total.realisasi))),
    ]
    skala = aturan(b.masukan.kebijakan)
    kelas = [golongkan(satu, skala) for satu in nilai]
    predikat = [
        "–" if isinstance(satu, TidakDapatDihitung) else satu.label_regulasi or satu.label for satu in kelas
    ]
    return [
        _baris_ringkasan("Rata-rata capaian kinerja (%)", [_sel_nilai(n, tanda="%") for n in nilai]),
        _baris_ringkasan("Predikat kinerja", [sel(teks, "tengah") for teks in predikat]),
    ]


def _baris_ringkasan(judul: str, isi: Sequence[Sel]) -> Baris:
    return baris(
        sel(judul, "ringkasan", kolom=SEBELUM_REALISASI, kepala=True),
        *isi[:2],
        "",
        "",
        *isi[2:],
        "",
        kelas="jumlah",
    )


def _sel(nilai: Decimal | None, kosong: str = "–") -> Sel:
    return sel(angka(nilai, kosong), "angka" if nilai is not None or kosong == "–" else "alasan")


def _sel_nilai(nilai: Nilai, tanda: str = "") -> Sel:
    """Return a computed figure; a missing realisasi says so, what else is missing gets a dash."""
    if isinstance(nilai, TidakDapatDihitung):
        belum = nilai.alasan is Alasan.REALISASI_KOSONG and not nilai.rincian
        return sel(BELUM_DIUKUR, "alasan") if belum else sel("–", "angka")
    hasil = desimal(nilai)
    return sel(persen(hasil) if tanda else angka(hasil), "angka")
