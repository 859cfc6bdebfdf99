# SPDX-License-Identifier: GPL-2.0-only
"""Headers that a build makes: found by the rules that make them."""
from scratch import ProgramTest, driver, main

KBUILD = """\
# Constants for all
width-file := include/generated/width-consts.h

targets += mm/width.s

$(width-file): mm/width.s FORCE
	$(call filechk,offsets,__WIDTH_CONSTS__)
"""
WIDTH = """\
#include <linux/kbuild.h>
#define MEMBER(of, which) \\
	DEFINE(of ## _ ## which, offsetof(struct of, which))
int main(void)
{
	DEFINE(WIDTH_OF_IT, /* an odd one */ sizeof(struct it));
	COMMENT(what it begins with);
	MEMBER(it, first);
#ifdef CONFIG_NEVER
	DEFINE(never_there, 1);
#endif
	BLANK();
}
"""
USER = """\
#include <linux/mm.h>
#include <generated/width-consts.h>
char widths[WIDTH_OF_IT];
long user(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO ? it_first : never_there;
}
"""
LOCAL = """\
obj-m := local.o
names := $(obj)/local-names.h

$(obj)/parts/own.s: $(src)/parts/numbers.c FORCE
	$(call if_changed_dep,cc_s_c)

$(names): $(obj)/parts/own.s FORCE
	$(call filechk,numbers,LOCAL_NAMES)

$(obj)/local.o: $(names)
"""
# Its own way to write the lines that a build looks for.
NUMBERS = """\
#define NUMBER(name, value) \\
	asm volatile("\\n.ascii \\"->" #name " %0 " #value "\\"" : : "i" (value))
void numbers(void)
{
	NUMBER(local_one, sizeof(int) / 4);
	NUMBER(local_seven, 3 + 4);
}
"""
LOCAL_USER = """\
#include <linux/mm.h>
#include "local-names.h"
_Static_assert(local_seven == 7, "as written");
long local(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO ? local_one : local_seven;
}
"""
ODD = """\
# Nobody knows what this does
$(obj)/odd.h: $(obj)/oddities FORCE
	$(call if_changed,oddly)
"""
ODD_USER = """\
#include <linux/mm.h>
#include "odd.h"
long odd(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO ? 1 : odd_number;
}
"""

# A macro of the kernel's headers, and the context of an iterator.
BPF = """\
#INCLUDE
#include <bpf/bpf_helpers.h>
int shorthand = 7;
int walk(struct bpf_iter__odd *ctx)
{
	struct vm_area_struct *vma = ctx->vma;

	if (!vma || shorthand != bpf_odd_call(vma, 0))
		return 0;
	return !!(vma->vm_flags & VM_IO);
}
"""
ITERATOR = """\
struct bpf_iter__odd {
	struct vm_area_struct *vma;
};
"""
CALLS = """\
/*
 * long bpf_odd_call(void *which, unsigned long flags)
 *	Description
 *		Does so.
 */
"""


class Generated(ProgramTest):
    def files(self, *words, status=None):
        """The files of a run by how they ended, and its problems; that errors
        hide too much is none of them."""
        report = self.report(*words, self.tree / "drivers", status=status)
        self.problems = [(problem["path"], problem["line"], problem["text"])
                         for problem in report["problems"]
                         if problem["stage"] != "output"]
        ends = report["summary"]["files"]
        return ends["analysed"], ends["analysed_with_errors"]

    def test_constants_for_all(self):
        self.place("drivers/user.c", USER)
        self.place("mm/width.c", WIDTH)
        self.assertEqual(self.files(), (0, 1))
        self.place("Kbuild", KBUILD)
        for _ in "cold", "warm":
            self.assertEqual(self.files(), (1, 0))
            self.assertEqual(self.problems, [])

    def test_folder_of_the_architecture(self):
        self.place("arch/x86/Makefile",
                   "consts := arch/x86/consts\narchprepare:\n"
                   "\t$(Q)$(MAKE) $(build)=$(consts) all\n")
        self.place("arch/x86/consts/Makefile",
                   KBUILD.replace("mm/width.s", "$(obj)/it.s"))
        self.place("arch/x86/consts/it.c", WIDTH)
        self.place("drivers/user.c", USER)
        self.assertEqual(self.files("--arch", "x86"), (1, 0))

    def test_constants_of_a_folder(self):
        self.place("drivers/far/deep/user.c", LOCAL_USER)
        self.place("drivers/far/Makefile", LOCAL)
        self.place("drivers/far/parts/numbers.c", NUMBERS)
        for _ in "cold", "settled", "warm":
            self.assertEqual(self.files(), (1, 0))

    def test_rule_that_changes(self):
        self.place("drivers/far/user.c", LOCAL_USER)
        self.place("drivers/far/parts/numbers.c", NUMBERS)
        for _ in range(2):
            self.assertEqual(self.files(), (0, 1))
        self.place("drivers/far/Makefile", LOCAL)
        for _ in range(2):
            self.assertEqual(self.files(), (1, 0))
        self.place("drivers/far/parts/numbers.c",
                   NUMBERS.replace("3 + 4", "3 + 5"))
        for _ in range(2):
            self.assertEqual(self.files(), (0, 1))

    def test_not_understood(self):
        """It is named once, and costs only who needs its names."""
        self.place("drivers/odd/a.c", ODD_USER)
        self.place("drivers/odd/b.c", ODD_USER)
        self.place("drivers/odd/c.c", ODD_USER.replace("odd_number", "2"))
        self.place("drivers/other.c", driver("other"))
        self.place("drivers/odd/Makefile", ODD)
        for _ in "cold", "settled", "warm":
            self.assertEqual(self.files(status=2), (2, 2))
            self.assertEqual(len(self.problems), 1, self.problems)
            path, line, text = self.problems[0]
            self.assertEqual((path, line), ("drivers/odd/Makefile", 2))
            self.assertIn("'odd.h'", text)
            self.assertIn("$(call if_changed,oddly)", text)

    def test_listed(self):
        """Made along with others: it has no rule of its own."""
        self.place("drivers/odd/Makefile",
                   "both := more.h odd.h\ntargets += $(both)\n"
                   "$(obj)/more.h: $(obj)/maker FORCE\n"
                   "\t$(call if_changed,both)\n")
        self.place("drivers/odd/include/a.h",
                   '#include "more.h"\n#include "odd.h"\n')
        self.place("drivers/odd/a.c",
                   ODD_USER.replace('"odd.h"', '"include/a.h"'))
        self.assertEqual(self.files(), (0, 1))
        self.assertEqual([problem[:2] for problem in self.problems],
                         [("drivers/odd/Makefile", 2),
                          ("drivers/odd/Makefile", 3)])

    def test_pattern(self):
        """A rule for many, and what of it is asked for; constants too."""
        self.place("drivers/odd/Makefile",
                   "both := $(obj)/made/x_odd.h $(obj)/made/x_more_odd.h\n"
                   "$(obj)/made/%_odd.h: $(obj)/maker\n\t$(call cmd,odd)\n"
                   "$(obj)/made/%_more_odd.h: $(obj)/maker\n"
                   "\t$(call cmd,more)\n$(obj)/odd.o: $(both)\n")
        self.place("drivers/odd/a.c",
                   ODD_USER.replace("odd.h", "made/x_odd.h").replace(
                       "odd_number", "ODD_1 + ODD_2_small + ODD_1"))
        self.place("drivers/odd/b.c", ODD_USER.replace(
            "odd.h", "made/x_more_odd.h").replace(
                "return vma",
                "switch (vma->vm_pgoff) { case ODD_2: case ODD_3: break; }\n"
                "\treturn vma").replace("odd_number", "ODD_2"))
        self.place("drivers/odd/c.c", ODD_USER.replace(
            "odd.h", "made/y_odd.h"))
        for _ in "cold", "settled", "warm":
            self.assertEqual(self.files(), (2, 1))
            self.assertEqual([problem[:2] for problem in self.problems],
                             [("drivers/odd/Makefile", 2),
                              ("drivers/odd/Makefile", 4)])

    def test_static_pattern(self):
        """Constants of the source that stands for the stem."""
        self.place("drivers/far/user.c", LOCAL_USER)
        self.place("drivers/far/parts/numbers.c", NUMBERS)
        self.place("drivers/far/Makefile", LOCAL.replace(
            "$(names): $(obj)/parts/own.s FORCE",
            "$(obj)/local-%.h: $(obj)/parts/own.s FORCE"))
        for _ in "cold", "warm":
            self.assertEqual(self.files(), (1, 0))

    def test_rule_that_goes(self):
        """What is made no more is not found, and nothing is left of it."""
        self.place("drivers/user.c", USER)
        self.place("mm/width.c", WIDTH)
        self.place("Kbuild", KBUILD)
        self.assertEqual(self.files(), (1, 0))
        self.place("Kbuild", KBUILD.replace("mm/width.s", "mm/other.s"))
        self.assertEqual(self.files(), (0, 1))
        self.assertEqual([problem[:2] for problem in self.problems],
                         [("Kbuild", 6)])
        self.place("Kbuild", "")
        self.assertEqual(self.files(), (0, 1))
        self.assertEqual(self.problems, [])
        self.place("Kbuild", KBUILD)
        self.assertEqual(self.files(), (1, 0))

    def test_not_understood_for_all(self):
        self.place("Kbuild", ODD.replace("$(obj)", "include/generated"))
        self.place("drivers/a.c",
                   ODD_USER.replace('"odd.h"', "<generated/odd.h>"))
        for _ in "cold", "warm":
            self.assertEqual(self.files(), (0, 1))
            self.assertEqual([problem[:2] for problem in self.problems],
                             [("Kbuild", 2)])

    def test_bpf(self):
        """Types of the tree, no macros: one parse, and no error."""
        header = self.tree / "include/linux/fs.h"
        header.write_text(header.read_text() + "#define shorthand nowhere\n")
        self.place("kernel/bpf/odd_iter.c", ITERATOR)
        self.place("include/uapi/linux/bpf.h", CALLS)
        self.place("tools/lib/bpf/bpf_helpers.h",
                   '#include "bpf_helper_defs.h"\n')
        for name, line in ("a", "<vmlinux.h>"), ("b", '"vmlinux.h"'):
            self.place(f"drivers/{name}.c",
                       BPF.replace("#INCLUDE", f"#include {line}"))
        self.place("drivers/c.c", BPF.replace("#INCLUDE", "").replace(
            "<bpf/bpf_helpers.h>", '"vmlinux.h"').replace("bpf_odd_call", ""))
        run = self.check("--stats", self.tree / "drivers")
        self.assertIn("parses: 3,", run.err)
        self.assertEqual(self.files(), (3, 0))


if __name__ == "__main__":
    main()
