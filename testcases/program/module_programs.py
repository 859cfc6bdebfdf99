# SPDX-License-Identifier: GPL-2.0-only
"""What lies in a module's folder and is no code of the kernel's."""
import sys

from scratch import ProgramTest, driver, main

# A program that knows the flags; judged as kernel code it would not parse.
PROGRAM = """\
%s
struct gone area;
int main(void)
{
	area.vm_flags |= VM_IO;
	return 0;
}
"""
HOSTED = PROGRAM % "#include <stdio.h>\n#include <sys/mman.h>"
BARE = PROGRAM % '#include "own.h"'
BPF = """\
#include %s
%s int handle(struct vm_area_struct *vma)
{
	return vma->vm_flags & VM_IO;
}
"""

# name: the Makefile of the folder tool/, and the files there.
PROGRAMS = {
    "includes": ("", {"a.c": HOSTED}),
    "hostprogs": ("hostprogs := a\n", {"a.c": BARE}),
    "hostprogs_y": ("hostprogs-y += a\na-objs := b.o\n", {"b.c": BARE}),
    "hostprogs_always": ("hostprogs-always-y += a\n", {"a.c": BARE}),
    "userprogs": ("userprogs += a\na-objs := a.o b.o\n",
                  {"a.c": BARE, "b.c": BARE}),
    "variable": ("NAMES = a\nhostprogs := $(NAMES)\n", {"a.c": BARE}),
    "cc": ("a: a.c\n\tcc -O2 -o a a.c\n", {"a.c": BARE}),
    "cc_variable": ("a: a.c own.h\n\t@$(CC) $(CFLAGS) -o $@ $<\n",
                    {"a.c": BARE}),
    "cross": ("b.o: b.c\n\t$(Q)aarch64-linux-gnu-gcc -c $^\n", {"b.c": BARE}),
    "header": ("", {"a.h": "#include <stdlib.h>\nstatic unsigned long x = "
                    "VM_IO;\nstruct gone y;\n"}),
}
BPFS = {
    "vmlinux": ("", {"a.c": BPF % ('"vmlinux.h"', ""),
                     "vmlinux.h": "struct x { unsigned long vm_flags; };\n"}),
    "name": ("", {"a.bpf.c": BPF % ("<linux/mm.h>", "")}),
    "section": ("", {"a.c": BPF % ("<linux/mm.h>", 'SEC("kprobe/x")')}),
    "target": ("a.o: a.c\n\tclang -O2 -target bpf -c a.c -o a.o\n",
               {"a.c": BPF % ("<linux/mm.h>", "")}),
    "pattern": ("%.o: %.c\n\t$(CLANG) --target=bpf -c $< -o $@\n",
                {"a.c": BPF % ("<linux/mm.h>", "")}),
}


class Programs(ProgramTest):
    def module(self, name, files):
        folder = self.folder / name
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        return folder

    def run_on(self, folder, status=1):
        report = self.report("--tree", self.tree, "--arch", "x86", folder,
                             "--no-cache", status=status)
        return report, {line["path"].split("/")[-1]: line["reason"]
                        for line in report["unseen"]}

    def test_left_out(self):
        """Named with the reason, and the module itself is judged."""
        for kind, ways in (("a program", PROGRAMS), ("a BPF program", BPFS)):
            for name, (makefile, files) in ways.items():
                with self.subTest(name):
                    report, unseen = self.run_on(self.module(name, {
                        "Makefile": "obj-m := drv.o\n", "drv.c": driver("d"),
                        "tool/Makefile": makefile,
                        **{f"tool/{path}": text
                           for path, text in files.items()}}))
                    reason = f"{kind}, no kernel code"
                    self.assertEqual(unseen, dict.fromkeys(files, reason))
                    self.assertEqual(report["summary"]["files"]["skipped"],
                                     len(files))
                    self.assertEqual(len(report["findings"]), 1)
                    self.assertEqual(
                        sorted(problem["path"].split("/")[-1]
                               for problem in report["problems"]
                               if f"is left out: {reason}" in problem["text"]),
                        sorted(files))

    def test_kernel_code(self):
        """Whatever else Makefiles and includes say, the module's stays."""
        kernel = driver("d")
        shared = ("#ifdef __KERNEL__\n#include <linux/mm.h>\n#else\n"
                  "#include <stdio.h>\n#endif\n" + kernel)
        for name, files in {
                "shared": {"Makefile": "obj-m := a.o\n", "a.c": shared},
                "no_makefile": {"a.c": shared},
                "own_library": {"a.c": "#include <string.h>\n" + kernel,
                                "compat/string.h": "/* own */\n"},
                "both": {"Makefile": "obj-m := a.o\nhostprogs := a\n",
                         "a.c": kernel},
                "recipe": {"Makefile": "obj-m := x.o\nx-y := sub/a.o\n",
                           "sub/Makefile": "a: a.c\n\tgcc -c a.c\n",
                           "sub/a.c": kernel},
                "old": {"Makefile": "a.o: a.c\n\tgcc -D__KERNEL__ -c a.c\n",
                        "a.c": kernel},
                "stdarg": {"a.c": "#include <stdarg.h>\n" + kernel},
        }.items():
            with self.subTest(name):
                report, unseen = self.run_on(self.module(name, files))
                self.assertEqual(unseen, {})
                self.assertEqual(len(report["findings"]), 1)

    def test_nothing_else(self):
        """A folder of programs alone is a complete run, and says so."""
        report, _ = self.run_on(self.module("alone", {
            "Makefile": "all: a\n", "a.c": HOSTED}), status=0)
        self.assertEqual(report["summary"]["files"]["skipped"], 1)


if __name__ == "__main__":
    sys.exit(main())
