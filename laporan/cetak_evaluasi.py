"""From a quarter to its Renja evaluation as page, PDF and workbook: loaders and builders of the LKIP."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.template.loader import render_to_string

from laporan import cetak, render
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.evaluasi_renja import CatatanEvaluasi, DokumenEvaluasi, dokumen_evaluasi
from laporan.ekspor import sheet
from laporan.models import EvaluasiRenja
from laporan.snapshot import masukan_anggaran as ma
from laporan.snapshot.ambil import compute
from laporan.snapshot.bagian import kosong
from laporan.snapshot.batas import Batas
from laporan.snapshot.loaders.anggaran import load_anggaran
from laporan.snapshot.loaders.identitas import load_identitas, load_kebijakan, penandatangan
from laporan.snapshot.loaders.renja import load_renja, load_sasaran_program
from laporan.snapshot.struktur import Snapshot
from lkip.angka import romawi
from lkip.models import Pejabat, PerangkatDaerah, UnitKerja
from lkip.workbook.tulis import write_buku

TEKS = ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja")
"""What is written under the form, in its order."""


@dataclass(frozen=True)
class Evaluasi:
    """The evaluation of one quarter: its figures, and what is written under them."""

    snapshot: Snapshot
    triwulan: int
    catatan: tuple[CatatanEvaluasi, ...]
    sasaran: Mapping[str, tuple[str, ...]]

    @property
    def dokumen(self) -> DokumenEvaluasi:
        """The form."""
        return dokumen_evaluasi(Bahan(self.snapshot), self.triwulan, self.catatan, self.sasaran)

    @property
    def kunci(self) -> str:
        """The key of the file: the content, and the version of templates, styles and fonts."""
        teks = json.dumps([self.triwulan, self.sasaran, *((c.judul, c.isi) for c in self.catatan)])
        sidik = hashlib.sha256(teks.encode()).hexdigest()
        return cetak.kunci(f"evaluasi-renja:{sidik}:{self.snapshot.sidik}")


def evaluasi_of(pd: PerangkatDaerah, tahun: int, triwulan: int) -> Evaluasi:
    """Return the evaluation of a quarter as the data are now."""
    catatan = stored(pd, tahun, triwulan)
    nama = {f.name: str(f.verbose_name) for f in EvaluasiRenja._meta.concrete_fields}
    isi = tuple(
        CatatanEvaluasi(nama[satu].capitalize().replace("renja", "Renja"), getattr(catatan, satu))
        for satu in TEKS
    )
    return Evaluasi(_snapshot(pd, tahun, triwulan), triwulan, isi, load_sasaran_program(pd, tahun))


def stored(pd: PerangkatDaerah, tahun: int, triwulan: int) -> EvaluasiRenja:
    """Return what is written under the form, an unsaved row when nothing is yet (1 query)."""
    kunci = {"perangkat_daerah": pd, "tahun": tahun, "triwulan": triwulan}
    return EvaluasiRenja.objects.filter(**kunci).first() or EvaluasiRenja(**kunci)


def _snapshot(pd: PerangkatDaerah, tahun: int, triwulan: int) -> Snapshot:
    batas = Batas.of_triwulan(triwulan)
    kepala = (
        Pejabat.objects.menjabat(batas.hari(tahun))
        .filter(unit_kerja__perangkat_daerah=pd, unit_kerja__jenis=UnitKerja.Jenis.PIMPINAN)
        .order_by("-mulai", "nip")
        .first()
    )
    return compute(
        replace(
            kosong(pd, tahun),
            identitas=replace(load_identitas([pd], tahun)[pd.pk], penandatangan=penandatangan(kepala)),
            kebijakan=load_kebijakan([pd], tahun).get(pd.pk),
            anggaran=load_anggaran([pd], tahun, batas, per_triwulan=True)[pd.pk],
            dukungan=ma.Dukungan((), load_renja([pd], tahun, triwulan)[pd.pk], ()),
        )
    )


def workbook(evaluasi: Evaluasi) -> bytes:
    """Return the form as an XLSX file: real numbers under a frozen header."""
    d = evaluasi.dokumen
    lembar = sheet(d.tabel)
    lembar.nama = f"Renja TW {romawi(evaluasi.triwulan)}"
    lembar.catatan = [*lembar.catatan, *(f"{c.judul}: {c.isi or '–'}" for c in d.catatan)]
    return write_buku([lembar])


def pdf(evaluasi: Evaluasi) -> bytes:
    """Return the PDF; the same content gives the same bytes on every machine."""
    isi = evaluasi.dokumen
    i = evaluasi.snapshot.masukan.identitas
    hari = Batas.of_triwulan(evaluasi.triwulan).hari(i.tahun)
    gaya = settings.BASE_DIR / "static" / "css" / "dokumen-evaluasi.css"
    return render.render_pdf(
        render_to_string("laporan/dokumen/evaluasi_renja_cetak.html", {"d": isi, "cetak": True}),
        [*cetak.gaya_cetak(), gaya.read_text(encoding="utf-8")],
        render.Metadata(
            judul=f"{isi.judul} {i.nama}",
            penulis=i.nama,
            subjek=isi.periode,
            tanggal=datetime.datetime.combine(hari, datetime.time(), tzinfo=datetime.UTC),
            kunci=evaluasi.kunci,
        ),
    )
