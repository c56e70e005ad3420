"""A country pair, compiled from what is published at a moment: nothing here is kept, nothing here is typed in."""

from newsroom.public.dossier.compiling import Compiled, compile_dossier, find

__all__ = ["Compiled", "compile_dossier", "find"]
