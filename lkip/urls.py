"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("laporan.urls")),
    path("admin/", admin.site.urls),
]
