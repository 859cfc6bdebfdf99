# SPDX-License-Identifier: GPL-2.0-only
"""Files that only make sense where others include them, and programs of the
tree with the flags of their Makefiles."""
from scratch import ProgramTest, main

PART = "tools/testing/part"
MAKEFILE = """\
include ../common/common.mk
CFLAGS += -Dnr_words=2
main.o: main.c
"""
COMMON = """\
CFLAGS += -I../common -I. -I$(EXTRA)/headers
EXTRA := ..
ifndef WIDTH
WIDTH := $(shell getconf LONG_BIT)
endif
generated/width.h:
\t@mkdir -p generated
\t@if ! grep -q WIDTH $@; then \\
\t\techo "Making $@"; \\
\t\techo "#define WIDTH_KNOWN 1" > $@; \\
\tfi
"""
AREA = """\
#include "generated/width.h"
#include "common_names.h"
#ifndef WIDTH_KNOWN
#error no width
#endif
struct vm_area_struct {
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __vm_flags;
	};
};
#define VM_LOCKED 0x2000
"""
MAIN = """\
#include "shared.h"
#include "tests/area.c"
int words[nr_words];
int main(void) { return test_area(&area); }
"""
# One private_access on line 3.
TEST = """\
static int test_area(struct vm_area_struct *vma)
{
	vma->__vm_flags |= VM_LOCKED;
	return words_of(vma);
}
"""
# Only the write of a word is at fault: private_access on line 19.
BITS = """\
typedef int vma_flag_t;
typedef struct { unsigned long __vma_flags[2]; } vma_flags_t;
struct vm_area_struct { vma_flags_t flags; };
enum { VMA_READ_BIT, VMA_LOCKED_BIT = 13 };
void vma_flags_set_flag(vma_flags_t *flags, vma_flag_t bit);
int vma_test(struct vm_area_struct *vma, vma_flag_t bit);

int test_high(struct vm_area_struct *vma)
{
	vma_flags_t flags = { { 0 } };

	for (int bit = 64; bit < 66; bit++)
		vma_flags_set_flag(&flags, bit);
	return flags.__vma_flags[1] == 3 && vma_test(vma, 65);
}

void spoil(struct vm_area_struct *vma)
{
	vma->flags.__vma_flags[1] = 1;
}
"""


class Parts(ProgramTest):
    def lay_out_part(self):
        self.place("tools/testing/common/common.mk", COMMON)
        self.place("tools/testing/common/common_names.h",
                   "typedef unsigned long vm_flags_t;\n")
        self.place(f"{PART}/Makefile", MAKEFILE)
        self.place(f"{PART}/main.c", MAIN)
        self.place(f"{PART}/shared.h", '#include "include/area.h"\n'
                   '#include "include/more.h"\n'
                   "static struct vm_area_struct area;\n")
        self.place(f"{PART}/include/area.h", AREA)
        self.place(f"{PART}/include/more.h",
                   "static inline int words_of(struct vm_area_struct *vma)\n"
                   "{\n\treturn vma->vm_flags & VM_LOCKED ? nr_words : 0;\n"
                   "}\n")
        self.place(f"{PART}/tests/area.c", TEST)

    def assert_whole(self, report):
        self.assertEqual(report["unseen"], [])
        self.assertEqual(report["summary"]["files"]["analysed"],
                         report["summary"]["files"]["selected"],
                         report["problems"])

    def test_program(self):
        """Flags, made headers and users of a part, its own words included."""
        self.lay_out_part()
        report = self.report(self.tree / PART, status=1)
        self.assert_whole(report)
        self.assert_found(report, f"{PART}/tests/area.c:3")

    def test_one_file(self):
        self.lay_out_part()
        report = self.report(self.tree / PART / "tests/area.c", status=1)
        self.assert_whole(report)
        self.assert_found(report, f"{PART}/tests/area.c:3")

    def test_changed_makefile(self):
        """A warm run knows what the Makefile says by now."""
        self.lay_out_part()
        self.report(self.tree / PART, status=1)
        self.place(f"{PART}/Makefile", MAKEFILE.replace("-Dnr_words=2", ""))
        report = self.report(self.tree / PART)
        self.assertTrue(report["unseen"])

    def test_own_type(self):
        """A program that tests a copy of the type may look into it."""
        self.lay_out("typed3")
        self.place("tools/testing/bits/main.c", BITS)
        report = self.report(self.tree / "tools", status=1)
        self.assert_whole(report)
        self.assert_found(report, "tools/testing/bits/main.c:19")

    def test_kernel_part(self):
        """A C file of the kernel that another one includes from above."""
        self.place("mm/whole.c", "#include <linux/mm.h>\n"
                   "#define AREA_FLAGS VM_IO\nstruct whole { int nr; };\n"
                   '#include "parts/part.c"\n')
        self.place("mm/parts/part.c",
                   "int part(struct whole *whole, struct vm_area_struct "
                   "*vma)\n{\n\twhole->nr++;\n"
                   "\tvma->vm_flags |= AREA_FLAGS | VM_LOCKED;\n"
                   "\treturn 0;\n}\n")
        report = self.report(self.tree / "mm", status=1)
        self.assert_whole(report)
        self.assert_found(report, "mm/parts/part.c:4")

    def test_same_name(self):
        """Who includes another file of that name is no user."""
        self.place("mm/part.c", driver_like("part"))
        self.place("mm/sub/part.c", "int nothing;\n")
        self.place("mm/whole.c", '#include "sub/part.c"\n#error not me\n')
        report = self.report(self.tree / "mm/part.c", status=1)
        self.assert_whole(report)
        self.assert_found(report, "mm/part.c:4")


def driver_like(name):
    return (f"#include <linux/mm.h>\nvoid {name}(struct vm_area_struct *vma)\n"
            "{\n\tvma->vm_flags |= VM_IO;\n}\n")


if __name__ == "__main__":
    main()
