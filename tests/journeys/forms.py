"""Forms as a browser would send them: what the page holds, but for what is typed over it."""

from html.parser import HTMLParser


class Fields(HTMLParser):
    """The successful controls of the form with an id."""

    def __init__(self, html: str, form_id: str):
        super().__init__()
        self.form_id, self.inside = form_id, False
        self.found, self.select, self.area = [], None, None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        elif self.inside and tag == "input" and is_sent(attrs):
            self.found.append((attrs["name"], attrs.get("value", "on" if attrs.get("type") == "checkbox" else "")))
        elif self.inside and tag == "select" and "name" in attrs:
            self.select = attrs["name"]
        elif self.select and tag == "option" and "selected" in attrs:
            self.found.append((self.select, attrs.get("value", "")))
        elif self.inside and tag == "textarea":
            self.area = (attrs["name"], [])

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea" and self.area:
            name, text = self.area
            # A browser drops the newline that stands right after the tag.
            self.found.append((name, "".join(text).removeprefix("\r\n").removeprefix("\n")))
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.area[1].append(data)


def is_sent(attrs: dict) -> bool:
    kind = attrs.get("type", "text")
    if not attrs.get("name") or kind in ("submit", "button", "file", "image") or "disabled" in attrs:
        return False
    return kind not in ("checkbox", "radio") or "checked" in attrs


def fields(response, form_id: str) -> dict[str, list[str]]:
    data: dict[str, list[str]] = {}
    for name, value in Fields(response.content.decode(), form_id).found:
        data.setdefault(name, []).append(value)
    return data
