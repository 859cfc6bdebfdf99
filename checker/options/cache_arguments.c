// SPDX-License-Identifier: GPL-2.0-only
/* What is to be done with the cache: one word. */
#include "cache_arguments.h"

#include "options/options.h"
#include "options/reader.h"

bool cache_words_read(struct reader *reader)
{
	static const struct choice actions[] = {
		{ "stats", CACHE_STATS },
		{ "clear", CACHE_CLEAR },
		{ NULL, 0 },
	};
	GPtrArray *words = reader->options->paths;
	int action;

	if (words->len == 0)
		return reader_fail(reader,
				   "'vmalint cache' is told stats or clear");
	if (!reader_choice(reader, "action of cache",
			   g_ptr_array_index(words, 0), actions, &action))
		return false;
	/* A folder is not guessed from a word: all in it is to be removed. */
	if (words->len > 1)
		return reader_fail(reader,
				   "'%s' is one word too many; another folder "
				   "is named by --cache-dir",
				   (const char *)g_ptr_array_index(words, 1));
	g_ptr_array_set_size(words, 0);
	reader->options->cache = (enum cache_action)action;
	return true;
}
