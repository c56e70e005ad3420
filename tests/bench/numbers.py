"""Ids that are the same in every run: digits alone are among the letters of an id."""

# What articles count from is less, and so is what copies of them add.
WORLD = 9 * 10**24


def uid(number: int) -> str:
    return f"{number:026d}"
