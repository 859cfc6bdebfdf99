/* SPDX-License-Identifier: GPL-2.0-only */
/* The headers that a build computes: constants, versions, call numbers. */
#ifndef VMALINT_ARGUMENTS_HEADERS_GENERATED_H
#define VMALINT_ARGUMENTS_HEADERS_GENERATED_H

#include <glib.h>
#include <stdbool.h>

struct arch;
struct kconfig;
struct session;
struct syscall_header;
struct tree;

/*
 * Writes include/generated/ and the generated part of arch/NAME/include/
 * below folder. Values that only a compiler run could tell (structure sizes)
 * are plausible ones for the configuration. False with a problem recorded.
 */
bool generated_write(struct session *session, const struct tree *tree,
		     const struct arch *arch, const struct kconfig *config,
		     const char *folder);

/*
 * Constants of compiled sources that layouts depend on (kernel/bounds.c, 5.15
 * to 7.x), as the configuration has them: name to value; owned, of owned texts.
 */
GHashTable *generated_constants(const struct kconfig *config);

/* The header of call numbers that a table's text gives; owned. */
char *generated_calls(const struct syscall_header *header, const char *table);

#endif
