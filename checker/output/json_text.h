/* SPDX-License-Identifier: GPL-2.0-only */
/* JSON with what need not be UTF-8 made so; private to output/. */
#ifndef VMALINT_OUTPUT_JSON_TEXT_H
#define VMALINT_OUTPUT_JSON_TEXT_H

#include <glib.h>
#include <jansson.h>

/* A source need not be UTF-8, JSON must be: bad bytes become U+FFFD. */
void object_set_text(json_t *object, const char *name, const char *text);

void object_set_number(json_t *object, const char *name, gint64 number);

/* To the millisecond. */
void object_set_seconds(json_t *object, const char *name, double seconds);

/* A new object as a member of another, which owns it. */
json_t *object_add(json_t *object, const char *name);

/* A new list as a member of an object, which owns it. */
json_t *object_add_list(json_t *object, const char *name);

/* A new object at the end of a list, which owns it. */
json_t *list_add(json_t *list);

/* A text at the end of a list, with bad bytes made good as well. */
void list_add_text(json_t *list, const char *text);

/* Appends an object in one line. */
void object_append(GString *out, const json_t *object);

/*
 * Appends JSON, in which "##[" is written in another way: GitHub's runner would
 * take it in a log for the start of a command.
 */
void text_append_defused(GString *out, const char *text);

/* Between the entries of a list; each stands on a line of its own. */
void list_append_separator(GString *out, guint index);

#endif
