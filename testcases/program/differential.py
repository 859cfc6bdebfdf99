# SPDX-License-Identifier: GPL-2.0-only
"""Random commits: what a change adds is what two whole runs differ in.

Four ways of asking for each commit are compared with the difference of a run
over the tree with it and one over the tree without it. Headers of one name lie
in several folders, so that one which comes or goes uncovers another. Other
commits change the configuration, parts that sources include, a list of Kbuild.
$VMALINT_COMMITS says how many commits are made, $VMALINT_SEED from where on.
"""
import os
import random

from repository import WaysTest
from scratch import main

FOLDERS = ("drivers", "drivers/sub", "include/linux", "mm")
NAMES = ("one", "two", "three")
# What a macro does with a flag word; the first two are as they should be.
BODIES = ("vm_flags_set(v, VM_IO)", "(void)(v)",
          "(*(unsigned long *)&(v)->vm_flags |= VM_IO)",
          "(*(unsigned long *)&(v)->vm_flags &= ~VM_PFNMAP)")
TYPES = ("unsigned long", "int")
CONDITIONS = ("CONFIG_R_NR > 4", "defined(CONFIG_R_ONE)",
              "!defined(CONFIG_R_TWO)", "defined(CONFIG_R_ONE_MODULE)")
LIST = "arch/x86/include/asm/Kbuild"


class Commits:
    """A tree that is edited at random."""

    def __init__(self, test, seed):
        self.test, self.random = test, random.Random(seed)
        self.serial = 0
        self.top = self.list = ""  # Kconfig and Kbuild as they were

    def paths(self, suffix):
        """Of the tree, those that are ours."""
        return sorted(
            f"{folder}/{name}" for folder in FOLDERS
            if (self.test.tree / folder).is_dir()
            for name in os.listdir(self.test.tree / folder)
            if name.startswith(("r_", "s_")) and name.endswith(suffix))

    def any_path(self, stem, suffix):
        return f"{self.random.choice(FOLDERS)}/{stem}{suffix}"

    def header(self, name):
        """A header: a macro, a type, maybe another header."""
        pick = self.random.choice
        lines = [f"#ifndef R_{name.upper()}_H", f"#define R_{name.upper()}_H"]
        later = NAMES[NAMES.index(name) + 1:]
        if later and pick((True, False)):
            lines.append(f'#include "r_{pick(later)}.h"')
        if pick((True, True, True, False)):
            lines.append(f"#define GRAB_{name.upper()}(v) {pick(BODIES)}")
        if pick((True, True, True, False)):
            lines.append(f"typedef {pick(TYPES)} word_{name};")
        return "\n".join([*lines, "#endif", ""])

    def source(self):
        """Uses headers in one way or the other; no two functions are alike."""
        pick = self.random.choice
        names = self.random.sample(NAMES, self.random.randint(1, 2))
        lines = ["#include <linux/mm.h>"]
        if pick((True, False)):
            lines.append(pick(('#include "r_part.inc"', "#include <asm/r_x.h>",
                               "#include <linux/r_part.inc>")))
        for name in names:
            lines.append(pick((f'#include "r_{name}.h"',
                               f"#include <linux/r_{name}.h>",
                               f'#include "sub/r_{name}.h"')))
        for _ in range(self.random.randint(1, 3)):
            name = pick(names)
            self.serial += 1
            vma = f"vma_{self.serial}"
            use = pick((f"GRAB_{name.upper()}({vma});",
                        f"word_{name} w = {vma}->vm_flags; (void)w;",
                        f"*(unsigned long *)&{vma}->vm_flags |= VM_IO;",
                        f"vm_flags_set({vma}, VM_IO);",
                        f"#ifdef PART\n\tPART({vma});\n#endif",
                        f"#if {pick(CONDITIONS)}\n"
                        f"*(unsigned long *)&{vma}->vm_flags |= VM_IO;\n"
                        "#endif"))
            lines += [f"void f_{self.serial}(struct vm_area_struct *{vma})",
                      "{", f"\t{use}", "}"]
        return "\n".join([*lines, ""])

    def write_header(self):
        name = self.random.choice(NAMES)
        self.test.add(self.any_path(f"r_{name}", ".h"), self.header(name))

    def write_source(self):
        self.serial += 1
        self.test.add(self.any_path(f"s_{self.serial}", ".c"), self.source())

    def edit_source(self):
        self.test.add(self.random.choice(self.paths(".c")), self.source())

    def remove(self):
        suffix = self.random.choice((".c", ".h"))
        paths = self.paths(suffix)
        if len(paths) > 3:
            self.test.git("rm", "-q", "-f", self.random.choice(paths))

    def move(self):
        """To another folder, under the same name."""
        path = self.random.choice(self.paths((".c", ".h")))
        target = f"{self.random.choice(FOLDERS)}/{path.rsplit('/', 1)[1]}"
        if not os.path.lexists(self.test.tree / target):
            (self.test.tree / target).parent.mkdir(exist_ok=True)
            self.test.git("mv", path, target)

    def rename_header(self):
        """To another name: what it declares is as it was."""
        path = self.random.choice(self.paths(".h"))
        target = self.any_path(f"r_{self.random.choice(NAMES)}", ".h")
        if not os.path.lexists(self.test.tree / target):
            (self.test.tree / target).parent.mkdir(exist_ok=True)
            self.test.git("mv", path, target)

    def edit_line(self):
        """Changes a line of a header and leaves the rest."""
        path = self.random.choice(self.paths(".h"))
        text = (self.test.tree / path).read_text()
        for old, new in ((BODIES[0], BODIES[2]), (BODIES[2], BODIES[0]),
                         (TYPES[0], TYPES[1]), (f"{TYPES[1]} ", f"{TYPES[0]} ")):
            if old in text:
                self.test.add(path, text.replace(old, new, 1))
                return

    def write_option(self):
        """Of the tree's Kconfig, or of one that it sources if it is there."""
        pick = self.random.choice
        lines = ["config R_NR", "\tint", f"\tdefault {pick((3, 5))}"]
        for name in ("R_ONE", "R_TWO"):
            lines += [f"config {name}", f"\t{pick(('bool', 'tristate'))}",
                      f"\tdefault {pick('ynm')}"]
        path = pick(("Kconfig", "drivers/Kconfig"))
        text = "\n".join([*lines, ""])
        if path == "Kconfig":
            text = self.top + text + 'osource "drivers/Kconf*"\n'
        self.test.add(path, text)

    def write_part(self):
        folder = self.random.choice(FOLDERS)
        self.test.add(f"{folder}/r_part.inc", "#undef PART\n"
                      f"#define PART(v) {self.random.choice(BODIES)}\n")

    def write_list(self):
        """Has a header of asm/ be the generic one, or none at all."""
        self.test.add("include/asm-generic/r_x.h", "#undef PART\n"
                      f"#define PART(v) {self.random.choice(BODIES)}\n")
        word = self.random.choice(("generic-y += r_x.h\n", "# nothing\n"))
        self.test.add(LIST, self.list + word)

    EDITS = (write_option, write_option, write_part, write_list,
             write_header, write_header, write_source, edit_source, remove,
             remove, move, rename_header, edit_line, edit_line)

    def start(self):
        self.top = (self.test.tree / "Kconfig").read_text()
        path = self.test.tree / LIST
        self.list = path.read_text() if path.exists() else ""
        for name in NAMES:
            for folder in FOLDERS[:3]:
                self.test.add(f"{folder}/r_{name}.h", self.header(name))
        for _ in range(5):
            self.write_source()

    def edit(self):
        for _ in range(self.random.randint(1, 3)):
            self.random.choice(self.EDITS)(self)


class Differential(WaysTest):
    """The four ways of asking, commit by commit."""

    def run_commits(self, seed, nr):
        commits = Commits(self, seed)
        commits.start()
        self.commit()
        before = self.keys()
        for _ in range(nr):
            old = self.git("rev-parse", "HEAD").strip()
            commits.edit()
            after = self.keys()
            self.assert_ways(after - before, old)
            before = after

    def test_commits(self):
        nr = int(os.environ.get("VMALINT_COMMITS", 12))
        seed = int(os.environ.get("VMALINT_SEED", 1))
        self.git("tag", "tree")
        for start in range(0, nr, 6):
            with self.subTest(seed=seed + start):
                self.git("reset", "-q", "--hard", "tree")
                self.git("clean", "-fdq")
                self.run_commits(seed + start, min(6, nr - start))


if __name__ == "__main__":
    main()
