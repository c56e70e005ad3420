"""Snowball's stemmers, each by itself: their own package loads those of thirty languages at once, in 2 MiB."""

from importlib.util import find_spec

# A module with a path is a package: its parts are found where Snowball keeps them.
__path__ = find_spec("snowballstemmer").submodule_search_locations
