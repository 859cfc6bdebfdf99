// SPDX-License-Identifier: GPL-2.0-only
/*
 * Gives a target its corpus, and then mutations of it: the same ones each
 * time, so that what is found once is found again.
 *
 *	fuzz_NAME RUNS FILE..
 *	fuzz_NAME =RUN FILE..	only that one, which is written to stdout
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { SEED = 20240607, LONGEST = 16384, MOST_EDITS = 8 };

static GString *read_text(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!g_file_get_contents(path, &text, &length, &error))
		g_error("%s", error->message);
	return g_string_new_len(text, (gssize)length);
}

static gsize below(GRand *random, gsize end)
{
	return end > 0 ? g_rand_int(random) % end : 0;
}

/* A piece of another text, or of the same, goes to another place. */
static void splice(GRand *random, GString *text, const GString *from)
{
	gsize start = below(random, from->len);
	gsize length = below(random, MIN(from->len - start, 64) + 1);
	g_autofree char *piece = g_strndup(from->str + start, length);

	g_string_insert_len(text, (gssize)below(random, text->len + 1), piece,
			    (gssize)length);
}

static void edit(GRand *random, GString *text, const GString *other)
{
	static const char special[] = "\0\n\r\t \\\"'/*{}()#=@+-~0";
	gsize at = below(random, text->len + 1);

	switch (below(random, 6)) {
	case 0:
		if (at < text->len)
			text->str[at] ^= (char)(1 << below(random, 8));
		break;
	case 1:
		g_string_insert_c(text, (gssize)at,
				  special[below(random, sizeof(special) - 1)]);
		break;
	case 2:
		g_string_erase(
			text, (gssize)at,
			(gssize)below(random, MIN(text->len - at, 32) + 1));
		break;
	case 3:
		g_string_truncate(text, at);
		break;
	case 4:
		splice(random, text, other);
		break;
	default:
		splice(random, text, text);
		break;
	}
}

/* The mutation of this number. */
static GString *mutate(GPtrArray *corpus, guint run)
{
	GRand *random = g_rand_new_with_seed(SEED + run);
	const GString *first =
		g_ptr_array_index(corpus, below(random, corpus->len));
	const GString *other =
		g_ptr_array_index(corpus, below(random, corpus->len));
	GString *text = g_string_new_len(first->str, (gssize)first->len);

	for (gsize nr = below(random, MOST_EDITS) + 1; nr > 0; nr--)
		edit(random, text, other);
	g_string_truncate(text, MIN(text->len, LONGEST));
	g_rand_free(random);
	return text;
}

/* In memory of its own, so that a sanitizer sees a byte read beyond it. */
static void try_text(const GString *text)
{
	guint8 *copy = g_memdup2(text->str, text->len);

	LLVMFuzzerTestOneInput(copy, text->len);
	g_free(copy);
}

static void free_text(gpointer text)
{
	g_string_free(text, TRUE);
}

int main(int argc, char **argv)
{
	g_autoptr(GPtrArray) corpus = g_ptr_array_new_with_free_func(free_text);
	bool is_one = argc > 1 && *argv[1] == '=';
	guint nr = argc > 1 ? (guint)atoi(argv[1] + is_one) : 0;

	for (int i = 2; i < argc; i++)
		g_ptr_array_add(corpus, read_text(argv[i]));
	if (corpus->len == 0)
		g_error("usage: %s RUNS|=RUN FILE..", argv[0]);
	for (guint i = 0; i < corpus->len && !is_one; i++)
		try_text(g_ptr_array_index(corpus, i));
	for (guint run = is_one ? nr : 1; run <= nr; run++) {
		GString *text = mutate(corpus, run);

		if (is_one)
			fwrite(text->str, 1, text->len, stdout);
		fprintf(stderr, "\rrun %u", run);
		try_text(text);
		g_string_free(text, TRUE);
	}
	fprintf(stderr, "\n");
	return 0;
}
