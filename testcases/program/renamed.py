# SPDX-License-Identifier: GPL-2.0-only
"""Helpers are known by their types and bodies: a tree that calls them otherwise,
or has more of them, needs no other program. Headers of the stand-in trees are
edited as a kernel of tomorrow might be."""
import re

from scratch import ProgramTest, main

# A statement of a function whose VMA others see.
DRIVER = """\
#include <linux/mm.h>
void f(struct mm_struct *mm, unsigned long at)
{{
	struct vm_area_struct *vma = find_vma(mm, at);

	{0}
}}
"""
# Helpers that nobody has yet, of the last typed API.
ADDED = """
static inline void vma_toggle_bits(struct vm_area_struct *vma,
				   vma_flags_t bits)
{
	vma_flags_set_mask(&vma->flags, bits);
}
static inline void vma_toggle_locked(struct vm_area_struct *vma,
				     vma_flags_t bits)
{
	vma_start_write(vma);
	vma_toggle_bits(vma, bits);
}
static inline void vma_keep_word(struct vm_area_struct *vma, vm_flags_t word)
{
	vma_assert_write_locked(vma);
	vm_flags_init(vma, word);
}
static inline bool vma_peek_bits(const struct vm_area_struct *vma,
				 vma_flags_t bits)
{
	return vma_flags_test_all_mask(&vma->flags, bits);
}
"""


SECOND_WAY = re.compile(r", or vma_(?:set|clear)_flags\(.*")


def helper_names(tree):
    """Functions and macros of a tree's headers that are named for flags."""
    found = set()
    for path in (tree / "include/linux").glob("mm*.h"):
        found |= set(re.findall(r"\b([a-z_]*flags?[a-z_]*)\(",
                                path.read_text()))
    return sorted(found)


class Renamed(ProgramTest):
    def edit(self, path, old, new):
        target = self.tree / path
        text = target.read_text()
        self.assertIn(old, text)
        target.write_text(text.replace(old, new, 1))

    def told(self):
        """
        What is found, and how many files have errors. The helpers that take
        bits, as the second of two ways, are told by their names.
        """
        report = self.report(self.tree, "--no-cache", "--ignore",
                             "locked_by_hand")
        return ([(finding["path"], finding["line"], finding["rule"],
                  finding["message"],
                  SECOND_WAY.sub("", finding.get("fix", {})
                                 .get("description", "")))
                 for finding in report["findings"]],
                report["summary"]["files"]["analysed_with_errors"])

    def found(self, statement):
        """Rules and advice for a statement."""
        self.place("drivers/a.c", DRIVER.format(statement))
        report = self.report(self.tree / "drivers/a.c", "--no-cache")
        self.assertEqual(
            report["summary"]["files"]["analysed_with_errors"], 0)
        return [finding["rule"] for finding in report["findings"]
                if finding["path"] == "drivers/a.c"]

    def check_renamed(self, api):
        self.lay_out(api)
        self.place_cases(1)
        before = self.told()
        names = {name: name.replace("flag", "worm")
                 for name in helper_names(self.tree)}
        pattern = re.compile(rf"\b(?:{'|'.join(names)})\b(?=[^;,)]*\()")
        for path in self.tree.rglob("*.[ch]"):
            text = path.read_text()
            path.write_text(pattern.sub(lambda at: names[at[0]], text))
        found, nr_errors = self.told()
        found = [tuple(part.replace("worm", "flag")
                       if isinstance(part, str) else part for part in one)
                 for one in found]
        self.assertEqual(set(found) ^ set(before[0]), set())
        self.assertEqual(nr_errors, before[1])

    def test_const(self):
        self.check_renamed("const")

    def test_typed1(self):
        self.check_renamed("typed1")

    def test_typed3(self):
        self.check_renamed("typed3")

    def add_helpers(self):
        self.lay_out("typed3")
        path = self.tree / "include/linux/mm.h"
        text = path.read_text()
        end = text.rindex("#endif")
        path.write_text(text[:end] + ADDED + text[end:])

    def test_added(self):
        """Helpers with new names, known by types and bodies."""
        self.add_helpers()
        bits = "mk_vma_flags(VMA_IO_BIT)"
        for statement, rules in (
                (f"vma_toggle_bits(vma, {bits});", ["unlocked_modify"]),
                (f"vma_toggle_locked(vma, {bits});", []),
                ("vma_keep_word(vma, VM_IO);", ["unlocked_modify"]),
                ("vma_start_write(vma); vma_keep_word(vma, VM_IO);", []),
                ("if (vma_peek_bits(vma, VMA_DROPPABLE)) vma->vm_ops = 0;",
                 ["optional_flag"])):
            with self.subTest(statement):
                self.assertEqual(self.found(statement), rules)

    def test_words(self):
        """Told in words what there is, new helpers and sizes included."""
        self.add_helpers()
        self.edit("include/linux/mm_types.h",
                  "#define NUM_VMA_FLAG_BITS BITS_PER_LONG",
                  "#define NUM_VMA_FLAG_BITS 192")
        self.place("drivers/a.c", DRIVER.format(";"))
        words = self.report(self.tree, "--no-cache")["tree"]["api_words"]
        run = self.check(self.tree, "--no-cache", "--stats")
        for line in (
                "bitmap vma_flags_t of 192 bits: 3 words of 64, 6 of 32, open "
                "to its users, beside the word",
                "26 names of bits, of type vma_flag_t",
                "helpers that lock the VMA: vm_flags_clear, vm_flags_mod, "
                "vm_flags_set, vma_toggle_locked",
                "helpers that assert that it is locked: vm_flags_reset, "
                "vm_flags_reset_once, vma_keep_word",
                "helpers that set atomically: vma_set_atomic_flag",
                "VMAs have locks of their own"):
            self.assertIn(line, words)
            self.assertIn(f"  {line}\n", run.err)
        self.lay_out("typed1")
        self.place("drivers/a.c", DRIVER.format(";"))
        words = self.report(self.tree, "--no-cache")["tree"]["api_words"]
        self.assertIn("bitmap vma_flags_t of one word (BITS_PER_LONG bits), "
                      "__private to its helpers, beside the word", words)

    def test_third_word(self):
        """Numbers of bits, and words that are left, by the bitmap's size."""
        self.lay_out("typed3")
        far = "vma_flags_set_flag(&vma->flags, (__force vma_flag_t)150);"
        farther = far.replace("150", "200")
        old = f"vma_start_write(vma); {far}"
        self.assertIn("bit_out_of_word", self.found(old))
        self.edit("include/linux/mm_types.h",
                  "#define NUM_VMA_FLAG_BITS BITS_PER_LONG",
                  "#define NUM_VMA_FLAG_BITS 192")
        self.assertNotIn("bit_out_of_word", self.found(old))
        self.assertIn("bit_out_of_word",
                      self.found(f"vma_start_write(vma); {farther}"))
        self.assertIn("stale_high_words", self.found(
            "vma_start_write(vma); "
            "vma->flags.__vma_flags[1] = 0; "
            "vma_flags_overwrite_word(&vma->flags, VM_IO);"))

    def test_new_flag(self):
        """A flag and an alias that the headers have from now on."""
        self.lay_out("typed3")
        for old, new in (
                ("\tDECLARE_VMA_BIT(DROPPABLE, 40),",
                 "\tDECLARE_VMA_BIT(DROPPABLE, 40),\n"
                 "\tDECLARE_VMA_BIT(SPARKLING, 42),\n"
                 "\tDECLARE_VMA_BIT_ALIAS(STILL, ARCH_1),"),
                ("#define VM_GROWSUP\t",
                 "#define VM_SPARKLING INIT_VM_FLAG(SPARKLING)\n"
                 "#ifdef CONFIG_STILL_WATER\n"
                 "#define VM_STILL INIT_VM_FLAG(STILL)\n"
                 "#else\n#define VM_STILL VM_NONE\n#endif\n"
                 "#define VM_GROWSUP\t")):
            self.edit("include/linux/mm.h", old, new)
        test = "if ({0}) vma->vm_ops = 0;"
        for condition, rules in (
                ("vma->vm_flags & VMA_SPARKLING_BIT", ["bit_as_mask"]),
                ("vma_test(vma, VM_SPARKLING)", ["mask_as_bit"]),
                ("vma_test(vma, VMA_SPARKLING_BIT)", ["bit_out_of_word"]),
                ("(int)vma->vm_flags & VM_SPARKLING", ["flag_truncation"]),
                ("vma_test(vma, VMA_STILL_BIT)", ["optional_flag"]),
                ("vma->vm_flags & VM_STILL", []),
                ("(vma->vm_flags & VM_STILL) == VM_STILL",
                 ["optional_flag"])):
            with self.subTest(condition):
                self.assertEqual(self.found(test.format(condition)), rules)


if __name__ == "__main__":
    main()
