"""
What differs between two texts, two payloads of a record, and two languages of it.

Pure, but for `names_of`, `labels_of` and what `sides` and `past` read from the database.
"""

from newsroom.desk.comparing.facts import Absence, fact_difference
from newsroom.desk.comparing.names import Name, names_of
from newsroom.desk.comparing.payloads import FieldDifference, compare_payloads, compare_texts, labels_of
from newsroom.desk.comparing.rich import RICH, plain_lines
from newsroom.desk.comparing.words import Piece, compare_words, paragraphs

__all__ = [
    "RICH",
    "Absence",
    "FieldDifference",
    "Name",
    "Piece",
    "compare_payloads",
    "compare_texts",
    "compare_words",
    "fact_difference",
    "labels_of",
    "names_of",
    "paragraphs",
    "plain_lines",
]
