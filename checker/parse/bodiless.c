// SPDX-License-Identifier: GPL-2.0-only
/*
 * Follows #include through the folders of -I, under every condition, and keeps
 * what it has read for the next file. To miss a header only costs time.
 */
#include "bodiless.h"

#include <stdbool.h>
#include <string.h>

#include "base/stamp.h"
#include "base/view.h"
#include "text/blank.h"
#include "text/directive.h"

/* Tables of registers: long, and without functions. Bytes. */
enum { SIZE_LIMIT = 1 << 20 };

struct bodiless_headers {
	const struct view *view;
	GHashTable *headers; /* path, owned -> struct header *, owned */
};

/* A file that was looked for. */
struct header {
	const char *path;   /* key of the table */
	struct stamp stamp; /* size is -1 if there is none */
	char *text;	    /* without bodies; NULL: it has none */
	GPtrArray *names;   /* char *: see included_names() */
};

/* One search. */
struct bodiless_search {
	struct bodiless_headers *bodiless;
	const struct bodiless_request *request;
	GPtrArray *folders; /* const char *: of -I */
	GPtrArray *queue;   /* struct header * */
	GHashTable *seen;   /* struct header * */
};

static void header_clear(struct header *header)
{
	g_clear_pointer(&header->text, g_free);
	g_clear_pointer(&header->names, g_ptr_array_unref);
}

static void header_free(gpointer data)
{
	header_clear(data);
	g_free(data);
}

struct bodiless_headers *bodiless_headers_new(const struct view *view)
{
	struct bodiless_headers *bodiless = g_new0(struct bodiless_headers, 1);

	bodiless->view = view;
	bodiless->headers = g_hash_table_new_full(g_str_hash, g_str_equal,
						  g_free, header_free);
	return bodiless;
}

void bodiless_headers_free(struct bodiless_headers *bodiless)
{
	if (!bodiless)
		return;
	g_hash_table_destroy(bodiless->headers);
	g_free(bodiless);
}

/* The names in the #include lines of a text, each behind its quote; owned. */
static GPtrArray *included_names(const char *text, gsize length)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	struct directive_reader reader;
	struct include include;

	directive_reader_init(&reader, text, length);
	while (include_next(&reader, &include)) {
		const char *quote = include.form == INCLUDE_QUOTED ? "\"" : "<";

		if (include.form != INCLUDE_MACRO)
			g_ptr_array_add(names,
					g_strconcat(quote, include.name, NULL));
		g_free(include.name);
	}
	return names;
}

/* Reads a file anew; one that may be changing is left to the parser. */
static void header_read(const struct bodiless_headers *bodiless,
			struct header *header)
{
	g_autofree char *text = NULL;
	gsize length = 0;
	struct stamp now;
	bool is_given = bodiless->view &&
			view_knows(bodiless->view, header->path);

	header_clear(header);
	header->names = included_names("", 0);
	if (!is_given &&
	    (header->stamp.size < 0 || header->stamp.size > SIZE_LIMIT ||
	     !stamp_is_before(&header->stamp, stamp_now_ns())))
		return;
	text = view_read(bodiless->view, header->path, &length, NULL);
	now = stamp_of(header->path);
	if (!text || !stamp_is_same(&now, &header->stamp))
		return;
	g_ptr_array_unref(header->names);
	header->names = included_names(text, length);
	if (blank_bodies(text, length) == 0 || is_given ||
	    length != (gsize)header->stamp.size)
		return;
	header->text = g_steal_pointer(&text);
}

/* A file by its path, which is taken; NULL: there is none. */
static struct header *header_at(const struct bodiless_headers *bodiless,
				char *path)
{
	struct header *header = g_hash_table_lookup(bodiless->headers, path);

	if (header) {
		g_free(path);
		return header->names ? header : NULL;
	}
	header = g_new0(struct header, 1);
	header->path = path;
	header->stamp = stamp_of(path);
	g_hash_table_insert(bodiless->headers, path, header);
	if (bodiless->view && view_knows(bodiless->view, path) ?
		    view_text(bodiless->view, path) != NULL :
		    header->stamp.size >= 0)
		header_read(bodiless, header);
	return header->names ? header : NULL;
}

static bool is_closed(const struct bodiless_search *search, const char *path)
{
	return search->request->closed &&
	       g_hash_table_contains((GHashTable *)search->request->closed,
				     path);
}

/* Puts a file in line, unless there is none of that path, which is taken. */
static bool push(struct bodiless_search *search, char *path)
{
	struct header *header;
	bool is_known;

	if (is_closed(search, path)) {
		g_free(path);
		return true;
	}
	header = header_at(search->bodiless, path);
	is_known = header && !g_hash_table_add(search->seen, header);
	if (header && !is_known)
		g_ptr_array_add(search->queue, header);
	return header != NULL;
}

/* A path that the parser would open for a name in a folder; owned. */
static char *path_in(const char *folder, const char *name)
{
	char *path = g_build_filename(folder, name, NULL);
	char *canonical;

	if (!strstr(path, "/.") && g_path_is_absolute(path))
		return path;
	canonical = g_canonicalize_filename(path, NULL);
	g_free(path);
	return canonical;
}

/* name begins with the quote that it had; folder is of who names it. */
static void push_name(struct bodiless_search *search, const char *name,
		      const char *folder)
{
	if (*name == '"' && folder && push(search, path_in(folder, name + 1)))
		return;
	for (guint i = 0; i < search->folders->len; i++) {
		if (push(search, path_in(g_ptr_array_index(search->folders, i),
					 name + 1)))
			return;
	}
}

static void push_names(struct bodiless_search *search, const GPtrArray *names,
		       const char *folder)
{
	for (guint i = 0; i < names->len; i++)
		push_name(search, g_ptr_array_index(names, i), folder);
}

/* "-Ifolder" or "-I" "folder", and the same for others. */
static const char *value_of(const GPtrArray *arguments, guint i,
			    const char *option)
{
	const char *word = g_ptr_array_index(arguments, i);

	if (!g_str_has_prefix(word, option))
		return NULL;
	if (word[strlen(option)] != '\0')
		return word + strlen(option);
	return i + 1 < arguments->len ? g_ptr_array_index(arguments, i + 1) :
					NULL;
}

static void read_arguments(struct bodiless_search *search)
{
	const GPtrArray *arguments = search->request->arguments;

	for (guint i = 0; arguments && i < arguments->len; i++) {
		const char *folder = value_of(arguments, i, "-I");

		if (!folder)
			folder = value_of(arguments, i, "-isystem");
		if (folder)
			g_ptr_array_add(search->folders, (gpointer)folder);
	}
	for (guint i = 0; arguments && i + 1 < arguments->len; i++) {
		if (g_str_equal(g_ptr_array_index(arguments, i), "-include"))
			push(search,
			     path_in("", g_ptr_array_index(arguments, i + 1)));
	}
}

static void read_text(struct bodiless_search *search)
{
	const char *text = search->request->text;
	g_autoptr(GPtrArray) names = text ? included_names(text, strlen(text)) :
					    NULL;

	if (!names)
		return;
	push_names(search, names, NULL);
}

/* Takes the next file in line: reads it if it is another one by now. */
static void follow(struct bodiless_search *search, struct header *header)
{
	const struct stamp now = stamp_of(header->path);
	g_autofree char *folder = g_path_get_dirname(header->path);

	if (!stamp_is_same(&now, &header->stamp)) {
		header->stamp = now;
		header_read(search->bodiless, header);
	}
	push_names(search, header->names, folder);
}

static GArray *collect(const struct bodiless_search *search)
{
	GArray *found =
		g_array_new(FALSE, FALSE, sizeof(struct bodiless_header));

	for (guint i = 0; i < search->queue->len; i++) {
		const struct header *header =
			g_ptr_array_index(search->queue, i);
		struct bodiless_header bodiless = {
			.path = header->path,
			.text = header->text,
			.length = (gsize)header->stamp.size,
			.stamp = header->stamp,
		};

		if (header->text && g_str_has_suffix(header->path, ".h"))
			g_array_append_val(found, bodiless);
	}
	return found;
}

GArray *bodiless_headers_find(struct bodiless_headers *bodiless,
			      const struct bodiless_request *request)
{
	struct bodiless_search search = {
		.bodiless = bodiless,
		.request = request,
		.folders = g_ptr_array_new(),
		.queue = g_ptr_array_new(),
		.seen = g_hash_table_new(NULL, NULL),
	};
	GArray *found;

	read_arguments(&search);
	read_text(&search);
	if (request->source)
		push(&search, path_in("", request->source));
	for (guint i = 0; i < search.queue->len; i++)
		follow(&search, g_ptr_array_index(search.queue, i));
	found = collect(&search);
	g_ptr_array_free(search.folders, TRUE);
	g_ptr_array_free(search.queue, TRUE);
	g_hash_table_destroy(search.seen);
	return found;
}
