/* SPDX-License-Identifier: GPL-2.0-only */
/* Looks for any of many names in a text, at the speed of memory. */
#ifndef VMALINT_TEXT_MATCH_H
#define VMALINT_TEXT_MATCH_H

#include <glib.h>
#include <stdbool.h>

struct name_filter;

/*
 * Prepares a search for names, a set of char * that outlives the filter. Free
 * with name_filter_free().
 */
struct name_filter *name_filter_new(GHashTable *names);
void name_filter_free(struct name_filter *filter);

/* True if the text holds one of the names as a whole identifier. */
bool name_filter_matches(const struct name_filter *filter, const char *text,
			 gsize length);

#endif
