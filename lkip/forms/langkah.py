"""The form of one step of an object: what it asks for, on a page that brings the form tag and the button."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


class LangkahForm(forms.Form):
    """The form of one step."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
