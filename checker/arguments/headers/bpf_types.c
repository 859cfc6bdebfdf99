// SPDX-License-Identifier: GPL-2.0-only
/* Puts kernel headers in the place of vmlinux.h. */
#include "bpf_types.h"

#include <string.h>

#include "arguments/arguments.h"
#include "base/session.h"
#include "base/view.h"
#include "folder.h"
#include "select/select.h"
#include "text/lexer.h"

/* Where iterators are (5.8 to 7.x), and what their contexts are called. */
#define ITERATORS      "kernel/bpf"
#define CONTEXT_PREFIX "bpf_iter__"

/* What programs with VMAs use (5.8 to 7.x), as far as the tree has it. */
static const char *const kernel_headers[] = {
	"linux/mm.h",  "linux/sched.h",	   "linux/fs.h",
	"linux/bpf.h", "linux/seq_file.h", "linux/tcp.h",
	"linux/udp.h", "linux/ipv6.h",	   "net/af_unix.h",
};

static char *types_text(void)
{
	GString *text = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(kernel_headers); i++)
		g_string_append_printf(text,
				       "#if __has_include(<%s>)\n"
				       "#include <%s>\n"
				       "#endif\n",
				       kernel_headers[i], kernel_headers[i]);
	return g_string_free(text, FALSE);
}

/*
 * A call is described as ` * TYPE bpf_NAME(PARAMETERS)`, which scripts/
 * bpf_doc.py makes a pointer to a function of.
 */
static char *calls_text(const char *bpf)
{
	g_autoptr(GRegex) regex =
		g_regex_new("^ \\* ((?:[a-z_0-9]+ )+\\**)(bpf_[a-z0-9_]+)"
			    "(\\(.*\\))$",
			    G_REGEX_MULTILINE, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	g_autoptr(GHashTable) seen =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GString *text = g_string_new(NULL);

	g_regex_match(regex, bpf, 0, &match);
	while (g_match_info_matches(match)) {
		g_autofree char *type = g_match_info_fetch(match, 1);
		g_autofree char *name = g_match_info_fetch(match, 2);
		g_autofree char *parameters = g_match_info_fetch(match, 3);

		/* Some are described once for each kind of program. */
		if (g_hash_table_add(seen, g_strdup(name)))
			g_string_append_printf(text,
					       "static %s(* const %s)%s = 0;\n",
					       type, name, parameters);
		g_match_info_next(match, NULL);
	}
	return g_string_free(text, FALSE);
}

bool bpf_types_write(struct session *session, const char *bpf,
		     const char *folder)
{
	g_autofree char *calls = calls_text(bpf);
	g_autofree char *types = types_text();

	return folder_write(session, folder, "bpf/kernel_types.h", types) &&
	       folder_write(session, folder, "bpf/bpf_helper_defs.h", calls);
}

/* The identifiers of a text, sorted; owned. */
static GPtrArray *identifiers_of(const char *text, gsize length)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	struct lexer lexer;
	struct lex_token token;

	lexer_init(&lexer, text, length);
	while (lexer_next(&lexer, &token)) {
		char *name;

		if (token.kind != LEX_IDENTIFIER || token.in_directive)
			continue;
		name = lex_token_text(&token);
		if (g_hash_table_contains(seen, name)) {
			g_free(name);
			continue;
		}
		g_hash_table_add(seen, name);
		g_ptr_array_add(names, name);
	}
	return names;
}

/* Appends the definition of a struct that a text has; false if it has none. */
static bool append_struct(const char *text, const char *tag, GString *out)
{
	g_autofree char *head = g_strdup_printf("struct %s {", tag);
	const char *start = strstr(text, head);
	const char *end = start ? strstr(start, "\n};") : NULL;

	if (!end)
		return false;
	g_string_append_len(out, start, end - start);
	g_string_append(out, "\n};\n");
	return true;
}

/* The context of an iterator, from the source that calls programs with it. */
static void append_context(const struct compile_jobs *jobs, const char *tag,
			   GHashTable *reads, GString *out)
{
	g_autofree char *folder =
		g_build_filename(jobs->tree->root, ITERATORS, NULL);
	g_autoptr(GPtrArray) entries = view_list(jobs->tree->view, folder);
	bool is_found = false;

	for (guint i = 0; i < entries->len && !is_found; i++) {
		const char *entry = g_ptr_array_index(entries, i);
		g_autofree char *path = g_build_filename(folder, entry, NULL);
		g_autofree char *text = NULL;
		gsize length = 0;

		if (!g_str_has_suffix(entry, ".c"))
			continue;
		text = view_read(jobs->tree->view, path, &length, NULL);
		is_found = text && append_struct(text, tag, out);
		if (is_found)
			g_hash_table_add(reads, g_steal_pointer(&path));
	}
}

static char *text_for(const struct compile_jobs *jobs,
		      const struct compile_job *job, GHashTable *reads)
{
	GString *out = g_string_new("#ifndef __VMLINUX_H__\n"
				    "#define __VMLINUX_H__\n"
				    "#include <kernel_types.h>\n");
	gsize length = 0;
	g_autofree char *program =
		view_read(jobs->tree->view, job->source, &length, NULL);
	g_autoptr(GPtrArray) names =
		identifiers_of(program ? program : "", length);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (g_str_has_prefix(name, CONTEXT_PREFIX))
			append_context(jobs, name, reads, out);
	}
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);

		if (g_ascii_islower(*name))
			g_string_append_printf(out, "#undef %s\n", name);
	}
	g_string_append(out, "#endif\n");
	return g_string_free(out, FALSE);
}

void bpf_types_add(const struct compile_jobs *jobs,
		   const struct compile_job *job, guint target,
		   GPtrArray *arguments, GHashTable *reads)
{
	const char *folder =
		g_array_index(jobs->targets, struct compile_target, target)
			.folder;
	g_autofree char *text = text_for(jobs, job, reads);
	g_autofree char *key =
		g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
	g_autofree char *own =
		g_strdup_printf("%s/local/bpf/%.16s", folder, key);

	if (folder_write(NULL, own, "vmlinux.h", text))
		g_ptr_array_add(arguments, g_strconcat("-I", own, NULL));
}
