"""Holds every briefing.md of a built site against pandoc: `briefings.py PANDOC TYPST FOLDER…`.

pandoc must turn it into HTML, DOCX, EPUB and PDF without a warning. Its own parse must hold nothing but what we write
(no table, no raw markup, no formula, no citation: those can only come from an article's text) and every headline in it
must be one of the headlines of data/events.json, character by character.
"""

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

OURS = {
    "Header", "Para", "Plain", "BulletList", "OrderedList", "BlockQuote",
    "Str", "Space", "SoftBreak", "LineBreak", "Strong", "Emph", "Note", "Link", "Quoted",
    "Decimal", "Period", "DoubleQuote", "SingleQuote",
}  # fmt: skip
METADATA = {"title", "subtitle", "date", "lang", "papersize", "toc"}
SECTIONS = {
    "Key judgements", "In numbers", "Figures", "What happened, by theme", "By date", "Thread", "Looking ahead",
    "Undated", "What could not be established", "Corrections", "Sources", "Method",
}
QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}


def nodes(tree):
    """Every element of pandoc's JSON, with its content."""
    if isinstance(tree, list):
        for item in tree:
            yield from nodes(item)
    elif isinstance(tree, dict):
        if "t" in tree:
            yield tree["t"], tree.get("c")
        for item in tree.values():
            yield from nodes(item)


def plain(inlines):
    """The text of inlines, as it is read. A space that must not break is a space: pandoc puts one after `Mr.`."""
    out = []
    for node in inlines:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            out.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            out.append(" ")
        elif kind == "Quoted":
            opening, closing = QUOTES[content[0]["t"]]
            out.append(opening + plain(content[1]) + closing)
        elif kind in ("Strong", "Emph"):
            out.append(plain(content))
        elif kind == "Link":
            out.append(plain(content[1]))
    return " ".join("".join(out).split())


def headlines(blocks):
    """The headline of each entry: what stands between its first line break and its note."""
    for kind, content in nodes(blocks):
        if kind not in ("Para", "Plain") or not any(node["t"] == "Note" for node in content):
            continue
        kinds = [node["t"] for node in content]
        yield plain(content[kinds.index("LineBreak") + 1 : kinds.index("Note")])


def faults_of_structure(document, known):
    faults = [f"metadata {key}" for key in document["meta"].keys() ^ METADATA]
    for kind, content in nodes(document["blocks"]):
        if kind not in OURS:
            faults.append(f"a {kind}, which we never write")
        if kind == "Header" and content[0] == 1 and plain(content[2]) not in SECTIONS:
            faults.append(f"a section {plain(content[2])!r}, which we never write")
        if kind == "Link" and not content[2][0].startswith(("http://", "https://")):
            faults.append(f"a link to {content[2][0]!r}")
    found = list(headlines(document["blocks"]))
    faults += [f"a headline that is none: {headline!r}" for headline in found if headline not in known]
    return faults, len(found)


def convert(pandoc, typst, file):
    """Returns what is wrong with one briefing, and how many events it tells."""
    with tempfile.TemporaryDirectory() as folder:
        for target in ("json", "html", "docx", "epub", "pdf"):
            out = Path(folder) / f"out.{target}"
            command = [pandoc, "--fail-if-warnings", "--standalone", str(file), "-o", str(out)]
            command += [f"--pdf-engine={typst}"] if target == "pdf" else []
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode or done.stderr.strip():
                return [f"to {target}: {done.stderr.strip()[:600]}"], 0
        known = json.loads((file.parents[2] / "data" / "events.json").read_text(encoding="utf-8"))["events"]
        known = {" ".join(event["headline"].split()) for event in known}
        document = json.loads((Path(folder) / "out.json").read_text(encoding="utf-8"))
        return faults_of_structure(document, known)


def main():
    pandoc, typst, *folders = sys.argv[1:]
    files = [file for folder in folders for file in sorted(Path(folder).rglob("briefing.md"))]
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(lambda file: convert(pandoc, typst, file), files))
    for file, (faults, _) in zip(files, results):
        for fault in faults[:8]:
            print(f"{file}: {fault}")
    events = sum(count for _, count in results)
    print(f"{len(files)} briefings, {events} events, each as HTML, DOCX, EPUB and PDF")
    sys.exit(any(faults for faults, _ in results) or not events)


main()
