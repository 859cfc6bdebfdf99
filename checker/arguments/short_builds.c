// SPDX-License-Identifier: GPL-2.0-only
/*
 * Makefiles and Kconfig read as data, for one question: may this be built for
 * 32 bits? Symbols of other folders count as if they could be chosen.
 */
#include "short_builds.h"

#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/arguments.h"
#include "arguments/branches/condition.h"
#include "base/view.h"
#include "select/select.h"

/* Objects of objects, and symbols that depend on symbols, end somewhere. */
enum { DEPTH_LIMIT = 6 };

/* Symbols of Kconfig that need a long of 64 bits; 6.1 to 7.1. */
static const char *const long_symbols[] = {
	"64BIT", "X86_64",	   "ARM64",	      "PPC64", "PPC_BOOK3S_64",
	"S390",	 "SPARC64",	   "ALPHA",	      "IA64",  "ARCH_RV64I",
	"PA20",	 "CPU_LOONGSON64", "MACH_LOONGSON64",
};

struct build_search {
	const struct tree *tree;
	GPtrArray *looked;
	const char *home; /* folder of the file: its Kconfig, and those above */
	guint depth;
};

/* A file of a folder of the tree as lines without splices; or NULL. */
static char **read_lines(const struct build_search *search, const char *folder,
			 const char *name)
{
	char *path = g_build_filename(search->tree->root, folder, name, NULL);
	g_autofree char *text = NULL;
	gsize length = 0;

	g_ptr_array_add(search->looked, path);
	text = view_read(search->tree->view, path, &length, NULL);
	if (!text)
		return NULL;
	for (char *at = strstr(text, "\\\n"); at; at = strstr(at, "\\\n"))
		at[0] = at[1] = ' ';
	return g_strsplit(text, "\n", -1);
}

static bool is_word_of(const char *line, const char *word)
{
	gsize length = strlen(word);

	for (const char *at = strstr(line, word); at;
	     at = strstr(at + 1, word)) {
		bool begins = at == line || g_ascii_isspace(at[-1]) ||
			      at[-1] == '=';

		if (begins &&
		    (at[length] == '\0' || g_ascii_isspace(at[length])))
			return true;
	}
	return false;
}

static bool may_be_chosen(struct build_search *search, const char *symbol);

/* A symbol that counts as n. */
static void add_absent(GArray *absent, const char *symbol)
{
	struct condition_wish wish = { symbol, CONDITION_FALSE };

	if (absent->len < WISHES_LIMIT)
		g_array_append_val(absent, wish);
}

/* False if an expression of Kconfig cannot hold without 64 bits. */
static bool may_hold(struct build_search *search, const char *symbol,
		     const char *expression)
{
	g_autoptr(GArray) absent =
		g_array_new(FALSE, FALSE, sizeof(struct condition_wish));
	g_auto(GStrv) words = g_strsplit_set(expression, " \t()&|!=<>\"", -1);
	struct decisions *decisions;
	const char *reason;
	bool may;

	if (strstr(expression, " if "))
		return true;
	for (char **word = words; *word; word++) {
		if (**word && strcmp(*word, symbol) != 0 &&
		    !may_be_chosen(search, *word))
			add_absent(absent, *word);
	}
	decisions = decisions_new();
	may = !conditions_decide(absent, decisions, &reason) ||
	      condition_value(expression, decisions) != CONDITION_FALSE;
	decisions_free(decisions);
	return may;
}

/* True for a line that ends the entry before it. */
static bool begins_entry(const char *line)
{
	return *line && !g_ascii_isspace(*line) && *line != '#';
}

/* Reads the entry of a symbol, from the line behind its name. */
static bool entry_may_hold(struct build_search *search, const char *symbol,
			   char **line)
{
	for (; *line && !begins_entry(*line); line++) {
		g_strchomp(g_strchug(*line));
		if (g_str_has_prefix(*line, "depends on ") &&
		    !may_hold(search, symbol, *line + strlen("depends on ")))
			return false;
	}
	return true;
}

/* "endif", and what a comment behind it says. */
static bool is_endif(const char *line)
{
	return g_str_has_prefix(line, "endif") &&
	       !g_ascii_isalnum(line[strlen("endif")]);
}

/* *ret_found, if the file defines the symbol; then what its entry says. */
static bool file_lets_choose(struct build_search *search, const char *folder,
			     const char *symbol, bool *ret_found)
{
	g_auto(GStrv) lines = read_lines(search, folder, "Kconfig");
	g_autofree char *config = g_strconcat("config ", symbol, NULL);
	g_autofree char *menu = g_strconcat("menu", config, NULL);
	g_autoptr(GPtrArray) around = g_ptr_array_new();

	for (char **line = lines; line && *line; line++) {
		g_strchomp(*line);
		if (g_str_has_prefix(*line, "if "))
			g_ptr_array_add(around, *line + strlen("if "));
		else if (is_endif(*line) && around->len > 0)
			g_ptr_array_set_size(around, (gint)around->len - 1);
		if (strcmp(*line, config) != 0 && strcmp(*line, menu) != 0)
			continue;
		*ret_found = true;
		for (guint i = 0; i < around->len; i++) {
			if (!may_hold(search, symbol,
				      g_ptr_array_index(around, i)))
				return false;
		}
		return entry_may_hold(search, symbol, line + 1);
	}
	return true;
}

static bool needs_long(const char *symbol)
{
	for (gsize i = 0; i < G_N_ELEMENTS(long_symbols); i++) {
		if (strcmp(long_symbols[i], symbol) == 0)
			return true;
	}
	return false;
}

/* A symbol that Kconfig of the file's folder, or of one above, defines. */
static bool may_be_chosen(struct build_search *search, const char *symbol)
{
	g_autofree char *at = g_strdup(search->home);
	bool is_found = false, may = true;

	if (needs_long(symbol))
		return false;
	if (search->depth >= DEPTH_LIMIT)
		return true;
	search->depth++;
	while (!is_found && strcmp(at, ".") != 0) {
		char *above = g_path_get_dirname(at);

		may = file_lets_choose(search, at, symbol, &is_found);
		g_free(at);
		at = above;
	}
	search->depth--;
	return may;
}

/* `name-$(CONFIG_X)`: X, owned; NULL where nothing decides. */
static char *symbol_of(const char *target)
{
	const char *start = strstr(target, "-$(CONFIG_");
	const char *end;

	if (!start)
		return NULL;
	start += strlen("-$(CONFIG_");
	end = strchr(start, ')');
	return end ? g_strndup(start, (gsize)(end - start)) : NULL;
}

static bool object_may(struct build_search *search, char **lines,
		       const char *object);

/* A line `target += .. object ..` of a Makefile. */
static bool line_may(struct build_search *search, char **lines,
		     const char *line)
{
	gsize length = strcspn(line, " \t+:?=");
	g_autofree char *target = g_strndup(line, length);
	g_autofree char *symbol = symbol_of(target);
	g_autofree char *whole = NULL;
	char *dash = strchr(target, '-');

	if (symbol && !may_be_chosen(search, symbol))
		return false;
	dash = symbol ? strstr(target, "-$(") : strrchr(target, '-');
	if (!dash)
		return true;
	*dash = '\0';
	if (strcmp(target, "obj") == 0)
		return true;
	whole = g_strconcat(target, ".o", NULL);
	return object_may(search, lines, whole);
}

/* Any line that builds it will do; without one nothing is known. */
static bool object_may(struct build_search *search, char **lines,
		       const char *object)
{
	bool is_named = false, may = false, is_long = false;

	if (search->depth >= DEPTH_LIMIT)
		return true;
	search->depth++;
	for (char **line = lines; *line && !may; line++) {
		const char *value = strchr(*line, '=');

		/* Kernels of 64 bits alone, as mm/Makefile has mseal.o (7.1).
		 */
		if (g_str_has_prefix(*line, "if"))
			is_long = g_str_has_prefix(*line, "ifdef") &&
				  strstr(*line, "CONFIG_64BIT");
		else if (g_str_has_prefix(*line, "else") ||
			 g_str_has_prefix(*line, "endif"))
			is_long = false;
		if (**line == '#' || !value || !is_word_of(value, object))
			continue;
		is_named = true;
		may = !is_long && line_may(search, lines, *line);
	}
	search->depth--;
	return may || !is_named;
}

static bool is_object_of(char **lines, const char *object)
{
	for (char **line = lines; *line; line++) {
		const char *value = strchr(*line, '=');

		if (**line != '#' && value && is_word_of(value, object))
			return true;
	}
	return false;
}

/* False if a folder has symbols, and all of them need 64 bits. */
static bool kconfig_may(struct build_search *search, const char *folder)
{
	g_auto(GStrv) lines = read_lines(search, folder, "Kconfig");
	guint nr = 0;

	for (char **line = lines; line && *line; line++) {
		const char *name = *line;

		if (g_str_has_prefix(name, "menu"))
			name += strlen("menu");
		if (!g_str_has_prefix(name, "config "))
			continue;
		nr++;
		if (may_be_chosen(search, g_strstrip(*line + (name - *line) +
						     strlen("config "))))
			return true;
	}
	return nr == 0;
}

static bool makefile_may(struct build_search *search, const char *folder,
			 const char *object)
{
	static const char *const names[] = { "Kbuild", "Makefile" };

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_auto(GStrv) lines = read_lines(search, folder, names[i]);

		if (lines && is_object_of(lines, object))
			return object_may(search, lines, object);
		if (lines)
			break;
	}
	/* Those of another folder's Makefile, as drivers/gpu/drm/amd/amdkfd. */
	return strcmp(folder, search->home) != 0 || kconfig_may(search, folder);
}

/* The Makefiles of all folders above a file, from the lowest on. */
static bool path_may(struct build_search *search, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	g_autofree char *home = g_strdup(folder);

	search->home = home;
	name[strlen(name) - 1] = 'o';
	while (strcmp(folder, ".") != 0 && strcmp(folder, "/") != 0) {
		char *above = g_path_get_dirname(folder);

		if (!makefile_may(search, folder, name)) {
			g_free(above);
			return false;
		}
		g_free(name);
		name = g_path_get_basename(folder);
		name = g_realloc(name, strlen(name) + 2);
		strcat(name, "/");
		g_free(folder);
		folder = above;
	}
	return true;
}

bool compile_widths_vary(const struct compile_jobs *jobs,
			 const struct compile_job *job)
{
	const char *path = job->file->path;

	return !jobs->config && !job->is_program && !job->is_bpf &&
	       !g_path_is_absolute(path) && !g_str_has_prefix(path, "arch/");
}

bool compile_builds_short(const struct compile_jobs *jobs,
			  const struct compile_job *job, GPtrArray *looked)
{
	struct build_search search = { .tree = jobs->tree, .looked = looked };
	const char *path = job->file->path;

	if (!compile_widths_vary(jobs, job))
		return false;
	return !g_str_has_suffix(path, ".c") || path_may(&search, path);
}

bool compile_builds_long(const struct compile_jobs *jobs,
			 const struct compile_job *job,
			 const struct compile_target *target, GPtrArray *looked)
{
	struct build_search search = { .tree = jobs->tree, .looked = looked };
	g_autofree char *folder =
		g_build_filename("arch", target->arch_name, NULL);
	g_auto(GStrv) lines = NULL;

	if (jobs->config || target->arch->width != 32 ||
	    target->arch->is_variant ||
	    !g_str_has_prefix(job->file->path, "arch/"))
		return false;
	lines = read_lines(&search, folder, "Kconfig");
	return lines &&
	       g_strv_contains((const char *const *)lines, "config 64BIT");
}
