/* SPDX-License-Identifier: GPL-2.0-only */
/* Macros with arguments in definitions of flags. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_FLAG_MACROS_H
#define VMALINT_FACTS_SHADOWS_FLAG_MACROS_H

#include <glib.h>

/* An empty table of macros with arguments; owns what is in it. */
GHashTable *flag_macros_new(void);

/*
 * Adds `#define NAME(x) ..' of one parameter; body begins at the parenthesis
 * and is taken. Others are left out, so is a second definition.
 */
void flag_macros_add(GHashTable *macros, const char *name, char *body);

/* A body in which calls with one word as argument are written out; owned. */
char *flag_macros_expand(GHashTable *macros, const char *body);

#endif
