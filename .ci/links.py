"""Checks every internal link and anchor of a built site: `links.py FOLDER…`.

A link must lead to a file of the folder, an anchor to an id on that page, and every page must be reachable from the
first one. Links must be relative, so that the folder works from any host, any sub-path and a USB stick.
"""

import posixpath
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKS = {"a": "href", "link": "href", "area": "href", "img": "src", "script": "src", "source": "src", "form": "action"}
OUTSIDE = {"http", "https", "mailto"}
NOT_FOUND = "404.html"
UNLINKED = {"index.html", NOT_FOUND}


class Page(HTMLParser):
    """The ids and links of one page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.is_former = [], [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id") is not None:
            self.ids.append(attributes["id"])
        if tag == "body":
            self.is_former = "p-gone" in (attributes.get("class") or "")
        if tag == "use" and attributes.get("href"):
            self.links.append(attributes["href"])
        elif LINKS.get(tag) in attributes:
            self.links.append(attributes[LINKS[tag]] or "")


def target(page, link):
    """Returns (file, anchor) of a link, or None where it leads outside; raises ValueError where it may not stand."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        if parts.scheme in OUTSIDE:
            return None
        raise ValueError("neither relative nor a web address")
    if parts.path.startswith("/"):
        raise ValueError("absolute path")
    file = page
    if parts.path:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if parts.path.endswith("/"):
            file = posixpath.join(file, "index.html")
    return file, unquote(parts.fragment)


def check(folder):
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {file: Page((folder / file).read_text(encoding="utf-8")) for file in files if file.endswith(".html")}
    faults, linked, count = [], {}, 0
    for name, page in sorted(pages.items()):
        for link in page.links:
            count += 1
            if name == NOT_FOUND and link.startswith("/"):
                continue  # it answers at any depth, so it starts from the site's own path where that is known
            try:
                found = target(name, link)
            except ValueError as fault:
                faults.append(f"{name}: {link!r}: {fault}")
                continue
            if found is None:
                continue
            file, anchor = found
            linked.setdefault(name, set()).add(file)
            if file not in files:
                faults.append(f"{name}: {link!r}: no such file")
            elif anchor and file in pages and anchor not in pages[file].ids:
                faults.append(f"{name}: {link!r}: no such id")
    # A mail is sent and not visited; a former address is for those who kept it.
    visited = {name for name, page in pages.items() if not (name.endswith("/email.html") or page.is_former)}
    alone = visited - reachable(linked) - UNLINKED
    faults += [f"{name}: no link leads here" for name in sorted(alone)]
    return faults, len(pages), count


def reachable(linked):
    """Every file that can be reached from the first page."""
    seen, waiting = set(), ["index.html"]
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            waiting.extend(linked.get(file, ()))
    return seen


def main():
    red = False
    for folder in map(Path, sys.argv[1:]):
        faults, pages, links = check(folder)
        print(f"{folder}: {pages} pages, {links} links, {len(faults)} faults")
        for fault in faults[:20]:
            print(f"  {fault}")
        red |= bool(faults) or pages == 0
    sys.exit(red)


main()
