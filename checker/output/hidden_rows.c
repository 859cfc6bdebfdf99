// SPDX-License-Identifier: GPL-2.0-only
/* What errors hide, in the tally: the most lines first, and only the worst. */
#include "findings/findings.h"
#include "findings/unseen.h"
#include "output/formats.h"
#include "output/printable.h"

enum { ROWS_SHOWN = 5 };

static void append_row(GString *out, const struct hidden_lines *hidden)
{
	g_string_append_printf(out, "unseen: %u line%s", hidden->nr_lines,
			       hidden->nr_lines == 1 ? "" : "s");
	if (*hidden->folder) {
		g_string_append(out, " of ");
		printable_append(out, hidden->folder);
	}
	g_string_append(out, ": ");
	printable_append(out, hidden->cause);
	g_string_append_c(out, '\n');
}

void hidden_rows_append(GString *out, const struct report *report)
{
	g_autoptr(GArray) causes = unseen_causes(report);
	unsigned int nr_rest = 0;

	for (guint i = 0; i < causes->len; i++) {
		const struct hidden_lines *hidden =
			&g_array_index(causes, struct hidden_lines, i);

		if (i < ROWS_SHOWN)
			append_row(out, hidden);
		else
			nr_rest += hidden->nr_lines;
	}
	if (nr_rest > 0)
		g_string_append_printf(out,
				       "unseen: %u more line%s for other "
				       "errors; --stats has them all\n",
				       nr_rest, nr_rest == 1 ? "" : "s");
}
