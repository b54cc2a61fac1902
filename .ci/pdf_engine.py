"""`typst compile IN OUT` on top of the Python package of Typst, for pandoc: registries ship no program of that name.

A warning of Typst is a failure, as pandoc's own warnings are.
"""

import sys

import typst


def main():
    if len(sys.argv) < 4 or sys.argv[1] != "compile":
        sys.exit(f"usage: typst compile IN OUT, not {sys.argv[1:]}")
    source, target = sys.argv[-2:]
    pdf, warnings = typst.compile_with_warnings(source)
    for warning in warnings:
        print(warning.message, file=sys.stderr)
    with open(target, "wb") as file:
        file.write(pdf)
    sys.exit(1 if warnings else 0)


main()
