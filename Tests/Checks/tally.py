"""Counts what passed and what failed, for the checks of this folder."""
import sys


class Tally:
    """Failures are printed as they come, at most so many of a kind; `finish` ends the program."""

    def __init__(self, shown=20):
        self.passed, self.failed, self.shown = 0, 0, shown

    def check(self, good, message):
        """Counts one fact; `message` says where and what, found against expected."""
        if good:
            self.passed += 1
            return True
        self.failed += 1
        if self.failed <= self.shown:
            print("FAIL", message)
        elif self.failed == self.shown + 1:
            print("     further failures are counted only")
        return False

    def equal(self, found, expected, where):
        return self.check(found == expected, f"{where}: found {clipped(found)}, expected {clipped(expected)}")

    def same(self, found, expected, where):
        """Two lists, in order; a difference is told by what is missing and what is too many."""
        known, wanted = set(found), set(expected)
        missing = [item for item in expected if item not in known]
        surplus = [item for item in found if item not in wanted]
        return self.check(found == expected, f"{where}: {len(found)} found, {len(expected)} expected; "
                          f"missing {clipped(missing)}, surplus {clipped(surplus)}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def clipped(value, length=200):
    text = repr(value)
    return text if len(text) <= length else text[:length] + " …"
