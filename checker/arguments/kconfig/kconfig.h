/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Evaluates a kernel tree's Kconfig files, read as data, to a configuration.
 * Nothing of the tree is executed: $(shell,...), $(success,...) and the
 * compiler probes of scripts/Kconfig.include get fixed answers, those of a
 * recent clang.
 */
#ifndef VMALINT_ARGUMENTS_KCONFIG_KCONFIG_H
#define VMALINT_ARGUMENTS_KCONFIG_KCONFIG_H

#include <glib.h>
#include <stdbool.h>

struct session;
struct view;

/* A value that the caller wants whatever the defaults say. */
struct kconfig_pin {
	const char *name;  /* without CONFIG_ */
	const char *value; /* "y", "m", "n", or a number or text */
};

enum kconfig_goal {
	KCONFIG_DEFAULTS, /* what `make alldefconfig` gives */
	KCONFIG_ALL_YES,  /* what `make allyesconfig` gives */
	KCONFIG_ALL_MODULES,
};

struct kconfig_request {
	const struct view *view; /* how files are read; NULL: from disk */
	const char *root;	 /* the tree; holds Kconfig, Makefile, arch/ */
	const char *srcarch;	 /* folder of arch/: "x86" */
	const char *arch;	 /* the ARCH= word: "x86_64", "i386", "arm64" */
	enum kconfig_goal goal;
	const struct kconfig_pin *pins; /* obeyed as if the user chose them */
	size_t nr_pins;
};

enum kconfig_type {
	KCONFIG_BOOL,
	KCONFIG_TRISTATE,
	KCONFIG_INT,
	KCONFIG_HEX,
	KCONFIG_STRING,
};

/*
 * A configuration: symbol names without CONFIG_ to their values as in a
 * .config file ("y", "m", "12", "0x10", or a text without its quotes);
 * symbols that are n or invisible are absent. Owned by the caller.
 */
struct kconfig {
	GHashTable *values; /* char * -> char *, both owned by the table */
	GHashTable *types; /* char * -> enum kconfig_type, for the same names */
	char *title;	   /* of the main menu, or NULL */
	GPtrArray *files; /* char *, absolute: Kconfig files it was made from */
};

/* Makes an empty configuration; pair with kconfig_release(). */
void kconfig_init(struct kconfig *config);

/*
 * Reads Kconfig and all that it sources and evaluates it. False with a
 * problem recorded if the top Kconfig cannot be read; a construct that is not
 * understood is a problem with path and line of the weight PROBLEM_NOTED and
 * costs that construct only.
 */
bool kconfig_evaluate(struct session *session,
		      const struct kconfig_request *request,
		      struct kconfig *ret_config);

/*
 * Reads Kconfig and all that it sources: the names of all symbols that it
 * gives a type, without CONFIG_, as an owned set of owned char *; NULL as
 * above. What was read is added to files (char *, owned).
 */
GHashTable *kconfig_names(struct session *session,
			  const struct kconfig_request *request,
			  GPtrArray *files);

/*
 * Takes the text of a .config file instead. A line that is no assignment is a
 * PROBLEM_NOTED; path is only for these. Types are told by the look of the
 * values: 350 of a hex symbol passes for an int, and its autoconf line then
 * lacks the 0x.
 */
void kconfig_parse_dotconfig(struct session *session, const char *path,
			     const char *text, gsize length,
			     struct kconfig *ret_config);

void kconfig_release(struct kconfig *config);

/* The value, or "n" if absent. */
const char *kconfig_value(const struct kconfig *config, const char *name);

/*
 * The text of include/generated/autoconf.h for this configuration, in the
 * form and order (by name) that the kernel's own conf program writes: y is
 * "#define CONFIG_X 1", m is "#define CONFIG_X_MODULE 1", strings are quoted
 * and escaped. Free with g_free().
 */
char *kconfig_autoconf(const struct kconfig *config);

#endif
