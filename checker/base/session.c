// SPDX-License-Identifier: GPL-2.0-only
/* The session: strings of the run and the list of problems. */
#include "base/session.h"

#include <stdarg.h>

void session_init(struct session *session)
{
	session->strings = g_string_chunk_new(4096);
	session->problems = g_array_new(FALSE, TRUE, sizeof(struct problem));
	session->reads = session->writes = NULL;
	session->ended_by = 0;
}

void session_release(struct session *session)
{
	g_array_free(session->problems, TRUE);
	g_string_chunk_free(session->strings);
	session->problems = NULL;
	session->strings = NULL;
}

const char *session_string(struct session *session, const char *text)
{
	return g_string_chunk_insert_const(session->strings, text ? text : "");
}

void session_note_read(struct session *session, const char *path)
{
	if (session && session->reads)
		g_hash_table_add(session->reads, g_strdup(path));
}

void session_note_write(struct session *session, const char *path)
{
	if (session && session->writes)
		g_hash_table_add(session->writes, g_strdup(path));
}

bool session_has_written(const struct session *session, const char *path)
{
	return session && session->writes &&
	       g_hash_table_contains(session->writes, path);
}

static void G_GNUC_PRINTF(3, 0) record(struct session *session,
				       const struct problem *where,
				       const char *format, va_list args)
{
	g_autofree char *text = NULL;
	struct problem problem;

	if (!session)
		return;
	text = g_strdup_vprintf(format, args);
	problem = (struct problem){
		.stage = session_string(session, where->stage),
		.path = session_string(session, where->path),
		.line = where->line,
		.text = session_string(session, text),
		.weight = where->weight,
	};

	g_array_append_val(session->problems, problem);
}

void session_problem(struct session *session, const char *stage,
		     const char *path, unsigned int line, const char *format,
		     ...)
{
	struct problem where = {
		.stage = stage,
		.path = path,
		.line = line,
		.weight = PROBLEM_INCOMPLETE,
	};
	va_list args;

	va_start(args, format);
	record(session, &where, format, args);
	va_end(args);
}

void session_notice(struct session *session, const char *stage,
		    const char *path, unsigned int line, const char *format,
		    ...)
{
	struct problem where = {
		.stage = stage,
		.path = path,
		.line = line,
		.weight = PROBLEM_NOTED,
	};
	va_list args;

	va_start(args, format);
	record(session, &where, format, args);
	va_end(args);
}

bool session_is_incomplete(const struct session *session)
{
	for (guint i = 0; i < session->problems->len; i++) {
		if (g_array_index(session->problems, struct problem, i)
			    .weight == PROBLEM_INCOMPLETE)
			return true;
	}
	return false;
}
