/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The macro language of Kconfig files: variables, functions with $(1),
 * environment variables and, through probe.h, questions to the toolchain.
 */
#ifndef VMALINT_ARGUMENTS_KCONFIG_MACRO_H
#define VMALINT_ARGUMENTS_KCONFIG_MACRO_H

#include <glib.h>
#include <stdbool.h>

#include "tree.h"

enum kconfig_flavor {
	FLAVOR_RECURSIVE, /* = expands when used */
	FLAVOR_SIMPLE,	  /* := expands now */
	FLAVOR_APPEND,	  /* += keeps the flavor there is */
};

struct kconfig_macros {
	struct kconfig_tree *tree;
	const char *srcarch;
	GHashTable *variables;	 /* char * -> struct variable * */
	GHashTable *environment; /* char * -> char * */
	const char *path;	 /* where the expansion stands */
	unsigned int line;
	unsigned int depth;
	gsize budget; /* work left, in bytes: expansion can explode */
};

/* Pair with kconfig_macros_free(). */
struct kconfig_macros *kconfig_macros_new(
	struct kconfig_tree *tree, const struct kconfig_request *request);
void kconfig_macros_free(struct kconfig_macros *macros);

/* Puts a value of the environment in place of what was there. */
void kconfig_macros_export(struct kconfig_macros *macros, const char *name,
			   const char *value);

/* The value of the environment, or NULL. */
const char *kconfig_macros_environment(const struct kconfig_macros *macros,
				       const char *name);

/* Obeys "name = value" and its two sisters. */
void kconfig_macros_assign(struct kconfig_macros *macros, const char *name,
			   enum kconfig_flavor flavor, const char *value);

/*
 * Expands what follows a dollar sign at *at, appends it to text and moves
 * *at behind it; without a parenthesis that is the dollar sign itself.
 */
void kconfig_macros_expand_dollar(struct kconfig_macros *macros,
				  const char **at, const char *end,
				  GString *text);

#endif
