"""What is told of the API itself: pages for people, in the language that they read."""

import orjson
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from newsroom.public.addresses import API
from newsroom.public.api import schemas
from newsroom.public.api.explanations import EXPLANATIONS, example
from newsroom.public.api.filtersets import TextParameters
from newsroom.public.api.formats.forms import HTML, JSON, Form
from newsroom.public.api.problems import TITLES, page_of
from newsroom.public.api.views.base import View
from relations.values.languages import LANGUAGES, NATIVE_NAMES


class TextView(View):
    """A page of the site for who asks for one."""

    parameters_class = TextParameters
    template = ""

    def page(self, context: dict) -> HttpResponse:
        """Made in the language that is active."""
        ways = {code: f"{self.request.path}?lang={code}" for code in LANGUAGES}
        languages = [{"code": code, "name": NATIVE_NAMES[code], "url": url} for code, url in ways.items()]
        here = {"origin": self.origin, "path": ways[get_language()], "languages": languages, "kind": "api"}
        html = render_to_string(self.template, {**context, **here})
        return self.answer(html.encode(), languages=[get_language()], content_type="text/html; charset=utf-8")

    @property
    def language(self) -> str:
        return self.values.get("lang") or get_language()


WORDS = ("type", "title", "meaning", "when", "advice")


class Reference(TextView):
    """Every operation with its parameters and answers, to be tried out. Only here a browser loads what draws it."""

    schema = None
    template = "public/api/reference.html"

    def forms(self) -> tuple[Form, ...]:
        return (HTML,)

    def get(self, request) -> HttpResponse:
        with override(self.language):
            return self.page({"document": f"{API}/openapi.json"})


class ProblemType(TextView):
    description = "What the type of a problem stands for: what it means, when it happens and what to do."
    path_parameters = {"code": ({"type": "string", "enum": sorted(TITLES)}, "The code of a problem.")}
    template = "public/api/problem.html"

    def forms(self) -> tuple[Form, ...]:
        return JSON, HTML

    def response_schema(self) -> dict:
        return schemas.holding(status={"type": "integer"}, **dict.fromkeys(WORDS, {"type": "string"}))

    def get(self, request, code: str) -> HttpResponse:
        if code not in TITLES:
            raise Http404
        with override(self.language):
            told = explained(code)
            if self.form is JSON:
                return self.answer(told, languages=[self.language])
            others = [{"code": other, "url": page_of(other), "title": TITLES[other][1]} for other in EXPLANATIONS]
            return self.page({**told, "code": code, "example": indented(example(code)), "others": others})


def explained(code: str) -> dict:
    status, title = TITLES[code]
    one = EXPLANATIONS[code]
    words = {"title": title, "meaning": one.meaning, "when": one.when, "advice": one.advice}
    return {"type": page_of(code), "status": status, **{name: str(text) for name, text in words.items()}}


def indented(content: dict) -> str:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2).decode()
