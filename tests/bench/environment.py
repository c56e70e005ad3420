"""Imported before anything that needs Django: the settings follow from the environment."""

import os

import django

os.environ.setdefault("DATABASE_URL", "postgres://postgres@127.0.0.1:5432/communique_bench")
os.environ.setdefault("NEWSROOM_LOG_LEVEL", "WARNING")
# Reading is what is measured, and more often than anybody may ask without a key.
os.environ.setdefault("NEWSROOM_ANONYMOUS_QUOTA", "0")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()
