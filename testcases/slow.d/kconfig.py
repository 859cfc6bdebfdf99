# SPDX-License-Identifier: GPL-2.0-only
"""Compares the Kconfig evaluator with the tree's own conf program.

The tree's make is the only thing that is asked to run something of the tree;
it writes to a folder outside of it.
"""
import os
import re

from measure import WORKERS, run

# The ARCH= words of make, and the folders of arch/ that they stand for.
ARCHES = {
    "arm": "arm",
    "arm64": "arm64",
    "i386": "x86",
    "powerpc": "powerpc",
    "riscv": "riscv",
    "s390": "s390",
    "x86_64": "x86",
}
GOALS = ("alldef", "allyes", "def")
BASED_ON = re.compile(r"Default configuration is based on '(\S+)'")
ONLY_ONE = re.compile(r"^# only one has #define CONFIG_(\w+)", re.MULTILINE)


def _make(tree, folder, arch, target):
    """Whether make reached the target, and what it said."""
    done = run(["make", "-C", tree, f"O={folder}", f"ARCH={arch}", "LLVM=-19",
                f"-j{WORKERS}", target], tree)
    return done.returncode == 0, done.stdout


def _defconfig(tree, srcarch, said):
    """The file that `make defconfig` started from, or None."""
    based_on = BASED_ON.search(said)
    file = based_on and tree / "arch" / srcarch / "configs" / based_on[1]
    return file if file and file.is_file() else None


def _differing(program, tree, arch, goal, **more):
    """Symbols that the two decide otherwise, and whether few enough do."""
    environment = {
        **os.environ,
        "VMALINT_KCONFIG_TREE": str(tree),
        "VMALINT_KCONFIG_SRCARCH": ARCHES[arch],
        "VMALINT_KCONFIG_ARCH": arch,
        "VMALINT_KCONFIG_GOAL": goal,
        **{f"VMALINT_KCONFIG_{name.upper()}": str(value)
           for name, value in more.items() if value},
    }
    done = run([program, "--tap"], tree, env=environment)
    names = sorted(set(ONLY_ONE.findall(done.stdout)))
    return names, done.returncode == 0 and "# SKIP" not in done.stdout


def _compare(program, tree, folder, arch, goal):
    """What comparisons() says of one of them, without its title."""
    done, said = _make(tree, folder, arch, f"{goal}config")
    if not done or not _make(tree, folder, arch, "syncconfig")[0]:
        return "make failed", [], False
    pins = goal == "def" and _defconfig(tree, ARCHES[arch], said)
    if goal == "def" and not pins:
        return "made from several files, not compared", [], True
    autoconf = folder / "include/generated/autoconf.h"
    names, is_close = _differing(program, tree, arch, goal,
                                 autoconf=autoconf, pins=pins)
    count = autoconf.read_text().count("#define")
    return f"{count} symbols, {len(names)} differ", names, is_close


def comparisons(program, tree, folder):
    """(title, result, names of symbols that differ, whether that will do)."""
    for arch in ARCHES:
        for goal in GOALS:
            out = folder / f"{tree.name}-{arch}"
            out.mkdir(parents=True, exist_ok=True)
            yield (f"{arch} {goal}config",
                   *_compare(program, tree, out, arch, goal))
