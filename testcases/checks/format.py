# SPDX-License-Identifier: GPL-2.0-only
"""clang-format 19 would change no line of the program and its unit tests.

The cases of the rules are left out: they show code as others write it.
"""
import re
import subprocess

from check import files, main, plant_file

WARNING = re.compile(r"(.+?):(\d+):\d+: error: code should be clang-formatted")


def check(root):
    sources = files(root, r"^(checker|rules|testcases/(unit|fuzz))/.*\.[ch]$")
    run = subprocess.run(
        ["clang-format-19", "--dry-run", "--Werror", *sources], cwd=root,
        text=True, capture_output=True)
    places = {}
    for warning in filter(None, map(WARNING.match, run.stderr.splitlines())):
        places.setdefault(warning[1], []).append(warning[2])
    errors = [f"{name}:{numbers[0]}: differs from clang-format-19 "
              f"(places: {len(numbers)})" for name, numbers in places.items()]
    if run.returncode and not errors:
        errors.append(f".clang-format:1: {run.stderr.strip()}")
    return errors


PLANTED = {
    "rules/planted.c:1: differs from clang-format-19":
        plant_file("rules/planted.c", "int  planted;\n"),
    ".clang-format:1:": plant_file(".clang-format", "Planted: yes\n"),
}

if __name__ == "__main__":
    main(check, PLANTED)
