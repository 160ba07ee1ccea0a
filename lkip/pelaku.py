"""Who acts, and from where."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from lkip.access import Izin, PunyaPerangkatDaerah, has_izin
from lkip.jaringan import client_ip
from lkip.models import Pengguna


@dataclass(frozen=True)
class Pelaku:
    """The actor of a write: a person behind a request, or a command started on the server.

    `nama` and `asal` go into the audit trail as text, because they must still make sense when the account
    is gone.
    """

    nama: str
    asal: str
    pengguna: Pengguna | None = None

    @classmethod
    def from_request(cls, request: HttpRequest) -> Pelaku:
        """Return the person who sent `request`; every page is behind LoginRequiredMiddleware."""
        assert isinstance(request.user, Pengguna)
        return cls.from_pengguna(request.user, client_ip(request) or "tidak diketahui")

    @classmethod
    def from_pengguna(cls, pengguna: Pengguna, asal: str) -> Pelaku:
        """Return the person, acting from `asal`."""
        nama = f"{pengguna.username} ({pengguna})" if pengguna.nama else pengguna.username
        return cls(nama, asal, pengguna)

    @classmethod
    def from_command(cls, perintah: str) -> Pelaku:
        """Return a management command: whoever can start one holds every izin."""
        return cls(f"perintah {perintah}", perintah)

    def has_izin(self, izin: Izin, objek: PunyaPerangkatDaerah | None = None) -> bool:
        """Return whether the actor holds `izin` for `objek`."""
        return self.pengguna is None or has_izin(self.pengguna, izin, objek)

    def require(self, izin: Izin, objek: PunyaPerangkatDaerah | None = None) -> None:
        """Raise PermissionDenied unless the actor holds `izin` for `objek`."""
        if not self.has_izin(izin, objek):
            raise PermissionDenied
