"""Nothing that was typed is lost, and nothing is written twice: what every form of the application does.

- **Draf**: while somebody types, the form sends its content here (`DrafIsian`); opened again, it is filled
  with it. A form sent after the session ended becomes a draft too (`lkip.middleware`).
- **Sidik**: a form carries the fingerprint of what it was filled with. When the data have changed since,
  and differ from what is sent, the action raises `Bentrok` and the page shows both.
- **Kunci**: a form carries a key of its own. Sent twice, the second sending leads to the result of the first.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, models, transaction
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from lkip import audit, kunci
from lkip.akses import signed_in
from lkip.models import DrafIsian, Jejak, Kiriman

UMUR_KIRIMAN, UMUR_DRAF = datetime.timedelta(days=30), datetime.timedelta(days=180)
KUNCI, SIDIK, PEMILIK, ALAMAT = "_kunci", "_sidik", "_pemilik", "_alamat"
TEKNIS = frozenset({"csrfmiddlewaretoken", KUNCI, PEMILIK, ALAMAT})
"""Fields of a form that are not what somebody typed; the fingerprint stays, a draft is held against it."""


class Bentrok(ValidationError):  # noqa: N818 (the domain says it in Indonesian)
    """Somebody else changed the object after this form was filled; `terakhir` is their audit row."""

    def __init__(self, terakhir: Jejak | None) -> None:
        super().__init__("Data ini diubah orang lain setelah Anda membukanya.")
        self.terakhir = terakhir


def sidik(objek: Iterable[models.Model]) -> str:
    """Return the fingerprint of these rows as they are stored now."""
    isi = [[audit.label(satu), audit.fields_of(satu)] for satu in objek]
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def require_unchanged(diisi_atas: str | None, objek: models.Model, isi: Iterable[models.Model]) -> None:
    """Raise Bentrok unless the rows `isi` of `objek` still have the fingerprint `diisi_atas`.

    Call it in the transaction of the write, after locking `objek`. Without a fingerprint (a command)
    nothing is asked.
    """
    if diisi_atas is None or diisi_atas == sidik(isi):
        return
    label = audit.label(objek)
    milik = models.Q(objek_jenis=objek._meta.label, objek_kunci=str(objek.pk)) | models.Q(induk=label)
    raise Bentrok(Jejak.objects.filter(milik).first())


@dataclass
class Isian:
    """The form of one request: what fills it, and what has to come back with it."""

    request: HttpRequest
    draf: DrafIsian | None
    kunci: str
    sidik: str | None = None
    bentrok: Bentrok | None = None

    @classmethod
    def open(cls, request: HttpRequest, isi: Iterable[models.Model] | None = None) -> Isian:
        """Return the form of this address; `isi` are the rows it shows, for the fingerprint."""
        draf = None
        if request.method != "POST":
            draf = DrafIsian.objects.filter(pengguna=signed_in(request), alamat=address(request)).first()
        terkirim = request.POST.get(KUNCI, "")
        return cls(request, draf, terkirim or str(uuid.uuid4()), None if isi is None else sidik(isi))

    @property
    def data(self) -> QueryDict | None:
        """What to bind the form to: what was sent, or the draft, or nothing."""
        if self.request.method == "POST":
            return self.request.POST
        if self.draf is None:
            return None
        data = QueryDict(mutable=True)
        for nama, nilai in self.draf.isi.items():
            data.setlist(nama, nilai)
        return data

    @property
    def files(self) -> Any:
        """The files that were sent."""
        return self.request.FILES if self.request.method == "POST" else None

    @property
    def sidik_terisi(self) -> str | None:
        """The fingerprint of what the form was filled with, for the action; None for a new object."""
        data = self.data
        return (data.get(SIDIK) if data is not None else None) or self.sidik

    @property
    def tersembunyi(self) -> dict[str, str]:
        """The hidden fields of the form. After a conflict they agree to what is stored now."""
        pemilik = Signer(salt=PEMILIK).sign(str(signed_in(self.request).pk))
        hidden = {KUNCI: self.kunci, PEMILIK: pemilik, ALAMAT: address(self.request)}
        if self.bentrok is not None:
            return {**hidden, KUNCI: str(uuid.uuid4()), SIDIK: self.sidik or ""}
        nilai = self.sidik_terisi
        return hidden if nilai is None else {**hidden, SIDIK: nilai}

    def handle(
        self, formulir: Sequence[BaseForm | BaseFormSet[Any]], simpan: Callable[[], str], pesan: str = ""
    ) -> HttpResponseRedirect | None:
        """Save what was sent, once; return where to go, or None when the page has to be shown (again).

        `simpan` writes and returns the address to go to. What it refuses by ValidationError stands on the
        first of `formulir`, a conflict in `bentrok`; then nothing has changed.
        """
        if self.request.method != "POST":
            return None
        if (terkirim := self._sent(pesan)) is not None:
            return terkirim
        sah = [satu.is_valid() for satu in formulir]  # every one is asked: all errors at once
        if not all(sah):
            return None
        try:
            return self._save(simpan, pesan)
        except Bentrok as bentrok:
            self.bentrok = bentrok
        except ValidationError as galat:
            utama = formulir[0]
            assert isinstance(utama, BaseForm)
            utama.add_error(None, galat)
        return None

    def _save(self, simpan: Callable[[], str], pesan: str) -> HttpResponseRedirect:
        try:
            with transaction.atomic():
                kiriman = Kiriman.objects.create(kunci=as_uuid(self.kunci), pengguna=signed_in(self.request))
                kiriman.tujuan = simpan()
                kiriman.save(update_fields=["tujuan"])
                drop_draft(self.request)
        except IntegrityError as galat:
            if kunci.PESAN_PEMICU in str(galat):  # locked between the question and the write
                pesan = "Triwulan ini baru saja dikunci, sehingga isian Anda tidak disimpan."
                raise kunci.TriwulanTerkunci(pesan) from galat
            if (terkirim := self._sent(pesan)) is None:
                raise
            return terkirim
        self._say(pesan)
        return redirect(kiriman.tujuan)

    def _sent(self, pesan: str) -> HttpResponseRedirect | None:
        """Return where the first sending of this very form led.

        A browser that sends twice forgets the first answer and what it said: it is said again, once.
        """
        kiriman = Kiriman.objects.filter(kunci=as_uuid(self.kunci), pengguna=signed_in(self.request)).first()
        if kiriman is None:
            return None
        self._say(pesan)
        return redirect(kiriman.tujuan)

    def _say(self, pesan: str) -> None:
        menunggu = messages.get_messages(self.request)
        ada = pesan in map(str, menunggu)
        if isinstance(menunggu, BaseStorage):
            menunggu.used = False  # looking is not showing
        if pesan and not ada:
            messages.success(self.request, pesan)


def address(request: HttpRequest) -> str:
    """Return the address that a draft belongs to: the page with its query."""
    return request.get_full_path()[:300]


def keep_draft(request: HttpRequest, alamat: str, data: QueryDict) -> DrafIsian:
    """Keep what was typed into the form at `alamat`."""
    isi = {nama: data.getlist(nama) for nama in data if nama not in TEKNIS}
    return DrafIsian.objects.update_or_create(
        pengguna=signed_in(request), alamat=alamat[:300], defaults={"isi": isi}
    )[0]


def drop_draft(request: HttpRequest, alamat: str | None = None) -> None:
    """Throw the draft of this address away."""
    DrafIsian.objects.filter(pengguna=signed_in(request), alamat=alamat or address(request)).delete()


def prune() -> tuple[int, int]:
    """Delete the keys and the drafts that nobody will come back to; return how many of each."""
    kini = timezone.now()
    kiriman, _ = Kiriman.objects.filter(waktu__lt=kini - UMUR_KIRIMAN).delete()
    draf, _ = DrafIsian.objects.filter(disimpan_pada__lt=kini - UMUR_DRAF).delete()
    return kiriman, draf


def owner(data: QueryDict) -> int | None:
    """Return whose form this was, by the signature it carries; None when it carries none."""
    try:
        return int(Signer(salt=PEMILIK).unsign(data.get(PEMILIK, "")))
    except (BadSignature, ValueError):
        return None


def as_uuid(teks: str) -> uuid.UUID:
    """Return the key of a form; a new one for what is no key."""
    try:
        return uuid.UUID(teks)
    except ValueError:
        return uuid.uuid4()
