# SPDX-License-Identifier: GPL-2.0-only
"""Whole outputs over one small input, compared with testcases/output/.

With --update behind VMALINT and WORK the golden files are written anew; read
the difference before it is kept.
"""
import re
import sys

from scratch import TOP, ProgramTest, main

GOLDEN = TOP / "testcases/output"
# What is not the same everywhere.
VARIABLE = (
    (r'"root":"[^"]*"', '"root":"/tree"'),
    (r'"libclang":"[^"]*"', '"libclang":"19"'),
    (r'"seconds":[0-9.]+', '"seconds":0'),
)
# Tabs and letters of two and three bytes before the column, a write in a
# macro of a header and of the file, one in the header itself, one that goes
# over lines, one in a branch of another configuration, one nobody can see.
HEADER = """\
#ifndef FRAME_H
#define FRAME_H
#include <linux/mm.h>

#define frame_lock(vma) do { (vma)->vm_flags |= VM_LOCKED; } while (0)

static inline void frame_share(struct vm_area_struct *vma)
{
	vma->vm_flags &= ~VM_IO;
}

#endif
"""
SOURCE = """\
#include "frame.h"

#define HIDE(v) ((v)->vm_flags |= VM_DONTDUMP)

/* Größe */ int frame_mmap(struct vm_area_struct *vma, const char *name)
{
	if (name == "naïve €") 	vma->vm_flags = VM_READ;
	frame_lock(vma);	HIDE(vma);
	vma->vm_flags
		|= VM_IO |
		   VM_PFNMAP;
#ifdef CONFIG_FRAME_ODD
	vma->vm_flags++;
#endif
#if 0
	vma->vm_flags--;
#endif
	return 0;
}

void frame_copy(struct vm_area_struct *to, const struct vm_area_struct *from)
{
	*to = *from;
}
"""
BROKEN = """\
#include "gone.h"
#include <linux/mm.h>

void broken(struct vm_area_struct *vma, gone_t *gone)
{
	gone->flags = vma->vm_flags;
}
"""


class Golden(ProgramTest):
    update = False

    def compare(self, name, text):
        for pattern, replacement in VARIABLE:
            text = re.sub(pattern, replacement, text)
        text = text.replace(str(self.tree), "/tree")
        if self.update:
            (GOLDEN / name).write_text(text, encoding="utf-8")
        self.assertEqual(text, (GOLDEN / name).read_text(encoding="utf-8"))

    def place_all(self):
        self.place("drivers/frame/frame.h", HEADER)
        self.place("drivers/frame/frame.c", SOURCE)
        self.place("drivers/frame/broken.c", BROKEN)
        self.place("drivers/old/crlf.c", "#include <linux/mm.h>\r\nvoid crlf"
                   "(struct vm_area_struct *v)\r\n{ v->vm_flags = 0; }\r\n")

    def test_findings(self):
        self.place_all()
        for form in ("text", "json"):
            run = self.check("--format", form, self.tree / "drivers")
            self.assertEqual(run.status, 1, str(run))
            self.compare(f"{form}.golden", run.out)
        self.compare("summary.golden", run.err)

    def test_nothing(self):
        for form in ("text", "json"):
            run = self.check("--format", form, self.tree)
            self.assertEqual(run.status, 0, str(run))
            self.compare(f"{form}_nothing.golden", run.out)


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        Golden.update = True
    main()
