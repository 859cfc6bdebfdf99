// SPDX-License-Identifier: GPL-2.0-only
/* Texts and stamps in and out of prepared statements. */
#include "statements.h"

#include <glib.h>
#include <string.h>

#include "base/stamp.h"

sqlite3_stmt *statement_prepare(sqlite3 *database, const char *query)
{
	sqlite3_stmt *statement = NULL;

	sqlite3_prepare_v2(database, query, -1, &statement, NULL);
	return statement;
}

void statement_bind_text(sqlite3_stmt *statement, int parameter,
			 const char *text)
{
	sqlite3_bind_blob(statement, parameter, text, (int)strlen(text), NULL);
}

void statement_bind_stamp(sqlite3_stmt *statement, int first,
			  const struct stamp *stamp)
{
	sqlite3_bind_int64(statement, first, stamp->size);
	sqlite3_bind_int64(statement, first + 1, stamp->modified_ns);
	sqlite3_bind_int64(statement, first + 2, stamp->changed_ns);
	sqlite3_bind_int64(statement, first + 3, (gint64)stamp->inode);
}

char *statement_text(sqlite3_stmt *row, int column)
{
	const char *bytes = sqlite3_column_blob(row, column);

	return g_strndup(bytes ? bytes : "",
			 (gsize)sqlite3_column_bytes(row, column));
}

void statement_stamp(sqlite3_stmt *row, int first, struct stamp *ret_stamp)
{
	ret_stamp->size = sqlite3_column_int64(row, first);
	ret_stamp->modified_ns = sqlite3_column_int64(row, first + 1);
	ret_stamp->changed_ns = sqlite3_column_int64(row, first + 2);
	ret_stamp->inode = (guint64)sqlite3_column_int64(row, first + 3);
}
