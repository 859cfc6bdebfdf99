/* SPDX-License-Identifier: GPL-2.0-only */
/* By what texts of findings are compared; private to findings/. */
#ifndef VMALINT_FINDINGS_WITHOUT_BLANKS_H
#define VMALINT_FINDINGS_WITHOUT_BLANKS_H

#include <glib.h>

/* Adds a text without blanks at all: a change of layout is none of meaning. */
static inline void without_blanks_append(GString *out, const char *text)
{
	for (; *text; text++) {
		if (!g_ascii_isspace(*text))
			g_string_append_c(out, *text);
	}
}

#endif
