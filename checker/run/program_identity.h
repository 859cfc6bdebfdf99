/* SPDX-License-Identifier: GPL-2.0-only */
/* Tells one build of the program, with its libclang, from all others. */
#ifndef VMALINT_RUN_PROGRAM_IDENTITY_H
#define VMALINT_RUN_PROGRAM_IDENTITY_H

/*
 * A text that is the same in each run of the same program with the same
 * libclang, owned. The cache folder remembers it.
 */
char *program_identity(const char *cache_folder);

#endif
