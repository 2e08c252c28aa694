"""Walks the commands that `plancover --help` names: each has a source file, a man page, a folder of tests, and
every option that its `--help` lists stands in its page; a page names no option that the command does not take."""

import pathlib
import re
import subprocess
import sys

top, command = pathlib.Path(sys.argv[1]), sys.argv[2]
faults = []


def help_of(*arguments):
    done = subprocess.run([command, *arguments, "--help"], capture_output=True, text=True, timeout=60)
    if done.returncode != 0 or not done.stdout:
        faults.append(f"plancover {' '.join(arguments)} --help ends with status {done.returncode}")
    return done.stdout


def options_in_help(text):
    return set(re.findall(r"(?<![\w-])--([a-z][a-z-]+)", text))


def options_in_page(name):
    path = top / f"man/{name}.1"
    if not path.is_file():
        faults.append(f"there is no page man/{name}.1")
        return set()
    # `.Fl Fl strict` and, within a line, `Fl Fl strict`
    return set(re.findall(r"Fl Fl ([a-z][a-z-]+)", path.read_text(encoding="utf-8")))


whole = help_of()
names = re.findall(r"^  ([a-z]+)  +\S", whole.partition("\nCommands\n")[2].partition("\n\n")[0], re.MULTILINE)
if "check" not in names or "assign" not in names:
    faults.append(f"plancover --help lists the commands {names}")

everywhere = options_in_page("plancover")
for name in names:
    if not (top / f"apps/plancover/command_{name}.cpp").is_file():
        faults.append(f"there is no apps/plancover/command_{name}.cpp")
    if not list(top.glob(f"tests/cli/{name}/*")):
        faults.append(f"there are no tests in tests/cli/{name}")
    taken = options_in_help(help_of(name))
    described = options_in_page(f"plancover-{name}")
    faults += [f"plancover-{name}.1 does not describe --{each}" for each in sorted(taken - described - everywhere)]
    faults += [f"plancover {name} has no --{each}, its page does" for each in sorted(described - taken - everywhere)]

pages = {path.stem.removeprefix("plancover-") for path in top.glob("man/plancover-*.1")}
faults += [f"man/plancover-{each}.1 is of no command" for each in sorted(pages - set(names))]
sys.exit("\n".join(faults) or 0)
