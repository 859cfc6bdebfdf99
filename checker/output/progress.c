// SPDX-License-Identifier: GPL-2.0-only
/* One line on standard error that says how far the run is. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "options/stages.h"
#include "output/output.h"
#include "output/printable.h"
#include "output/terminal.h"

#define TERMINAL_INTERVAL_US (G_USEC_PER_SEC / 10)
#define LOG_INTERVAL_US	     (10 * G_USEC_PER_SEC)

/* Fewer columns than these for a path say nothing. */
#define PATH_MINIMUM 12

/* Appends the file that runs longest, cut so that the line does not wrap. */
static void append_slowest(GString *line, const struct progress_state *state,
			   glong columns)
{
	g_autoptr(GString) path = g_string_new(NULL);
	char seconds[G_ASCII_DTOSTR_BUF_SIZE];
	glong room, length;

	if (!state->slowest || !*state->slowest)
		return;
	g_ascii_formatd(seconds, sizeof(seconds), "%.1f",
			state->slowest_seconds);
	printable_append(path, state->slowest);
	length = g_utf8_strlen(path->str, -1);
	room = columns - 1 - (glong)line->len - (glong)strlen(", slowest  s ") -
	       (glong)strlen(seconds);
	if (room < PATH_MINIMUM)
		return;
	g_string_append(line, ", slowest ");
	if (length > room)
		g_string_append_printf(
			line, "...%s",
			g_utf8_offset_to_pointer(path->str, length - room + 3));
	else
		g_string_append(line, path->str);
	g_string_append_printf(line, " %s s", seconds);
}

bool output_wants_progress(const struct output_options *options)
{
	if (options->quiet)
		return false;
	if (options->progress == WHEN_AUTO)
		return terminal_is_there() &&
		       g_strcmp0(g_getenv("TERM"), "dumb") != 0;
	return options->progress == WHEN_ALWAYS;
}

void output_progress(struct progress_state *state)
{
	gint64 interval = terminal_is_there() ? TERMINAL_INTERVAL_US :
						LOG_INTERVAL_US;
	gint64 now = g_get_monotonic_time();
	g_autoptr(GString) line = NULL;
	guint64 percent = 0;

	if (state->shown_at && now - state->shown_at < interval)
		return;
	state->shown_at = now;
	if (state->selected)
		percent = state->done * 100ull / state->selected;
	line = g_string_new(NULL);
	g_string_append_printf(line, "[%4u/%u] %u%% %u finding%s", state->done,
			       state->selected, (unsigned int)percent,
			       state->findings,
			       state->findings == 1 ? "" : "s");
	append_slowest(line, state, terminal_columns());
	fprintf(stderr, terminal_is_there() ? "\r%s\33[K" : "%s\n", line->str);
	fflush(stderr);
}

void output_progress_end(struct progress_state *state)
{
	if (!state->shown_at || !terminal_is_there())
		return;
	fputs("\r\33[K", stderr);
	fflush(stderr);
	state->shown_at = 0;
}
