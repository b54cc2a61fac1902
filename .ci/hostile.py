"""Writes a project whose articles attack the briefing: `hostile.py STRINGS FOLDER`.

Each line of STRINGS stands in the middle, at the start and at the end of a dated sentence, in plain text, and every one
of them again in the names of the site and of a theme.
"""

import json
import sys
from pathlib import Path

SENTENCES = (
    "Ministers who met in Riga on Tuesday said {} was signed.",
    "{} was said by the ministers in Riga on Tuesday.",
    "On Tuesday the ministers in Riga signed {}",
)


def main():
    strings, folder = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [line for line in strings.read_text(encoding="utf-8").split("\n") if line.strip()]
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for number, sentence in enumerate(SENTENCES):
        for start in range(0, len(lines), 8):
            text = "\n\n".join(sentence.format(line) for line in lines[start : start + 8])
            (articles / f"{number}-{start:03}.txt").write_text(f"date 2024-12-18 {text}\n", encoding="utf-8")
    site = {"title": lines[0] + lines[-1], "base_url": "https://example.org/desk/"}
    themes = [
        {"id": f"t{number}", "title": line, "why": line, "match": {"any": [word]}}
        for number, (line, word) in enumerate(zip(lines[20:], ("signed", "said")))
    ]
    config = {"version": 1, "site": site, "themes": themes}
    # JSON is YAML and needs no care with hostile text, but for letters written as pairs of surrogates.
    (folder / "newsbook.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


main()
