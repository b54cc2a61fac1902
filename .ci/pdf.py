"""Reads every briefing.pdf below the given folders with programs that did not write it.

Each must open, be tagged, have a title, a language, an outline and its headings in the text tree, and say that it follows
PDF/UA-1 and PDF/A-2a. And it must say what its Markdown says: every headline, judgement, gap, quotation and reason for
a date of edition.json stands in the text of both.
"""

import json
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pypdf

FACTS = {"headline", "say", "would_change", "quote", "why_dated", "value"}


def names(tree):
    """Yields the tag names of a structure tree."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield str(node["/S"])
            if "/K" in node:
                stack.append(node["/K"])


def letters(text):
    """The Latin letters and figures of a text: what forms, line breaks and ligatures do not touch."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if c.isalnum() and ord(c) < 0x250).lower()


def facts(value):
    """Yields every text of a briefing that readers are owed."""
    if isinstance(value, list):
        for item in value:
            yield from facts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in FACTS and isinstance(item, str):
                yield item
            elif key == "gaps":
                yield from item
            else:
                yield from facts(item)


def unsaid(path):
    """Yields what the data hold and a form of the briefing does not say."""
    briefing = json.loads((path.parent / "edition.json").read_text(encoding="utf-8"))["briefing"]
    owed = {letters(part): fact for fact in facts(briefing) for part in without_pictures(fact)}
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    forms = {"pdf": ["".join(pages), "".join(without_edges(pages))], "md": [(path.parent / "briefing.md").read_text("utf-8")]}
    for form, texts in forms.items():
        said = [letters(text) for text in texts]
        for fact in sorted(owed.keys()):
            if not any(fact in text for text in said):
                yield f"its {form} does not say {owed[fact]!r}"


def without_pictures(text):
    """Returns the parts of a text between emoji: a PDF says their names in their place."""
    return "".join("\n" if unicodedata.category(c) in ("So", "Cf") else c for c in text).splitlines()


def without_edges(pages):
    """Yields the lines that stand on one page only: a head and a foot part the halves of a text that runs over a page."""
    running = {letters(line) for page in pages for line in page.splitlines() if sum(line in other for other in pages) > 1}
    yield from (line for page in pages for line in page.splitlines() if letters(line) not in running)


def faults(path):
    yield from unsaid(path)
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        if not root.get("/MarkInfo", {}).get("/Marked"):
            yield "is not tagged"
        if "/Lang" not in root:
            yield "has no language"
        with pdf.open_metadata() as meta:
            if not meta.get("dc:title"):
                yield "has no title"
            if meta.get("pdfuaid:part") != "1":
                yield "does not say that it follows PDF/UA-1"
            if (meta.get("pdfaid:part"), meta.get("pdfaid:conformance")) != ("2", "A"):
                yield "does not say that it follows PDF/A-2a"
        with pdf.open_outline() as outline:
            if not outline.root:
                yield "has no outline"
        tags = set(names(root.StructTreeRoot))
        missing = {"/H1", "/H2", "/P"} - tags
        if missing:
            yield f"has no {', '.join(sorted(missing))} in its structure"
        if not pdf.pages:
            yield "has no pages"


def main(folders):
    files = [file for folder in folders for file in sorted(Path(folder).rglob("briefing.pdf"))]
    found = [f"{file}: {fault}" for file in files for fault in faults(file)]
    print("\n".join(found) or f"{len(files)} briefings, no faults")
    return 1 if found or not files else 0


sys.exit(main(sys.argv[1:]))
