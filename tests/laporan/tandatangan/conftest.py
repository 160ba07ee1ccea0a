"""What every test of signatures starts from."""

from tests.laporan.tandatangan.dunia import _folders as _folders
from tests.laporan.tandatangan.dunia import dunia as dunia
from tests.laporan.tandatangan.dunia import minta as minta
from tests.laporan.tandatangan.dunia import pdf_final as pdf_final
