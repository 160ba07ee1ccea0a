"""Demo accounts: one per peran, staf and kepala for each unit kerja that answers for an indikator.

All have the same password, which is never written anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.hashers import check_password, make_password

from laporan.demo.baca import Isi, read_json
from laporan.demo.organisasi import Organisasi
from lkip.models import Pejabat, Pengguna


@dataclass(frozen=True)
class Akun:
    """One demo account, for the table that the command prints."""

    username: str
    peran: str
    nama: str
    perangkat_daerah: str
    berkata_sandi: bool
    kata_sandi_baru: bool


class Sandi:
    """The password of this run, hashed and compared once for all: each time costs half a second."""

    def __init__(self, teks: str) -> None:
        self.teks = teks
        self._cocok: dict[str, bool] = {}

    @cached_property
    def tersandi(self) -> str:
        """What is stored."""
        return make_password(self.teks)

    def is_that_of(self, pengguna: Pengguna) -> bool:
        """Return whether the account already has it."""
        simpanan = pengguna.password
        if simpanan not in self._cocok:
            self._cocok[simpanan] = check_password(self.teks, simpanan)
        return self._cocok[simpanan]


def load_akun(organisasi: Organisasi, password: str | None, replace_password: bool) -> tuple[Akun, ...]:
    """Write the accounts and link officials to theirs.

    `password` goes to accounts that have none; with `replace_password` also to those that have one.
    """
    sandi = None if password is None else Sandi(password)
    return tuple(_load_satu(organisasi, isi, sandi, replace_password) for isi in read_json("akun.json"))


def needs_password() -> bool:
    """Return whether any demo account is missing or cannot sign in."""
    ada = {p.username: p for p in Pengguna.objects.filter(username__in=[i["username"] for i in _isi()])}
    return any(i["username"] not in ada or not ada[i["username"]].has_usable_password() for i in _isi())


def _isi() -> list[Isi]:
    isi: list[Isi] = read_json("akun.json")
    return isi


def _load_satu(organisasi: Organisasi, isi: Isi, sandi: Sandi | None, replace_password: bool) -> Akun:
    pengguna = Pengguna.objects.filter(username=isi["username"]).first() or Pengguna(username=isi["username"])
    pengguna.nama = isi["nama"]
    pengguna.peran = isi["peran"]
    pengguna.perangkat_daerah = (
        organisasi.perangkat_daerah[isi["perangkat_daerah"]] if "perangkat_daerah" in isi else None
    )
    pengguna.unit_kerja = organisasi.find_unit(isi["unit_kerja"]) if "unit_kerja" in isi else None
    pengguna.is_active = True
    pengguna.is_staff = pengguna.is_superuser = isi.get("admin", False)
    baru = sandi is not None and _set_password(pengguna, sandi, replace_password)
    if not pengguna.password:
        pengguna.set_unusable_password()
    pengguna.save()
    if "menjabat" in isi:
        pejabat = organisasi.find_pejabat(isi["menjabat"])
        Pejabat.objects.filter(pk=pejabat.pk).update(pengguna=pengguna)
    return Akun(
        username=pengguna.username,
        peran=pengguna.get_peran_display(),
        nama=pengguna.nama,
        perangkat_daerah=str(pengguna.perangkat_daerah or "semua perangkat daerah"),
        berkata_sandi=pengguna.has_usable_password(),
        kata_sandi_baru=baru,
    )


def _set_password(pengguna: Pengguna, sandi: Sandi, replace_password: bool) -> bool:
    """Set the password where it is due; return whether it is the one given now."""
    berkata_sandi = bool(pengguna.password) and pengguna.has_usable_password()
    if berkata_sandi and not replace_password:
        return False
    if not (berkata_sandi and sandi.is_that_of(pengguna)):
        pengguna.password = sandi.tersandi
    return True
