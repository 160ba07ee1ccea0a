"""All addresses of the application."""

from django.contrib import admin
from django.urls import include, path

from lkip import views

urlpatterns = [
    path("", include("laporan.urls")),
    path("masuk/", views.masuk, name="masuk"),
    path("keluar/", views.keluar, name="keluar"),
    path("admin/", admin.site.urls),
]
