// SPDX-License-Identifier: GPL-2.0-only
/*
 * Keeps clang's driver from what nobody told it to read. For `-include X` it
 * loads X.pch, or X.gch, if that lies beside X (clang 19, Clang.cpp,
 * AddPreprocessingOptions), and a file in the place of a folder of headers is
 * read as a map from names to other files (InitHeaderSearch.cpp). Both are
 * binary, and could come with a tree.
 */
#include "driver_arguments.h"

#include <stdbool.h>
#include <string.h>

/* Settings of the host are none of a tree's; nor is Microsoft's assembler. */
static const char *const first[] = { "--no-default-config", "-fno-asm-blocks" };

/* Options whose file the frontend takes as it is, without looking around. */
static const char *const forced[] = { "-include", "-include-pch" };

/* Each begins the word that has its folder. */
static const char *const of_folders[] = {
	"-isystem",
	"-iquote",
	"-idirafter",
	"-I",
};

static void add(GPtrArray *words, const char *text)
{
	g_ptr_array_add(words, g_strdup(text));
}

static bool is_forced(const char *word)
{
	for (gsize i = 0; i < G_N_ELEMENTS(forced); i++) {
		if (strcmp(word, forced[i]) == 0)
			return true;
	}
	return false;
}

/*
 * How many words an option of a folder has, the folder's path in *ret_folder;
 * 0 for any other word.
 */
static guint folder_arguments(const GPtrArray *arguments, guint i,
			      const char **ret_folder)
{
	const char *word = g_ptr_array_index(arguments, i);

	for (gsize k = 0; k < G_N_ELEMENTS(of_folders); k++) {
		const gsize length = strlen(of_folders[k]);

		if (strncmp(word, of_folders[k], length) != 0)
			continue;
		*ret_folder = word + length;
		if (word[length] != '\0')
			return 1;
		if (i + 1 == arguments->len)
			return 0;
		*ret_folder = g_ptr_array_index(arguments, i + 1);
		return 2;
	}
	return 0;
}

GPtrArray *compile_driver_arguments(const GPtrArray *arguments)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(first); i++)
		add(words, first[i]);
	for (guint i = 0; i < arguments->len; i++) {
		const char *word = g_ptr_array_index(arguments, i);
		const char *folder = NULL;
		const guint nr = folder_arguments(arguments, i, &folder);

		if (nr > 0 && g_file_test(folder, G_FILE_TEST_IS_REGULAR)) {
			i += nr - 1;
		} else if (is_forced(word) && i + 1 < arguments->len) {
			add(words, "-Xclang");
			add(words, word);
			add(words, "-Xclang");
			add(words, g_ptr_array_index(arguments, ++i));
		} else {
			add(words, word);
		}
	}
	return words;
}
