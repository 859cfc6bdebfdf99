// SPDX-License-Identifier: GPL-2.0-only
/* What recipes compile by themselves, without Kbuild. */
#include <string.h>

#include "makefile.h"
#include "makefile_parts.h"
#include "makefile_text.h"

/* As recipes write them, without brackets, and lower case. */
static bool is_compiler_name(const char *name)
{
	static const char *const names[] = { "cc",  "gcc",    "clang",
					     "c99", "hostcc", NULL };
	const char *dash = strrchr(name, '-');
	const char *slash = strrchr(name, '/');

	/* clang-19 and x86_64-linux-gnu-gcc. */
	if (g_str_has_prefix(name, "clang-") || g_str_has_prefix(name, "gcc-"))
		return true;
	name = slash ? slash + 1 : dash ? dash + 1 : name;
	return g_strv_contains(names, name);
}

/* True if a line of a recipe, as written, calls a compiler. */
static bool calls_compiler(const char *line)
{
	const char *start = line + strspn(line, " \t@+-");
	g_autofree char *word = NULL;
	g_autofree char *name = NULL;

	while (g_str_has_prefix(start, "$(Q)")) {
		start += strlen("$(Q)");
		start += strspn(start, " \t");
	}
	start += strspn(start, "$({");
	word = g_strndup(start, strcspn(start, " \t)}"));
	name = g_ascii_strdown(word, -1);
	return is_compiler_name(name);
}

static bool is_for_bpf(const char *line)
{
	static const char *const options[] = {
		"-target bpf",
		"-target=bpf",
		"--target bpf",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
		if (strstr(line, options[i]))
			return true;
	}
	return false;
}

/* A source as the words of a Makefile may mean it. */
struct named_source {
	const char *path;
	const char *stem; /* its path up to the first dot of its name */
	bool is_beside;	  /* it lies in make's folder */
};

/* True if a target is made of a source: x, x.o, or what a pattern says. */
static bool is_made_of(const struct makefile *makefile, const char *target,
		       const struct named_source *source, bool takes_patterns)
{
	g_autofree char *path = NULL;
	const char *rest;

	if (*target == '%')
		return takes_patterns && source->is_beside && target[1] == '.';
	path = g_canonicalize_filename(target, makefile->folder);
	if (!g_str_has_prefix(path, source->stem))
		return false;
	rest = path + strlen(source->stem);
	return *rest == '\0' || *rest == '.';
}

static bool names_source(const struct makefile *makefile, const char *line,
			 const struct named_source *source)
{
	g_auto(GStrv) words = g_strsplit_set(line, " \t;", -1);

	for (guint i = 0; words[i]; i++) {
		g_autofree char *path =
			g_canonicalize_filename(words[i], makefile->folder);

		if (strcmp(path, source->path) == 0)
			return true;
	}
	return false;
}

/* True if a line of a recipe is about a source. */
static bool concerns(const struct makefile *makefile,
		     const struct makefile_rule *rule, const char *line,
		     const struct named_source *source, bool takes_patterns)
{
	g_auto(GStrv) targets = g_strsplit_set(rule->targets, " \t", -1);

	if (names_source(makefile, line, source))
		return true;
	for (guint i = 0; targets[i]; i++) {
		if (*targets[i] &&
		    is_made_of(makefile, targets[i], source, takes_patterns))
			return true;
	}
	return false;
}

/* How one line of a recipe compiles a source. */
static enum makefile_compiles read_line(const struct makefile *makefile,
					const struct makefile_rule *rule,
					const char *written,
					const struct named_source *source)
{
	g_autofree char *line = makefile_text_of(makefile, written);
	const bool is_bpf = is_for_bpf(line);

	if (!calls_compiler(written) || strstr(line, "-D__KERNEL__") ||
	    !concerns(makefile, rule, line, source, is_bpf))
		return MAKEFILE_COMPILES_NOT;
	return is_bpf ? MAKEFILE_COMPILES_BPF : MAKEFILE_COMPILES_PROGRAM;
}

enum makefile_compiles makefile_compiles(const struct makefile *makefile,
					 const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *stem = g_strndup(path, strlen(path) - strlen(name) +
							strcspn(name, "."));
	const struct named_source source = {
		.path = path,
		.stem = stem,
		.is_beside = strcmp(folder, makefile->folder) == 0,
	};
	enum makefile_compiles found = MAKEFILE_COMPILES_NOT;

	for (guint i = 0; i < makefile->rules->len; i++) {
		const struct makefile_rule *rule =
			g_ptr_array_index(makefile->rules, i);

		for (guint k = 0; k < rule->recipe->len; k++) {
			const enum makefile_compiles compiles = read_line(
				makefile, rule,
				g_ptr_array_index(rule->recipe, k), &source);

			found = MAX(found, compiles);
		}
	}
	return found;
}
