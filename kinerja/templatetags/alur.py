"""The way of a realisasi on its page: its steps, its bukti, and what was said about it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import template
from django.template.context import RequestContext

from kinerja.actions.langkah_realisasi import steps_for, submission_of
from kinerja.alur_realisasi import AJUKAN
from kinerja.berkas_bukti import MB, SYARAT, TERIMA
from kinerja.models import BuktiDukung, RealisasiIndikator
from lkip.angka import bilangan
from lkip.models import Jejak
from lkip.pelaku import Pelaku

register = template.Library()


@register.simple_tag(takes_context=True)
def langkah_realisasi(context: RequestContext, realisasi: RealisasiIndikator) -> list[str]:
    """Return the steps that the person may take with it; none while its quarter is locked or not begun."""
    periode = context.get("periode")
    terkunci = periode is not None and periode.dikunci_pada is not None
    if realisasi.pk is None or terkunci:
        return []
    return steps_for(Pelaku.from_request(context["request"]), realisasi)


register.filter("pengajuan", submission_of)


@register.simple_tag
def alasan_pengajuan(realisasi: RealisasiIndikator) -> str:
    """Return why it was submitted although something was missing, "" where nothing was (1 query)."""
    jejak = Jejak.objects.filter(
        objek_jenis=realisasi._meta.label, objek_kunci=str(realisasi.pk), tindakan=AJUKAN
    ).first()
    return jejak.alasan if jejak is not None else ""


@register.simple_tag
def bukti_of(realisasi: RealisasiIndikator) -> list[BuktiDukung]:
    """Return its bukti, in the order in which they came (at most 1 query)."""
    semua = realisasi.bukti.all() if realisasi.pk else BuktiDukung.objects.none()
    return sorted(semua, key=lambda satu: (satu.diunggah_pada, satu.pk))


@register.simple_tag
def syarat_bukti() -> dict[str, Any]:
    """Return what may be bukti dukung, in words and for the file picker of the browser."""
    return {"teks": SYARAT, "terima": TERIMA}


@register.filter
def ukuran(banyak: int) -> str:
    """Return a size in bytes as "1,4 MB" or "12 KB"."""
    if banyak < MB:
        return f"{bilangan(max(1, -(-banyak // 1024)))} KB"
    return f"{bilangan(Fraction(-(-banyak * 10 // MB), 10))} MB"
