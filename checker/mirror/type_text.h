/* SPDX-License-Identifier: GPL-2.0-only */
/* Words that types are made of. Private to mirror/. */
#ifndef VMALINT_MIRROR_TYPE_TEXT_H
#define VMALINT_MIRROR_TYPE_TEXT_H

#include <stdbool.h>

/* "__must_check", "inline", "static", ..: tells nothing of a type. */
bool word_is_attribute(const char *word);

/* "const", "volatile". */
bool word_is_qualifier(const char *word);

/* "struct", "union" or "enum". */
bool word_is_tag(const char *word);

/* "return", "if", ..: a word of C that begins a statement. */
bool word_is_keyword(const char *word);

#endif
