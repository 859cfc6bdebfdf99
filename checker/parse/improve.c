// SPDX-License-Identifier: GPL-2.0-only
#include "improve.h"

#include <string.h>

#include "arguments/arguments.h"
#include "arguments/generated_includes.h"
#include "clang_handles.h"
#include "select/select.h"

/*
 * The quoted name in a diagnostic such as "'NAME' file not found" (libclang 14
 * to 19), between two texts; owned, or NULL if it says something else.
 */
static char *name_in(CXDiagnostic diagnostic, const char *before,
		     const char *behind)
{
	AUTO_RELEASE(string)
	CXString text = clang_getDiagnosticSpelling(diagnostic);
	const char *message = clang_getCString(text);
	const char *end;

	if (!g_str_has_prefix(message, before))
		return NULL;
	message += strlen(before);
	end = strstr(message, behind);
	return end ? g_strndup(message, (gsize)(end - message)) : NULL;
}

/* Adds an argument that is not there yet; takes it. */
static bool add_new(GPtrArray *arguments, char *argument)
{
	if (argument && !g_ptr_array_find_with_equal_func(arguments, argument,
							  g_str_equal, NULL)) {
		g_ptr_array_add(arguments, argument);
		return true;
	}
	g_free(argument);
	return false;
}

/*
 * A build makes the header that is missing, or finds it by a folder that its
 * Makefile names. True if the next parse finds it.
 */
static bool add_include(const struct improvement *improvement,
			CXDiagnostic diagnostic, GPtrArray *arguments)
{
	g_autofree char *name = name_in(diagnostic, "'", "' file not found");
	g_autofree char *made =
		name ? compile_make_include(improvement->jobs, improvement->job,
					    improvement->target, name,
					    improvement->reads) :
		       NULL;
	g_autofree char *folder = NULL;

	if (made) {
		/* There may be other headers in that folder. */
		add_new(arguments, g_strconcat("-I", made, NULL));
		return true;
	}
	if (name)
		folder = compile_find_include(improvement->jobs,
					      improvement->job, name);
	return folder && add_new(arguments, g_strconcat("-I", folder, NULL));
}

/* The first macro that was made up has this value, the next one more .. */
enum { FIRST_VALUE = 0x5000 };

static bool is_given(const GPtrArray *arguments, const char *prefix)
{
	for (guint i = 0; i < arguments->len; i++) {
		if (g_str_has_prefix(g_ptr_array_index(arguments, i), prefix))
			return true;
	}
	return false;
}

/* As constants are spelled: MAX, MAX_2, FIX_14_disable; what begins so. */
static bool looks_like_constant(const char *name)
{
	const gsize nr = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

	return !g_ascii_isdigit(*name) &&
	       (!name[nr] || (nr > 1 && name[nr - 1] == '_'));
}

/*
 * A constant that only a build generates gets a value of its own, so that the
 * code around it can be read; flag names never do.
 */
static bool add_constant(const struct compile_jobs *jobs,
			 CXDiagnostic diagnostic, GPtrArray *arguments)
{
	g_autofree char *name =
		name_in(diagnostic, "use of undeclared identifier '", "'");
	g_autofree char *prefix = NULL;

	if (!name || !looks_like_constant(name) ||
	    tree_has_name(jobs->tree, name))
		return false;
	prefix = g_strdup_printf("-D%s=", name);
	if (is_given(arguments, prefix))
		return false;
	g_ptr_array_add(
		arguments,
		g_strdup_printf("%s%u", prefix, FIRST_VALUE + arguments->len));
	return true;
}

/* True if what a build would have put into a header may be what is missing. */
static bool lacks_a_header(const struct improvement *improvement)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, improvement->reads);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (compile_unknown_header(improvement->jobs,
					   improvement->target, path))
			return true;
	}
	return false;
}

bool improve_arguments(CXTranslationUnit unit,
		       const struct improvement *improvement,
		       GPtrArray *arguments)
{
	guint nr = clang_getNumDiagnostics(unit);
	const bool invents = improvement->invents_constants ||
			     lacks_a_header(improvement);
	bool is_new = false;

	for (guint i = 0; i < nr; i++) {
		AUTO_RELEASE(diagnostic)
		CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);

		is_new |= add_include(improvement, diagnostic, arguments);
		if (invents)
			is_new |= add_constant(improvement->jobs, diagnostic,
					       arguments);
	}
	return is_new;
}
