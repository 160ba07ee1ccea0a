import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lkip.models import Pengguna


@pytest.mark.parametrize(
    ("sandi", "pesan"),
    [
        ("Kupang-2024", "terlalu pendek"),
        ("abababababab", "kurang dari 5 huruf atau tanda yang berbeda"),
        ("936258147025", "angka"),
        ("mariyati.uji", "mirip"),
        ("Mariyati-Lestari", "mirip"),
        ("Mariyati.Uji-dan-sebagainya", "memuat nama pengguna"),
        ("qwertyqwerty", "umum"),
    ],
)
def test_a_weak_password_is_refused_in_indonesian(sandi, pesan):
    pengguna = Pengguna(username="mariyati.uji", nama="Mariyati Lestari")
    with pytest.raises(ValidationError, match=pesan):
        validate_password(sandi, pengguna)


def test_a_long_phrase_is_fine():
    validate_password("tenun ikat sumba", Pengguna(username="mariyati"))
