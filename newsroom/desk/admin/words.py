"""What the scripts of a form say, in the interface's language."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS = {
    "find": _("Type to find"),
    "nothing": _("Nothing found"),
    "chosen": _("Chosen"),
    "clear": _("Clear"),
    "remove": _("Remove"),
    "new": _("New"),
    "removed": _("Removed when you save"),
    "missing": _("empty"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "heading": _("Heading"),
    "subheading": _("Subheading"),
    "bullets": _("List"),
    "numbers": _("Numbered list"),
    "quotation": _("Quotation"),
    "break": _("Line break"),
    "link": _("Link to a record or an address"),
    "unlink": _("Remove the link"),
    "undo": _("Undo"),
    "redo": pgettext_lazy("opposite of undo", "Redo"),
    "tools": _("Formatting"),
    # Isolated, for at the end of a line of Arabic its colon and slashes would come to stand before it.
    "search": format_lazy(_("A record, or an address that begins with {scheme}"), scheme="\u2066https://\u2069"),
    "cancel": _("Cancel"),
    "use": _("Link to this address"),
}
