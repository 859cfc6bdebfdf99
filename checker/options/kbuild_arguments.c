// SPDX-License-Identifier: GPL-2.0-only
/*
 * Kbuild calls `$(CHECK) $(CHECKFLAGS) $(c_flags) FILE`, and CF= is part of
 * CHECKFLAGS: sparse's words, the compiler's and ours come in one row.
 */
#include "kbuild_arguments.h"

#include <glib.h>
#include <string.h>

#include "options/arguments.h"
#include "options/options.h"
#include "options/reader.h"
#include "options/table.h"

/* Others have the name of a word of GCC, or of sparse as --arch has. */
static const char *const ours[] = {
	"baseline",    "branches",	  "cache-dir", "fail-on",  "ignore",
	"no-settings", "no-suppressions", "select",    "settings", "timeout",
	NULL,
};

static const struct option_row *our_option(const char *word,
					   const char **ret_value)
{
	const struct option_row *row;

	if (!g_str_has_prefix(word, "--"))
		return NULL;
	row = arguments_find(word, COMMAND_KBUILD, ret_value);
	if (!row || !g_strv_contains(ours, row->name))
		return NULL;
	return !row->argument == !*ret_value ? row : NULL;
}

bool kbuild_words_read(struct reader *reader)
{
	struct options *options = reader->options;
	GPtrArray *paths = options->paths;
	const char *file;

	if (paths->len == 0)
		return reader_fail(
			reader,
			"'vmalint kbuild' is called by make: make C=1 CHECK=\"vmalint kbuild --\"");
	file = g_ptr_array_index(paths, paths->len - 1);
	for (guint i = 0; i + 1 < paths->len; i++) {
		char *word = g_ptr_array_index(paths, i);
		const char *value = NULL;
		const struct option_row *row = our_option(word, &value);

		if (!row)
			g_ptr_array_add(options->words, word);
		else if (!option_apply(reader, row, value))
			return false;
	}
	g_ptr_array_set_size(paths, 0);
	g_ptr_array_add(paths, (gpointer)file);
	return true;
}
