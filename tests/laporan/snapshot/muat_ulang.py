"""Write every row of the project again, the last first and under another primary key."""

from __future__ import annotations

from django.apps import apps
from django.db import models

APLIKASI = ("lkip", "kinerja", "anggaran", "laporan")


def _model() -> list[type[models.Model]]:
    return [m for app in APLIKASI for m in apps.get_app_config(app).get_models(include_auto_created=True)]


def muat_ulang() -> int:
    """Return the number of rows written again; foreign keys follow, constraints hold at the end only."""
    semua = {m: list(m._base_manager.order_by("pk")) for m in _model()}
    kunci = {
        m: {baris.pk: 10_000 + 3 * (len(isi) - i) for i, baris in enumerate(isi)} for m, isi in semua.items()
    }
    for model, isi in semua.items():
        for baris in isi:
            for bidang in model._meta.concrete_fields:
                tujuan = bidang.related_model
                if isinstance(bidang, models.ForeignKey) and tujuan in kunci:
                    lama = getattr(baris, bidang.attname)
                    setattr(baris, bidang.attname, None if lama is None else kunci[tujuan][lama])
            baris.pk = kunci[model][baris.pk]
        model._base_manager.all()._raw_delete(using="default")
    for model, isi in semua.items():
        model._base_manager.bulk_create(reversed(isi))
    return sum(map(len, semua.values()))
