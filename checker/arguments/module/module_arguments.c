// SPDX-License-Identifier: GPL-2.0-only
/*
 * The words of a module's Makefiles as arguments: only what says what the
 * source means, only folders that are there, and none that a Makefile has no
 * business with.
 */
#include <string.h>

#include "arguments/arguments.h"
#include "arguments/compiler_arguments.h"
#include "base/name.h"
#include "base/session.h"
#include "base/sort.h"
#include "base/text_file.h"
#include "base/view.h"
#include "module.h"
#include "module_parts.h"
#include "options/stages.h"
#include "select/select.h"

static struct module_arguments *arguments_new(void)
{
	struct module_arguments *arguments = g_new0(struct module_arguments, 1);

	arguments->before = g_ptr_array_new_with_free_func(g_free);
	arguments->after = g_ptr_array_new_with_free_func(g_free);
	return arguments;
}

static bool are_special(const struct module_arguments *arguments)
{
	for (guint i = 0; i < arguments->after->len; i++) {
		if (!g_str_has_prefix(g_ptr_array_index(arguments->after, i),
				      "-I"))
			return true;
	}
	return arguments->before->len > 0;
}

/* #define CONFIG_X 1 and #define CONFIG_X_MODULE 1, as y and m. */
static void read_symbol(GHashTable *config, const char *line)
{
	static const char start[] = "#define CONFIG_";
	const char *name, *value;
	g_autofree char *symbol = NULL;
	gsize length;

	if (!g_str_has_prefix(line, start))
		return;
	name = line + strlen("#define ");
	length = strcspn(name, " \t\r\n");
	value = name + length + strspn(name + length, " \t");
	symbol = g_strndup(name, length);
	if (g_str_has_suffix(symbol, "_MODULE")) {
		symbol[length - strlen("_MODULE")] = '\0';
		g_hash_table_insert(config, g_steal_pointer(&symbol),
				    g_strdup("m"));
		return;
	}
	g_hash_table_insert(config, g_steal_pointer(&symbol),
			    strcmp(value, "1") == 0 ? g_strdup("y") :
						      g_strdup(value));
}

/* The symbols of a target's configuration; NULL if it is not made yet. */
static GHashTable *read_config(const struct compile_jobs *jobs, guint target)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);
	g_autofree char *path = g_build_filename(
		entry->folder, "include/generated/autoconf.h", NULL);
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, NULL);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	GHashTable *config;

	if (!text)
		return NULL;
	config = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (guint i = 0; lines[i]; i++)
		read_symbol(config, lines[i]);
	return config;
}

/* The outermost folder that a module's Makefiles may name headers in. */
static char *reach_of(const char *root)
{
	char *at = g_strdup(root);

	for (guint i = 0; i < FOLDERS_ABOVE; i++) {
		char *above = module_folder_above(at);

		if (!above)
			break;
		g_free(at);
		at = above;
	}
	return at;
}

/* Where words are to be looked at. */
struct placing {
	const struct module_reading *reading;
	const char *folder; /* of the Makefile */
	char *reach;
};

static bool may_name(const struct placing *placing, const char *path)
{
	const struct tree *tree = placing->reading->jobs->tree;

	return name_is_within(path, placing->reach) ||
	       name_is_within(path, tree->root) ||
	       (tree->build && name_is_within(path, tree->build));
}

static bool is_there(const struct placing *placing, const char *path)
{
	return view_has_file(placing->reading->jobs->tree->view, path) ||
	       g_file_test(path, G_FILE_TEST_IS_DIR);
}

/*
 * Make runs in the kernel's folder, and since 6.13 in the module's; what is
 * meant is there.
 */
static char *whole_path(const struct placing *placing, const char *word)
{
	char *path = g_canonicalize_filename(word, placing->folder);

	if (!is_there(placing, path)) {
		g_free(path);
		path = g_canonicalize_filename(
			word, placing->reading->jobs->tree->root);
		if (!is_there(placing, path)) {
			g_free(path);
			path = g_canonicalize_filename(word, placing->folder);
		}
	}
	return path;
}

static bool has_word(const GPtrArray *words, const char *word)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)words, word,
						g_str_equal, NULL);
}

/* -I or -include with its path. */
static void place_path(const struct placing *placing, const char *option,
		       const char *word, GPtrArray *ret_words)
{
	g_autofree char *path = whole_path(placing, word);
	g_autofree char *joined = NULL;

	if (!may_name(placing, path))
		return;
	if (strcmp(option, "-I") == 0) {
		joined = g_strconcat("-I", path, NULL);
		if (is_there(placing, path) && !has_word(ret_words, joined))
			g_ptr_array_add(ret_words, g_steal_pointer(&joined));
		return;
	}
	if (has_word(ret_words, path))
		return;
	if (!is_there(placing, path)) {
		g_hash_table_add(placing->reading->module->missing,
				 g_steal_pointer(&path));
		return;
	}
	g_ptr_array_add(ret_words, g_strdup(option));
	g_ptr_array_add(ret_words, g_steal_pointer(&path));
}

/* The value of an option that may be the next word; NULL: it is another. */
static const char *value_of(const GPtrArray *words, guint *i,
			    const char *option)
{
	const char *word = g_ptr_array_index(words, *i);

	if (!g_str_has_prefix(word, option))
		return NULL;
	if (word[strlen(option)])
		return word + strlen(option);
	return *i + 1 < words->len ? g_ptr_array_index(words, ++*i) : NULL;
}

/* Of several options of folders all become -I: what is found counts. */
static void place(const struct placing *placing, const GPtrArray *words,
		  bool only_folders, GPtrArray *ret_words)
{
	static const char *const folders[] = { "-isystem", "-iquote",
					       "-idirafter", "-I" };
	static const char *const macros[] = { "-D", "-U" };

	for (guint i = 0; i < words->len; i++) {
		const char *value = value_of(words, &i, "-include");

		if (value && !only_folders)
			place_path(placing, "-include", value, ret_words);
		for (gsize k = 0; !value && k < G_N_ELEMENTS(folders); k++) {
			value = value_of(words, &i, folders[k]);
			if (value)
				place_path(placing, "-I", value, ret_words);
		}
		for (gsize k = 0; !value && k < G_N_ELEMENTS(macros); k++) {
			value = value_of(words, &i, macros[k]);
			if (value && !only_folders)
				g_ptr_array_add(
					ret_words,
					g_strconcat(macros[k], value, NULL));
		}
	}
}

/* What the Makefiles say; then folders of branches that cannot be decided. */
static void add_makefiles(const struct module_reading *reading,
			  struct module_arguments *arguments)
{
	struct placing placing = {
		.reading = reading,
		.reach = reach_of(reading->module->root),
	};

	for (guint all = 0; all < 2; all++) {
		g_autoptr(GPtrArray) before =
			g_ptr_array_new_with_free_func(g_free);
		g_autoptr(GPtrArray) after =
			g_ptr_array_new_with_free_func(g_free);
		g_autofree char *folder = NULL;

		module_makefile_arguments(reading, all, before, after, &folder);
		if (!folder)
			break;
		placing.folder = folder;
		place(&placing, before, all, arguments->before);
		place(&placing, after, all, arguments->after);
	}
	g_free(placing.reach);
}

/* The user vouches for these, wherever they lead. */
static void add_own(const struct compile_jobs *jobs,
		    struct module_arguments *arguments)
{
	const GPtrArray *own = jobs->options->cflags;

	for (guint i = 0; i < own->len; i++)
		g_ptr_array_add(arguments->after,
				g_strdup(g_ptr_array_index(own, i)));
}

/* Headers of the kernel that a build names for every file. */
static bool is_kernels_own(const struct tree *tree, const char *path)
{
	const char *name;

	if (!name_is_below(path, tree->root))
		return false;
	name = path + strlen(tree->root) + 1;
	return name_is_within(name, "include") ||
	       (name_is_below(name, "arch") && strstr(name, "/include"));
}

/* What Kbuild tells every file, and what is of the kernel that it built for. */
static bool is_kbuilds_own(const char *word)
{
	static const char *const starts[] = {
		"-D__KERNEL__", "-DMODULE",    "-DKBUILD_",
		"-D__KBUILD_",	"-DCC_USING_", "-DKASAN_",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
		if (g_str_has_prefix(word, starts[i]))
			return true;
	}
	return false;
}

/*
 * The words of the command that compiled a file of a module, but those of the
 * kernel, which need not be the one that is checked.
 */
static void add_recorded(const struct module_reading *reading,
			 struct module_arguments *arguments)
{
	const struct tree *tree = reading->jobs->tree;
	const GPtrArray *recorded = reading->job->recorded;
	g_autoptr(GPtrArray) own = g_ptr_array_new();
	struct placing placing = {
		.reading = reading,
		.folder = reading->module->root,
		.reach = reach_of(reading->module->root),
	};

	for (guint i = 0; i < recorded->len; i++) {
		char *word = g_ptr_array_index(recorded, i);
		/* What is kept of a command has -D, -U and -I joined. */
		const bool is_pair = g_str_has_prefix(word, "-i");
		const char *path = is_pair && i + 1 < recorded->len ?
					   g_ptr_array_index(recorded, i + 1) :
				   g_str_has_prefix(word, "-I") ? word + 2 :
								  word;

		if (is_kernels_own(tree, path))
			i += is_pair;
		else if (!is_kbuilds_own(word))
			g_ptr_array_add(own, word);
	}
	place(&placing, own, false, arguments->after);
	g_free(placing.reach);
}

static struct module_arguments *make_arguments(
	const struct module_reading *reading)
{
	struct module_arguments *arguments = arguments_new();

	if (reading->job->recorded)
		add_recorded(reading, arguments);
	else
		add_makefiles(reading, arguments);
	add_own(reading->jobs, arguments);
	return arguments;
}

/* One that configure makes is there once that has run. */
static void tell_missing(struct session *session, const struct module *module)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, module->missing);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_ptr_array_add(paths, path);
	sort_strings(paths);
	for (guint i = 0; i < paths->len; i++)
		session_notice(
			session, "compile", g_ptr_array_index(paths, i), 0,
			"is not there, though a Makefile has it included "
			"first (-include): configure or build the module, or "
			"name another by --cflags");
}

struct module_arguments *module_all_arguments(const struct compile_jobs *jobs,
					      const struct compile_job *job)
{
	const struct module_reading reading = {
		.jobs = jobs,
		.job = job,
		.module = module_of(jobs, job),
		.target = job->target,
	};

	return make_arguments(&reading);
}

const struct module_arguments *module_arguments(const struct compile_jobs *jobs,
						const struct compile_job *job,
						guint target)
{
	struct module *module = module_of(jobs, job);
	g_autofree char *key = g_strdup_printf("%u %s", target, job->source);
	struct module_arguments *arguments =
		g_hash_table_lookup(module->arguments, key);
	g_autoptr(GHashTable) config = NULL;
	struct module_reading reading = {
		.jobs = jobs,
		.job = job,
		.module = module,
		.target = target,
	};

	if (arguments)
		return arguments;
	config = read_config(jobs, target);
	reading.config = config;
	arguments = make_arguments(&reading);
	g_hash_table_insert(module->arguments, g_steal_pointer(&key),
			    arguments);
	return arguments;
}

bool module_is_special(const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target)
{
	return module_has_job(job) && !job->built_with &&
	       are_special(module_arguments(jobs, job, target));
}

void modules_tell(struct session *session, const struct compile_jobs *jobs)
{
	GHashTableIter iter;
	gpointer value;

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (module_has_job(job) && !job->skip_reason)
			module_arguments_free(module_all_arguments(jobs, job));
	}
	g_hash_table_iter_init(&iter, jobs->modules);
	while (g_hash_table_iter_next(&iter, NULL, &value))
		tell_missing(session, value);
}
