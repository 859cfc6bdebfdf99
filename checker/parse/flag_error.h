/* SPDX-License-Identifier: GPL-2.0-only */
/* Errors of the parser that are about VMA flags, as facts. */
#ifndef VMALINT_PARSE_FLAG_ERROR_H
#define VMALINT_PARSE_FLAG_ERROR_H

#include <stdbool.h>

#include "libclang.h"

struct lowering;

/*
 * Adds an error of the lowered file to the facts, once, if it is about VMA
 * flags; false if it is not.
 */
bool flag_error_add(struct lowering *lowering, CXDiagnostic diagnostic);

#endif
