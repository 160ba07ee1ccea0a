import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lkip.management.commands.build_fonts import BERKAS, web_font


@pytest.fixture
def folder(settings, tmp_path):
    settings.FONT_WEB_DIR = tmp_path / "fonts"
    return settings.FONT_WEB_DIR


def test_every_font_of_the_stylesheet_is_made_and_small(folder, capsys):
    call_command("build_fonts")
    assert {b.name for b in folder.iterdir()} == {f"{nama}.woff2" for _, _, nama in BERKAS}
    assert all(b.read_bytes()[:4] == b"wOF2" and b.stat().st_size < 30_000 for b in folder.iterdir())
    assert str(folder) in capsys.readouterr().out
    css = (settings.BASE_DIR / "static" / "css" / "lkip.css").read_text(encoding="utf-8")
    assert all(f"../fonts/{nama}.woff2" in css for _, _, nama in BERKAS)
    assert css.count("@font-face") == len(BERKAS)


def test_the_same_font_gives_the_same_bytes():
    paket, nama, _ = BERKAS[0]
    asal = settings.FONT_DIRS[paket] / f"{nama}.ttf"
    assert web_font(asal) == web_font(asal)


def test_a_missing_package_font_is_named(folder, settings, tmp_path):
    settings.FONT_DIRS = dict.fromkeys(settings.FONT_DIRS, tmp_path)
    with pytest.raises(CommandError, match="SourceSansPro-Regular"):
        call_command("build_fonts")
