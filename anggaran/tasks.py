"""What a worker does for anggaran (`manage.py db_worker`)."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks import task


@task()
def work_on_impor(pk: int) -> None:
    """Check or apply one import, whichever it waits for; how it went stands in its row."""
    call_command("run_impor", str(pk))
