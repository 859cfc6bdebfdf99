# SPDX-License-Identifier: GPL-2.0-only
"""Files call each other in no circle, and no name means two things.

Reads the objects of a build (its compile_commands.json) with nm(1): a file
needs another one if it names a function or an object that the other defines.
Tags of structs, unions and enums are read in the sources and headers.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from check import main

BUILD = [word for word in sys.argv[1:] if not word.startswith("-")]
PLANTED_BUILD = "planted-build"
OURS = r"^(checker|rules)/.*\.[ch]$"
TAG = re.compile(r"((?:struct|union|enum) \w+) \{")
# A program of its own, for the manuals; it is no part of the other.
OTHER_PROGRAM = re.compile(r"checker/options/manual\w*\.c$")


def read_objects(root, build):
    """The object of each source of ours, by the source's path."""
    objects = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        name = os.path.relpath(entry["file"], root)
        words = shlex.split(entry["command"])
        if re.match(OURS, name) and not OTHER_PROGRAM.match(name):
            objects[name] = Path(entry["directory"],
                                 words[words.index("-o") + 1])
    return objects


def read_symbols(objects):
    """Which names each source defines for others, and which it needs."""
    names = {str(path): name for name, path in objects.items()}
    listing = subprocess.run(["nm", "-A", "-g", "-P", *names], check=True,
                             text=True, capture_output=True).stdout
    defined, needed = defaultdict(list), defaultdict(set)
    for line in listing.splitlines():
        place, _, rest = line.partition(": ")
        symbol, kind = rest.split()[:2]
        if kind in "Uw":
            needed[names[place]].add(symbol)
        else:
            defined[symbol].append(names[place])
    return defined, needed


def find_circle(needs, start):
    """The shortest way from a source over others back to it, or None."""
    ways = [[start]]
    seen = set()
    for way in ways:
        for name in sorted(needs[way[-1]]):
            if name == start:
                return [*way, start]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return None


def check_circles(defined, needed):
    needs = {name: {defined[symbol][0] for symbol in symbols
                    if symbol in defined} - {name}
             for name, symbols in list(needed.items())}
    needs = defaultdict(set, needs)
    errors = {}
    for name in sorted(needs):
        way = find_circle(needs, name)
        if way:
            errors.setdefault(frozenset(way), f"{name}:1: calls in a circle: "
                              + " -> ".join(way))
    return list(errors.values())


def check_names(defined):
    return [f"{names[1]}:1: '{symbol}' is defined in {names[0]} as well"
            for symbol, names in sorted(defined.items()) if len(names) > 1]


def check_tags(root):
    """Each tag is defined once, be it in a header or in one source alone."""
    first, errors = {}, []
    for path in sorted([*root.glob("checker/**/*.[ch]"),
                        *root.glob("rules/*.[ch]")]):
        name = path.relative_to(root)
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = TAG.match(line)
            if found and first.setdefault(found[1], name) != name:
                errors.append(f"{name}:{number}: '{found[1]}' is defined in "
                              f"{first[found[1]]} as well")
    return errors


def check(root):
    build = root / PLANTED_BUILD
    objects = read_objects(root, build if build.exists() else Path(BUILD[0]))
    if not objects:
        return ["compile_commands.json:1: names no source of this repository"]
    defined, needed = read_symbols(objects)
    return (check_circles(defined, needed) + check_names(defined)
            + check_tags(root))


def plant_objects(**sources):
    """A build of these sources alone: text by the name of the file."""
    def plant(root):
        build = root / PLANTED_BUILD
        build.mkdir()
        entries = []
        for name, text in sources.items():
            source = root / f"checker/base/{name}.c"
            source.write_text(text)
            command = ["cc", "-c", str(source), "-o", f"{name}.o"]
            subprocess.run(command, cwd=build, check=True)
            entries.append({"file": str(source), "directory": str(build),
                            "command": shlex.join(command)})
        (build / "compile_commands.json").write_text(json.dumps(entries))
    return plant


PLANTED = {
    "calls in a circle: checker/base/a.c -> checker/base/b.c -> "
    "checker/base/c.c -> checker/base/a.c": plant_objects(
        a="void b(void); void a(void) { b(); }\n",
        b="extern int c; void b(void) { c = 1; }\n",
        c="void a(void); int c; void (*d)(void) = a;\n"),
    "checker/base/b.c:1: 'same' is defined in checker/base/a.c as well":
        plant_objects(a="int same;\n", b="void same(void) { }\n"),
    "checker/base/b.c:1: 'struct same' is defined in checker/base/a.c as well":
        plant_objects(a="struct same { int a; };\n",
                      b="struct same { int b; };\n"),
    "names no source of this repository": plant_objects(),
}

if __name__ == "__main__":
    main(check, PLANTED)
