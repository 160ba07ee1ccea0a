"""Pages of the ground floor."""

from django.urls import reverse

from tests.hak.dasar import ANONIM, Kasus, semua

KASUS = [
    Kasus("masuk", lambda d: reverse("masuk"), lambda siapa: 200 if siapa == ANONIM else 302),
    Kasus("keluar", lambda d: reverse("keluar"), lambda siapa: 302, "POST"),
    Kasus("keluar", lambda d: reverse("keluar"), lambda siapa: 405),
    # Without the signature of the person's own form.
    Kasus("draf", lambda d: reverse("draf"), semua(400), "POST"),
    Kasus("draf", lambda d: reverse("draf"), semua(405)),
    Kasus("draf_buang", lambda d: reverse("draf_buang"), semua(400), "POST"),
    Kasus("terbaca", lambda d: reverse("terbaca") + "?jenis=persen", semua(200)),
]
