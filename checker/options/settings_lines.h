/* SPDX-License-Identifier: GPL-2.0-only */
/* On which lines of a key file its keys stand; private to options/. */
#ifndef VMALINT_OPTIONS_SETTINGS_LINES_H
#define VMALINT_OPTIONS_SETTINGS_LINES_H

#include <glib.h>

/* A key that is in a group twice: what it said first does not count. */
struct repeated_key {
	char *group, *key; /* owned */
	guint line, first_line;
};

struct settings_lines {
	GHashTable *lines; /* private */
	GArray *repeated;  /* struct repeated_key */
};

/*
 * Reads the lines of a text that GKeyFile takes, which tells no line itself.
 * settings_lines_free() afterwards.
 */
struct settings_lines *settings_lines_new(const char *text);
void settings_lines_free(struct settings_lines *lines);

/* The line of a key of a group, or of the group for "", from 1; 0: none. */
guint settings_line(const struct settings_lines *lines, const char *group,
		    const char *key);

#endif
