import pytest
from django.test import RequestFactory

from lkip.jaringan import client_ip, is_local


def minta(xff=None, langsung="10.0.0.9"):
    kepala = {} if xff is None else {"x-forwarded-for": xff}
    return RequestFactory().get("/", headers=kepala, REMOTE_ADDR=langsung)


@pytest.mark.parametrize(
    ("proksi", "xff", "alamat"),
    [
        (0, None, "10.0.0.9"),
        (0, "203.0.113.7", "10.0.0.9"),  # nobody of ours wrote it
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "1.1.1.1, 203.0.113.7", "203.0.113.7"),  # the first was invented by the caller
        (2, "1.1.1.1, 203.0.113.7, 10.0.0.8", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.9"),  # it did not come by both proxies
        (1, None, "10.0.0.9"),
        (1, "", "10.0.0.9"),
        (1, "bukan alamat", "10.0.0.9"),
        (1, "2001:DB8::1", "2001:db8::1"),
    ],
)
def test_a_forwarded_address_is_believed_as_far_as_our_own_proxies_wrote_it(settings, proksi, xff, alamat):
    settings.JUMLAH_PROKSI = proksi
    assert client_ip(minta(xff)) == alamat


def test_a_socket_has_no_address():
    assert client_ip(minta(langsung="")) is None


@pytest.mark.parametrize(
    ("alamat", "lokal"), [(None, True), ("127.0.0.1", True), ("::1", True), ("10.0.0.9", False)]
)
def test_the_machine_itself(alamat, lokal):
    assert is_local(alamat) is lokal
