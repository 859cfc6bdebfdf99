// SPDX-License-Identifier: GPL-2.0-only
#include "message.h"

#include <string.h>

/*
 * Registers, constraints and immediates are right for the compiler and the
 * processor that the code was written for; clang knows others, and of a
 * stand-in target none (wording of clang 17 to 19). The C around the asm is
 * parsed all the same.
 */
bool message_is_about_asm(const char *message)
{
	static const char *const parts[] = {
		"unknown register name",
		"invalid output constraint",
		"invalid input constraint",
		"out of range for constraint",
		"' expects an integer constant expression",
		"unsupported inline asm",
		"in asm input for constraint",
		"in asm output for constraint",
		"unsuitable for global register variables",
		"does not match variable size",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (strstr(message, parts[i]))
			return true;
	}
	return false;
}

bool message_is_about_clash(const char *message)
{
	return strstr(message, "redefinition") || strstr(message, "redeclar") ||
	       strstr(message, "conflicting types") ||
	       strstr(message, "different kind of symbol");
}

char *message_missing_header(const char *message)
{
	const char *end = strstr(message, "' file not found");

	return *message == '\'' && end ?
		       g_strndup(message + 1, (gsize)(end - message - 1)) :
		       NULL;
}

char *message_accused_name(const char *message)
{
	static const char *const tags[] = { "struct ", "union ", "enum " };
	const char *quote = strchr(message, '\'');
	gsize length;

	if (!quote)
		return g_strdup("");
	quote++;
	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		if (g_str_has_prefix(quote, tags[i]))
			quote += strlen(tags[i]);
	}
	length = strcspn(quote, "'");
	for (gsize i = 0; i < length; i++) {
		if (!g_ascii_isalnum(quote[i]) && quote[i] != '_')
			return g_strdup("");
	}
	return g_strndup(quote, length);
}
