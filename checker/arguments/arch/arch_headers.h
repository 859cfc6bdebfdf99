/* SPDX-License-Identifier: GPL-2.0-only */
/* Lists of headers made from lists, for the table of rows. */
#ifndef VMALINT_ARGUMENTS_ARCH_ARCH_HEADERS_H
#define VMALINT_ARGUMENTS_ARCH_ARCH_HEADERS_H

#include "arch.h"

extern const struct made_header headers_arm[];
extern const struct made_header headers_arm64[];
extern const struct made_header headers_s390[];
extern const struct made_header headers_sh[];
extern const struct made_header headers_x86[];

#endif
