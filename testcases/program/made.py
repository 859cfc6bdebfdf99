# SPDX-License-Identifier: GPL-2.0-only
"""What a run makes of a tree's lists and Kconfig, and what is kept of it."""
import time

from scratch import ProgramTest, driver, main

# What the file system calls the same time.
TICK = 0.05
KBUILD = "arch/x86/include/asm/Kbuild"
ASKS = """\
#include <linux/mm.h>
#if __has_include(<asm/NAME>)
int made_mmap(struct file *file, struct vm_area_struct *vma);
int made_mmap(struct file *file, struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
	return 0;
}
#endif
"""


class Made(ProgramTest):

    def findings(self, *words):
        time.sleep(TICK)
        report = self.report(self.tree, "--arch", "x86", "--branches",
                             "active", *words)
        return [report["findings"], report["unseen"],
                report["summary"]["files"], report["problems"]]

    def told(self):
        """With a cache and without one, which has the headers of before."""
        warm = self.findings()
        self.assertEqual(warm, self.findings("--no-cache"))
        self.assertEqual(warm, self.findings("--no-cache", "--cache-dir",
                                             self.folder / "other"))
        self.assertEqual(warm, self.findings("--no-cache", "--cache-dir",
                                             self.folder / str(time.time())))
        return warm

    def taken(self):
        run = self.check("--stats", self.tree, "--arch", "x86", "--branches",
                         "active")
        self.assertRegex(run.out + run.err, r"\b([1-9][0-9]*) of \1 taken")

    def test_no_longer_made(self):
        """What a list does not name any more is gone."""
        old = (self.tree / KBUILD).read_text() \
            if (self.tree / KBUILD).exists() else ""
        self.place("include/asm-generic/late.h", "#define OTHER\n")
        for line in ("generic-y += late.h\n", "generated-y += late.h\n"):
            with self.subTest(line):
                self.place("drivers/own.c", ASKS.replace("NAME", "late.h"))
                self.place(KBUILD, old)
                first = self.told()
                self.place(KBUILD, old + line)
                more = self.told()
                self.assertNotEqual(first[0], more[0])
                self.place(KBUILD, old)
                self.assertEqual(self.told(), first)

    def test_table_goes(self):
        table = "arch/x86/entry/syscalls/syscall_64.tbl"
        self.place("drivers/own.c", ASKS.replace("NAME", "unistd_64.h"))
        first = self.told()
        path = self.place(table, "0\tcommon\tread\tsys_read\n")
        self.assertNotEqual(self.told(), first)
        path.unlink()
        self.assertEqual(self.told(), first)

    def test_other_content(self):
        """A header that is made empty now had a text."""
        self.place("drivers/own.c", ASKS.replace(
            "__has_include(<asm/NAME>)", "1\n#include <asm/late.h>\n#endif\n"
            "#ifdef LATE"))
        self.place("include/asm-generic/late.h", "#define LATE\n")
        self.place(KBUILD, "generic-y += late.h\n")
        more = self.told()
        self.place(KBUILD, "generated-y += late.h\n")
        self.assertNotEqual(self.told()[0], more[0])
        self.place(KBUILD, "generic-y += late.h\n")
        self.assertEqual(self.told(), more)

    def test_notice(self):
        """What Kconfig has to say is said each time, and costs nothing."""
        self.place("drivers/own.c", driver())
        kconfig = (self.tree / "Kconfig").read_text()
        first = self.told()
        self.place("Kconfig", kconfig + 'source "drivers/none/Kconfig"\n')
        noted = self.told()
        self.assertEqual(len(noted[3]), len(first[3]) + 1)
        self.assertIn("drivers/none/Kconfig", noted[3][-1]["text"])
        for _ in range(2):
            self.taken()
            self.assertEqual(self.findings(), noted)
        self.place("drivers/none/Kconfig", "config NONE\n\tbool\n")
        self.assertEqual(self.told()[3], first[3])

    def test_pattern(self):
        """A file comes that a pattern of Kconfig fits."""
        kconfig = (self.tree / "Kconfig").read_text()
        self.place("drivers/own.c", ASKS.replace(
            "__has_include(<asm/NAME>)", "defined(CONFIG_LATE)"))
        self.place("Kconfig", kconfig +
                   'osource "drivers/*/late/Kconfig.*"\n')
        first = self.told()
        path = self.place("drivers/some/late/Kconfig.x",
                          "config LATE\n\tbool\n\tdefault y\n")
        self.assertNotEqual(self.told(), first)
        path.unlink()
        self.assertEqual(self.told(), first)


if __name__ == "__main__":
    main()
