# SPDX-License-Identifier: GPL-2.0-only
"""Whole outputs over one small input, compared with testcases/output/.

With --update behind VMALINT and WORK the golden files are written anew; read
the difference before it is kept.
"""
import os
import re
import sys

from scratch import FORMATS, TOP, ProgramTest, main

GOLDEN = TOP / "testcases/output"
# What is not the same everywhere.
VARIABLE = (
    (r'"root":"[^"]*"', '"root":"/tree"'),
    (r'"libclang":"[^"]*"', '"libclang":"19"'),
    (r'"seconds":[0-9.]+', '"seconds":0'),
    # What the rules' documents say, and how many rules there are.
    (r'(?s)"rules":\[.*?\n\{"id":[^\n]*\]\}\}', '"rules":[]}}'),
    (r'"ruleIndex":[0-9]+', '"ruleIndex":0'),
    (r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>"),
    (r"sha256-[0-9A-Za-z+/=]+", "sha256-"),
    (r'(?s)(<h2 id="rules">[^\n]*\n).*?(?=<h2)', r"\1"),
    (r"libclang [0-9.]+", "libclang 19"),
)
# Tabs and letters of two and three bytes before the column, a write in a
# macro of a header and of the file, one in the header itself, one that goes
# over lines, one in a branch of another configuration, one nobody can see.
HEADER = """\
#ifndef FRAME_H
#define FRAME_H
#include <linux/mm.h>

#define frame_lock(vma) do { (vma)->vm_flags |= VM_PFNMAP; } while (0)

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
# What means something to a format: a command of GitHub's runner, the end of a
# CDATA section, an entity, a quote, an escape; and a direction of writing.
HARD_NAME = "drivers/old/a,b::c%25 ##[error] \"q\" '&' ]]>\n::error::.c"
HARD = """\
#include <linux/mm.h>

unsigned long odd(const char *name);

void hard(struct vm_area_struct *vma)
{
	vma->vm_flags |= odd("##[error]x %0A ::error:: ]]> & <b> \\"'{0}[1](2)");
	vma->vm_flags = 0, vma->vm_flags = 1; /* ##[warning] \u202e evil */
	/* \U0001d11e */ vma->vm_flags &= odd("\033[31m \u20ac");
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
        self.place(HARD_NAME, HARD)

    def test_findings(self):
        self.place_all()
        for form in FORMATS:
            run = self.check("--format", form, self.tree / "drivers")
            self.assertEqual(run.status, 1, str(run))
            self.compare(f"{form}.golden", run.out)
        self.compare("summary.golden", run.err)

    def test_step_summary(self):
        self.place_all()
        file = self.folder / "summary.md"
        file.write_text("# Of another step\n", encoding="utf-8")
        run = self.check("--format", "github", self.tree / "drivers",
                         env={**os.environ, "GITHUB_STEP_SUMMARY": str(file)})
        self.assertEqual(run.status, 1, str(run))
        self.compare("github_summary.golden", file.read_text(encoding="utf-8"))

    def test_nothing(self):
        for form in FORMATS:
            run = self.check("--format", form, self.tree)
            self.assertEqual(run.status, 0, str(run))
            self.compare(f"{form}_nothing.golden", run.out)


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.argv.remove("--update")
        Golden.update = True
    main()
