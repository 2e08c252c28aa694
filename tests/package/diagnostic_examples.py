"""Runs every example of plancover-diagnostics(7): the bad one must show the code of its entry, the good
one must not, and must show no error at all."""

import pathlib
import re
import subprocess
import sys
import tempfile

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
page = (top / "man/plancover-diagnostics.7").read_text(encoding="utf-8")


def literal_blocks(text):
    found = re.findall(r"^\.Bd -literal -offset indent\n(.*?)^\.Ed$", text, re.MULTILINE | re.DOTALL)
    return [block.replace("\\&", "").replace("\\e", "\\") for block in found]


introduction, *entries = re.split(r"^\.Ss ", page, flags=re.MULTILINE)
files = {block.splitlines()[0][2:]: block for block in literal_blocks(introduction) if block.startswith("# ")}
faults = []
if set(files) != {"conference.yaml", "rest.yaml"}:
    faults.append(f"the introduction shows the files {sorted(files)}")


def check(example):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, text in files.items():
            says_conference = re.search(r"^conference:", example, re.MULTILINE) and "# beside conference.yaml" not in example
            if file == "conference.yaml" and (says_conference or "# without conference.yaml" in example):
                continue
            (folder / file).write_text(text, encoding="utf-8")
        arguments = [command, "check", "--color", "never"]
        is_plan = re.search(r"^plan:|^# a plan", example, re.MULTILINE)
        (folder / ("plan.yaml" if is_plan else "example.yaml")).write_text(example, encoding="utf-8")
        if is_plan:
            arguments += ["--plan", folder / "plan.yaml"]
        done = subprocess.run([*arguments, folder], capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr


shown = 0
for entry in entries:
    code = entry[:5]
    if not re.fullmatch(r"PC\d{3}", code):
        continue
    blocks = literal_blocks(entry)
    if not blocks:
        continue  # cannot be shown in print: bytes, sizes, a machine without zones
    shown += 1
    if len(blocks) != 2:
        faults.append(f"{code}: {len(blocks)} examples, not a bad and a good one")
        continue
    bad, good = map(check, blocks)
    if f"[{code}]" not in bad:
        faults.append(f"{code}: the bad example does not show it:\n{blocks[0]}{bad}")
    if f"[{code}]" in good or "error[" in good:
        faults.append(f"{code}: the good example is not good:\n{blocks[1]}{good}")
if shown < 50:
    faults.append(f"only {shown} entries with examples were found")
sys.exit("\n".join(faults) or 0)
