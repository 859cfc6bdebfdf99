#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Times vmalint on a kernel tree, against others on the same files.

In each round every contestant runs once, so that what else the machine does
falls on all of them: vmalint cold and warm, for x86 alone, and on 1/4 and 1/2
of the files; sparse and clang on the files of x86; Coccinelle with a patch of
typed stores; grep for the names as a floor. Who is not installed is named and
left out. Writes a table in Markdown and all figures as JSON.

Exit code: 0 timed, 2 misused, or a run of vmalint did not end as it should.
"""
import argparse
import json
import os
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOP / "testcases/slow.d"))

import contestants  # noqa: E402
import figures  # noqa: E402
import measure  # noqa: E402

LEAST_ROUNDS = 3
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}


def say(text):
    print(f"testcases/bench: {text}", file=sys.stderr, flush=True)


def fail(text):
    say(text)
    sys.exit(2)


def run_once(one):
    """One run of a contestant, from a state that is the same each time."""
    one.before()
    spent = measure.spend(one.commands, one.folder, one.workers,
                          ENVIRONMENT)
    if one.good is not None and not set(spent.statuses) <= set(one.good):
        fail(f"{one.title}: exit code {spent.statuses}")
    say(f"{one.title}: {spent.wall:.2f} s")
    return spent


def rounds_of(every, nr_rounds):
    """The runs of each contestant; each round begins with another one."""
    runs = {one.name: [] for one in every}
    for number in range(nr_rounds):
        say(f"round {number + 1} of {nr_rounds}")
        first = number * len(every) // nr_rounds
        for one in every[first:] + every[:first]:
            runs[one.name].append(run_once(one))
    return runs


def warm_up(bench):
    """Reads the tree into memory, and fills the cache of "warm"."""
    spent = measure.spend(
        [contestants.check_command(bench, bench.warm_cache)], bench.output,
        env=ENVIRONMENT)
    if spent.statuses != [0]:
        fail(f"vmalint cannot check {bench.tree}: exit code "
             f"{spent.statuses[0]}")
    return json.loads((bench.output / "report.json").read_text())["summary"]


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vmalint", type=Path, metavar="PROGRAM",
                        default=TOP / "build/release/checker/vmalint",
                        help="default: build/release/checker/vmalint")
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS,
                        help=f"at least {LEAST_ROUNDS}, the default")
    parser.add_argument("--output", type=Path, default=TOP / "build/bench",
                        metavar="DIR", help="default: build/bench")
    parser.add_argument("tree", type=Path, metavar="TREE")
    parser.add_argument("folder", nargs="*", metavar="FOLDER",
                        help="of the tree; default: all of it")
    arguments = parser.parse_args()
    if arguments.rounds < LEAST_ROUNDS:
        parser.error(f"--rounds: at least {LEAST_ROUNDS}")
    if not os.access(arguments.vmalint, os.X_OK):
        parser.error(f"--vmalint: {arguments.vmalint} is no program; "
                     "'cmake --preset release && cmake --build --preset "
                     "release' makes one")
    for name in ["", *arguments.folder]:
        if not (arguments.tree / name).is_dir():
            parser.error(f"{arguments.tree / name} is no folder")
    return arguments


def main():
    arguments = parse_arguments()
    tree = arguments.tree.resolve()
    output = arguments.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    bench = contestants.Bench(
        arguments.vmalint.resolve(), tree,
        [tree / name for name in arguments.folder] or [tree], output)
    summary = warm_up(bench)
    every, missing = contestants.contestants(bench)
    for name, program in missing.items():
        say(f"left out: {name}, for {program} is not installed")
    runs = rounds_of(every, arguments.rounds)
    result = figures.result_of(every, runs, missing, {
        "tree": " ".join([tree.name, *arguments.folder]),
        "cpus": measure.WORKERS, "rounds": arguments.rounds,
        "files": summary["files"], "lines": summary["lines"]})
    text = figures.markdown_of(result)
    (output / f"{tree.name}.json").write_text(json.dumps(result, indent=1)
                                              + "\n")
    (output / f"{tree.name}.md").write_text(text)
    print(text, end="")
    say(f"written to {output}/{tree.name}.md and .json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
