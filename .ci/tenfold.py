"""tenfold.py BUNDLE OUTPUT: the bundle with ten times the reports, for timing.

Every `uses` relationship stands there nine times more, under new ids and with its reports at new addresses: so each
report has nine copies, of the same techniques.
"""
import json
import sys
import uuid

COPIES = 9


def elsewhere(reference, copy):
    """The same reference at an address of its own; the name stands for the address where there is none."""
    if "url" not in reference:
        return reference | {"source_name": f"{reference.get('source_name', '')} (copy {copy})"}
    address, hash, part = reference["url"].partition("#")
    mark = "&" if "?" in address else "?"
    return reference | {"url": f"{address}{mark}copy={copy}{hash}{part}"}


def cloned(relationship, copy):
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{relationship['id']}/{copy}")
    references = [elsewhere(reference, copy) for reference in relationship.get("external_references", [])]
    return relationship | {"id": f"relationship--{id}", "external_references": references}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        bundle = json.load(file)
    uses = [thing for thing in bundle["objects"] if thing.get("relationship_type") == "uses"]
    bundle["objects"] += [cloned(relationship, copy) for copy in range(1, COPIES + 1) for relationship in uses]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(bundle, file)


if __name__ == "__main__":
    main()
