"""Holds data/events.json against data/schema.json with a validator that is not ours: `schema.py FOLDER…`."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def main():
    red = False
    for folder in map(Path, sys.argv[1:]):
        schema, events = (json.loads((folder / "data" / name).read_text()) for name in ("schema.json", "events.json"))
        Draft202012Validator.check_schema(schema)
        faults = [fault.message[:300] for fault in Draft202012Validator(schema).iter_errors(events)]
        print(f"{folder}: {len(events['events'])} events, {len(faults)} faults")
        for fault in faults[:8]:
            print(f"  {fault}")
        red |= bool(faults)
    sys.exit(red)


main()
