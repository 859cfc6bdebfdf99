/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Code of C as a tree, before any macro is expanded: what people keep in step
 * is what they read. Private to mirror/.
 */
#ifndef VMALINT_MIRROR_TERM_H
#define VMALINT_MIRROR_TERM_H

#include <glib.h>
#include <stdbool.h>

struct word;

enum term_kind {
	/* expressions; text is the operator of most */
	TERM_NAME,
	TERM_NUMBER,
	TERM_LITERAL,	 /* a string or a character */
	TERM_CALL,	 /* children: callee, arguments */
	TERM_INDEX,	 /* children: array, index */
	TERM_MEMBER,	 /* text: the member; child: what has it, no pointer */
	TERM_UNARY,	 /* "*", "&", "!", "++" and "--" before; child */
	TERM_AFTER,	 /* "++" and "--" behind; child */
	TERM_BINARY,	 /* children: left, right */
	TERM_ASSIGN,	 /* children: left, right */
	TERM_CONDITION,	 /* children: condition, then, otherwise */
	TERM_CAST,	 /* text: the type; child */
	TERM_COMPOUND,	 /* text: the type; child: a TERM_LIST */
	TERM_LIST,	 /* children: initialisers */
	TERM_DESIGNATED, /* text: ".member" or "[]"; child: the value */
	TERM_TYPE,	 /* text: the type */
	TERM_SIZE,	 /* child */
	TERM_STATEMENTS, /* ({ }); child: a TERM_BLOCK */
	/* statements; an expression is one, too */
	TERM_BLOCK,
	TERM_VARIABLE, /* text: the name; type; child: initialiser, if any */
	TERM_IF,       /* children: condition, then[, otherwise] */
	TERM_LOOP,     /* text: "for", "while", "do" or ""; children */
	TERM_SWITCH,   /* children: value, body */
	TERM_CASE,     /* text: "case" or "default"; children: values */
	TERM_RETURN,   /* child, if any */
	TERM_JUMP,     /* text: "break", "continue", or a label's name */
	TERM_LABEL,    /* text */
	TERM_NOTHING,  /* an expression that is left out */
	/* what is not understood: children are its words */
	TERM_WORDS,
};

/* Belongs to the terms that it was made of. */
struct term {
	enum term_kind kind;
	const char *text;    /* "" if the kind has none */
	const char *type;    /* of a variable, with its stars; or "" */
	const char *known;   /* what tells it from others, if not the text */
	GPtrArray *children; /* struct term * */
	guint32 line, column;
};

/* Owns terms and their texts. */
struct terms;

struct terms *terms_new(void);
void terms_free(struct terms *terms);

/* The terms' own copy of a text. */
const char *terms_text(struct terms *terms, const char *text);

/* How many there are. */
guint terms_number(const struct terms *terms);

/* A new term at the place of another one, or nowhere: NULL. */
struct term *term_new(struct terms *terms, enum term_kind kind,
		      const char *text, const struct term *at);
void term_add(struct term *term, struct term *child);
struct term *term_child(const struct term *term, guint nr);

/* With all that is in it. */
struct term *term_copy(struct terms *terms, const struct term *term);

/* True if it is a name, this one. */
bool term_is_name(const struct term *term, const char *name);

/* The name that is called; "" of other terms. */
const char *term_callee(const struct term *term);

/* Never NULL: what is no expression, or no body, becomes TERM_WORDS. */
struct term *term_read_expression(struct terms *terms, const struct word *words,
				  guint nr);
/* What is between the braces of a body, as a TERM_BLOCK. */
struct term *term_read_body(struct terms *terms, const struct word *words,
			    guint nr);

/* The type that words tell, in one spelling: "const struct file *". Owned. */
char *type_text(const struct word *words, guint nr);

/* True if a word begins a type, whatever the typedefs are. */
bool type_begins(const char *word);

/* As it would be written, on one line; owned. */
char *term_write(const struct term *term);

/* What decides whether two terms are alike; owned. */
char *term_key(const struct term *term);

#endif
