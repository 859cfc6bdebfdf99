// SPDX-License-Identifier: GPL-2.0-only
#include "bodiless_unsaved.h"

#include "arguments/arguments.h"
#include "base/asked.h"
#include "base/name.h"
#include "bodiless.h"
#include "clang_handles.h"
#include "select/select.h"

static void add_unsaved(const GArray *unsaved, GHashTable *paths)
{
	for (guint i = 0; i < unsaved->len; i++) {
		const struct CXUnsavedFile *file =
			&g_array_index(unsaved, struct CXUnsavedFile, i);

		g_hash_table_add(paths, (gpointer)file->Filename);
	}
}

static void add_headers(const struct compile_jobs *jobs, GHashTable *paths)
{
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (job->file->is_header)
			g_hash_table_add(paths, (gpointer)job->source);
	}
}

/* A module may lie in the tree, and the tree beside it. */
static bool is_of_module(const struct bodiless_request *request,
			 const char *path)
{
	return request->module && name_is_below(path, request->module) &&
	       !name_is_below(path, request->tree);
}

void bodiless_add_unsaved(struct bodiless_headers *bodiless,
			  const struct bodiless_request *request,
			  const struct compile_jobs *whole, GArray *unsaved)
{
	g_autoptr(GHashTable) except =
		g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GArray) found = NULL;
	struct asked *asked;

	if (!bodiless)
		return;
	add_unsaved(unsaved, except);
	if (whole)
		add_headers(whole, except);
	/* A search under every condition asks for more than matters. */
	asked = asked_record(NULL);
	found = bodiless_headers_find(bodiless, request);
	asked_record(asked);
	for (guint i = 0; i < found->len; i++) {
		const struct bodiless_header *header =
			&g_array_index(found, struct bodiless_header, i);
		struct CXUnsavedFile file = { header->path, header->text,
					      header->length };

		if (g_hash_table_contains(except, header->path) ||
		    is_of_module(request, header->path))
			continue;
		g_array_append_val(unsaved, file);
		if (asked)
			asked_note_read(asked, header->path, &header->stamp);
	}
}
