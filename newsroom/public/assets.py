"""Static files as they are sent."""

from pathlib import Path


def mark_weakly(headers, path: str, url: str) -> None:
    """One ETag is for all encodings of a file, which are not the same bytes; WhiteNoise's own would claim that they are."""
    file = Path(path).stat()
    headers["ETag"] = f'W/"{int(file.st_mtime):x}-{file.st_size:x}"'
