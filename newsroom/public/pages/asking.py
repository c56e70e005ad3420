"""Parameters of pages: strict in what is known, like the API's. What is not known is passed over, since links to pages
gather parameters of others on their way; so is what a form left empty."""

from django.http import QueryDict

from newsroom.public.api import parameters


def read(given: QueryDict, known: dict) -> dict:
    asked = QueryDict(mutable=True)
    for name, values in given.lists():
        if name in known and any(value.strip() for value in values):
            asked.setlist(name, [value.strip() for value in values])
    return parameters.read(asked, known)
