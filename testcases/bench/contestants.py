# SPDX-License-Identifier: GPL-2.0-only
"""Who takes part in a benchmark, and how each is started."""
import shutil
from dataclasses import dataclass, field
from typing import Callable

import measure
import peers

FLAG_NAMES = r"(vm_flags(_t)?|vma_flags_t|VM_[A-Z0-9_]+|VMA_[A-Z0-9_]+_BIT)"
# Shares of the selected files, the whole among them as "cold".
PARTS = ("1/4", "1/2")
PROGRAMS = {"sparse": "sparse", "clang": "clang-19", "coccinelle": "spatch",
            "grep": "grep"}


@dataclass
class Contestant:
    """One thing to time, again and again."""
    name: str
    title: str
    commands: list
    folder: object  # to run them in
    workers: int = 1
    before: Callable = field(default=lambda: None)
    good: tuple = None  # exit codes that a command may have; None: all


@dataclass
class Bench:
    """What all contestants are given."""
    program: str
    tree: str
    folders: list  # below the tree, absolute; the tree itself for all of it
    output: object  # a folder of ours
    warm_cache: object = None

    def __post_init__(self):
        self.warm_cache = self.output / "cache.warm"


def check_command(bench, cache, *words):
    """A run that says nothing on a terminal and keeps no findings back."""
    return [bench.program, "check", "--progress", "never", "--fail-on",
            "never", "--no-settings", "--format",
            f"json:{bench.output / 'report.json'}", "--cache-dir", cache,
            "--tree", bench.tree, *words, *bench.folders]


def _forget(cache):
    return lambda: shutil.rmtree(cache, ignore_errors=True)


def _vmalint(bench):
    """Cold and warm, one architecture, and parts of the files."""
    cache = bench.output / "cache.cold"

    def cold(name, title, *words):
        return Contestant(name, title, [check_command(bench, cache, *words)],
                          bench.output, before=_forget(cache), good=(0,))

    yield cold("cold", "vmalint, cold")
    yield Contestant("warm", "vmalint, nothing changed",
                     [check_command(bench, bench.warm_cache)], bench.output,
                     good=(0,))
    yield cold("x86", "vmalint, x86, cold", "--arch", "x86")
    for part in PARTS:
        yield cold(part, f"vmalint, {part} of the files, cold", "--shard",
                   f"1/{part.partition('/')[2]}")


def _peers(bench):
    """Those that are there; the compilers take the files of "x86"."""
    units = peers.dumped_arguments(
        bench.program, bench.tree, ["--arch", "x86", "--tree", bench.tree,
                                    "--cache-dir", bench.warm_cache,
                                    "--no-settings", *bench.folders])
    for name, commands in peers.compiler_commands(units).items():
        yield Contestant(name, f"{' '.join(peers.COMPILERS[name])}, "
                         f"{len(units)} units of x86", commands, bench.tree,
                         workers=measure.WORKERS)
    yield Contestant("coccinelle", "Coccinelle, stores only",
                     [peers.witness_command(folder)
                      for folder in bench.folders], bench.output)
    yield Contestant("grep", "grep -rl", [
        ["grep", "-rlwE", "--include=*.[ch]", FLAG_NAMES, *bench.folders]],
        bench.output)


def contestants(bench):
    """All that can take part, and the names of the programs that are not
    there."""
    missing = {name: program for name, program in PROGRAMS.items()
               if not shutil.which(program)}
    every = [*_vmalint(bench), *_peers(bench)]
    return [one for one in every if one.name not in missing], missing
