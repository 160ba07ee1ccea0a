"""Pages of the ground floor."""

from collections.abc import Callable

from django.db.models import Model
from django.urls import reverse

from kinerja.models import RealisasiIndikator
from lkip import audit
from lkip.models import Jejak, PerangkatDaerah, SkalaPredikat, UnitKerja
from lkip.pelaku import Pelaku
from tests.factories import IndikatorFactory, PenggunaFactory, RenstraFactory, SkalaFactory
from tests.hak.dasar import (
    ADMIN,
    ANONIM,
    KEPALA_UNIT,
    LINTAS,
    SE_PD,
    STAF,
    SUPERUSER,
    Dunia,
    Jawaban,
    Kasus,
    hanya,
    semua,
)


def riwayat(objek: Model) -> str:
    return reverse("riwayat", args=[objek._meta.label, objek.pk])


def realisasi(dunia: Dunia, unit: UnitKerja) -> RealisasiIndikator:
    indikator = IndikatorFactory(renstra__perangkat_daerah=unit.perangkat_daerah)
    indikator.penanggung_jawab.add(unit)
    return RealisasiIndikator.objects.create(indikator=indikator, tahun=2024, triwulan=1)


def ada(boleh: set[str]) -> Jawaban:
    """`boleh` get the page; for others it does not exist."""
    return hanya(boleh, lihat=set())


def jejak(dunia: Dunia) -> str:
    audit.record(oleh=Pelaku("x", "y"), tindakan="ubah", objek=dunia.unit, sebelum=None, sesudah={})
    return reverse("jejak_satu", args=[Jejak.objects.get().pk])


def kebijakan(nama: str, pd: PerangkatDaerah) -> str:
    return reverse(nama, args=[pd.slug, 2024])


KELOLA = {SUPERUSER, ADMIN}
SKALA: dict[str, Callable[[Dunia], str]] = {
    "skala_tambah": lambda d: reverse("skala_tambah"),
    "skala_ubah": lambda d: reverse("skala_ubah", args=[SkalaFactory().pk]),
    "skala_hapus": lambda d: reverse("skala_hapus", args=[SkalaFactory().pk]),
    "skala_predikat_hapus": lambda d: reverse(
        "skala_predikat_hapus", args=[SkalaPredikat.objects.create(nama=f"Opini {d.sendiri}").pk]
    ),
    "skala_predikat_tambah": lambda d: reverse("skala_predikat_tambah"),
    "skala_predikat_ubah": lambda d: reverse(
        "skala_predikat_ubah", args=[SkalaPredikat.objects.create(nama=f"Opini {d.sendiri}").pk]
    ),
}
KASUS = [
    Kasus("masuk", lambda d: reverse("masuk"), lambda siapa: 200 if siapa == ANONIM else 302),
    Kasus("masuk_kode", lambda d: reverse("masuk_kode"), semua(302)),
    Kasus("masuk_kode", lambda d: reverse("masuk_kode"), semua(302), "POST"),
    Kasus("keluar", lambda d: reverse("keluar"), lambda siapa: 302, "POST"),
    Kasus("keluar", lambda d: reverse("keluar"), lambda siapa: 405),
    # One's own account: everybody who is signed in, and nobody else's.
    Kasus("profil", lambda d: reverse("profil"), semua(200)),
    Kasus("profil", lambda d: reverse("profil"), semua(405), "POST"),
    Kasus("profil_sandi", lambda d: reverse("profil_sandi"), semua(200)),
    Kasus("profil_sandi", lambda d: reverse("profil_sandi"), semua(200), "POST"),
    Kasus("totp", lambda d: reverse("totp"), semua(200)),
    Kasus("totp", lambda d: reverse("totp"), semua(200), "POST"),
    # Without the second step there is nothing to show or to switch off.
    Kasus("totp_pemulihan", lambda d: reverse("totp_pemulihan"), semua(302)),
    Kasus("totp_pemulihan", lambda d: reverse("totp_pemulihan"), semua(302), "POST"),
    Kasus("totp_mati", lambda d: reverse("totp_mati"), semua(302)),
    Kasus("totp_mati", lambda d: reverse("totp_mati"), semua(302), "POST"),
    # Without the signature of the person's own form.
    Kasus("draf", lambda d: reverse("draf"), semua(400), "POST"),
    Kasus("draf", lambda d: reverse("draf"), semua(405)),
    Kasus("draf_buang", lambda d: reverse("draf_buang"), semua(400), "POST"),
    Kasus("terbaca", lambda d: reverse("terbaca") + "?jenis=persen", semua(200)),
    Kasus("riwayat", lambda d: riwayat(RenstraFactory(perangkat_daerah=d.sendiri)), ada(SE_PD)),
    Kasus("riwayat", lambda d: riwayat(RenstraFactory(perangkat_daerah=d.lain)), ada(LINTAS), milik="lain"),
    Kasus("riwayat", lambda d: riwayat(realisasi(d, d.unit)), ada(SE_PD), milik="unit sendiri"),
    Kasus(
        "riwayat",
        lambda d: riwayat(realisasi(d, d.unit_lain)),
        ada(SE_PD - {STAF, KEPALA_UNIT}),
        milik="unit lain",
    ),
    Kasus("riwayat", lambda d: riwayat(PenggunaFactory()), ada(LINTAS), milik="akun"),
    Kasus("riwayat", lambda d: riwayat(d.unit), ada(LINTAS), milik="acuan"),
    Kasus("riwayat", lambda d: reverse("riwayat", args=["auth.Permission", 1]), ada(set()), milik="asing"),
    Kasus("riwayat", lambda d: riwayat(d.unit), semua(405), "POST", milik="acuan"),
    Kasus("jejak_daftar", lambda d: reverse("jejak_daftar"), ada(LINTAS)),
    Kasus("jejak_daftar", lambda d: reverse("jejak_daftar"), semua(405), "POST"),
    Kasus("jejak_satu", jejak, ada(LINTAS)),
    Kasus("kebijakan", lambda d: kebijakan("kebijakan", d.sendiri), ada(SE_PD)),
    Kasus("kebijakan", lambda d: kebijakan("kebijakan", d.lain), ada(LINTAS), milik="lain"),
    Kasus("kebijakan_ubah", lambda d: kebijakan("kebijakan_ubah", d.sendiri), hanya(KELOLA)),
    Kasus("kebijakan_ubah", lambda d: kebijakan("kebijakan_ubah", d.sendiri), hanya(KELOLA), "POST"),
    Kasus(
        "kebijakan_ubah",
        lambda d: kebijakan("kebijakan_ubah", d.lain),
        hanya(KELOLA, lihat=LINTAS),
        "POST",
        milik="lain",
    ),
    Kasus("skala_daftar", lambda d: reverse("skala_daftar"), ada(SE_PD)),
    *(Kasus(nama, a, hanya(KELOLA)) for nama, a in SKALA.items()),
    *(
        Kasus(nama, a, hanya(KELOLA, 302 if nama.endswith("hapus") else 200), "POST")
        for nama, a in SKALA.items()
    ),
]
