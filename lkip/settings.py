"""All settings, driven by environment variables; the table of them is in the README.

`LKIP_MODE=lokal` (the default) needs no variable at all: SQLite, local files, a secret key made
on first use. `LKIP_MODE=produksi` refuses to start until its variables are given.
"""

from datetime import timedelta
from pathlib import Path

import django_stubs_ext
import environ
import font_source_sans_pro
import font_source_serif_pro
from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

django_stubs_ext.monkeypatch()  # ModelForm[Renstra] and its like may be written

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

MODE = env.str("LKIP_MODE", default="lokal")
if MODE not in {"lokal", "produksi"}:
    raise ImproperlyConfigured(f"LKIP_MODE must be 'lokal' or 'produksi', not {MODE!r}")
PRODUKSI = MODE == "produksi"
DEBUG = False if PRODUKSI else env.bool("DEBUG", default=False)
DEFAULT_EXCEPTION_REPORTER_FILTER = "lkip.saring_galat.SaringGalat"

DATA_DIR = Path(env.str("LKIP_DATA_DIR", default=str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)


def _local_secret_key() -> str:
    """Return the key kept in the data folder, making it on first use (local mode only)."""
    berkas = DATA_DIR / "secret_key"
    if not berkas.exists():
        berkas.touch(mode=0o600)
        berkas.write_text(get_random_secret_key())
    return berkas.read_text()


if PRODUKSI:
    SECRET_KEY = env.str("SECRET_KEY")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
    DATABASES = {"default": env.db("DATABASE_URL")}
else:
    SECRET_KEY = env.str("SECRET_KEY", default="") or _local_secret_key()
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
    DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'lkip.sqlite3'}")}

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Two writers wait for each other instead of failing; readers are never blocked.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

INSTALLED_APPS = [
    "lkip",
    "kinerja",
    "anggaran",
    "laporan",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_include_bootstrap",
    "django_prose_editor",  # for its static files
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # above WhiteNoise, so that static files are small locally too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lkip.middleware.SesiMiddleware",
    "lkip.middleware.ResumeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "lkip.urls"
WSGI_APPLICATION = "lkip.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "lkip.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses whoever failed too often, before a password is looked at
    "lkip.backend.PenggunaBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "nama", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "lkip.sandi.RagamHurufValidator"},
    {"NAME": "lkip.sandi.TanpaNamaPenggunaValidator"},
]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Makassar"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # a year is not 2.024; amounts go through lkip.angka

FONT_DIRS = {
    "source-sans": Path(font_source_sans_pro.__file__).parent / "files",
    "source-serif": Path(font_source_serif_pro.__file__).parent / "files",
}
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
if not PRODUKSI:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # nothing is collected, but WhiteNoise asks for it
FONT_WEB_DIR = DATA_DIR / "fonts"  # made by `manage.py build_fonts`; without it pages use system fonts
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [BASE_DIR / "static"]
if FONT_WEB_DIR.is_dir():
    STATICFILES_DIRS.append(("fonts", FONT_WEB_DIR))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUKSI
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUKSI
MEDIA_ROOT = DATA_DIR / "media"  # bukti dukung; served only by a page that asks for permission
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a year of realisasi per month of a whole perangkat daerah

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets of our own in templates/
CRISPY_ALLOWED_TEMPLATE_PACKS = ["bootstrap5"]
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Who does long work (PDF of a report, import of a large file): "subproses" (a process of its own, the
# default), "antrean" (a worker, `manage.py db_worker`), or "langsung" (the calling process; commands, tests).
PELAKSANA = env.str("LKIP_PELAKSANA", default="subproses")
if PELAKSANA not in {"subproses", "antrean", "langsung"}:
    raise ImproperlyConfigured(
        f"LKIP_PELAKSANA must be 'subproses', 'antrean' or 'langsung', not {PELAKSANA!r}"
    )
# What pages keep (docs/adr/0019) stands apart, so that it never pushes out the counters that stop a flood.
CACHES = {
    nama: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": nama,
        "OPTIONS": {"MAX_ENTRIES": banyak},
    }
    for nama, banyak in (("default", 300), ("halaman", 2000))
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CETAKAN_DIR = DATA_DIR / "cetakan"  # rendered reports

# Frozen and signed reports, each under the SHA-256 of its content: back it up together with the database.
ARSIP_DIR = DATA_DIR / "arsip"
# How the outside world reaches this server: printed in every final report, so that it can be verified.
ALAMAT_PUBLIK = env.str(
    "LKIP_ALAMAT_PUBLIK", default=f"https://{ALLOWED_HOSTS[0]}" if PRODUKSI else "http://127.0.0.1:8000"
).rstrip("/")

# Electronic signatures (laporan.tandatangan): a key of our own, or BSrE. Without a key, a demo certificate.
TTE_PENYEDIA = env.str("LKIP_TTE_PENYEDIA", default="pkcs12")
if TTE_PENYEDIA not in {"pkcs12", "bsre"}:
    raise ImproperlyConfigured(f"LKIP_TTE_PENYEDIA must be 'pkcs12' or 'bsre', not {TTE_PENYEDIA!r}")
TTE_PKCS12 = env.str("LKIP_TTE_PKCS12", default="")
TTE_PKCS12_BASE64 = env.str("LKIP_TTE_PKCS12_BASE64", default="")
TTE_CONTOH = env.bool("LKIP_TTE_CONTOH", default=not PRODUKSI)
TTE_CONTOH_DIR = DATA_DIR / "tte-contoh"
TTE_AKAR = env.list("LKIP_TTE_AKAR", default=[])
TTE_CRL = env.list("LKIP_TTE_CRL", default=[])
TSA_URL = env.str("LKIP_TSA_URL", default="")
BSRE_URL = env.str("LKIP_BSRE_URL", default="").rstrip("/")
BSRE_PENGGUNA = env.str("LKIP_BSRE_PENGGUNA", default="")
BSRE_SANDI = env.str("LKIP_BSRE_SANDI", default="")
if TTE_PENYEDIA == "bsre" and not (BSRE_URL and BSRE_PENGGUNA and BSRE_SANDI):
    raise ImproperlyConfigured("LKIP_BSRE_URL, LKIP_BSRE_PENGGUNA and LKIP_BSRE_SANDI are needed for BSrE")
if PRODUKSI and BSRE_URL and not BSRE_URL.startswith("https://"):
    raise ImproperlyConfigured("LKIP_BSRE_URL must begin with https://: a passphrase goes there")

# Too many failures end in a wait (docs/adr/0010): of one name from one address, and of one address.
AXES_HANDLER = "lkip.lockout.PenjagaMasuk"
AXES_LOCKOUT_CALLABLE = "lkip.views.masuk.terkunci"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
BATAS_GAGAL_ALAMAT = 50  # a whole office may stand behind one address
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page says when it ends
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "lkip.jaringan.client_ip"
AXES_SENSITIVE_PARAMETERS = [
    "username"
]  # somebody types the password there some day; the log keeps the address
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False  # lkip.admin_akses shows them
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "LKIP"
# How many proxies of our own stand before the application; each adds an address to X-Forwarded-For.
JUMLAH_PROKSI = env.int("LKIP_JUMLAH_PROKSI", default=0)

# A session ends two hours after it was last used, and twelve hours after signing in. It is written every
# few minutes of use, not at every request (lkip.middleware.SesiMiddleware).
SESSION_COOKIE_AGE = 2 * 60 * 60
SESI_PALING_LAMA = timedelta(hours=12)
SESI_DITULIS_TIAP = timedelta(minutes=5)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # forms carry the token themselves
CSRF_COOKIE_SAMESITE = "Lax"

# Scripts come from our own files only. The one exception is the import map of the narrative editor: a page
# that needs an inline script writes <script nonce="{{ request.csp_nonce }}">, and the header then names it.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, UNSAFE_INLINE],  # widths and colours of the report come from data
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUKSI:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
