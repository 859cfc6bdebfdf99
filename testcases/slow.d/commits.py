#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Commits and patches in a git repository made from a whole kernel tree.

usage: commits.py VMALINT TREE WORK [--files N]

What each change adds is written down here by hand. WORK/linux becomes a copy
of TREE with one commit; a later run uses it again. Prints a line for each
step, with its time, and ends with 1 if one was not as expected.
"""
import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

FILE = "drivers/char/mem.c"
ANCHOR = "	if (!private_mapping_ok(vma))\n"
# Misuses as they were seen in the wild, in our own words: statement, rules.
MISUSES = (
    ("vma->vm_flags |= VM_IO;", {"direct_write"}),
    ("*(vm_flags_t *)&vma->vm_flags |= VM_IO;", {"const_cast_write"}),
    ("ACCESS_PRIVATE(vma, __vm_flags) |= VM_IO;", {"private_access"}),
    ("if (test_bit(VM_SHARED, &vma->vm_flags)) return -EINVAL;",
     {"mask_as_bit"}),
    ("if (vma->vm_flags == VM_READ) return -EINVAL;", {"exact_compare"}),
    ("vm_flags_set(vma, VM_USERMAP);", {"foreign_flag"}),
    ("vm_flags_init(find_vma(current->mm, 0), VM_IO);", {"init_on_live"}),
    ("vm_flags_set(vma, VM_IO);", set()),
)


class Steps:
    def __init__(self, arguments):
        self.vmalint = arguments.vmalint.resolve()
        self.tree = (arguments.work / "linux").resolve()
        self.cache = (arguments.work / "cache").resolve()
        self.nr_wrong = 0

    def git(self, *words):
        return subprocess.run(["git", *words], cwd=self.tree, check=True,
                              capture_output=True).stdout.decode()

    def edit(self, path, change):
        """Writes a new file: the old one may share its blocks with TREE's."""
        target = self.tree / path
        text = target.read_bytes()
        target.unlink()
        target.write_bytes(change(text))
        self.git("add", "-f", path)

    def check(self, *words, patch=None):
        """The rules found, the lines of the tally, and the seconds."""
        start = time.monotonic()
        done = subprocess.run(
            [self.vmalint, "check", "--cache-dir", self.cache, "--progress",
             "never", "--format", "json", *words], cwd=self.tree, input=patch,
            check=False, capture_output=True)
        seconds = time.monotonic() - start
        if done.returncode == 2:
            print(done.stderr.decode(), file=sys.stderr)
            return None, "", seconds
        findings = json.loads(done.stdout)["findings"]
        return ([finding["rule"] for finding in findings],
                done.stderr.decode(), seconds)

    def expect(self, name, rules, *words, tally="", patch=None):
        found, said, seconds = self.check(*words, patch=patch)
        is_right = found is not None and set(found) >= rules and \
            bool(found) == bool(rules) and tally in said
        self.nr_wrong += not is_right
        print(f"{'ok' if is_right else 'WRONG'}  {seconds:7.3f} s  {name}" +
              ("" if is_right else f": {found} instead of {rules}"))

    def reset(self):
        self.git("reset", "-q", "--hard", "base")


def make_repository(steps, source):
    if not (steps.tree / ".git").exists():
        shutil.copytree(source, steps.tree, symlinks=True)
        for words in (("init", "-q"), ("config", "user.name", "A"),
                      ("config", "user.email", "a@example.org"),
                      ("add", "-A", "-f", "."), ("commit", "-qm", "base")):
            steps.git(*words)
    steps.git("tag", "-f", "base", "HEAD")
    steps.reset()


def change_little(steps):
    """The first run learns the names of flags; the others have them."""
    steps.edit("README", lambda text: text + b"x\n")
    for name in ("text, cold", "text", "text"):
        steps.expect(name, set(), "--staged")
    steps.reset()
    steps.edit("lib/sort.c", lambda text: text + b"/* x */\n")
    for name in ("C without flags, cold", "C without flags",
                 "C without flags"):
        steps.expect(name, set(), "--staged", tally="1 C files")
    steps.reset()
    steps.edit("include/linux/mm.h", lambda text: text + b"/* x */\n")
    steps.expect("a comment in mm.h", set(), "--staged")
    steps.reset()


def plant_misuses(steps):
    for statement, rules in MISUSES:
        new = (ANCHOR.replace("if", statement + "\n\tif", 1)).encode()
        steps.edit(FILE, lambda text, new=new: text.replace(
            ANCHOR.encode(), new, 1))
        patch = subprocess.run(["git", "diff", "--cached"], cwd=steps.tree,
                               check=True, capture_output=True).stdout
        steps.expect(f"staged: {statement}", rules, "--staged")
        steps.reset()
        steps.expect(f"patch:  {statement}", rules, "--patch", "-",
                     patch=patch)


def compare_with_clang(steps):
    """One file with flags, against the same parse by the compiler."""
    done = subprocess.run(
        [steps.vmalint, "check", "--cache-dir", steps.cache, "--dump", "args",
         FILE], cwd=steps.tree, check=True, capture_output=True, text=True)
    start = time.monotonic()
    subprocess.run(done.stdout.split("\t", 1)[1], shell=True, check=False,
                   cwd=steps.tree, capture_output=True)
    print(f"ok  {time.monotonic() - start:7.3f} s  clang -fsyntax-only {FILE}")


def lay_out_anew(steps, nr_files):
    names = steps.git("ls-files", "-z", "mm", "fs", "drivers/gpu",
                      "drivers/infiniband", "tools/testing/vma").split("\0")
    names = [name for name in reversed(names) if name.endswith(".c")]
    for name in names[:nr_files]:
        target = steps.tree / name
        lines = target.read_bytes().split(b"\n")
        target.unlink()
        target.write_bytes(b"\n".join(
            line if line.startswith(b"#") else line.replace(b"\t", b"    ")
            for line in lines))
    steps.git("add", "-u", ".")
    steps.expect(f"{min(nr_files, len(names))} files laid out anew", set(),
                 "--staged")
    steps.reset()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vmalint", type=Path)
    parser.add_argument("tree", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--files", type=int, default=5000)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    steps = Steps(arguments)
    make_repository(steps, arguments.tree)
    change_little(steps)
    plant_misuses(steps)
    compare_with_clang(steps)
    lay_out_anew(steps, arguments.files)
    return 1 if steps.nr_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
