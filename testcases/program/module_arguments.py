# SPDX-License-Identifier: GPL-2.0-only
"""What a module outside of the tree is parsed with: its Makefiles' words."""
import sys

from scratch import ProgramTest, main

# It writes a flag only if what the Makefile says has arrived.
SOURCE = """\
#include <linux/mm.h>
#include <own.h>

int own_mmap(struct vm_area_struct *vma)
{
#if defined(OWN_HEADER) && !defined(UNWANTED)
	vma->vm_flags |= VM_IO;
#endif
	return 0;
}
"""
RIGHT = "#define OWN_HEADER 1\n"
WRONG = "#error the header of another folder\n"

# The words of a Makefile at the top of the module; right/ has the header that
# is meant, and one of its name lies nearer.
TOP_WAYS = {
    "ccflags": "ccflags-y += -I$(src)/right\n",
    "obj": "ccflags-y := -I$(obj)/right\n",
    "blank": "ccflags-y += -I $(src)/right\n",
    "parent": "ccflags-y += -I$(src)/near/../right\n",
    "extra": "EXTRA_CFLAGS += -I$(PWD)/right\n",
    "extmod": "ccflags-y += -I$(KBUILD_EXTMOD)/right\n",
    "m": "ccflags-y += -I$(M)/right\n",
    "subdir": "subdir-ccflags-y := -I$(src)/right\n",
    "object": "CFLAGS_main.o := -I$(src)/right\n",
    "object_path": "CFLAGS_near/main.o := -I$(src)/right\n",
    "linuxinclude": "LINUXINCLUDE += -I$(src)/right\n",
    "first": "LINUXINCLUDE := -I$(src)/right $(LINUXINCLUDE)\n",
    "nostdinc": "NOSTDINC_FLAGS += -I$(src)/right\n",
    "cppflags": "KBUILD_CPPFLAGS += -I$(src)/right\n",
    "variable": "INC = $(src)/right\nWORDS := -I$(INC)\n"
                "ccflags-y += $(WORDS)\n",
    "default": "INC ?= right\nccflags-y += -I$(src)/$(INC)\n",
    "config": "ccflags-$(CONFIG_MMU) += -I$(src)/right\n",
    "release": "ifneq ($(KERNELRELEASE),)\nccflags-y += -I$(src)/right\n"
               "else\nccflags-y += -I$(src)/near\nendif\n",
    "include": "include $(src)/flags.mk\nccflags-y += $(WORDS)\n",
    "undecided": "ifeq ($(shell ask),y)\nccflags-y += -I$(src)/right\n"
                 "else\nccflags-y += -DOTHER\nendif\n",
    "functions": "ccflags-y += $(addprefix -I,$(addsuffix /right,$(src)))\n"
                 "ccflags-y += $(call cc-option,-DUNWANTED,)\n",
    "eval": "names = $(foreach n,right,$(eval ccflags-y += -I$(src)/$(n)))\n"
            "$(call names)\n",
    "forced": "ccflags-y += -include $(src)/right/own.h -I$(src)/right\n",
    "handed": "all:\n\t$(MAKE) -C /lib/build M=$(PWD) "
              "EXTRA_CFLAGS=\"-I$(PWD)/right\" modules\n",
    "export": "export WHERE := $(PWD)/right\nifneq ($(KERNELRELEASE),)\n"
              "ccflags-y += -I$(WHERE)\nendif\n",
    "undefined": "ccflags-y += -I$(src)/right -DUNWANTED -UUNWANTED\n",
}


class Words(ProgramTest):
    def module(self, files, name="module"):
        """Writes a module beside the tree."""
        folder = self.folder / name
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        return folder

    def findings(self, *words):
        report = self.report("--tree", self.tree, "--arch", "x86",
                             "--branches", "active", *words)
        return report["findings"], report

    def assert_seen(self, *words):
        findings, report = self.findings(*words)
        self.assertEqual([finding["line"] for finding in findings], [7],
                         report["problems"])

    def test_ways_of_makefiles(self):
        for name, text in TOP_WAYS.items():
            with self.subTest(name):
                self.assert_seen(self.module({
                    "Makefile": "obj-m := own.o\nown-y := near/main.o\n" + text,
                    "flags.mk": "WORDS = -I$(src)/right\n",
                    "near/main.c": SOURCE, "right/own.h": RIGHT,
                    "near/deep/own.h": WRONG}, name))

    def test_values_that_set_others(self):
        """What is asked of one variable may make more of them."""
        run = self.check("--tree", self.tree, "--arch", "x86", self.module({
            "Makefile": "obj-m := main.o\nmore = $(foreach n,%s,$(eval v$(n) "
                        ":= x)$(eval export v$(n)))\nexport more\n"
                        % " ".join(map(str, range(99))),
            "main.c": SOURCE, "own.h": RIGHT}))
        self.assertNotIn("CRITICAL", run.err)

    def test_words_of_another_folder(self):
        """The folder that builds an object may be another than its own."""
        self.assert_seen(self.module({
            "pcie/Kbuild": "obj-m := own.o\nown-objs := ../core/main.o\n"
                           "ccflags-y += -I$(src)/../right\n",
            "core/main.c": SOURCE, "right/own.h": RIGHT,
            "core/deep/own.h": WRONG}))

    def test_folders_above_are_handed_down(self):
        self.assert_seen(self.module({
            "Kbuild": "obj-m += drv/\nsubdir-ccflags-y += -I$(src)/right\n",
            "drv/Makefile": "obj-m := main.o\n", "drv/main.c": SOURCE,
            "right/own.h": RIGHT, "drv/deep/own.h": WRONG}))

    def test_files_that_configure_reads(self):
        self.assert_seen(self.module({
            "configure.ac": "", "drv/Kbuild.in":
                "obj-m := main.o\nccflags-y += -I@abs_top_srcdir@/right\n",
            "drv/main.c": SOURCE, "right/own.h": RIGHT,
            "drv/deep/own.h": WRONG}))

    def test_headers_beside_the_module(self):
        """-I.. leads out of the folder that was named."""
        folder = self.module({
            "Makefile": "obj-m := main.o\nccflags-y += -I$(src)/../right\n",
            "main.c": SOURCE})
        self.module({"own.h": RIGHT}, "right")
        self.assert_seen(folder)

    def test_one_file(self):
        folder = self.module({
            "Makefile": "obj-m := own.o\nown-y := near/main.o\n"
                        "ccflags-y += -I$(src)/right\n",
            "near/main.c": SOURCE, "right/own.h": RIGHT,
            "near/deep/own.h": WRONG})
        self.assert_seen(folder / "near/main.c")

    def test_nearest_header_without_a_word(self):
        self.assert_seen(self.module({
            "a/own.h": WRONG, "b/c/own.h": RIGHT, "b/main.c": SOURCE}))

    def test_nothing_is_run(self):
        mark = self.folder / "run"
        self.findings(self.module({
            "Makefile": f"X := $(shell touch {mark})\nY != touch {mark}\n"
                        f"obj-m := main.o\nccflags-y += -I$(X)\n",
            "main.c": SOURCE}))
        self.assertFalse(mark.exists())

    def test_folders_of_others(self):
        """A Makefile does not lead to what is none of the module's."""
        run = self.check("--tree", self.tree, "--arch", "x86", "--dump",
                         "args", self.module({
                             "Makefile": "obj-m := main.o\n"
                                         "ccflags-y += -I/etc -I/var\n",
                             "main.c": SOURCE}))
        self.assertIn("main.c", run.out)
        self.assertNotIn("-I/etc", run.out)

    def test_nothing_of_the_kernel_answers(self):
        """A driver's header of the tree is none of the module's."""
        self.place("drivers/gpu/own.h", RIGHT)
        self.place("arch/x86/include/asm/own.h", RIGHT)
        run = self.check("--tree", self.tree, "--branches", "active",
                         self.module({"Makefile": "obj-m := main.o\n",
                                      "main.c": SOURCE}))
        self.assertEqual(run.out, "")
        self.assertIn("'own.h' file not found", run.err)

    def test_missing_forced_file(self):
        folder = self.module({
            "Makefile": "obj-m := main.o\nccflags-y += -include "
                        "$(src)/config.h -I$(src)/right\n",
            "main.c": SOURCE, "right/own.h": RIGHT})
        _, report = self.findings(folder)
        texts = [problem["path"] for problem in report["problems"]]
        self.assertIn(str(folder / "config.h"), texts)

    def test_cflags(self):
        folder = self.module({"main.c": SOURCE})
        self.module({"own.h": RIGHT}, "far")
        where = self.folder / "far"
        self.assert_seen("--cflags", f"-I{where} -DUNWANTED -UUNWANTED", folder)
        self.assert_seen("--cflags", f"-I '{where}'", folder)
        self.assert_seen("--cflags", f"-include {where}/own.h -I{where}",
                         folder)
        (folder / ".vmalint").write_text("[check]\ncflags = -I../far -DX=1,2\n")
        self.assert_seen(folder)

    def test_cflags_of_other_kinds(self):
        for words in ("-O2", "-fplugin=x", "-I", "own.h", "-isystem x", "'"):
            with self.subTest(words):
                run = self.check("--tree", self.tree, "--cflags", words,
                                 self.folder)
                self.assertEqual(run.status, 2)
                self.assertIn("--cflags", run.err)
                self.assertIn("-I, -D, -U and -include", run.err)


if __name__ == "__main__":
    sys.exit(main())
