"""Files whose record is gone go too, after a while; the others stay."""

import datetime
import io

import time_machine
from django.core.management import call_command
from django.utils import timezone

from kinerja.actions.bukti import add_bukti, delete_bukti
from tests.berkas import gambar, pdf, unggahan


def prune() -> str:
    keluaran = io.StringIO()
    call_command("prune_bukti", stdout=keluaran)
    return keluaran.getvalue()


def test_only_what_no_record_names_and_not_at_once(staf, realisasi, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert prune().startswith("0 berkas")
    milik = {"oleh": staf, "indikator": realisasi.indikator, "tahun": 2024, "triwulan": 1}
    tetap, _ = add_bukti(**milik, berkas=unggahan("a.pdf", pdf()))
    pergi, _ = add_bukti(**milik, berkas=unggahan("a.png", gambar("PNG")))
    nama = pergi.berkas.name
    delete_bukti(oleh=staf, bukti=pergi)
    assert prune().startswith("0 berkas")
    assert (tmp_path / nama).exists()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=31)):
        assert prune().startswith("1 berkas")
    assert not (tmp_path / nama).exists()
    assert (tmp_path / tetap.berkas.name).exists()
