// SPDX-License-Identifier: GPL-2.0-only
/* What errors hide, in the tally: the most lines first, and only the worst. */
#include "findings/findings.h"
#include "findings/unseen.h"
#include "options/stages.h"
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

/* A header of the tree's own is made by us; that of a module may be anywhere.
 */
static bool lacks_header(const struct hidden_lines *hidden)
{
	return g_path_is_absolute(hidden->folder) &&
	       g_str_has_suffix(hidden->cause, " not found");
}

void hidden_rows_append(GString *out, const struct output_subject *subject)
{
	g_autoptr(GArray) causes = unseen_causes(subject->report);
	unsigned int nr_rest = 0, nr_lacking = 0;

	for (guint i = 0; i < causes->len; i++) {
		const struct hidden_lines *hidden =
			&g_array_index(causes, struct hidden_lines, i);

		nr_lacking += lacks_header(hidden);
		if (i < ROWS_SHOWN || subject->options->verbose)
			append_row(out, hidden);
		else
			nr_rest += hidden->nr_lines;
	}
	if (nr_rest > 0)
		g_string_append_printf(out,
				       "unseen: %u more line%s for other "
				       "errors; -v has them all\n",
				       nr_rest, nr_rest == 1 ? "" : "s");
	if (nr_lacking > 0)
		g_string_append(out,
				"  what may help a module: configure or build "
				"it first; or name the folder of the header: "
				"--cflags -IDIR\n");
}
