// SPDX-License-Identifier: GPL-2.0-only
#include "name_set.h"

#include <string.h>

#include "lexer.h"

bool name_set_has(GHashTable *names, const char *start, gsize length)
{
	char name[NAME_SET_LIMIT];

	if (length >= sizeof(name))
		return false;
	memcpy(name, start, length);
	name[length] = '\0';
	return g_hash_table_contains(names, name);
}

bool name_set_has_token(GHashTable *names, const struct lex_token *token)
{
	g_autofree char *text = NULL;

	if (token->kind != LEX_IDENTIFIER)
		return false;
	if (!token->is_odd)
		return name_set_has(names, token->start, token->length);
	text = lex_token_text(token);
	return g_hash_table_contains(names, text);
}
