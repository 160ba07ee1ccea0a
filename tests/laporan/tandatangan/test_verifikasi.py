"""Verification: valid only the very file that was signed, whatever is done to a copy of it."""

from __future__ import annotations

import datetime
import io
import random
import re
import subprocess

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import pkcs12
from django.core.management import call_command
from django.utils import timezone
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature

from laporan import simpanan
from laporan.actions.tanda_tangan import sign_versi
from laporan.models import TandaTanganLaporan, VersiLaporan
from laporan.tandatangan import contoh
from laporan.tandatangan.pades import trusted
from laporan.tandatangan.penyedia import Rahasia, provider
from laporan.tandatangan.periksa import read_file
from laporan.verifikasi import Putusan, verify_file, verify_kode
from laporan.versi import Status
from tests.laporan.tandatangan.dunia import FRASA, NIP, freeze, small_final

KODE = "UJIK-ODEA-0000"
"""The code in the small final file."""


@pytest.fixture
def terbit(dunia):
    """The signed file; its version carries the code that the file prints."""
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(kode=KODE)
    dunia.versi.refresh_from_db()
    tanda = sign_versi(oleh=dunia.oleh, versi=dunia.versi, rahasia=Rahasia(FRASA))
    return simpanan.get(tanda.sha256, "pdf")


def is_valid_for_pdfsig(isi: bytes, tmp_path) -> bool:
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(isi)
    teks = subprocess.run(["pdfsig", str(berkas)], capture_output=True, check=False).stdout
    return b"Signature is Valid" in teks and b"Total document signed" in teks


def is_valid_for_pyhanko(isi: bytes) -> bool:
    try:
        (satu,) = PdfFileReader(io.BytesIO(isi)).embedded_regular_signatures
        return bool(validate_pdf_signature(satu, trusted().context()).bottom_line)
    except Exception:
        return False


def test_the_signed_file_is_valid_for_all(terbit, tmp_path):
    assert is_valid_for_pdfsig(terbit, tmp_path)
    assert is_valid_for_pyhanko(terbit)
    hasil = verify_file(terbit)
    assert (hasil.putusan, hasil.tanda.nip, hasil.terbaru) == (Putusan.SAH, NIP, None)
    assert hasil.berlaku
    assert verify_kode(f" {KODE.lower()} ").putusan == Putusan.SAH


def test_one_byte_changed_anywhere_in_the_signed_range_is_never_valid(terbit, tmp_path):
    rentang = [int(n) for n in re.search(rb"/ByteRange\s*\[([\d\s]+)\]", terbit)[1].split()]
    tempat = [*range(rentang[0], rentang[1]), *range(rentang[2], rentang[2] + rentang[3])]
    acak = random.Random(5)
    for letak in acak.sample(tempat, 50):
        rusak = bytearray(terbit)
        rusak[letak] ^= 1 << acak.randrange(8)
        assert not is_valid_for_pdfsig(bytes(rusak), tmp_path), letak
        assert not is_valid_for_pyhanko(bytes(rusak)), letak
        assert verify_file(bytes(rusak)).putusan in {Putusan.DIUBAH, Putusan.LAIN, Putusan.BUKAN}, letak


def test_a_changed_copy_is_recognised_as_one(terbit):
    rusak = terbit.replace(b"/Producer", b"/Prodecer") if b"/Producer" in terbit else terbit[:-1] + b" "
    assert verify_file(rusak).putusan == Putusan.DIUBAH


def test_an_appended_page_is_a_change(terbit, tmp_path):
    hasil = io.BytesIO()
    with pikepdf.open(io.BytesIO(terbit)) as pdf:
        pdf.add_blank_page()
        pdf.save(hasil, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    isi = hasil.getvalue()
    assert not is_valid_for_pdfsig(isi, tmp_path)
    assert not is_valid_for_pyhanko(isi)
    assert verify_file(isi).putusan == Putusan.DIUBAH  # found although its objects are packed


def test_an_update_after_the_signature_is_a_change(terbit, tmp_path):
    penulis = IncrementalPdfFileWriter(io.BytesIO(terbit))
    penulis.root["/Lang"] = penulis.root["/Lang"]
    penulis.update_root()
    hasil = io.BytesIO()
    penulis.write(hasil)
    isi = hasil.getvalue()
    assert isi.startswith(terbit)
    assert not is_valid_for_pdfsig(isi, tmp_path)
    assert verify_file(isi).putusan == Putusan.DIUBAH
    (tanda,) = read_file(isi).tanda
    assert (tanda.utuh, tanda.menyeluruh) == (True, False)


@pytest.mark.parametrize("tambahan", [b"\n", b"%%EOF\n", b"\0" * 1000])
def test_bytes_behind_the_end_are_a_change(terbit, tambahan):
    assert verify_file(terbit + tambahan).putusan == Putusan.DIUBAH


def test_a_signature_by_another_certificate_is_not_ours(terbit, minta, settings, tmp_path):
    settings.TTE_CONTOH_DIR = tmp_path / "ca-orang-lain"
    palsu = provider().sign(minta()).isi  # our final, signed by somebody else's CA
    hasil = verify_file(palsu)
    assert (hasil.putusan, hasil.versi.kode) == (Putusan.LAIN, KODE)


def test_a_certificate_revoked_before_it_signed_is_told(terbit):
    sertifikat = pkcs12.load_pkcs12(contoh.key_path(NIP).read_bytes(), FRASA.encode()).cert.certificate
    contoh.revoke(sertifikat.serial_number, timezone.now() + datetime.timedelta(days=1))
    assert verify_file(terbit).putusan == Putusan.SAH  # revoked later: it was good when it signed
    contoh.revoke(sertifikat.serial_number, timezone.now() - datetime.timedelta(days=1))
    assert verify_file(terbit).putusan == Putusan.SERTIFIKAT


def test_a_certificate_that_ended_later_still_counts(terbit, monkeypatch):
    tanda = TandaTanganLaporan.objects.get()
    assert tanda.berlaku_sampai > tanda.pada
    nanti = tanda.berlaku_sampai + datetime.timedelta(days=9)
    monkeypatch.setattr(contoh, "_now", lambda: nanti)
    assert verify_file(terbit).putusan == Putusan.SAH


def test_the_unsigned_final_is_not_yet_signed(dunia):
    assert verify_file(simpanan.get(dunia.versi.sha256, "pdf")).putusan == Putusan.BELUM
    assert verify_kode(dunia.versi.kode).putusan == Putusan.BELUM


def test_a_replaced_version_leads_to_the_one_in_force(dunia, terbit):
    dunia.versi = freeze(dunia.laporan, small_final("dua"))
    sign_versi(oleh=dunia.oleh, versi=dunia.versi, rahasia=Rahasia(FRASA))
    hasil = verify_file(terbit)
    assert (hasil.putusan, hasil.terbaru) == (Putusan.DIGANTIKAN, dunia.versi)
    assert not hasil.berlaku


def test_a_revoked_version_is_revoked(dunia, terbit):
    VersiLaporan.objects.filter(pk=dunia.versi.pk).update(
        status=Status.DICABUT, alasan_cabut="Keliru", dicabut_pada=timezone.now(), dicabut_oleh="tes"
    )
    assert verify_file(terbit).putusan == Putusan.DICABUT
    assert verify_kode(KODE).putusan == Putusan.DICABUT


@pytest.mark.parametrize("isi", [b"", b"bukan PDF", b"%PDF-1.7\n%%EOF", bytes(range(256)) * 40])
def test_anything_else_is_not_ours(db, isi):
    assert verify_file(isi).putusan == Putusan.BUKAN


def test_another_signed_file_is_not_ours(terbit, minta):
    lain = small_final("lain", "LAIN-LAIN-LAIN")
    assert verify_file(provider().sign(minta(isi=lain)).isi).putusan == Putusan.BUKAN
    assert verify_kode("TIDA-KADA-0000").putusan == Putusan.BUKAN


def test_the_command_gives_the_same_answer_and_a_code(terbit, tmp_path, capsys):
    berkas = tmp_path / "lkip.pdf"
    berkas.write_bytes(terbit)
    call_command("verify_lkip", str(berkas))
    assert "Sah." in (teks := capsys.readouterr().out)
    assert KODE in teks
    berkas.write_bytes(terbit + b" ")
    with pytest.raises(SystemExit) as keluar:
        call_command("verify_lkip", str(berkas))
    assert keluar.value.code == 6
    assert "berubah" in capsys.readouterr().out
