# SPDX-License-Identifier: GPL-2.0-only
"""Files that are built at both widths of a long are judged at both."""
from scratch import ProgramTest, main

FAR = """\
#include <linux/mm.h>

vma_flags_t area_special(void)
{
	return mk_vma_flags(VMA_IO_BIT, VMA_DROPPABLE_BIT);
}
"""
KEPT = """\
#include <linux/mm.h>

unsigned long area_kept(struct vm_area_struct *vma)
{
	unsigned int flags = vma->vm_flags;

	return flags;
}

unsigned long area_others(struct vm_area_struct *vma)
{
	return vma->vm_flags & ~(unsigned int)VM_EXEC;
}

int area_low(struct vm_area_struct *vma)
{
	int flags = vma->vm_flags & VM_EXEC;

	return flags;
}
"""
SEALED = """\
#include <linux/mm.h>

bool area_droppable(struct vm_area_struct *vma)
{
	return (vma->vm_flags & VM_DROPPABLE) == VM_DROPPABLE;
}
"""
KCONFIG = """\
config AREA_CORE
	tristate
{core}
menuconfig AREA
	tristate "Areas"
	depends on MMU
{area}
"""


class Short(ProgramTest):
    """A generic file, by what its Makefile and Kconfig say."""

    def setUp(self):
        super().setUp()
        self.lay_out("typed3")

    def lines(self, makefile="obj-$(CONFIG_AREA) += area.o\n", core="",
              area="", folder="obj-y += area/\n"):
        self.place("drivers/Makefile", folder)
        self.place("drivers/area/Makefile", makefile)
        self.place("drivers/area/Kconfig",
                   KCONFIG.format(core=core, area=area))
        self.place("drivers/area/area.c", FAR)
        report = self.report(self.tree / "drivers")
        return [finding["line"] for finding in report["findings"]
                if finding["rule"] == "bit_out_of_word"]

    def test_any(self):
        for makefile in ("obj-y += area.o\n", "obj-m := other.o area.o\n",
                         "obj-$(CONFIG_AREA) += area.o\n",
                         "obj-$(CONFIG_AREA) += all.o\n"
                         "all-y := main.o \\\n\tarea.o\n", "# nothing\n"):
            with self.subTest(makefile):
                self.assertEqual(self.lines(makefile), [5])

    def test_long_only(self):
        for area in ("\tdepends on 64BIT", "\tdepends on PCI && X86_64",
                     "\tdepends on (ARM64 || \\\n\t\tS390) && !UML",
                     "\tdepends on AREA_CORE"):
            with self.subTest(area):
                self.assertEqual(
                    self.lines(core="\tdepends on 64BIT\n", area=area), [])

    def test_long_among_others(self):
        for area in ("\tdepends on 64BIT || ARM", "\tdepends on !64BIT",
                     "\tdepends on PCI if 64BIT", "\tselect 64BIT_THING",
                     "\thelp\n\t  It depends on 64BIT."):
            with self.subTest(area):
                self.assertEqual(self.lines(area=area), [5])

    def test_whole(self):
        """A part of an object, and a folder, of 64 bits alone."""
        self.assertEqual(self.lines(
            "obj-$(CONFIG_AREA) += all.o\nall-objs += area.o\n",
            area="\tdepends on 64BIT"), [])
        self.assertEqual(self.lines(
            "obj-y += area.o\n", area="\tdepends on 64BIT",
            folder="obj-$(CONFIG_AREA) += area/\n"), [])

    def test_folder_of_the_width(self):
        """Objects of another folder's Makefile, as those of amdkfd."""
        self.assertEqual(self.lines("AREA_FILES := $(AREA)/other.o\n",
                                    core="\tdepends on 64BIT\n",
                                    area="\tdepends on ARM64"), [])
        self.assertEqual(self.lines("AREA_FILES := $(AREA)/other.o\n",
                                    area="\tdepends on ARM64"), [5])

    def test_end_of_a_block(self):
        """What a commented endif ends counts no further."""
        self.assertEqual(self.lines(
            core="if 64BIT\nconfig AREA_FAR\n\tbool\nendif # 64BIT\n"),
            [5])

    def test_flag_of_the_width(self):
        """A flag of all kernels of 64 bits is not optional there."""
        for area, found in (("", [5]), ("\tdepends on 64BIT", [])):
            self.lines(area=area)
            self.place("drivers/area/area.c", SEALED)
            report = self.report(self.tree / "drivers")
            self.assertEqual([finding["line"]
                              for finding in report["findings"]
                              if finding["rule"] == "optional_flag"], found)

    def test_symbol_of_the_width(self):
        """As obj-$(CONFIG_64BIT) += mseal.o in mm/Makefile."""
        for symbol in ("64BIT", "X86_64"):
            self.assertEqual(self.lines(f"obj-$(CONFIG_{symbol}) += area.o\n"),
                             [])

    def test_change_counts(self):
        """A result of another Makefile is none of this one."""
        self.assertEqual(self.lines(area="\tdepends on 64BIT"), [])
        self.assertEqual(self.lines(), [5])
        self.assertEqual(self.lines(area="\tdepends on 64BIT"), [])


class Long(ProgramTest):
    """A file of an architecture that has both, parsed at 32 bits."""

    def lines(self, kconfig):
        self.place("arch/mips/Kconfig", kconfig)
        self.place("arch/mips/mm/area.c", KEPT)
        report = self.report("--arch", "mips", self.tree / "arch/mips")
        return [finding["line"] for finding in report["findings"]
                if finding["rule"] == "flag_truncation"]

    def test_both(self):
        self.assertEqual(self.lines("config 64BIT\n\tbool \"64 bits\"\n"),
                         [5, 12])

    def test_short_alone(self):
        self.assertEqual(self.lines("config MIPS\n\tdef_bool y\n"), [])


if __name__ == "__main__":
    main()
