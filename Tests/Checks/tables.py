"""Reads the tables of a site, for the checks of this folder."""
import csv
from pathlib import Path


def rows(path):
    """The rows of a CSV file, each by the names of its columns."""
    with open(Path(path), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
