"""From a perjanjian kinerja to its page and its PDF: the loaders, builders and partials of the LKIP."""

from __future__ import annotations

import datetime
from dataclasses import replace

from django.template.loader import render_to_string

from kinerja.models import IndikatorPerjanjian, PerjanjianKinerja
from laporan import cetak, render
from laporan.dokumen.bahan import Bahan
from laporan.dokumen.perjanjian import DokumenPerjanjian, dokumen_perjanjian
from laporan.perhitungan.data import Arah
from laporan.snapshot import masukan as m
from laporan.snapshot import masukan_kinerja as mk
from laporan.snapshot.ambil import compute
from laporan.snapshot.bagian import kosong
from laporan.snapshot.loaders.kinerja import load_indikator
from laporan.snapshot.loaders.perjanjian import load_these
from laporan.snapshot.struktur import Snapshot
from lkip.models import PerangkatDaerah

SUMBER = PerjanjianKinerja.objects.select_related(
    "unit_kerja__perangkat_daerah__pemerintah_daerah", "pihak_pertama", "pihak_kedua"
)
"""A perjanjian with all that its document names."""


def snapshot_of(perjanjian: PerjanjianKinerja) -> Snapshot:
    """Return a snapshot that holds this very version and nothing else of the year (4 queries; `SUMBER`).

    An indikator of a range or a predicate has its target in the Renstra: with one of those, 5 more.
    """
    pd, tahun = perjanjian.unit_kerja.perangkat_daerah, perjanjian.tahun
    berjenjang = IndikatorPerjanjian.objects.filter(
        sasaran__perjanjian=perjanjian, indikator__arah__in=(Arah.RENTANG, Arah.PREDIKAT)
    ).exists()
    indikator = load_indikator([pd], tahun)[pd.pk] if berjenjang else mk.DaftarIndikator(())
    return compute(
        replace(
            kosong(pd, tahun),
            identitas=_identitas(pd, tahun),
            indikator=indikator,
            perjanjian=load_these([perjanjian], [pd], tahun)[pd.pk],
        )
    )


def _identitas(pd: PerangkatDaerah, tahun: int) -> m.Identitas:
    pemda = pd.pemerintah_daerah
    return replace(
        kosong(pd, tahun).identitas,
        pemda=pemda.nama,
        pemda_singkat=pemda.nama_singkat,
        sebutan_kepala=pemda.sebutan_kepala,
        ibu_kota=pemda.ibu_kota,
        tempat=pemda.ibu_kota,
    )


def dokumen(snapshot: Snapshot) -> DokumenPerjanjian:
    """Return the document of the one perjanjian in `snapshot`."""
    b = Bahan(snapshot)
    ((perjanjian, hasil),) = b.perjanjian
    return dokumen_perjanjian(b, perjanjian, hasil)


def kunci(snapshot: Snapshot) -> str:
    """Return the key of the file: the content, and the version of templates, styles and fonts."""
    return cetak.kunci(f"perjanjian:{snapshot.sidik}")


def pdf(snapshot: Snapshot) -> bytes:
    """Return the PDF; the same snapshot gives the same bytes on every machine."""
    isi = dokumen(snapshot)
    i = snapshot.masukan.identitas
    (perjanjian,) = snapshot.masukan.perjanjian.perjanjian
    hari = perjanjian.tanggal or datetime.date(i.tahun, 1, 1)
    return render.render_pdf(
        render_to_string("laporan/dokumen/perjanjian_cetak.html", {"d": isi, "cetak": True}),
        cetak.gaya_cetak(),
        render.Metadata(
            judul=isi.judul,
            penulis=i.nama,
            subjek=f"{isi.judul}, versi {perjanjian.versi}{' (draf)' if isi.draf else ''}",
            tanggal=datetime.datetime.combine(hari, datetime.time(), tzinfo=datetime.UTC),
            kunci=kunci(snapshot),
        ),
    )
