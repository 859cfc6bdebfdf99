// SPDX-License-Identifier: GPL-2.0-only
/* Which libclang there is, and whether it works. */
#include <glib.h>
#include <string.h>

#include "clang_handles.h"
#include "parse.h"

char *parse_library_version(void)
{
	g_autofree char *failure = libclang_failure();
	g_autoptr(GRegex) regex =
		g_regex_new("[0-9]+\\.[0-9]+\\.[0-9]+", 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	AUTO_RELEASE(string) CXString full = { 0 };

	if (failure)
		return g_strdup("0.0 is not there");
	full = clang_getClangVersion();
	if (g_regex_match(regex, clang_getCString(full), 0, &match))
		return g_match_info_fetch(match, 0);
	return g_strdup(clang_getCString(full));
}

char *parse_library_identity(void)
{
	g_autofree char *failure = libclang_failure();
	AUTO_RELEASE(string) CXString full = { 0 };

	if (failure)
		return g_strdup("");
	full = clang_getClangVersion();
	return g_strdup(clang_getCString(full));
}

char *parse_library_folder(void)
{
	g_autofree char *failure = libclang_failure();
	g_autofree char *above = NULL;
	char *real = failure ? NULL : libclang_path();

	if (!real)
		return NULL;
	above = g_path_get_dirname(real);
	g_free(real);
	return g_path_get_dirname(above);
}

/* What keeps the library from parsing a file of two lines; NULL: nothing. */
static char *try_to_parse(void)
{
	static const char text[] = "#include <stddef.h>\nsize_t size;\n";
	static const char *const arguments[] = { "-ffreestanding" };
	struct CXUnsavedFile file = { "/vmalint-self-check.c", text,
				      sizeof(text) - 1 };
	AUTO_RELEASE(index) CXIndex index = clang_createIndex(0, 0);
	AUTO_RELEASE(unit) CXTranslationUnit unit = NULL;

	if (clang_parseTranslationUnit2(index, file.Filename, arguments, 1,
					&file, 1, 0, &unit) != CXError_Success)
		return g_strdup("libclang cannot parse at all");
	if (clang_getNumDiagnostics(unit) > 0)
		return g_strdup("libclang does not find its own headers "
				"(stddef.h); install libclang-common-19-dev");
	return NULL;
}

char *parse_self_check(void)
{
	char *failure = libclang_failure();

	return failure ? failure : try_to_parse();
}
