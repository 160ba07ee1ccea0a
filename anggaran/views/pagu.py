"""The pagu of all sub kegiatan in one version of the budget, as a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from anggaran.actions.dokumen import pagu_rows, save_pagu
from anggaran.forms.dokumen import PaguForm, name
from anggaran.kisi import Kelompok, Kisi, Kolom, Sel, rows, total, uang
from anggaran.models import DokumenAnggaran, SubKegiatan
from anggaran.pagu import pagu_of
from anggaran.pohon import Pohon, load_tree
from anggaran.views.dokumen import find_dokumen, versions
from lkip.access import Izin, has_izin
from lkip.angka import JenisAngka, bilangan
from lkip.isian import Isian
from lkip.pelaku import Pelaku
from lkip.unduh import downloadable


@downloadable
@require_http_methods(["GET", "HEAD", "POST"])
def dokumen_pagu(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the pagu of a version beside those of the one before; without any yet, filled with those."""
    izin = Izin.KELOLA_RENCANA if request.method == "POST" else Izin.LIHAT_RENCANA
    satu = find_dokumen(request, pk, izin)
    pd = satu.perangkat_daerah
    sebelum = versions(pd, satu.tahun).filter(urutan__lt=satu.urutan, pagu__isnull=False).distinct().last()
    dulu, tersimpan = pagu_of(sebelum), pagu_rows(satu)
    boleh_kelola = has_izin(request.user, Izin.KELOLA_RENCANA, pd)
    kini = {p.sub_kegiatan_id: p.jumlah for p in tersimpan}
    awal = kini if kini or not boleh_kelola else dict(dulu)
    pohon = load_tree(pd, satu.tahun, satu, awal, {})
    sub = [s.sub_kegiatan for s in pohon.sub_kegiatan]
    isian = Isian.open(request, tersimpan)
    form = PaguForm(isian.data, sub=sub, awal=awal)
    kembali = reverse("dokumen", args=[pd.slug, satu.tahun])

    def simpan() -> str:
        isi = form.pagu()
        save_pagu(oleh=Pelaku.from_request(request), dokumen=satu, isi=isi, sidik=isian.sidik_terisi)
        return reverse("dokumen_pagu", args=[satu.pk])

    if (selesai := isian.handle([form], simpan, "Pagu tersimpan.")) is not None:
        return selesai
    konteks: dict[str, Any] = {
        "pd": pd,
        "tahun": satu.tahun,
        "dokumen": satu,
        "sebelum": sebelum,
        "terisi_dari_sebelum": not kini and bool(awal),
        "form": form,
        "isian": isian,
        "tersimpan": PaguForm(None, sub=sub, awal=kini) if isian.bentrok else None,
        "kisi": _grid(pohon, satu, form, dulu, boleh_kelola),
        "banyak": len(sub),
        "boleh_kelola": boleh_kelola,
        "kembali": kembali,
    }
    return render(request, "anggaran/dokumen_pagu.html", konteks)


def _grid(
    pohon: Pohon,
    dokumen: DokumenAnggaran,
    form: PaguForm,
    dulu: Mapping[int, Decimal],
    dapat_diisi: bool,
) -> Kisi:
    """Return the grid: pagu of the version before (if there is one), of this one, and the change."""
    kini = form.pagu()

    def sel(sub: SubKegiatan) -> Iterator[Sel]:
        for satu in jumlah([sub]):
            yield form.cell("baru", name(sub.pk)) if dapat_diisi and satu.kunci == "baru" else satu

    def jumlah(sub: Kelompok) -> Iterator[Sel]:
        lama, baru = total(dulu.get(s.pk) for s in sub), total(kini[s.pk] for s in sub)
        yield from _cells(uang("lama", lama), uang("baru", baru), _change(lama, baru))

    def _cells(lama: Sel, baru: Sel, beda: Sel) -> tuple[Sel, ...]:
        return (lama, baru, beda) if dulu else (baru,)

    def _kaki(nilai: Decimal | None) -> tuple[Sel, ...]:
        return _cells(Sel("lama", ""), uang("baru", nilai), Sel("beda", ""))

    kolom = (Kolom("lama", "Versi sebelumnya"), Kolom("baru", "Pagu versi ini"), Kolom("beda", "Perubahan"))
    tercantum, isi = dokumen.total_tercantum, total(kini.values())
    selisih = None if tercantum is None or isi is None else tercantum - isi
    kaki = (
        ("jumlah", "Jumlah", tuple(jumlah(form.sub))),
        ("tercantum", "Total tercantum pada dokumen", _kaki(tercantum)),
        ("selisih", "Total tercantum dikurangi jumlah pagu", _kaki(selisih)),
    )
    kisi = Kisi(
        "Pagu sub kegiatan (rupiah)",
        JenisAngka.RUPIAH,
        kolom if dulu else kolom[1:2],
        rows(pohon, sel, jumlah),
        kaki,
    )
    return kisi.as_cards()


def _change(lama: Decimal | None, baru: Decimal | None) -> Sel:
    """Return the change of an amount with its sign; nothing where nothing changed."""
    beda = (baru or Decimal(0)) - (lama or Decimal(0))
    return Sel("beda", f"+{bilangan(beda)}" if beda > 0 else bilangan(beda) if beda else "")
