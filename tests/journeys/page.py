"""Pages as readers see them: the words of each section."""

from html.parser import HTMLParser

SILENT = {"script", "style", "svg", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Sections(HTMLParser):
    """The text under each `<section aria-labelledby=...>`, one space between words."""

    def __init__(self, html: str):
        super().__init__()
        self.open, self.words = [], {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("aria-labelledby", "") if tag == "section" else ""))

    def handle_endtag(self, tag):
        if tag in [name for name, _ in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not SILENT & {name for name, _ in self.open}:
            for _, section in self.open:
                if section:
                    self.words.setdefault(section, []).extend(data.split())


def sections(html: str) -> dict[str, str]:
    return {name: " ".join(words) for name, words in Sections(html).words.items()}
