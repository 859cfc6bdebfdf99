// SPDX-License-Identifier: GPL-2.0-only
/* Reads the header lists of Kbuild files as data. */
#include "kbuild_lists.h"

#include <glib.h>
#include <string.h>

#include "arguments/arch/arch.h"
#include "base/name.h"
#include "base/session.h"
#include "base/view.h"
#include "folder.h"
#include "list_file.h"
#include "select/select.h"

/* One half of the headers: the kernel's own, or those shared with userland. */
struct half {
	const char *arch_lists;	   /* below arch/NAME */
	const char *generic_lists; /* below the tree */
	const char *own;	   /* headers of the architecture */
	const char *generated;	   /* where wrappers go, below arch/NAME */
};

static const struct half halves[] = {
	{ "include/asm/Kbuild", "include/asm-generic/Kbuild", "include/asm",
	  "include/generated/asm" },
	{ "include/uapi/asm/Kbuild", "include/uapi/asm-generic/Kbuild",
	  "include/uapi/asm", "include/generated/uapi/asm" },
};

/* A list while it is read. */
struct list {
	struct session *session;
	const char *path;
	guint line;
	GPtrArray *names; /* char * */
};

/* What is listed is a file of one folder; by it nobody writes elsewhere. */
static void take_word(const struct list *list, const char *word)
{
	struct name name;

	if (!g_str_has_suffix(word, ".h"))
		return;
	if (name_read(word, NAME_PLAIN, &name))
		g_ptr_array_add(list->names, g_strdup(name.text));
	else
		session_problem(list->session, "compile", list->path,
				list->line, "'%s' is no name of a header",
				word);
}

/* Takes the words of a line, but for the first ones; false at a comment. */
static bool take_words(const struct list *list, const char *line,
		       guint nr_others)
{
	g_auto(GStrv) words = g_strsplit_set(line, " \t", -1);

	for (guint i = 0; words[i]; i++) {
		if (words[i][0] == '#')
			return false;
		if (i >= nr_others)
			take_word(list, words[i]);
	}
	return true;
}

/*
 * Appends the headers that `variable += ..` or `:= ..` lines of a Kbuild file
 * give.
 */
static void read_list(struct session *session, const char *path,
		      const char *text, const char *variable, GPtrArray *names)
{
	struct list list = { session, path, 0, names };
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	bool goes_on = false, is_listing = false;

	for (guint i = 0; lines[i]; i++) {
		char *line = lines[i];
		const bool is_first = !goes_on;

		list.line = i + 1;
		if (is_first)
			is_listing = g_str_has_prefix(line, variable);
		goes_on = g_str_has_suffix(line, "\\");
		if (goes_on)
			line[strlen(line) - 1] = '\0';
		is_listing = is_listing && take_words(&list, line, is_first);
	}
}

static char *generated_name(const struct half *half, const char *arch,
			    const char *header)
{
	return g_build_filename("arch", arch, half->generated, header, NULL);
}

static bool write_wrapper(struct session *session, const struct half *half,
			  const char *arch, const char *folder,
			  const char *header)
{
	g_autofree char *name = generated_name(half, arch, header);
	g_autofree char *text =
		g_strdup_printf("#include <asm-generic/%s>\n", header);

	return folder_write(session, folder, name, text);
}

/* What a script makes and we have no use for; others must find a file. */
static bool write_empty(struct session *session, const struct half *half,
			const char *arch, const char *folder,
			const char *header)
{
	g_autofree char *name = generated_name(half, arch, header);
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return session_has_written(session, path) ||
	       folder_write(session, folder, name, "");
}

static bool arch_has(struct session *session, const struct tree *tree,
		     const struct half *half, const char *arch,
		     const char *header)
{
	g_autofree char *path = g_build_filename(tree->root, "arch", arch,
						 half->own, header, NULL);

	session_note_read(session, path);
	return view_has_file(tree->view, path);
}

static bool is_listed(const GPtrArray *words, const char *header)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)words, header,
						g_str_equal, NULL);
}

/* No shared lists for um: it takes what all must have from its host. */
static bool write_half(struct session *session, const struct tree *tree,
		       const struct half *half, const char *arch,
		       const char *shared_lists, const char *folder)
{
	g_autofree char *own =
		g_build_filename("arch", arch, half->arch_lists, NULL);
	g_autofree char *text = list_file_read(session, tree, own);
	g_autofree char *shared =
		shared_lists ? list_file_read(session, tree, shared_lists) :
			       NULL;
	g_autoptr(GPtrArray) wrapped = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);

	read_list(session, own, text, "generic-y", wrapped);
	read_list(session, shared_lists, shared, "mandatory-y", wrapped);
	read_list(session, own, text, "generated-y", made);
	read_list(session, own, text, "syscall-y", made);
	for (guint i = 0; i < made->len; i++) {
		if (!write_empty(session, half, arch, folder,
				 g_ptr_array_index(made, i)))
			return false;
	}
	for (guint i = 0; i < wrapped->len; i++) {
		const char *header = g_ptr_array_index(wrapped, i);

		if (!arch_has(session, tree, half, arch, header) &&
		    !is_listed(made, header) &&
		    !write_wrapper(session, half, arch, folder, header))
			return false;
	}
	return true;
}

bool kbuild_lists_write(struct session *session, const struct tree *tree,
			const struct arch *arch, const char *folder)
{
	for (gsize i = 0; i < G_N_ELEMENTS(halves); i++) {
		const struct half *half = &halves[i];

		if (!write_half(session, tree, half, arch->folder,
				arch->host ? NULL : half->generic_lists,
				folder))
			return false;
		if (arch->host && !write_half(session, tree, half, arch->host,
					      half->generic_lists, folder))
			return false;
	}
	return true;
}
