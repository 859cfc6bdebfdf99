// SPDX-License-Identifier: GPL-2.0-only
/*
 * What of a module's folder is not the module: programs that its build or its
 * users run, and programs for BPF. Told by what the file includes and by what
 * Makefiles say; what a module's objects are made of is never one.
 */
#include <string.h>

#include "arguments/arguments.h"
#include "arguments/makefile/makefile.h"
#include "arguments/makefile/makefile_text.h"
#include "base/name.h"
#include "base/session.h"
#include "base/view.h"
#include "module.h"
#include "module_parts.h"
#include "select/select.h"
#include "text/directive.h"

#define PROGRAM_REASON "a program, no kernel code"
#define BPF_REASON     "a BPF program, no kernel code"

/* Headers of the C library that the kernel has no other of. */
static const char *const hosted[] = {
	"assert.h",   "dirent.h",    "errno.h",	  "fcntl.h",	 "getopt.h",
	"inttypes.h", "locale.h",    "pthread.h", "setjmp.h",	 "signal.h",
	"stdio.h",    "stdlib.h",    "string.h",  "sys/ioctl.h", "sys/mman.h",
	"sys/stat.h", "sys/types.h", "time.h",	  "unistd.h",	 NULL,
};

/* True if the module has a header that an #include of this name may find. */
static bool has_own(const struct compile_jobs *jobs,
		    const struct compile_job *job, const char *name)
{
	const GPtrArray *headers = module_headers(jobs, job);
	g_autofree char *end = g_strconcat("/", name, NULL);

	for (guint i = 0; i < headers->len; i++) {
		if (g_str_has_suffix(g_ptr_array_index(headers, i), end))
			return true;
	}
	return false;
}

/* True for a header that the kernel keeps to itself. */
static bool is_kernels(const struct tree *tree, const char *name)
{
	g_autofree char *own =
		g_build_filename(tree->root, "include", name, NULL);
	g_autofree char *shared =
		g_build_filename(tree->root, "include/uapi", name, NULL);

	return view_has_file(tree->view, own) &&
	       !view_has_file(tree->view, shared);
}

/*
 * True if a text is for the C library, and no part of it for the kernel, as
 * what both share would be.
 */
static bool is_hosted_text(const struct compile_jobs *jobs,
			   const struct compile_job *job, const char *text,
			   gsize length)
{
	struct directive_reader reader;
	struct include include;
	bool is_hosted = false, is_shared = strstr(text, "__KERNEL__") != NULL;

	directive_reader_init(&reader, text, length);
	while (!is_shared && include_next(&reader, &include)) {
		if (include.form == INCLUDE_ANGLED) {
			is_hosted |= g_strv_contains(hosted, include.name) &&
				     !has_own(jobs, job, include.name);
			is_shared = is_kernels(jobs->tree, include.name);
		}
		g_free(include.name);
	}
	return is_hosted && !is_shared;
}

/* True if a text puts something into a section as libbpf wants: SEC(".."). */
static bool has_sections(const char *text, gsize length)
{
	struct lex_token token, before[2] = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		if (token.kind == LEX_LITERAL && !token.in_directive &&
		    *token.start == '"' && before[1].start &&
		    lex_token_is(&before[0], "SEC") &&
		    lex_token_is(&before[1], "("))
			return true;
		before[0] = before[1];
		before[1] = token;
	}
	return false;
}

/* vmlinux.h itself is what bpftool writes, all types of a kernel. */
static bool is_bpf(const struct compile_job *job, const char *text,
		   gsize length)
{
	g_autofree char *name = g_path_get_basename(job->source);

	return strcmp(name, "vmlinux.h") == 0 || strstr(name, ".bpf.") ||
	       text_includes(text, length, "vmlinux.h") ||
	       text_includes(text, length, "bpf/bpf_helpers.h") ||
	       (has_sections(text, length) &&
		!text_includes(text, length, "linux/module.h"));
}

/* The object of a source, as Makefiles of one folder name it. */
struct naming {
	const struct makefile *makefile;
	const char *folder, *object;
	GHashTable *programs; /* char *: names of programs */
	bool is_kernels, is_programs;
};

/* The programs of Kbuild (4.18 to 7.1). */
static bool lists_programs(const char *variable)
{
	return g_str_has_prefix(variable, "hostprogs") ||
	       g_str_has_prefix(variable, "userprogs") ||
	       g_str_has_prefix(variable, "host-progs");
}

static char **words_of(const struct naming *naming, const char *variable)
{
	g_autofree char *value = makefile_value(naming->makefile, variable);

	return g_strsplit_set(value, " \t", -1);
}

static bool is_object(const struct naming *naming, const char *word)
{
	g_autofree char *path = NULL;

	if (!g_str_has_suffix(word, ".o") || strstr(word, MAKEFILE_UNKNOWN))
		return false;
	path = g_canonicalize_filename(word, naming->folder);
	return strcmp(path, naming->object) == 0;
}

static void list_program(void *context, const char *variable)
{
	struct naming *naming = context;
	g_auto(GStrv) words =
		lists_programs(variable) ? words_of(naming, variable) : NULL;

	for (guint i = 0; words && words[i]; i++) {
		g_autofree char *object = g_strconcat(words[i], ".o", NULL);

		if (!*words[i])
			continue;
		naming->is_programs |= is_object(naming, object);
		g_hash_table_add(naming->programs, g_strdup(words[i]));
	}
}

/* X of X-objs and X-y; owned. */
static char *owner_of(const char *variable)
{
	const char *dash = strrchr(variable, '-');

	return dash ? g_strndup(variable, (gsize)(dash - variable)) : NULL;
}

static void look_at(void *context, const char *variable)
{
	struct naming *naming = context;
	g_autofree char *owner = owner_of(variable);
	g_auto(GStrv) words = NULL;

	if (!owner || lists_programs(variable))
		return;
	words = words_of(naming, variable);
	for (guint i = 0; words[i]; i++) {
		if (!is_object(naming, words[i]))
			continue;
		if (g_hash_table_contains(naming->programs, owner))
			naming->is_programs = true;
		else
			naming->is_kernels = true;
	}
}

static void read_names(const struct module_reading *reading,
		       struct makefile *makefile, const char *folder,
		       struct naming *ret_naming)
{
	g_autofree char *object = g_strdup(reading->job->source);

	object[strlen(object) - 1] = 'o';
	*ret_naming = (struct naming){
		.makefile = makefile,
		.folder = folder,
		.object = object,
		.programs = g_hash_table_new_full(g_str_hash, g_str_equal,
						  g_free, NULL),
	};
	makefile_each_variable(makefile, list_program, ret_naming);
	makefile_each_variable(makefile, look_at, ret_naming);
	g_hash_table_unref(ret_naming->programs);
}

/* What one Makefile says of a source; the module's objects come first. */
struct saying {
	bool is_kernels;
	const char *reason; /* or NULL */
};

static struct saying read_saying(const struct module_reading *reading,
				 const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);
	struct makefile *makefile = module_makefile_read(reading, folder, path);
	enum makefile_compiles compiles =
		makefile_compiles(makefile, reading->job->source);
	struct naming naming;
	struct saying saying = { 0 };

	read_names(reading, makefile, folder, &naming);
	makefile_free(makefile);
	saying.is_kernels = naming.is_kernels;
	if (compiles == MAKEFILE_COMPILES_BPF)
		saying.reason = BPF_REASON;
	else if (naming.is_programs || compiles == MAKEFILE_COMPILES_PROGRAM)
		saying.reason = PROGRAM_REASON;
	return saying;
}

/* True if a Makefile may speak of a source. */
static bool may_name(const struct module_reading *reading, const char *path)
{
	g_autofree char *base = g_path_get_basename(reading->job->source);
	g_autofree char *stem = g_strndup(base, strcspn(base, "."));
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;

	if (name_is_below(reading->job->source, folder))
		return true;
	text = view_read(reading->jobs->tree->view, path, &length, &reason);
	return text && strstr(text, stem);
}

/* What the module's Makefiles say of a source. */
static struct saying ask_makefiles(const struct module_reading *reading)
{
	const GPtrArray *paths = module_makefiles(reading->module);
	struct saying all = { 0 };

	for (guint i = 0; i < paths->len && !all.is_kernels; i++) {
		const char *path = g_ptr_array_index(paths, i);
		struct saying one = { 0 };

		if (may_name(reading, path))
			one = read_saying(reading, path);
		all.is_kernels |= one.is_kernels;
		if (one.reason)
			all.reason = one.reason;
	}
	return all;
}

const char *module_not_kernel(struct session *session,
			      const struct compile_jobs *jobs,
			      const struct compile_job *job, const char *text,
			      gsize length)
{
	const struct module_reading reading = {
		.jobs = jobs,
		.job = job,
		.module = module_of(jobs, job),
		.target = job->target,
	};
	const char *reason = is_bpf(job, text, length) ? BPF_REASON :
			     is_hosted_text(jobs, job, text, length) ?
							 PROGRAM_REASON :
							 NULL;
	struct saying saying = { 0 };

	if (!job->file->is_header)
		saying = ask_makefiles(&reading);
	if (saying.is_kernels)
		return NULL;
	if (!reason)
		reason = saying.reason;
	if (reason)
		session_notice(session, "compile", job->file->path, 0,
			       "is left out: %s", reason);
	return reason;
}
