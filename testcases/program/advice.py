# SPDX-License-Identifier: GPL-2.0-only
"""What a finding says to write: whole, and of what the tree declares."""
import re

from scratch import ProgramTest, main

HEAD = """#include <linux/mm.h>
#include <linux/log2.h>
#include <linux/vmalloc.h>
"""
BODY = """
#define EXTRA (VM_IO | VM_PFNMAP)
#define ALSO(flags) ((flags) | VM_IO)

void area_store(struct vm_area_struct *a)
{{
	{statement}
}}
"""


class Advice(ProgramTest):
    """One statement in a function; what is said of it."""

    def said(self, statement, *words):
        """(message, advice) of the only finding, without its place."""
        self.place("mm/probe.c", HEAD + BODY.format(statement=statement))
        run = self.check(*words, self.tree)
        found = re.findall(r"(?m)^mm/probe\.c:\d+:\d+: (\w+: .*) \[\w+\]\n"
                           r"(?:.*\|.*\n)*"
                           r"  mm/probe\.c:\d+:\d+: note: (.*)$", run.out)
        self.assertEqual(len(found), 1, str(run))
        return found[0]


class Operands(Advice):
    """An operand that is a macro stands in what is to be written."""
    HELPER = "vm_flags_reset_once"

    def test_in_a_macro(self):
        for operand in ("VM_LOCKED", "a->vm_flags | VM_LOCKED", "EXTRA",
                        "a->vm_flags & ~EXTRA", "a->vm_flags | ALSO(VM_READ)",
                        "ALSO(a->vm_flags)", "a->vm_flags | (VM_IO)"):
            for api in ("plain", "const"):
                with self.subTest(operand=operand, api=api):
                    self.lay_out(api)
                    said = self.said(f"WRITE_ONCE(a->vm_flags, {operand});")
                    self.assertIn(f"{self.HELPER}(a, {operand})", said[1])
                    self.assertIn(f"'WRITE_ONCE(a->vm_flags, {operand})'",
                                  said[0])

    def test_outside(self):
        for api in ("plain", "const", "typed3"):
            with self.subTest(api=api):
                self.lay_out(api)
                self.assertIn("vm_flags_set(a, EXTRA)",
                              self.said("a->vm_flags |= EXTRA;")[1])


class Tree(Advice):
    """What the tree has, and what is right in it today."""

    def test_plain(self):
        """A store that is right today is a warning about later kernels."""
        self.lay_out("plain")
        message, advice = self.said("a->vm_flags |= VM_IO;")
        self.assertTrue(message.startswith("warning: "), message)
        self.assertIn("6.3 and later", message)
        self.assertEqual(advice, "for 6.3 and later it becomes "
                                 "vm_flags_set(a, VM_IO)")

    def test_plain_to_be_moved(self):
        self.lay_out("plain")
        self.place(".vmalint", "[severity]\ndirect_write = error\n")
        self.assertTrue(self.said("a->vm_flags |= VM_IO;")[0]
                        .startswith("error: "))

    def test_typed(self):
        self.lay_out("typed3")
        self.assertEqual(
            self.said("a->vm_flags |= EXTRA;")[1],
            "use vm_flags_set(a, EXTRA), or vma_set_flags(a, VMA_PFNMAP_BIT, "
            "VMA_IO_BIT) after vma_start_write()")
        self.assertEqual(
            self.said("a->vm_flags &= ~VM_IO;")[1],
            "use vm_flags_clear(a, VM_IO), or vma_clear_flags(a, VMA_IO_BIT) "
            "after vma_start_write()")

    def test_no_helper_of_the_name(self):
        """Of a tree that has no vm_flags_reset_once()."""
        self.lay_out("const")
        for path in self.tree.glob("**/*.h"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\bvm_flags_reset_once\b",
                                   "vm_word_shown", text), encoding="utf-8")
        self.assertNotIn("vm_flags_reset_once", self.said(
            "WRITE_ONCE(a->vm_flags, VM_IO);")[1])


class Words(Advice):
    """Messages that name what they are about."""

    def test_foreign(self):
        for constant, word, flag in (
                ("PROT_WRITE", "mprotect()", "VM_WRITE"),
                ("MAP_SHARED", "mmap()", "VM_SHARED"),
                ("FAULT_FLAG_WRITE", "vmf->flags", "VM_WRITE"),
                ("FAULT_FLAG_USER", "vmf->flags", None),
                ("VM_USERMAP", "vm_struct", None)):
            with self.subTest(constant=constant):
                self.lay_out("const")
                advice = self.said(
                    f"if (a->vm_flags & {constant}) BUG();")[1]
                self.assertIn(word, advice)
                self.assertEqual(f"of a VMA it is {flag}" in advice,
                                 flag is not None, advice)
                self.assertEqual("of a VMA" in advice, flag is not None)

    def test_test_bit(self):
        """It reads: nobody is told that it writes."""
        message, advice = self.said(
            "if (test_bit(3, &a->vm_flags)) BUG();")
        self.assertIn("only reads", message)
        self.assertNotIn("write", message)
        self.assertIn("'vma->vm_flags & VM_..'", advice)

    def test_logarithm_of_two(self):
        message, _ = self.said("if (ilog2(VM_READ | VM_WRITE)) BUG();")
        self.assertIn("'VM_READ | VM_WRITE' is several flags", message)

    def test_guard(self):
        _, advice = self.said("if (ilog2(VM_SOFTDIRTY)) BUG();")
        self.assertIn("#ifdef CONFIG_", advice)


if __name__ == "__main__":
    main()
