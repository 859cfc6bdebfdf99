# SPDX-License-Identifier: GPL-2.0-only
"""Other tools on the same trees: what they see and how long they take."""
import shlex
import subprocess
from pathlib import Path

from measure import WORKERS, cost_of, cost_of_each, run

WITNESS = Path(__file__).with_name("vm_flags_store.cocci")
# What Coccinelle takes for a store and is none: the file has a macro that makes
# vm_start of vm_flags, and no headers are read.
WITNESS_ERRORS = {("tools/testing/selftests/bpf/progs/find_vma_fail1.c", 17)}
COMPILERS = {
    "sparse": ["sparse"],
    "clang": ["clang-19", "-fsyntax-only", "-w"],
}


def witness_command(folder):
    """It litters the folder that it runs in, hence not the tree."""
    return ["spatch", "--sp-file", WITNESS, "--very-quiet", "--no-includes",
            "--include-headers", "--jobs", str(WORKERS), "--dir", folder]


def witness_sites(tree, folder):
    """(path, line) of each store Coccinelle sees, and the cost of it."""
    result, cost = cost_of(lambda: run(witness_command(tree), folder))
    sites = set()
    for line in result.stdout.splitlines():
        path, colon, number = line.rpartition(":")
        if colon and number.isdigit():
            sites.add((str(Path(path).relative_to(tree)), int(number)))
    return sites, cost


def dumped_arguments(program, tree, words=()):
    """(path, arguments) of each unit that vmalint parses, told these words.

    A line of the dump is a path, a tab and a command of clang that ends with
    the source; of a file that is skipped it has the reason in its place.
    """
    dump = run([program, "check", "--dump=args", *(words or [tree])], tree)
    units = [line.partition("\t") for line in dump.stdout.splitlines()]
    return [(path, shlex.split(command)[2:-1]) for path, _, command in units
            if command.startswith("clang")]


def compiler_commands(units):
    """Per tool: its commands for units of dumped_arguments()."""
    return {tool: [[*command, *arguments, path] for path, arguments in units]
            for tool, command in COMPILERS.items()}


def compiler_costs(program, tree):
    """Per tool: how many units, how many failed, what it cost."""
    units = dumped_arguments(program, tree)
    for tool, commands in compiler_commands(units).items():
        failed, cost = cost_of_each(commands, tree)
        if commands:
            yield tool, len(commands), failed, cost
