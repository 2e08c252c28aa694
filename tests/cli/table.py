#!/usr/bin/env python3
"""Every command has a man page and a test folder, and its page has every option.

usage: table.py BINARY

Reads the table of commands from `plancover --help` and each command's options from
`plancover help COMMAND`, and fails where man/plancover-COMMAND.1, tests/cli/COMMAND/ or
an option in the page is missing. Options of every command may stand in plancover.1.
"""
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commands_in(help_text):
    table = help_text.split("Commands\n", 1)[1].split("\n\n", 1)[0]
    return [line.split()[0] for line in table.splitlines()]


def options_in(help_text):
    """Sets of names of one option: {"-o", "--output"}."""
    lines = [line for line in help_text.splitlines() if re.match(r"  (-|    --)", line)]
    return [set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", re.split(r"\s{2,}", line.strip())[0])) for line in lines]


def options_of_page(path):
    """mdoc: `.It Fl o Ar FILE , Fl Fl output Ar FILE` gives -o and --output."""
    names = set()
    for line in path.read_text().splitlines():
        if line.startswith(".It Fl"):
            names |= {"--" + word for word in re.findall(r"Fl Fl ([\w-]+)", line)}
            names |= {"-" + word for word in re.findall(r"(?<!Fl )Fl (\w)\b", line)}
    return names


def main(binary):
    problems = []
    common = options_of_page(TOP / "man/plancover.1")
    commands = commands_in(output(binary, "--help"))
    if len(commands) < 4:
        problems.append(f"the help names only {commands}")
    for command in commands:
        page = TOP / f"man/plancover-{command}.1"
        if not list((TOP / "tests/cli" / command).glob("*.case")):
            problems.append(f"tests/cli/{command} has no case")
        if not page.exists():
            problems.append(f"{page.relative_to(TOP)} is missing")
            continue
        if f"plancover-{command} 1" not in (TOP / "man/plancover.1").read_text():
            problems.append(f"plancover.1 does not name plancover-{command}")
        documented = options_of_page(page) | common
        offered = options_in(output(binary, "help", command))
        if len(offered) < 4:
            problems.append(f"no options found in: plancover help {command}")
        known = set()
        for names in offered:
            known |= names
            for name in sorted(names - documented):
                problems.append(f"plancover {command} {name} is not in {page.relative_to(TOP)}")
        for name in sorted(options_of_page(page) - known):
            problems.append(f"{page.relative_to(TOP)} has {name}, which plancover {command} does not know")
    for problem in problems:
        print(problem)
    print(f"{len(commands)} commands, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
