# SPDX-License-Identifier: GPL-2.0-only
"""Each command explains itself on standard output within 80 columns."""
import os
import re
import subprocess
import sys

from check import main

COLUMNS = 80
PROGRAM = [word for word in sys.argv[1:] if not word.startswith("-")]
FAKE = """#!/bin/sh
test "$1" = check || { echo '  vmalint check   usage'; exit 0; }
printf '%081d\\n' 0
"""


def help_of(program, arguments):
    """What the program prints on itself, and what is wrong with that."""
    title = " ".join(["vmalint", *arguments])
    run = subprocess.run([program, *arguments], text=True,
                         capture_output=True, stdin=subprocess.DEVNULL)
    errors = []
    if run.returncode or run.stderr or not run.stdout:
        errors.append(f"{title}:1: exit code {run.returncode}, "
                      f"{len(run.stdout)} bytes of help, {run.stderr!r}")
    errors += [f"{title}:{number}: {len(line.expandtabs())} columns"
               for number, line in enumerate(run.stdout.splitlines(), 1)
               if len(line.expandtabs()) > COLUMNS]
    return run.stdout, errors


def check(root):
    # A planted program stands in the copy; else it is the one just built.
    fake = root / "planted"
    program = fake if fake.exists() else PROGRAM[0]
    text, errors = help_of(program, ["--help"])
    commands = set(re.findall(r"^ +vmalint ([a-z0-9]+)", text, re.MULTILINE))
    if not commands:
        errors.append("vmalint --help:1: names no command")
    for command in sorted(commands - {"help"}):
        errors += help_of(program, [command, "--help"])[1]
    return errors


def plant_program(text):
    def plant(root):
        program = root / "planted"
        program.write_text(text)
        os.chmod(program, 0o755)
    return plant


PLANTED = {
    "vmalint check --help:1: 81 columns": plant_program(FAKE),
    "vmalint --help:1: exit code 3": plant_program("#!/bin/sh\nexit 3\n"),
    "vmalint --help:1: exit code 0, 0 bytes": plant_program("#!/bin/sh\n"),
    "vmalint --help:1: names no command":
        plant_program("#!/bin/sh\necho help\n"),
}

if __name__ == "__main__":
    main(check, PLANTED)
