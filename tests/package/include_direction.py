"""Reads every #include of the library and the command and fails on an arrow that points upwards,
on a library of others outside the rooms that may use it, and on a name that two headers give to types:
to the linker those are one type, whose inline functions it takes from either."""

import pathlib
import re
import sys

# A room may include itself and these.
below = {
    "base": [],
    "model": ["base"],
    "plan": ["base", "model"],
    "problem": ["base", "model"],
    "simplex": [],
    "solver": ["base", "model", "plan", "problem", "simplex"],
    "input": ["base", "model", "plan"],
    # Answers are made in insight and put into words in report, as plans are.
    "insight": ["base", "model", "plan", "problem", "solver"],
    "report": ["base", "model", "plan", "insight"],
    # Published programmes become planning files: read with input's places, written with report's quoting.
    "programme": ["base", "model", "input", "report"],
}
below["apps"] = list(below)

# Where the headers of others may be named; none of them in a header that is installed.
others = {
    "yaml-cpp/": ["input"],
    "CLI/": ["apps"],
    "nlohmann/": ["report", "input", "programme"],
    "pugixml": ["programme"],
    "date/": ["base"],
    "fmt/": list(below),
}
# Streams, files, the environment and the clock: the world is for apps/.
world = {"fstream", "iostream", "filesystem", "unistd.h", "fcntl.h"}
# <cstdio> is there for snprintf, which touches nothing; these do.
world_calls = re.compile(r"\b(fopen|fprintf|printf|puts|fputs|fwrite|getenv|system_clock::now|steady_clock::now)\s*\(")

include = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


programme_doors = ("programme.hpp", "timetable.hpp", "planning_yaml.hpp", "read_programme.hpp", "map_rules.hpp",
                   "merge.hpp")


def is_public(room, name):
    return name.endswith(".hpp") and (
        room in ("base", "model", "plan", "problem", "insight", "report")
        or (room == "programme" and name in programme_doors)
        or (room == "input" and name.startswith("read_"))
        or (room == "solver" and name in ("solve.hpp", "proof.hpp", "certificate.hpp", "make_plan.hpp"))
    )


def faults_of(top):
    for path in sorted([*top.glob("lib/plancover/**/*.[ch]pp"), *top.glob("apps/**/*.[ch]pp")]):
        place = path.relative_to(top).as_posix()
        room = "apps" if place.startswith("apps/") else path.relative_to(top / "lib/plancover").parts[0]
        if room not in below:
            yield f"{place}: no room is called {room}"
            continue
        text = path.read_text(encoding="utf-8")
        if room != "apps":
            for call in world_calls.findall(text):
                yield f"{place}: the library calls {call}"
        for target in include.findall(text):
            if target.startswith("plancover/"):
                other = target.split("/")[1]
                if other != room and other not in below[room]:
                    yield f"{place}: {room} may not include {target}"
            for prefix, rooms in others.items():
                if not target.startswith(prefix):
                    continue
                if room not in rooms:
                    yield f"{place}: {target} does not belong in {room}"
                elif room != "apps" and is_public(room, path.name):
                    yield f"{place}: a public header names {target}"
            if room != "apps" and target in world:
                yield f"{place}: the library touches no file or stream, but includes {target}"


type_defined = re.compile(r"^(?:struct|class|enum class) (\w+)[^;(]*\{", re.MULTILINE)


def names_taken_twice(top):
    taken = {}
    for path in sorted(top.glob("lib/plancover/**/*.hpp")):
        place = path.relative_to(top).as_posix()
        for name in type_defined.findall(path.read_text(encoding="utf-8")):
            if name in taken:
                yield f"{place}: {taken[name]} has a type {name} too"
            taken[name] = place


top = pathlib.Path(sys.argv[1])
found = [*faults_of(top), *names_taken_twice(top)]
sys.exit("\n".join(found) or 0)
