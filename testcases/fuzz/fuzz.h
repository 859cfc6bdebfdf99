/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A reader of foreign text as a target for fuzzing. One program a target; the
 * name is libFuzzer's, whose driver may stand in for ours.
 */
#ifndef VMALINT_FUZZ_FUZZ_H
#define VMALINT_FUZZ_FUZZ_H

#include <glib.h>

/* Reads the bytes, and aborts if what comes of it cannot be. Returns 0. */
/* NOLINTNEXTLINE(readability-identifier-naming) */
int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

#endif
