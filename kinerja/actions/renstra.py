"""Writing a Renstra: save, delete, and take over what the one before it planned."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from kinerja.actions.butir import lock_renstra
from kinerja.actions.hapus import require_unused
from kinerja.actions.indikator import delete_all
from kinerja.models import Indikator, IsuStrategis, Komponen, Misi, Renstra, Sasaran, Tujuan
from lkip.access import Izin
from lkip.isian import require_unchanged
from lkip.pelaku import Pelaku
from lkip.tulis import Lingkup, delete_row, save_row

DISALIN = (
    "jenis", "kode", "urutan", "nama", "definisi", "satuan", "arah", "rumus_capaian", "cara_ukur", "agregasi",
    "skala_predikat_id", "pembilang", "penyebut", "sumber_data", "bobot",
)  # fmt: skip
"""What defines an indikator in any period; its targets, conditions and realisasi belong to one period."""


@transaction.atomic
def save_renstra(*, oleh: Pelaku, renstra: Renstra, sidik: str | None = None) -> Renstra:
    """Save a new or changed Renstra; `sidik` is the fingerprint of what the form was filled with.

    Raises PermissionDenied, and Bentrok when somebody else changed it meanwhile.
    """
    oleh.require(Izin.KELOLA_RENCANA, renstra)
    if renstra.pk is not None:
        tersimpan = Renstra.objects.select_for_update().get(pk=renstra.pk)
        oleh.require(Izin.KELOLA_RENCANA, tersimpan)
        require_unchanged(sidik, tersimpan, [tersimpan])
    save_row(oleh=oleh, objek=renstra, lingkup=Lingkup(renstra.perangkat_daerah_id))
    return renstra


@transaction.atomic
def delete_renstra(*, oleh: Pelaku, renstra: Renstra) -> None:
    """Delete a Renstra with all that it plans, as long as nothing uses any of it.

    Raises PermissionDenied, and ValidationError that says what uses it.
    """
    terkunci = lock_renstra(oleh, renstra)
    delete_all(oleh, terkunci)
    for tujuan in Tujuan.objects.filter(renstra=terkunci):
        require_unused(tujuan, f"“{tujuan}”", (Sasaran,))
        delete_row(oleh=oleh, objek=tujuan, lingkup=Lingkup(terkunci.perangkat_daerah_id), induk=terkunci)
    require_unused(terkunci, f"{terkunci}", (Misi, IsuStrategis))
    delete_row(oleh=oleh, objek=terkunci, lingkup=Lingkup(terkunci.perangkat_daerah_id))


@transaction.atomic
def copy_renstra(*, oleh: Pelaku, renstra: Renstra) -> int:
    """Take visi, misi, tujuan, sasaran and indikator over from the Renstra before; return how many indikator.

    Each indikator names the one it was copied from as its `pendahulu`. Raises PermissionDenied, and
    ValidationError when there is nothing to copy from or the Renstra already has a plan of its own.
    """
    baru = lock_renstra(oleh, renstra)
    lama = baru.pendahulu
    if lama is None:
        raise ValidationError(
            "Renstra periode sebelumnya belum dipilih. Pilih dahulu pada “Ubah identitas dan visi”."
        )
    if any(model.objects.filter(renstra=baru).exists() for model in (Tujuan, Misi, Indikator)):
        raise ValidationError(
            f"{baru} sudah mempunyai misi, tujuan, atau indikator, sehingga tidak dapat disalin dari {lama}. "
            "Tidak ada yang berubah."
        )
    lingkup = Lingkup(baru.perangkat_daerah_id)
    if not baru.visi:
        baru.visi, baru.sumber_visi = lama.visi, lama.sumber_visi
        save_row(oleh=oleh, objek=baru, lingkup=lingkup, tindakan="salin")
    return _copy_indikator(oleh, lama, baru, lingkup, _copy_tree(oleh, lama, baru, lingkup))


def _copy_tree(oleh: Pelaku, lama: Renstra, baru: Renstra, lingkup: Lingkup) -> dict[int, Sasaran]:
    """Copy misi, tujuan and sasaran; return the new sasaran by the key of the one each came from."""
    misi: dict[int, Misi] = {}
    for m in lama.misi.order_by("urutan"):
        misi[m.pk] = Misi(renstra=baru, urutan=m.urutan, uraian=m.uraian, didukung=m.didukung)
        save_row(oleh=oleh, objek=misi[m.pk], lingkup=lingkup, tindakan="salin", induk=baru)
    sasaran: dict[int, Sasaran] = {}
    for t in lama.tujuan.order_by("urutan").prefetch_related("sasaran"):
        milik = misi.get(t.misi_id) if t.misi_id else None
        tujuan = Tujuan(renstra=baru, misi=milik, urutan=t.urutan, uraian=t.uraian)
        save_row(oleh=oleh, objek=tujuan, lingkup=lingkup, tindakan="salin", induk=baru)
        for s in t.sasaran.all():
            sasaran[s.pk] = Sasaran(tujuan=tujuan, kode=s.kode, urutan=s.urutan, uraian=s.uraian)
            save_row(oleh=oleh, objek=sasaran[s.pk], lingkup=lingkup, tindakan="salin", induk=baru)
    return sasaran


def _copy_indikator(
    oleh: Pelaku, lama: Renstra, baru: Renstra, lingkup: Lingkup, sasaran: dict[int, Sasaran]
) -> int:
    salinan: dict[int, Indikator] = {}
    asal = list(lama.indikator.order_by("jenis", "urutan").prefetch_related("penanggung_jawab", "komponen"))
    for i in asal:
        satu = Indikator(renstra=baru, pendahulu=i, **{nama: getattr(i, nama) for nama in DISALIN})
        satu.sasaran = sasaran.get(i.sasaran_id) if i.sasaran_id else None
        salinan[i.pk] = satu
        unit = {"penanggung_jawab": i.penanggung_jawab.all()}
        save_row(oleh=oleh, objek=satu, lingkup=lingkup, tindakan="salin", banyak=unit)
        for k in i.komponen.all():
            komponen = Komponen(
                indikator=satu,
                urutan=k.urutan,
                pembilang=k.pembilang,
                penyebut=k.penyebut,
                satuan=k.satuan,
                unit_kerja_id=k.unit_kerja_id,
            )
            save_row(oleh=oleh, objek=komponen, lingkup=lingkup, tindakan="salin", induk=satu)
    for i in asal:
        if i.mengikuti_id in salinan:
            satu = salinan[i.pk]
            satu.mengikuti, satu.mengikuti_komponen = salinan[i.mengikuti_id], i.mengikuti_komponen
            save_row(oleh=oleh, objek=satu, lingkup=lingkup, tindakan="salin")
    return len(asal)
