/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The code of one translation unit as plain data: what the parser saw, without
 * the parser's types. Nodes, types and symbols live in arrays of the unit and
 * refer to each other by index; index 0 is "none" in each of them.
 */
#ifndef VMALINT_FACTS_CODE_H
#define VMALINT_FACTS_CODE_H

#include <glib.h>
#include <stdbool.h>

struct unit_facts;

enum node_kind {
	NODE_NONE,
	/* expressions */
	NODE_CONSTANT,	  /* value; text is its spelling */
	NODE_TEXT,	  /* a string literal */
	NODE_NAME,	  /* symbol: variable, function or enumerator */
	NODE_MEMBER,	  /* symbol: the field; child: the owner */
	NODE_INDEX,	  /* children: array, index */
	NODE_UNARY,	  /* op; child */
	NODE_BINARY,	  /* op; children: left, right */
	NODE_ASSIGN,	  /* op; children: left, right */
	NODE_CONDITION,	  /* children: condition, then, otherwise */
	NODE_CALL,	  /* children: callee, arguments */
	NODE_CAST,	  /* child; NODE_IMPLICIT when not written */
	NODE_COMPOUND,	  /* compound literal; child: its initialiser */
	NODE_INITIALIZER, /* children: elements in order */
	NODE_DESIGNATED,  /* symbol: the field; child: its value */
	NODE_STATEMENTS,  /* ({ .. }); child: the block */
	NODE_OFFSET,	  /* offsetof; symbol: the last field named */
	NODE_SIZE,	  /* sizeof and the like: value; no operand */
	NODE_OPAQUE,	  /* anything else; children kept */
	/* statements */
	NODE_BLOCK,    /* children in order */
	NODE_VARIABLE, /* symbol: a local; child: its initialiser, if any */
	NODE_IF,       /* children: condition, then[, otherwise] */
	NODE_LOOP,     /* for, while, do; children in the order of the text */
	NODE_SWITCH,   /* children: value, body */
	NODE_CASE,     /* case and default, told by its text; children */
	NODE_RETURN,   /* child, if any */
	NODE_JUMP,     /* text: "break", "continue", or the label */
	NODE_LABEL,    /* text: its name; child: the statement */
	NODE_ASM,      /* children: operands; value: how many are outputs */
};

/* Operators, binary, assigning and unary; assignments use the plain one. */
enum node_op {
	OP_NONE, /* of NODE_ASSIGN: a plain store */
	OP_MUL,
	OP_DIV,
	OP_REM,
	OP_ADD,
	OP_SUB,
	OP_SHL,
	OP_SHR,
	OP_LT,
	OP_GT,
	OP_LE,
	OP_GE,
	OP_EQ,
	OP_NE,
	OP_AND,
	OP_XOR,
	OP_OR,
	OP_LOGICAL_AND,
	OP_LOGICAL_OR,
	OP_COMMA,
	OP_PRE_INC,
	OP_PRE_DEC,
	OP_POST_INC,
	OP_POST_DEC,
	OP_ADDRESS,
	OP_DEREFERENCE,
	OP_PLUS,
	OP_MINUS,
	OP_NOT,
	OP_LOGICAL_NOT,
	OP_OTHER,
};

enum node_flag {
	NODE_IMPLICIT = 1 << 0,	  /* not written in the source */
	NODE_FROM_MACRO = 1 << 1, /* spelled in the body of a macro */
	NODE_ARROW = 1 << 2,	  /* a member reached with -> */
	NODE_WHOLE_BODY = 1 << 3, /* a constant that is all of its origin */
};

/* A range of a file; columns in bytes; the end is exclusive. */
struct code_place {
	const char *path; /* relative to the tree, or absolute outside */
	guint32 line, column, end_line, end_column;
	guint32 offset, end_offset; /* bytes from the start of the file */
};

struct node {
	guint8 kind, op, flags;
	guint32 type;	     /* of an expression */
	guint32 symbol;	     /* see enum node_kind */
	guint32 first, next; /* first child; next sibling */
	gint64 value;
	const char *text;   /* of a constant, string, jump or label; or "" */
	const char *macro;  /* named in the file, its body spells it; or "" */
	const char *origin; /* of a constant: macro that spells it; or "" */
	const char *origin_path; /* the file that defines it; or "" */
	struct code_place at;	 /* where it is expanded */
};

enum type_class {
	TYPE_NONE,
	TYPE_VOID,
	TYPE_BOOL,
	TYPE_INTEGER,
	TYPE_ENUM,
	TYPE_FLOAT,
	TYPE_POINTER,
	TYPE_ARRAY,
	TYPE_RECORD,
	TYPE_FUNCTION,
	TYPE_OTHER,
};

struct type {
	guint8 class;
	bool is_signed, is_const, is_variadic;
	guint32 bits;	/* size of an arithmetic type or a bitmap; 0 unknown */
	guint32 target; /* pointee, element or result */
	guint32 parameters; /* of a function: first in unit parameters */
	guint32 nr_parameters;
	guint32 nr_elements;  /* of an array; 0 unknown */
	const char *spelling; /* with typedef names */
	const char *record;   /* tag of the structure; "" otherwise */
	const char *alias;    /* flag typedef along the sugar; or "" */
};

enum symbol_kind {
	SYMBOL_NONE,
	SYMBOL_LOCAL,
	SYMBOL_PARAMETER,
	SYMBOL_GLOBAL,
	SYMBOL_FUNCTION,
	SYMBOL_ENUMERATOR,
	SYMBOL_FIELD,
	SYMBOL_OTHER,
};

struct symbol {
	guint8 kind;
	bool is_static;
	bool is_broken; /* its type is not known: the compiler made one up */
	guint32 type;
	guint32 function;   /* of a function: its body in this unit, or 0 */
	guint32 parameters; /* of a function: first index in unit parameters */
	guint32 nr_parameters;
	gint64 value; /* of an enumerator */
	const char *name;
	const char *record; /* of a field: tag of the outermost structure */
	const char *wraps;  /* of a function: see lower_wrapped(); or "" */
	const char *path;   /* file that declares it */
	guint32 line, column;
};

/* A function with a body in the main file, or a file-scope initialiser. */
struct function {
	guint32 symbol;
	guint32 body;	    /* node */
	guint32 parameters; /* first index in unit parameter_symbols */
	guint32 nr_parameters;
	guint32 end; /* its nodes are body .. end - 1 */
	struct code_place at;
	bool has_errors;     /* the compiler complained inside of it */
	bool has_lost_paths; /* statements that decide where they go are lost */
};

/* True if an expression is a flag that is looked for, or a mask with one. */
typedef bool flag_wanted(const struct unit_facts *facts, guint32 index);

/*
 * The node in a value that is wanted, by its index; 0 if there is none. What
 * only is compared, tested or kept ("flags & VM_X") is no part of the value;
 * what a local variable was given before is.
 */
guint32 facts_find_flag(const struct unit_facts *facts, guint32 index,
			flag_wanted *is_wanted);

#endif
