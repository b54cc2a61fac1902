"""What a PDF costs: `pdf_speed.py NEWSBOOK PANDOC TYPST`, with a NEWSBOOK that was built with the feature `pdf`.

A year of 52 weekly editions with some ten events each is built with and without PDFs, on one thread and on two; the
difference is the PDFs' own. Then pandoc makes a PDF of one of the same `briefing.md` with both engines that `.ci/tools` installs. Figures
are processor time, so that they compare on a busy machine. Nothing is asserted: the figures stand in decision 0010.
"""

import datetime
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

WEEKS = 52
WHO = ["Anna Berg", "Jonas Kask", "Marta Ozola", "Piotr Nowak", "Ida Lind", "Henrik Dahl"]
WHERE = ["Riga", "Tallinn", "Gdansk", "Turku", "Visby", "Kiel"]
WHAT = [
    "{who} met the harbour ministers in {where} on {day} to discuss the next loan and the repair of the northern gate.",
    "A storm tore the roof off the fish market in {where} on {day}, and three people were hurt, the fire service said.",
    "On {day}, {who} signed an agreement in {where} on ten new ferries worth two hundred million euros.",
    "{who} said in {where} on {day} that the yard would reopen only after a second inspection.",
]


def project(folder):
    """Writes a year of articles, two a week, and the two configs; the same each time."""
    pick = random.Random(7)
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for week in range(WEEKS):
        monday = datetime.date(2024, 12, 30) + datetime.timedelta(weeks=week)
        for part in "ab":
            days = [monday + datetime.timedelta(days=pick.randrange(7)) for _ in range(6)]
            says = [sentence(pick, day) for day in days]
            published = monday + datetime.timedelta(days=6)
            (articles / f"week-{week:02}{part}.txt").write_text("\n\n".join([f"date {published}", *says]), "utf-8")
    for name, formats in {"without": "[html, markdown]", "with": "[html, markdown, pdf]"}.items():
        (folder / f"{name}.yml").write_text(f"site: {{ title: The Harbour }}\noutput: {{ formats: {formats} }}\n", "utf-8")


def sentence(pick, day):
    what, who, where = pick.choice(WHAT), pick.choice(WHO), pick.choice(WHERE)
    return what.format(who=who, where=where, day=f"{day:%B} {day.day}, {day.year}")


def cost(command, folder, **environment):
    """Returns seconds of processor time and the largest memory in MB of a program and those it starts."""
    child = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"fails: {command}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def best(command, folder, times=3, **environment):
    """The least of several runs: what others do on the machine only adds."""
    return min(cost(command, folder, **environment) for _ in range(times))


def main():
    newsbook, pandoc, typst = (str(Path(argument).resolve()) for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder)
        build = [newsbook, "build", "-q", "--today", "2026-01-01", "-o", "out", "--config"]
        for threads in "12":
            without, _ = best([*build, "without.yml"], folder, RAYON_NUM_THREADS=threads)
            whole, memory = best([*build, "with.yml"], folder, RAYON_NUM_THREADS=threads)
            print(f"{threads} threads: {(whole - without) / WEEKS * 1000:.0f} ms for each of {WEEKS} PDFs, {memory:.0f} MB")
        ours = (whole - without) / WEEKS
        briefing = folder / "out" / "editions" / "2025-W10" / "briefing.md"
        for engine in [typst, "pdflatex"]:
            theirs, _ = best([pandoc, f"--pdf-engine={engine}", str(briefing), "-o", "theirs.pdf"], folder)
            print(f"pandoc with {Path(engine).name}: {theirs * 1000:.0f} ms, {theirs / ours:.1f} times as long")


main()
