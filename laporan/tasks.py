"""What a worker does for laporan (`manage.py db_worker`)."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks import task


@task()
def make_cetakan(pk: int) -> None:
    """Make the file of one Cetakan; how it went stands in its row."""
    call_command("run_cetakan", str(pk))
