// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint cache`: what is to be done with it. */
#include "options/commands.h"

#include "options/options.h"
#include "options/reader.h"

static const struct choice actions[] = {
	{ "stats", CACHE_STATS },
	{ "clear", CACHE_CLEAR },
	{ NULL, 0 },
};

static bool finish(struct reader *reader)
{
	GPtrArray *words = reader->options->select.paths;
	int action;

	if (!reader_take_action(reader, "cache", actions, "stats or clear",
				&action))
		return false;
	/* A folder is not guessed from a word: all in it is to be removed. */
	if (words->len > 0)
		return reader_fail(reader,
				   "'%s' is one word too many; another folder "
				   "is named by --cache-dir",
				   (const char *)g_ptr_array_index(words, 0));
	reader->options->cache = (enum cache_action)action;
	return true;
}

static const char head[] =
	"Shows or removes what is kept between runs: results, headers, scans of trees.\n"
	"It may be removed at any time and costs the next run no more than time. Files\n"
	"in the folder that vmalint has not made are counted and left alone.\n"
	"\nUsage:\n"
	"  vmalint cache stats [OPTION..]      what is kept, how much, and how much of\n"
	"                                      it the last run could take\n"
	"  vmalint cache clear [OPTION..]      remove it; generated headers stay while\n"
	"                                      a run is using the folder\n";

static const char tail[] = "\nExamples:\n"
			   "  vmalint cache stats\n"
			   "  vmalint cache clear --cache-dir /tmp/vmalint\n"
			   "\nExit codes:\n"
			   "  0  done; also if nothing is kept\n"
			   "  2  misused, or something could not be removed\n";

const struct command_row cache_command = {
	.usage =
		"  vmalint cache stats|clear           what is kept between runs\n",
	.summary = "show or remove what is kept between runs",
	.actions = actions,
	.is_rare = true,
	.scope = SCOPE_CACHE,
	.listed = SCOPE_CACHE,
	.head = head,
	.tail = tail,
	.finish = finish,
};
