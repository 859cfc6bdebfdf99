# SPDX-License-Identifier: GPL-2.0-only
"""--config: which files it takes, and what it decides."""
import gzip
import lzma

from scratch import ProgramTest, main

# One direct_write on line 6, in either branch.
BRANCHES = """\
#include <linux/mm.h>

#ifdef CONFIG_CHOSEN
void chosen(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}
#else
void other(struct vm_area_struct *vma)
{
	vma->vm_flags |= VM_IO;
}
#endif
"""
CONFIG = """\
#
# Automatically generated file; DO NOT EDIT.
# Linux/x86 6.12.1 Kernel Configuration
#
CONFIG_64BIT=y
CONFIG_X86=y
CONFIG_X86_64=y
CONFIG_MMU=y
CONFIG_CHOSEN=y
# CONFIG_LEFT_OUT is not set
CONFIG_NR_CPUS=64
CONFIG_LOCALVERSION="-mine"
"""


class Configuration(ProgramTest):
    def setUp(self):
        super().setUp()
        self.place("drivers/a.c", BRANCHES)
        self.config = self.folder / "config"

    def conditions(self, *words):
        """What each finding needs beyond the configuration, by line."""
        report = self.report(*words, self.tree / "drivers", status=1)
        return {finding["line"]: [note["message"].rpartition("needs ")[2]
                                  for note in finding["related"]]
                for finding in report["findings"]}

    def refuse(self, words, text):
        """Exit code 2, with one problem that names the file."""
        run = self.check("--config", self.config, *words, self.tree)
        self.assert_run(run, 2, out="", err=text)
        self.assertIn(str(self.config), run.err)

    def test_default(self):
        self.assertEqual(self.conditions(), {6: ["CONFIG_CHOSEN"], 11: []})

    def test_plain_and_packed(self):
        """The chosen branch comes first; the other one is a variant."""
        for pack in (bytes, gzip.compress, lzma.compress):
            with self.subTest(pack.__name__):
                self.config.write_bytes(pack(CONFIG.encode()))
                self.assertEqual(self.conditions("--config", self.config),
                                 {6: [], 11: ["!CONFIG_CHOSEN"]})
        self.assertEqual(self.conditions(), {6: ["CONFIG_CHOSEN"], 11: []})

    def test_architecture(self):
        self.config.write_text(CONFIG.replace("CONFIG_X86=y\n", ""))
        self.refuse((), "--arch")
        self.assertEqual(self.conditions("--arch", "x86", "--config",
                                         self.config),
                         {6: [], 11: ["!CONFIG_CHOSEN"]})
        self.config.write_text("CONFIG_ARM64=y\nCONFIG_64BIT=y\n")
        self.refuse((), "arm64")
        self.refuse(("--arch", "x86"), "arm64")

    def test_32_bit(self):
        """The row of the same width is taken."""
        self.config.write_text("CONFIG_X86=y\nCONFIG_X86_32=y\n"
                               "CONFIG_CHOSEN=y\nCONFIG_MMU=y\n")
        self.assertEqual(self.conditions("--config", self.config),
                         {6: [], 11: ["!CONFIG_CHOSEN"]})

    def test_absent(self):
        self.refuse((), "No such file")
        self.config.mkdir()
        self.refuse((), "is a directory")

    def test_broken(self):
        packed = lzma.compress(CONFIG.encode() * 100)
        for content, text in (
                (b"", "sets no symbol"),
                (b"# nothing\n", "sets no symbol"),
                (b"CONFIG_X86=y\nint main(void)\n", ":2: "),
                (b"\x7fELF\x02\x01\x01\0\0", "NUL"),
                (packed[:-40], "xz"),
                (gzip.compress(CONFIG.encode())[:40], "gzip"),
                (b"\x1f\x8bnothing", "gzip")):
            with self.subTest(text):
                self.config.write_bytes(content)
                self.refuse((), text)

    def test_too_large(self):
        """A small file that holds a huge one is not unpacked to its end."""
        self.config.write_bytes(gzip.compress(b"#" * (80 << 20), 1))
        self.refuse((), "64 MiB")


if __name__ == "__main__":
    main()
