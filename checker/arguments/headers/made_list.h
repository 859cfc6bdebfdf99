/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What rules have made of a folder of headers, for later runs: what is made no
 * more has to go, and what is empty has to be told again.
 */
#ifndef VMALINT_ARGUMENTS_HEADERS_MADE_LIST_H
#define VMALINT_ARGUMENTS_HEADERS_MADE_LIST_H

#include <glib.h>
#include <stdbool.h>

struct kbuild_rule;

/* Begins a list, which made_list_write() ends. */
void made_list_init(GVariantBuilder *list);

/* Adds what a rule has made; not understood, it is empty. */
void made_list_add(GVariantBuilder *list, const struct kbuild_rule *rule,
		   bool is_understood);

/* Replaces the list of a folder; false if that fails. */
bool made_list_write(const char *folder, GVariantBuilder *list);

/* The paths in the list of a folder; an owned set of owned char *. */
GHashTable *made_list_paths(const char *folder);

/* Headers that were not understood: path to struct unknown_header; owned. */
GHashTable *unknown_headers_new(void);

/* Adds what stands in, below folder, for what a rule makes. */
void unknown_headers_add(GHashTable *headers, const char *folder,
			 const struct kbuild_rule *rule);

/* Adds those in the list of a folder. */
void unknown_headers_load(const char *folder, GHashTable *headers);

#endif
