/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Headers that an architecture's build makes, most from a list in its folder.
 * Each returns an owned text; lines that are not understood are left out.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_GENERATED_ARCH_H
#define VMALINT_ARGUMENTS_HEADERS_GENERATED_ARCH_H

/* arm64, tools/cpucaps: one name a line, numbered in order. */
char *generated_cpucaps(const char *list);

/*
 * arm64, include/uapi/asm/hwcap.h (6.18 and later): a name for the kernel's own
 * numbers beside each name of a bit.
 */
char *generated_hwcaps(const char *list);

/* arm64, tools/sysreg: blocks of registers, fields and their values. */
char *generated_sysregs(const char *list);

/*
 * All: where the kernel's C code looks for symbols in an image of the vdso
 * ("vdso", "vdso32", ..), all 0. The tail comes behind a name.
 */
char *generated_vdso(const char *image, const char *tail);

/* s390, tools/gen_facilities.c: only the names; no bit of them is set. */
char *generated_facilities(const char *list);

/*
 * arm and sh, tools/mach-types: predicate, symbol, type and number, or name
 * and symbol.
 */
char *generated_machines(const char *list);

/*
 * x86, include/asm/cpufeatures.h (6.15 and later): as many masks as it has
 * words of features; no feature is required, none ruled out.
 */
char *generated_feature_masks(const char *list);

#endif
