// SPDX-License-Identifier: GPL-2.0-only
/* Findings as lines that editors know from GCC, for people to read. */
#include "findings/findings.h"
#include "github.h"
#include "output/excerpt.h"
#include "output/formats.h"
#include "output/from_here.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/source.h"

/* What GCC's GCC_COLORS has by default; each ends with "clear to the end". */
struct palette {
	const char *place;
	const char *severities[3];
	const char *reset;
};

static const struct palette plain = {
	.place = "",
	.severities = { "", "", "" },
	.reset = "",
};

static const struct palette coloured = {
	.place = "\33[01m\33[K",
	.severities = {
		[SEVERITY_NOTE] = "\33[01;36m\33[K",
		[SEVERITY_WARNING] = "\33[01;35m\33[K",
		[SEVERITY_ERROR] = "\33[01;31m\33[K",
	},
	.reset = "\33[m\33[K",
};

/* How places are written: in which colours, and from where. */
struct style {
	const struct palette *palette;
	const char *here; /* see from_here.h */
};

/* "path:line:column: severity: message", without the end of the line. */
static void append_message(GString *out, const struct style *style,
			   const struct place *at, enum severity severity,
			   const char *message)
{
	const struct palette *palette = style->palette;
	g_autofree char *path = path_from_here(style->here, at->path);

	g_string_append(out, palette->place);
	printable_append(out, path);
	g_string_append_printf(out, ":%u:%u:%s %s%s: %s", at->line, at->column,
			       palette->reset, palette->severities[severity],
			       severity_name(severity), palette->reset);
	printable_append(out, message);
}

static void append_finding(GString *out, const struct style *style,
			   struct source *source, const struct finding *finding)
{
	const struct palette *palette = style->palette;
	const char *colour = palette->severities[finding->severity];

	append_message(out, style, &finding->at, finding->severity,
		       finding->message);
	g_string_append_printf(out, " [%s", colour);
	printable_append(out, finding->rule);
	g_string_append_printf(out, "%s]\n", palette->reset);
	excerpt_append(out, source, &finding->at, colour, palette->reset);
	if (*finding->advice) {
		g_string_append(out, "  ");
		append_message(out, style, &finding->at, SEVERITY_NOTE,
			       finding->advice);
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < finding->related->len; i++) {
		const struct related *related =
			&g_array_index(finding->related, struct related, i);

		append_message(out, style, &related->at, SEVERITY_NOTE,
			       related->message);
		g_string_append_c(out, '\n');
	}
}

void text_append(GString *out, const struct output_subject *subject)
{
	g_autofree char *here = here_in(output_base(subject->context));
	const struct style style = {
		.palette = colour_for(subject) == COLOUR_ALWAYS ? &coloured :
								  &plain,
		.here = here,
	};
	const GPtrArray *findings = subject->report->findings;
	struct source source;

	source_init(&source, subject->context);
	for (guint i = 0; i < findings->len; i++)
		append_finding(out, &style, &source,
			       g_ptr_array_index(findings, i));
	source_release(&source);
	if (!subject->file)
		github_defuse_log(out);
}
