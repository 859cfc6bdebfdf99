// SPDX-License-Identifier: GPL-2.0-only
/* Which of some words a wrong one may have meant, by its letters. */
#include "base/nearest.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* No option, command or rule is as long; a longer word gets no guess. */
#define WORD_LIMIT 64

static bool is_same_letter(char a, char b)
{
	return g_ascii_tolower(a) == g_ascii_tolower(b);
}

/* Both words are at most WORD_LIMIT long. */
static unsigned int edit_distance(const char *a, const char *b)
{
	unsigned int rows[3][WORD_LIMIT + 1];
	unsigned int *before = rows[0], *above = rows[1], *row = rows[2];
	size_t width = strlen(b);

	for (size_t j = 0; j <= width; j++)
		row[j] = (unsigned int)j;
	for (size_t i = 1; a[i - 1]; i++) {
		unsigned int *reused = before;

		before = above;
		above = row;
		row = reused;
		row[0] = (unsigned int)i;
		for (size_t j = 1; j <= width; j++) {
			bool same = is_same_letter(a[i - 1], b[j - 1]);

			row[j] = MIN(above[j], row[j - 1]) + 1;
			row[j] = MIN(row[j], above[j - 1] + !same);
			if (i > 1 && j > 1 &&
			    is_same_letter(a[i - 1], b[j - 2]) &&
			    is_same_letter(a[i - 2], b[j - 1]))
				row[j] = MIN(row[j], before[j - 2] + 1);
		}
	}
	return row[width];
}

const char *nearest_word(const char *word, const char *const *candidates)
{
	size_t length = strlen(word);
	unsigned int best = MAX(1, (unsigned int)length / 3) + 1;
	const char *nearest = NULL;

	if (length < 2 || length > WORD_LIMIT)
		return NULL;
	for (; *candidates; candidates++) {
		unsigned int distance;

		if (strlen(*candidates) > WORD_LIMIT)
			continue;
		distance = edit_distance(word, *candidates);
		if (distance < best) {
			best = distance;
			nearest = *candidates;
		}
	}
	return nearest;
}
