/* SPDX-License-Identifier: GPL-2.0-only */
/* What the variables of Makefiles and Kbuild files expand to. */
#ifndef VMALINT_ARGUMENTS_MAKEFILE_TEXT_H
#define VMALINT_ARGUMENTS_MAKEFILE_TEXT_H

#include <glib.h>

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

/*
 * A text with its variables and the functions that only handle text replaced;
 * owned. folder is what $(shell pwd) says.
 */
char *makefile_expand(GHashTable *variables, const char *folder,
		      const char *text);

#endif
