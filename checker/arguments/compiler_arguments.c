// SPDX-License-Identifier: GPL-2.0-only
/* A list of what to keep: there is no end to what compilers have besides. */
#include "compiler_arguments.h"

#include <stdbool.h>
#include <string.h>

/*
 * What takes the next word for itself, whatever that looks like: a word of
 * these is no option. Of GCC 14 and clang 19.
 */
static const char *const with_other[] = {
	"--param",
	"-A",
	"-B",
	"-L",
	"-MF",
	"-MQ",
	"-MT",
	"-T",
	"-Xassembler",
	"-Xclang",
	"-Xlinker",
	"-Xpreprocessor",
	"-arch",
	"-aux-info",
	"-dependency-file",
	"-dumpbase",
	"-dumpdir",
	"-e",
	"-fplugin",
	"-imultilib",
	"-include-pch",
	"-iprefix",
	"-isysroot",
	"-ivfsoverlay",
	"-iwithprefix",
	"-iwithprefixbefore",
	"-l",
	"-load",
	"-mllvm",
	"-o",
	"-plugin",
	"-specs",
	"-target",
	"-u",
	"-wrapper",
	"-working-directory",
	"-x",
	"-z",
};

/* Each takes its argument as the next word, or joined to it. */
static const char *const with_text[] = { "-D", "-U" };
static const char *const with_path[] = {
	"-include", "-imacros", "-isystem", "-iquote", "-idirafter", "-I",
};

static const char *const flags[] = {
	"-nostdinc",
	"-fshort-wchar",
	"-fno-short-wchar",
	"-funsigned-char",
	"-fsigned-char",
	"-fms-extensions",
	"-ffreestanding",
	"-m16",
	"-m31",
	"-m32",
	"-m64",
	"-mbig-endian",
	"-mlittle-endian",
};

static bool is_among(const char *const *names, gsize nr, const char *word)
{
	for (gsize i = 0; i < nr; i++) {
		if (strcmp(word, names[i]) == 0)
			return true;
	}
	return false;
}

/* The name of the table that the word begins with, or NULL. */
static const char *option_of(const char *const *names, gsize nr,
			     const char *word)
{
	for (gsize i = 0; i < nr; i++) {
		if (g_str_has_prefix(word, names[i]))
			return names[i];
	}
	return NULL;
}

/* What Kbuild says of each file, and only messages hold; see arguments.c. */
static bool is_of_file(const char *macro)
{
	return g_str_has_prefix(macro, "KBUILD_MODFILE=") ||
	       g_str_has_prefix(macro, "KBUILD_BASENAME=") ||
	       g_str_has_prefix(macro, "KBUILD_MODNAME=") ||
	       g_str_has_prefix(macro, "__KBUILD_MODNAME=");
}

static bool is_flag(const char *word)
{
	return is_among(flags, G_N_ELEMENTS(flags), word) ||
	       g_str_has_prefix(word, "-std=");
}

/* `-include FILE` is found from where the compiler runs, as -I is. */
static void add_path(GPtrArray *arguments, const char *option, const char *path,
		     const char *folder)
{
	char *absolute = g_canonicalize_filename(path, folder);

	if (strlen(option) == strlen("-I")) {
		g_ptr_array_add(arguments, g_strconcat(option, absolute, NULL));
		g_free(absolute);
		return;
	}
	g_ptr_array_add(arguments, g_strdup(option));
	g_ptr_array_add(arguments, absolute);
}

void compiler_arguments_keep(GPtrArray *arguments, char *const *words,
			     const char *folder)
{
	for (; *words; words++) {
		const char *text =
			option_of(with_text, G_N_ELEMENTS(with_text), *words);
		const char *path =
			option_of(with_path, G_N_ELEMENTS(with_path), *words);
		const char *option = text ? text : path;
		const char *value;

		if (is_flag(*words))
			g_ptr_array_add(arguments, g_strdup(*words));
		if (is_among(with_other, G_N_ELEMENTS(with_other), *words)) {
			if (!*++words)
				return;
			continue;
		}
		if (!option)
			continue;
		value = *words + strlen(option);
		if (!*value)
			value = *++words;
		if (!value)
			return;
		if (text && !is_of_file(value))
			g_ptr_array_add(arguments,
					g_strconcat(text, value, NULL));
		else if (path)
			add_path(arguments, path, value, folder);
	}
}
