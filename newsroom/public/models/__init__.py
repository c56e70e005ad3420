from newsroom.public.models.edition import Address, Change, Edition, Facet, Head

__all__ = ["Address", "Change", "Edition", "Facet", "Head"]
