/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Values of prepared statements as the tables of files and of folders keep
 * them; private to keep/. Columns of a result count from 0, parameters from 1.
 */
#ifndef VMALINT_KEEP_STATEMENTS_H
#define VMALINT_KEEP_STATEMENTS_H

#include <sqlite3.h>

struct stamp;

/* To be finalized by the caller; NULL if the database does not take it. */
sqlite3_stmt *statement_prepare(sqlite3 *database, const char *query);

/* Paths are bytes: kept as a blob. The text must outlive the step. */
void statement_bind_text(sqlite3_stmt *statement, int parameter,
			 const char *text);

/* In four parameters: size, modified, changed, inode. */
void statement_bind_stamp(sqlite3_stmt *statement, int first,
			  const struct stamp *stamp);

/* A copy of a blob as text, owned; "" for NULL. */
char *statement_text(sqlite3_stmt *row, int column);

/* From four columns, in the order that they are bound in. */
void statement_stamp(sqlite3_stmt *row, int first, struct stamp *ret_stamp);

#endif
