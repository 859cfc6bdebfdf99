/* SPDX-License-Identifier: GPL-2.0-only */
/* What the text of an error says; wording of clang 14 to 19. */
#ifndef VMALINT_PARSE_MESSAGE_H
#define VMALINT_PARSE_MESSAGE_H

#include <glib.h>
#include <stdbool.h>

/* True if it costs the asm statement that it is on, and no more. */
bool message_is_about_asm(const char *message);

/* True of two declarations of one name, where there should be one. */
bool message_is_about_clash(const char *message);

/* The header in "'NAME' file not found"; owned, or NULL. */
char *message_missing_header(const char *message);

/*
 * The identifier, member, type or tag that it is about: the first name in
 * quotes. Owned, "" if there is none.
 */
char *message_accused_name(const char *message);

#endif
