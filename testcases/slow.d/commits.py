#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Commits and patches in a git repository made from a whole kernel tree.

usage: commits.py VMALINT TREE WORK [--files N] [--only NAME]

What each change adds is written down here by hand, and is compared exactly.
WORK/linux becomes a copy of TREE with one commit; a later run uses it again.
Prints a line for each step, with its time, and ends with 1 if one was not as
expected.
"""
import argparse
import shlex
import subprocess
import sys
import time
from pathlib import Path

from commits_index import SHAPES
from commits_patches import PATCHES
from commits_steps import MEM, Steps, make_repository

# Many files, with and without flags; the last of them first.
FOLDERS = ("mm", "fs", "drivers/gpu", "drivers/infiniband", "net", "sound",
           "tools/testing/vma")


def lay_out_anew(steps, nr_files):
    """Tabs become blanks in many files: nothing of it is new."""
    names = steps.git("ls-files", "-z", *FOLDERS).split("\0")
    names = [name for name in reversed(names) if name.endswith(".c")]
    names = names[:nr_files]
    for name in names:
        target = steps.tree / name
        lines = target.read_bytes().split(b"\n")
        target.unlink()
        target.write_bytes(b"\n".join(
            line if line.startswith(b"#") else line.replace(b"\t", b"    ")
            for line in lines))
    steps.git("add", "-u", ".")
    steps.commit(f"{len(names)} files laid out anew")


def compare_with_clang(steps):
    """One file with flags, against the same parse by the compiler."""
    _, words, _ = steps.run(steps.program, "check", "--dump", "args", MEM)
    start = time.monotonic()
    subprocess.run(shlex.split(words.split("\n")[0].split("\t", 1)[1]),
                   check=False, cwd=steps.tree, capture_output=True)
    steps.judge(f"to compare: clang -fsyntax-only {MEM}", [],
                time.monotonic() - start)


def check(program, tree, work, nr_files=5000, only=None):
    """Runs all steps; True if all went as expected."""
    work.mkdir(parents=True, exist_ok=True)
    steps = Steps(program, work)
    make_repository(steps, tree)
    for group in (*SHAPES, *PATCHES, compare_with_clang):
        if not only or group.__name__ == only:
            group(steps)
            steps.reset()
    if nr_files and (not only or only == lay_out_anew.__name__):
        lay_out_anew(steps, nr_files)
        steps.reset()
    print(f"    {steps.nr} steps, {steps.nr_wrong or 'none'} wrong",
          flush=True)
    return not steps.nr_wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vmalint", type=Path)
    parser.add_argument("tree", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--only", metavar="NAME",
                        help="only this group of steps")
    arguments = parser.parse_args()
    return 0 if check(arguments.vmalint, arguments.tree, arguments.work,
                      arguments.files, arguments.only) else 1


if __name__ == "__main__":
    sys.exit(main())
