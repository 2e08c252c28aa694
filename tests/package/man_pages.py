"""Lints the man pages and holds plancover-diagnostics(7) against the table of codes: each code has an
entry with its severity and title, in order, and no entry is left of a code that is gone."""

import pathlib
import re
import shutil
import subprocess
import sys

top = pathlib.Path(sys.argv[1])
faults = []

pages = sorted(path for section in "157" for path in top.glob(f"man/*.{section}"))
if shutil.which("mandoc"):
    lint = subprocess.run(["mandoc", "-Tlint", "-Wwarning", *pages], capture_output=True, text=True)
    faults += lint.stdout.splitlines()
else:
    print("mandoc is not here: pages not linted", file=sys.stderr)

numbers = dict(re.findall(r"^\s+(\w+) = (\d+),", (top / "lib/plancover/base/code.hpp").read_text(), re.MULTILINE))
rows = re.findall(r'CodeInfo\{Code::(\w+),\s*(\w+),\s*"([^"]+)"\}', (top / "lib/plancover/base/code.cpp").read_text())
if not rows or len(rows) != len(numbers):
    faults.append(f"code.hpp names {len(numbers)} codes, code.cpp describes {len(rows)}")
table = [f"PC{int(numbers[name]):03} {severity}: {title}" for name, severity, title in rows]
page = (top / "man/plancover-diagnostics.7").read_text(encoding="utf-8")
entries = re.findall(r"^\.Ss (PC.*)$", page, re.MULTILINE)
faults += [f"plancover-diagnostics.7 has no entry '{each}'" for each in table if each not in entries]
faults += [f"plancover-diagnostics.7 has '{each}', the table has not" for each in entries if each not in table]
if sorted(entries) != entries:
    faults.append("plancover-diagnostics.7 is not in the order of the codes")

# Every key that the reader of planning files takes, as its own tables spell them, has a place
# in plancover-format(5); a plan's keys are shown there by an example.
readers = "".join(path.read_text() for path in sorted(top.glob("lib/plancover/input/*.cpp")) if path.stem != "read_plan")
keys = {key for found in re.findall(r"keys\{([^}]*)\}", readers) for key in re.findall(r'"(\w+)"', found)}
described = re.findall(r"^\.(?:It Ic|Ss|Ic) (.*)$", (top / "man/plancover-format.5").read_text(), re.MULTILINE)
words = {word for line in described for word in re.findall(r"\w+", line)}
if len(keys) < 40:
    faults.append(f"only {len(keys)} keys were found in lib/plancover/input")
faults += [f"plancover-format.5 does not describe the key {key}" for key in sorted(keys - words)]

for page in pages:
    text = page.read_text(encoding="utf-8")
    wanted = ["NAME", "DESCRIPTION", "SEE ALSO"]
    if page.suffix == ".1":
        wanted = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"]
    sections = re.findall(r'^\.Sh "?([^"\n]+)"?$', text, re.MULTILINE)
    faults += [f"{page.name} has no section {each}" for each in wanted if each not in sections]
    for name, section in re.findall(r"^\.Xr (plancover\S*) (\d)", text, re.MULTILINE):
        if not (top / f"man/{name}.{section}").is_file():
            faults.append(f"{page.name} refers to {name}({section}), which does not exist")

sys.exit("\n".join(faults) or 0)
