"""Making a perjanjian kinerja and writing its content while it is a draft."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.actions.susun_perjanjian import (
    amend_perjanjian,
    content_of,
    create_perjanjian,
    save_perjanjian,
)
from anggaran.isi_perjanjian import (
    IsiAnggaran,
    Jumlah,
    PaguBerlaku,
    day_of,
    differences,
    pagu_berlaku,
    sums,
)
from anggaran.models import AnggaranPerjanjian, Program
from kinerja.models import (
    Indikator,
    IndikatorPerjanjian,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    SasaranPerjanjian,
)
from laporan.cetak_perjanjian import SUMBER
from laporan.forms.anggaran_perjanjian import AnggaranFormSet, butir
from laporan.forms.perjanjian import PerjanjianForm, Pilihan, SasaranFormSet
from lkip.access import Izin
from lkip.akses import find
from lkip.isian import Isian
from lkip.models import Pejabat, UnitKerja
from lkip.pelaku import Pelaku


@require_POST
def perjanjian_buat(request: HttpRequest, unit: int, tahun: int) -> HttpResponse:
    """Make the prefilled first version of the perjanjian of a unit, and go on to its form."""
    milik = find(
        request,
        UnitKerja.objects.select_related("perangkat_daerah__pemerintah_daerah"),
        Izin.KELOLA_RENCANA,
        pk=unit,
    )
    try:
        baru = create_perjanjian(oleh=Pelaku.from_request(request), unit_kerja=milik, tahun=tahun)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("perjanjian_daftar", milik.perangkat_daerah.slug, tahun)
    return redirect("perjanjian_ubah", baru.pk)


@require_POST
def perjanjian_perubahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the next version of a signed perjanjian, and go on to its form."""
    asal = find(request, SUMBER, Izin.KELOLA_RENCANA, pk=pk)
    try:
        baru = amend_perjanjian(oleh=Pelaku.from_request(request), perjanjian=asal)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("perjanjian", asal.pk)
    return redirect("perjanjian_ubah", baru.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the content of a draft."""
    satu = find(request, SUMBER, Izin.KELOLA_RENCANA, pk=pk)
    if request.method != "POST" and satu.status != PerjanjianKinerja.Status.DRAFT:
        sebutan = satu.get_status_display().lower()
        messages.info(request, f"Perjanjian ini berstatus {sebutan}, sehingga isinya tidak dapat diubah.")
        return redirect("perjanjian", satu.pk)
    pd, kembali = satu.unit_kerja.perangkat_daerah, reverse("perjanjian", args=[satu.pk])
    isi = content_of(satu)
    isian = Isian.open(request, isi)
    lembar = _Lembar(satu, isi)
    form, sasaran, anggaran = lembar.forms(isian.data, satu)

    def simpan() -> str:
        save_perjanjian(
            oleh=Pelaku.from_request(request),
            perjanjian=form.instance,
            sasaran=sasaran.isi(),
            anggaran=anggaran.isi(),
            sidik=isian.sidik_terisi,
        )
        return kembali

    if (
        selesai := isian.handle([form, sasaran, anggaran], simpan, "Perjanjian kinerja tersimpan.")
    ) is not None:
        return selesai
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": satu.tahun,
        "judul": f"Perjanjian kinerja {satu.unit_kerja}",
        "perjanjian": satu,
        "form": form,
        "sasaran": sasaran,
        "anggaran": anggaran,
        "isian": isian,
        "kembali": kembali,
        "dokumen": lembar.pagu.dokumen,
        "jumlah": lembar.jumlah,
        "selisih": differences(lembar.baris_anggaran, lembar.pagu),
    }
    if isian.bentrok:
        asli = SUMBER.get(pk=satu.pk)
        konteks["tersimpan"], sasaran_asli, anggaran_asli = lembar.forms(None, asli)
        konteks["baris_beda"] = _pairs(sasaran, sasaran_asli, anggaran, anggaran_asli)
    return render(request, "laporan/perjanjian/formulir.html", konteks)


class _Lembar:
    """What fills the form of one perjanjian: its stored rows, and all that they may name (6 queries)."""

    def __init__(self, perjanjian: PerjanjianKinerja, isi: list[Any]) -> None:
        pd, self.tahun = perjanjian.unit_kerja.perangkat_daerah, perjanjian.tahun
        self.sasaran = [s for s in isi if isinstance(s, SasaranPerjanjian)]
        self.indikator: dict[int, list[IndikatorPerjanjian]] = defaultdict(list)
        for i in isi:
            if isinstance(i, IndikatorPerjanjian):
                self.indikator[i.sasaran_id].append(i)
        dipakai = [i.indikator_id for baris in self.indikator.values() for i in baris]
        renstra = Renstra.objects.berlaku([pd], self.tahun)
        self.pilihan = Pilihan(
            {
                i.pk: i
                for i in Indikator.objects.filter(
                    Q(renstra__in=renstra, jenis__in=(Indikator.Jenis.IKU, Indikator.Jenis.UNIT))
                    | Q(pk__in=dipakai)
                ).order_by("jenis", "urutan", "kode")
            },
            {
                s.pk: s
                for s in Sasaran.objects.filter(
                    Q(tujuan__renstra__in=renstra) | Q(pk__in=[s.sasaran_id for s in self.sasaran])
                ).order_by("tujuan__urutan", "urutan")
            },
        )
        awal, akhir = datetime.date(self.tahun, 1, 1), datetime.date(self.tahun, 12, 31)
        self.pejabat = list(
            Pejabat.objects.filter(
                Q(pk__in=[perjanjian.pihak_pertama_id, perjanjian.pihak_kedua_id])
                | Q(Q(selesai__isnull=True) | Q(selesai__gte=awal), mulai__lte=akhir),
                unit_kerja__perangkat_daerah=pd,
            ).order_by("unit_kerja__urutan", "mulai")
        )
        self.program = {
            p.pk: p for p in Program.objects.filter(perangkat_daerah=pd, tahun=self.tahun).order_by("kode")
        }
        self.pagu: PaguBerlaku = pagu_berlaku(pd, self.tahun, day_of(self.tahun, timezone.localdate()))
        self.baris_anggaran = [
            IsiAnggaran(a.jenis, self.program.get(a.program_id or 0), a.jumlah, a.penyerapan_minimum, a.pk)
            for a in isi
            if isinstance(a, AnggaranPerjanjian)
        ]
        self.jumlah: Jumlah = sums(self.baris_anggaran)

    def forms(self, data: Any, perjanjian: PerjanjianKinerja) -> tuple[PerjanjianForm, Any, Any]:
        """Return the three parts of the form, bound to `data` or filled with what is stored.

        Bound rows say themselves which stored row they are: by now others may stand in their places.
        """
        tersimpan = self.sasaran if data is None else []
        form = PerjanjianForm(data, instance=perjanjian, pejabat=self.pejabat)
        sasaran = SasaranFormSet(
            data,
            prefix="sasaran",
            initial=[_sasaran(s) for s in tersimpan],
            awal_indikator=[[_indikator(i) for i in self.indikator[s.pk]] for s in tersimpan],
            pilihan=self.pilihan,
            tahun=self.tahun,
        )
        anggaran = AnggaranFormSet(
            data,
            prefix="anggaran",
            initial=[_anggaran(a) for a in self.baris_anggaran] if data is None else [],
            form_kwargs={"program": self.program, "pagu": self.pagu},
        )
        return form, sasaran, anggaran


def _sasaran(baris: SasaranPerjanjian) -> dict[str, Any]:
    return {"baris": baris.pk, "uraian": baris.uraian, "sasaran": baris.sasaran_id}


def _anggaran(baris: IsiAnggaran) -> dict[str, Any]:
    return {
        "baris": baris.pk,
        "butir": butir(baris.jenis, baris.program.pk if baris.program else None),
        "jumlah": baris.jumlah,
        "penyerapan_minimum": baris.penyerapan_minimum,
    }


def _indikator(baris: IndikatorPerjanjian) -> dict[str, Any]:
    return {
        "baris": baris.pk,
        "indikator": baris.indikator_id,
        "kondisi_awal": baris.kondisi_awal,
        "target": baris.target,
        "pembilang": baris.pembilang,
        "penyebut": baris.penyebut,
    }


def _pairs(sasaran: Any, sasaran_asli: Any, anggaran: Any, anggaran_asli: Any) -> list[tuple[str, Any, Any]]:
    """Return the rows as sent beside the same rows as stored, for the page of a conflict."""
    hasil = [(f"Sasaran {i}", *satu) for i, satu in enumerate(_matched(sasaran.forms, sasaran_asli.forms), 1)]
    kini, asli = (
        [baris for form in bagian.forms for anak in form.anak for baris in anak.forms]
        for bagian in (sasaran, sasaran_asli)
    )
    hasil += [(f"Indikator {i}", *satu) for i, satu in enumerate(_matched(kini, asli), 1)]
    hasil += [(satu[0].nama or "Anggaran", *satu) for satu in _matched(anggaran.forms, anggaran_asli.forms)]
    return hasil


def _matched(kini: list[Any], asli: list[Any]) -> list[tuple[Any, Any]]:
    tersimpan = {str(form["baris"].value()): form for form in asli if form["baris"].value()}
    return [(f, tersimpan[kunci]) for f in kini if (kunci := str(f["baris"].value())) in tersimpan]
