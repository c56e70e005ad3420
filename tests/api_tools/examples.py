"""
Takes the examples of the OpenAPI document from a running demonstration: one answer of each operation, shortened.

.venv/bin/python -m tests.api_tools.examples http://127.0.0.1:8000 KEY
"""

import json
import re
import sys
from pathlib import Path

from tests.api_tools.walking import Api, Walk

EXAMPLES = Path(__file__).parents[2] / "newsroom" / "public" / "api" / "examples.json"
ORIGIN = "https://communique.example"
LONGEST = 160
# An edition is answered as its record is.
ALIKE = "_edition"


def main(origin: str, key: str) -> None:
    api = Api(origin, key)
    found = {walk.operation: shortened(walk.answer(api)) for walk in firsts(api)}
    lines = (f'"{name}": {json.dumps(found[name], ensure_ascii=False)}' for name in sorted(found))
    EXAMPLES.write_text("{\n" + ",\n".join(lines).replace(origin, ORIGIN) + "\n}\n")


def firsts(api: Api) -> list[Walk]:
    """One address of each operation: the first that its list names."""
    found: dict[str, Walk] = {}
    for walk in api.walk(size=1):
        if not walk.operation.endswith(ALIKE):
            found.setdefault(walk.operation, walk)
    return list(found.values())


def shortened(value, lists: int = 2):
    """One row of each list, none of lists within lists within lists, and the beginning of long texts."""
    if isinstance(value, dict):
        return {name: shortened(one, lists) for name, one in value.items()}
    if isinstance(value, list):
        return [shortened(one, lists - 1) for one in value[:1]] if lists else []
    return beginning(value) if isinstance(value, str) and len(value) > LONGEST else value


def beginning(text: str) -> str:
    paragraph = re.match(r"<(\w+)[^>]*>.*?</\1>", text, re.DOTALL)
    return paragraph[0] if paragraph else f"{text[:LONGEST].rpartition(' ')[0]} …"


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), sys.argv[2])
