/* SPDX-License-Identifier: GPL-2.0-only */
/* The source line under a finding, with its marks; private to output/. */
#ifndef VMALINT_OUTPUT_EXCERPT_H
#define VMALINT_OUTPUT_EXCERPT_H

#include <glib.h>

struct place;
struct source;

/*
 * Appends the line of a place and below it a caret and tildes; marks_on and
 * marks_off stand around these. Appends nothing if there is no such line: the
 * finding is said already.
 */
void excerpt_append(GString *out, struct source *source, const struct place *at,
		    const char *marks_on, const char *marks_off);

#endif
