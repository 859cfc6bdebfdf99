# SPDX-License-Identifier: GPL-2.0-only
"""make C=1 and C=2 with vmalint as the checker, in a real tree.

    python3 testcases/slow.d/kbuild.py VMALINT TREE WORK [FOLDER/..]

A hard-linked copy of the tree below WORK gets misuse planted, is configured
by `make defconfig` and built into a folder beside it. What C=2 reports must
be what `vmalint check --build` reports on the same files. Shown is what C=1
adds to the time of a build. Nothing of the tree itself is written.
"""
import os
import re
import shutil
import sys
from pathlib import Path

from measure import WORKERS, cost_of, run

TOP = Path(__file__).resolve().parents[2]
FOLDERS = ("mm/", "fs/", "drivers/gpu/drm/")
PLANTED = """
#include <linux/mm.h>
void vmalint_planted(struct vm_area_struct *vma);
void vmalint_planted(struct vm_area_struct *vma)
{
	*(unsigned long *)&vma->vm_flags |= VM_IO;
}
"""
# One file of each folder that every configuration builds.
VICTIMS = ("mm/mlock.c", "fs/proc/inode.c", "drivers/gpu/drm/drm_gem.c")
FINDING = re.compile(r"^(\S+?):(\d+):(\d+): (?:error|warning): .* \[(\w+)\]$",
                     re.MULTILINE)
CHECKED = re.compile(r"^  CHECK   (\S+\.c)$", re.MULTILINE)
# Packages with the headers of a kernel, as modules are built against.
PACKAGES = Path("/lib/modules")


def make(tree, build, *words):
    """Runs make with all CPUs; what it said on both streams, and if it did."""
    log = run(["make", "-C", tree, f"O={build}", f"-j{WORKERS}", *words], tree,
              stderr=-2)
    return log.returncode == 0, log.stdout


def plant(source):
    for name in VICTIMS:
        victim = source / name
        text = victim.read_text() + PLANTED
        victim.unlink()  # the file is the tree's own, too
        victim.write_text(text)


def prepare(tree, work):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    run(["cp", "-al", tree, work / "source"], work)
    plant(work / "source")
    done, said = make(work / "source", work / "build", "defconfig", "prepare")
    return done or print(said[-2000:])


def places(text, work):
    """Findings as (path of the tree, line, column, rule)."""
    root = f"{work / 'source'}/"
    return {(path.removeprefix(root), int(line), int(column), rule)
            for path, line, column, rule in FINDING.findall(text)}


def checked_files(text, work):
    root = f"{work / 'source'}/"
    return {path.removeprefix(root) for path in CHECKED.findall(text)}


def forget(work, folders):
    """Takes the objects of the folders away, so that make builds them again."""
    for folder in folders:
        for path in (work / "build" / folder).rglob("*.o"):
            path.unlink()


def overhead(program, work, folders):
    """Costs of a build of the folders, without and with C=1."""
    words = (["C=0"], ["C=1", f"CHECK={program} kbuild --"])
    costs = []
    make(work / "source", work / "build", *folders)
    for more in words:
        forget(work, folders)
        (done, said), cost = cost_of(
            lambda more=more: make(work / "source", work / "build", *more,
                                   *folders))
        if not done:
            print(said[-2000:])
        costs.append(cost)
    return costs


def same_findings(program, work, folders):
    """Compares C=2 with check; the planted ones must be there."""
    _, said = make(work / "source", work / "build", "C=2",
                   f"CHECK={program} kbuild --", *folders)
    files = checked_files(said, work)
    ours = places(said, work)
    check = run([program, "check", "--build", work / "build", "--branches",
                 "active", "--progress", "never",
                 *(work / "source" / name for name in sorted(files))],
                work / "source")
    theirs = places(check.stdout, work)
    wanted = {name for name in VICTIMS if name in files}
    print(f"  C=2        {len(files)} files, {len(ours)} findings, check "
          f"{len(theirs)}, planted {len(wanted)}")
    for place in sorted(ours ^ theirs):
        print(f"    {'C=2' if place in ours else 'check'} only: {place}")
    return (bool(wanted) and ours == theirs and
            wanted <= {place[0] for place in ours})


def other_builds(program, work):
    """clang, and another architecture: the planted one must be found."""
    good = True
    for arch in ("x86", "arm64"):
        build = work / f"build-{arch}-llvm"
        words = [f"ARCH={arch}", "LLVM=-19"]
        make(work / "source", build, *words, "defconfig", "prepare")
        _, said = make(work / "source", build, *words, "C=1",
                       f"CHECK={program} kbuild --", "mm/mlock.o")
        found = {place[0] for place in places(said, work)}
        print(f"  clang      {arch}: {', '.join(sorted(found)) or 'nothing'}")
        good = good and found == {"mm/mlock.c"}
    return good


def module_findings(program, work, headers):
    """A module against a configured tree; exactly the lines it marks."""
    module = work / "module"
    shutil.rmtree(module, ignore_errors=True)
    # A plain store would not get past the compiler of a tree since 6.3.
    shutil.copytree(TOP / "testcases/modules/casts", module)
    (module / "Kbuild").write_text("obj-m := main.o\n")
    said = run(["make", "-C", headers, f"M={module}", "C=2", "CONFIG_WERROR=",
                f"CHECK={program} kbuild --", "main.o"], work,
               stderr=-2).stdout
    found = {(os.path.basename(path), int(line))
             for path, line, _, _ in FINDING.findall(said)}
    check = run([program, "check", "--tree", headers, module], work).stdout
    theirs = {(os.path.basename(path), int(line))
              for path, line, _, _ in FINDING.findall(check)}
    print(f"  module     {headers}: {len(found)} findings, check "
          f"{len(theirs)}")
    return bool(found) and found == theirs


def check(program, tree, work, folders=FOLDERS):
    """Shows all of it; True if all is as it should be."""
    if not prepare(tree, work):
        return False
    without, with_check = overhead(program, work, folders)
    share = with_check.cpu / without.cpu - 1
    print(f"  C=1        {without.wall:.1f} s wall, {without.cpu:.1f} s cpu "
          f"without; {with_check.wall:.1f} s, {with_check.cpu:.1f} s with: "
          f"{100 * share:.1f} % more")
    good = same_findings(program, work, folders)
    good = other_builds(program, work) and good
    good = module_findings(program, work, work / "build") and good
    for headers in sorted(PACKAGES.glob("*/build/include")):
        good = module_findings(program, work, headers.parent) and good
    return good


if __name__ == "__main__":
    sys.exit(not check(Path(sys.argv[1]).resolve(), Path(sys.argv[2]),
                       Path(sys.argv[3]).resolve(),
                       sys.argv[4:] or FOLDERS))
