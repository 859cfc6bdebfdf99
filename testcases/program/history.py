# SPDX-License-Identifier: GPL-2.0-only
"""Thirty commits over a small tree, each with what it adds written by hand.

Each is looked at three times: as the index before it is made, as the
difference from its parent once it is made, and as a patch over the parent.
All must say the same.
"""
from repository import MISUSE, PROPER, RepositoryTest, function, source
from scratch import main

MACROS = """\
#ifndef AREA_H
#define AREA_H
#include <linux/mm.h>
#define area_pin(vma) {}
#define area_io(vma) vm_flags_set(vma, VM_IO)
#endif
"""
PIN_GOOD = "vm_flags_set(vma, VM_PFNMAP)"
PIN_BAD = "(*(unsigned long *)&(vma)->vm_flags |= VM_PFNMAP)"
USER = '#include <linux/mm.h>\n#include "area.h"\n\n' + \
    function("{0}_mmap", "\tarea_pin(vma);\n")
RULE = "const_cast_write"
OTHER = MISUSE.replace("VM_IO", "VM_PFNMAP")
TEST = "\tif (vma->vm_flags == VM_READ)\n\t\treturn 1;\n"


class History(RepositoryTest):

    def step(self, what, *expected):
        """Commits what is staged, after and before looking at it."""
        with self.subTest(what):
            self.assertEqual(self.found("--staged"), list(expected))
            self.git("commit", "-q", "--allow-empty", "-m", what)
            self.assertEqual(self.found("--since", "HEAD~..HEAD"),
                             list(expected))
            text = self.git("format-patch", "--stdout", "-1", "HEAD")
            if "\ndiff --git" not in text:
                return
            path = self.folder / "step.patch"
            path.write_text(text)
            self.assertEqual(self.found("--patch", path, "--base", "HEAD~"),
                             list(expected))

    def user(self, name):
        return USER.replace("{0}", name)

    def test_files(self):
        """Files come, grow, move and go."""
        self.place("README", "text\n")
        self.git("add", "README")
        self.step("1: no C at all")
        self.add("lib/sort.c", "int sort(int a)\n{\n\treturn a;\n}\n")
        self.step("2: C without a flag")
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.step("3: a flag, properly")
        self.add("drivers/a.c", source(function("a_mmap", PROPER, MISUSE)))
        self.step("4: a misuse", f"drivers/a.c:6 {RULE}")
        self.add("drivers/a.c", "/* A. */\n" + source(
            function("a_mmap", PROPER, MISUSE)))
        self.step("5: a line above it")
        self.add("drivers/a.c", "/* A. */\n" + source(
            function("a_mmap", PROPER, MISUSE, OTHER)))
        self.step("6: a second, of another flag", f"drivers/a.c:8 {RULE}")
        self.git("mv", "drivers/a.c", "drivers/area.c")
        self.step("7: renamed")
        self.git("mv", "drivers/area.c", "drivers/a.c")
        self.add("drivers/a.c", "/* A. */\n" + source(
            function("a_mmap", PROPER, MISUSE, OTHER, TEST)))
        self.step("8: renamed and worse", "drivers/a.c:9 exact_compare")
        (self.tree / "mm").mkdir(exist_ok=True)
        self.git("mv", "drivers/a.c", "mm/a.c")
        self.add("drivers/b.c", source(function("b_mmap", MISUSE)))
        self.step("9: moved, and a new file", f"drivers/b.c:5 {RULE}")
        self.git("rm", "-q", "mm/a.c")
        self.step("10: deleted")
        self.add("mm/a.c", source(function("a_mmap", MISUSE)))
        self.step("11: back again", f"mm/a.c:5 {RULE}")
        self.add("mm/a.c", source(function("a_mmap", PROPER)))
        self.step("12: mended")
        self.git("revert", "--no-commit", "HEAD")
        self.step("13: the mending reverted", f"mm/a.c:5 {RULE}")
        self.git("mv", "mm/a.c", "mm/a c\tö.c")
        self.step("14: an odd name")
        self.add("mm/a c\tö.c", source(function("a_mmap", MISUSE, MISUSE)))
        self.step("15: the same once more", f"mm/a c\tö.c:6 {RULE}")

    def test_code(self):
        """Functions move, headers change, comments allow."""
        self.add("drivers/area.h", MACROS.replace("{}", PIN_GOOD))
        self.add("drivers/a.c", self.user("a"))
        self.add("drivers/b.c", self.user("b"))
        self.step("16: a header and its users")
        self.add("drivers/area.h", MACROS.replace("{}", PIN_BAD))
        self.step("17: the header goes wrong", f"drivers/a.c:6 {RULE}",
                  f"drivers/b.c:6 {RULE}")
        self.add("drivers/area.h", MACROS.replace("{}", PIN_BAD) + "\n")
        self.step("18: a blank line in it")
        self.add("drivers/c.c", self.user("c"))
        self.step("19: one more user", f"drivers/c.c:6 {RULE}")
        self.git("rm", "-q", "drivers/c.c")
        self.add("drivers/b.c", self.user("b") + "\n" + function(
            "c_mmap", "\tarea_pin(vma);\n"))
        self.step("20: its function moves next door")
        self.add("drivers/area.h", MACROS.replace(
            "{}", PIN_BAD + " /* vmalint: allow(const_cast_write): old */"))
        self.step("21: allowed where it is defined")
        self.add("drivers/area.h", MACROS.replace("{}", PIN_BAD))
        self.step("22: no more", f"drivers/a.c:6 {RULE}",
                  f"drivers/b.c:6 {RULE}", f"drivers/b.c:12 {RULE}")
        self.add("drivers/a.c", self.user("a").replace(
            "area_pin(vma);",
            "area_pin(vma); /* vmalint: allow(const_cast_write) */"))
        self.step("23: allowed without a reason",
                  "drivers/a.c:6 bad_suppression")
        self.add("drivers/a.c", self.user("a"))
        self.step("24: the comment goes", f"drivers/a.c:6 {RULE}")

    def test_layout(self):
        """What changes every line changes nothing."""
        for number in range(20):
            self.add(f"drivers/n{number}.c", source(
                function(f"n{number}", MISUSE, PROPER, OTHER)))
        self.step("25: twenty drivers", *sorted(
            f"drivers/n{number}.c:{line} {RULE}"
            for number in range(20) for line in (5, 7)))
        for number in range(20):
            self.add(f"drivers/n{number}.c", source(
                function(f"n{number}", MISUSE, PROPER, OTHER)).replace(
                    "\t", "    ").replace("|=", "\n        |="))
        self.step("26: laid out anew")
        (self.tree / "mm").mkdir(exist_ok=True)
        for number in range(20):
            self.git("mv", f"drivers/n{number}.c", f"mm/n{number}.c")
        self.step("27: all of them moved")
        self.step("28: nothing at all")

    def test_branches(self):
        """A merge adds what neither side had; a rebase adds nothing."""
        self.add("drivers/a.c", source(function("a_mmap", PROPER)))
        self.commit()
        self.git("checkout", "-q", "-b", "side")
        self.add("drivers/side.c", source(function("s", MISUSE)))
        self.commit()
        self.git("checkout", "-q", "main")
        self.add("drivers/a.c", source(function("a_mmap", PROPER, MISUSE)))
        self.commit()
        self.git("merge", "-q", "--no-commit", "side")
        with self.subTest("29: a merge"):
            self.assertEqual(self.found("--staged"), [])
        self.add("drivers/a.c", source(
            function("a_mmap", PROPER, MISUSE),
            function("b_mmap", MISUSE)))
        with self.subTest("29: a merge that adds to both"):
            self.assertEqual(self.found("--staged"),
                             [f"drivers/a.c:12 {RULE}"])
            self.add("drivers/side.c", source(function("s", MISUSE, OTHER)))
            self.assertEqual(self.found("--staged"),
                             [f"drivers/a.c:12 {RULE}",
                              f"drivers/side.c:6 {RULE}"])
        self.git("merge", "--abort", status=None)
        self.git("reset", "-q", "--hard")
        self.git("rebase", "-q", "main", "side")
        with self.subTest("30: a rebase"):
            self.assertEqual(self.found("--since", "main"),
                             [f"drivers/side.c:5 {RULE}"])


if __name__ == "__main__":
    main()
