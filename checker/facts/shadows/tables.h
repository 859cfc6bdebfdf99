/* SPDX-License-Identifier: GPL-2.0-only */
/* Lists in C that give flags names, told by their shape: see shadows.h. */
#ifndef VMALINT_FACTS_SHADOWS_TABLES_H
#define VMALINT_FACTS_SHADOWS_TABLES_H

#include <glib.h>

/* An empty array of tables, which it owns. */
GPtrArray *tables_new(void);

/*
 * Appends the tables of a C text (struct flag_table *, owned) that have two
 * entries and more with masks or bits among names (a set of char *). The path
 * is borrowed.
 */
void tables_read(const char *path, const char *text, gsize length,
		 GHashTable *names, GPtrArray *ret_tables);

#endif
