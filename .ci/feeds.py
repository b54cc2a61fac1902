"""Reads every feed, calendar and sitemap of a built site with programs that are not ours: `feeds.py FOLDER…`.

Feeds go through feedparser, calendars through icalendar, all XML through xmllint. Beyond being well formed: ids are
unique, addresses on the site lead to a file of the folder, an entry of a calendar has a day, a stamp and an id, and
ends after it begins.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import icalendar


def file_of(folder, base, address):
    """The file that an absolute address of the site leads to."""
    path = urlsplit(address[len(base) :]).path
    return folder / (path + "index.html" if path.endswith("/") or not path else path)


def entry_faults(folder, base, entries):
    ids = [entry["id"] for entry in entries]
    if len(ids) != len(set(ids)):
        yield "two entries share an id"
    for entry in entries:
        if not entry["title"] or not entry["when"]:
            yield f"{entry['id']} has no title or no day"
        if not entry["address"].startswith(base) or not file_of(folder, base, entry["address"]).is_file():
            yield f"{entry['address']} leads nowhere"


def atom(folder, path):
    read = feedparser.parse(path.read_bytes())
    if read.bozo or read.version != "atom10":
        yield f"{read.version or 'no feed'}: {read.get('bozo_exception')}"
        return
    base = read.feed.id[: -len(path.relative_to(folder).as_posix())]
    entries = [
        {"id": entry.id, "title": entry.title, "address": entry.link, "when": entry.get("updated_parsed")}
        for entry in read.entries
    ]
    yield from entry_faults(folder, base, entries)


def json_feed(folder, path):
    read = json.loads(path.read_text(encoding="utf-8"))
    if read["version"] != "https://jsonfeed.org/version/1.1" or not read["title"]:
        yield "is not JSON Feed 1.1"
    base = read["feed_url"][: -len(path.relative_to(folder).as_posix())]
    entries = [
        {"id": item["id"], "title": item["title"], "address": item["url"], "when": item["date_modified"]}
        for item in read["items"]
    ]
    yield from entry_faults(folder, base, entries)
    twin = feedparser.parse(path.with_suffix(".xml").read_bytes())
    if [entry.id for entry in twin.entries] != [entry["id"] for entry in entries]:
        yield "does not tell what its Atom twin tells"


def calendar(_folder, path):
    text = path.read_bytes()
    if any(len(line) > 75 for line in text.split(b"\r\n")):
        yield "has a line of more than 75 bytes"
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    if len(uids) != len(set(uids)):
        yield "two entries share an id"
    for event in events:
        if event.errors or not event["SUMMARY"] or "DTSTAMP" not in event:
            yield f"{event['UID']}: {event.errors or 'no title or no stamp'}"
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if type(start) is not date or type(end) is not date or end <= start:
            yield f"{event['UID']}: from {start} to {end}"


READERS = (("**/feed.xml", atom), ("corrections.xml", atom), ("**/feed.json", json_feed), ("corrections.json", json_feed))


def main():
    red = False
    for folder in map(Path, sys.argv[1:]):
        feeds = [(reader, path) for pattern, reader in READERS for path in sorted(folder.glob(pattern))]
        calendars = [(calendar, path) for path in sorted(folder.glob("**/*.ics"))]
        found = feeds + calendars
        faults = [f"{path}: {fault}" for reader, path in found for fault in reader(folder, path)]
        xml = sorted(map(str, folder.rglob("*.xml")))
        if xml:
            faults += subprocess.run(["xmllint", "--noout", "--nonet", *xml], stderr=subprocess.PIPE, text=True).stderr.splitlines()
        print(f"{folder}: {len(feeds)} feeds, {len(calendars)} calendars, {len(xml)} XML files, {len(faults)} faults")
        for fault in faults[:8]:
            print(f"  {fault}")
        red |= bool(faults) or not calendars
    sys.exit(red)


main()
