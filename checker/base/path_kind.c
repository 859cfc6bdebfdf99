// SPDX-License-Identifier: GPL-2.0-only
#include "base/path_kind.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* How names of files begin that make or Kconfig reads. */
static const char *const build_names[] = { "Kconfig", "Kbuild", "Makefile",
					   "makefile", "GNUmakefile" };

/*
 * Endings of what no source includes and no build of headers reads, and what a
 * commit to a kernel most often has beside sources. Of a name that is not here
 * it is found out what becomes of it, which takes longer.
 */
static const char *const document_endings[] = {
	".yaml", ".dts", ".dtsi", ".dtso", ".py",  ".sh",
	".S",	 ".md",	 ".json", ".svg",  ".png", ".pl",
};

static const char *const document_names[] = { "MAINTAINERS", "CREDITS",
					      "COPYING", ".gitignore",
					      ".mailmap" };

static bool is_build_name(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(build_names); i++) {
		if (g_str_has_prefix(name, build_names[i]))
			return true;
	}
	return false;
}

static bool is_document(const char *path, const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(document_endings); i++) {
		if (g_str_has_suffix(name, document_endings[i]))
			return true;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(document_names); i++) {
		if (strcmp(name, document_names[i]) == 0)
			return true;
	}
	return g_str_has_prefix(path, "Documentation/") ||
	       strstr(path, "/Documentation/");
}

bool path_is_source(const char *path)
{
	gsize length = strlen(path);

	return length > 2 && path[length - 2] == '.' &&
	       (path[length - 1] == 'c' || path[length - 1] == 'h') &&
	       !g_str_has_suffix(path, ".mod.c");
}

enum path_kind path_kind(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;

	if (path_is_source(name))
		return PATH_SOURCE;
	if (is_build_name(name))
		return PATH_BUILD;
	if (path_is_read(name))
		return PATH_SHADOW;
	return is_document(path, name) ? PATH_DOCUMENT : PATH_TEXT;
}

enum path_language path_language(const char *path)
{
	if (path_is_source(path))
		return LANGUAGE_C;
	if (g_str_has_suffix(path, ".rs"))
		return LANGUAGE_RUST;
	if (g_str_has_suffix(path, ".rst"))
		return LANGUAGE_DOCUMENT;
	return g_str_has_suffix(path, "bindgen_parameters") ? LANGUAGE_BINDGEN :
							      LANGUAGE_NONE;
}

bool path_is_read(const char *path)
{
	return path_language(path) != LANGUAGE_NONE;
}
