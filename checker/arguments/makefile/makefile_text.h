/* SPDX-License-Identifier: GPL-2.0-only */
/* What the variables of Makefiles and Kbuild files expand to. */
#ifndef VMALINT_ARGUMENTS_MAKEFILE_TEXT_H
#define VMALINT_ARGUMENTS_MAKEFILE_TEXT_H

#include <glib.h>
#include <stdbool.h>

/* Stands in a text for what cannot be known without running something. */
#define MAKEFILE_UNKNOWN "\1"

/* Variables: owned char * name to struct makefile_variable *, owned. */
struct makefile_variable {
	GString *value;	  /* as written, or expanded already: without a $ */
	gboolean is_open; /* being expanded: it must not name itself */
};

GHashTable *makefile_variables_new(void);

/* The value as written; "" if it is not set. */
const char *makefile_raw_value(GHashTable *variables, const char *name);

/* Sets a variable to a text, or appends to it behind a blank. */
void makefile_set(GHashTable *variables, const char *name, const char *value);
void makefile_append(GHashTable *variables, const char *name,
		     const char *value);

/* What an expansion may ask for. */
struct makefile_scope {
	GHashTable *variables;
	const char *folder; /* what $(shell pwd) says; names count from it */
	/* Symbols of Kconfig: char * to char *; NULL: they are not set. */
	GHashTable *config;
	bool is_config_unknown; /* .. or it is not known which of them are */
	/* For $(wildcard); NULL: what it finds is unknown. */
	bool (*has_file)(void *context, const char *path);
	/* Takes the lines of $(eval); NULL: what it does is unknown. */
	void (*eval)(void *context, const char *text);
	void *context; /* of these two */
	guint *steps;  /* texts expanded so far: there is a limit; or NULL */
};

/*
 * A text with its variables and the functions that only handle text replaced;
 * owned.
 */
char *makefile_expand(const struct makefile_scope *scope, const char *text);

/* Behind the bracket that closes the one at open; NULL if none does. */
const char *makefile_reference_end(const char *open);

#endif
