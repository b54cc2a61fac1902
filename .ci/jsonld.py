"""Expands the JSON-LD of every page with a processor that is not ours: `jsonld.py FOLDER…`.

The context of schema.org is not fetched: every term is taken as one of its vocabulary, which is what it says of them.
All terms must expand, the three types must be there somewhere, and every page says something with a name or an address.
"""

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from pyld import jsonld

VOCABULARY = "https://schema.org/"
WANTED = {"Report", "Event"}


class Blocks(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.blocks, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.inside = tag == "script" and ("type", "application/ld+json") in attributes

    def handle_data(self, data):
        if self.inside:
            self.blocks.append(data)

    def handle_endtag(self, _tag):
        self.inside = False


def local(_url, _options):
    document = {"@context": {"@vocab": VOCABULARY}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": VOCABULARY, "document": document}


def types(node):
    if isinstance(node, list):
        return set().union(*map(types, node))
    if not isinstance(node, dict):
        return set()
    own = {name.removeprefix(VOCABULARY) for name in node.get("@type", [])} if isinstance(node.get("@type"), list) else set()
    return own.union(*(types(value) for key, value in node.items() if key != "@type"))


def main():
    jsonld.set_document_loader(local)
    red = False
    for folder in map(Path, sys.argv[1:]):
        count, found, faults = 0, set(), []
        # Every page of the kinds that are few, and every twentieth event.
        pages = sorted(folder.rglob("*.html"))
        events = [page for page in pages if page.parent.parent.name == "e"]
        corrected = [page for page in events if "CorrectionComment" in page.read_text(encoding="utf-8")]
        for page in sorted(set(pages) - set(events) | set(events[::20]) | set(corrected)):
            for block in Blocks(page.read_text(encoding="utf-8")).blocks:
                count += 1
                expanded = jsonld.expand(json.loads(block))
                if not expanded or not any(re.search("/(name|url)$", key) for key in expanded[0]):
                    faults.append(f"{page}: says nothing")
                found |= types(expanded)
        if pages and not WANTED <= found and (folder / "editions").is_dir() and any((folder / "editions").glob("*/")):
            faults.append(f"no {', '.join(sorted(WANTED - found))}")
        print(f"{folder}: {count} blocks, {', '.join(sorted(found))}; {len(faults)} faults")
        for fault in faults[:8]:
            print(f"  {fault}")
        red |= bool(faults)
    sys.exit(red)


main()
