/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef VMALINT_ARGUMENTS_HEADERS_VDSO_H
#define VMALINT_ARGUMENTS_HEADERS_VDSO_H

/*
 * All architectures: where the kernel's C code looks for symbols in an image
 * of the vdso ("vdso", "vdso32", ..), all 0. The tail comes behind a name.
 * Owned.
 */
char *generated_vdso(const char *image, const char *tail);

#endif
