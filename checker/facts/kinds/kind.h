/* SPDX-License-Identifier: GPL-2.0-only */
/* Parts of the inference of kinds; private to facts/. */
#ifndef VMALINT_FACTS_KINDS_KIND_H
#define VMALINT_FACTS_KINDS_KIND_H

#include "facts/facts.h"

/* What a variable, parameter, field or function of the unit holds. */
struct kind_inference {
	struct unit_facts *facts;
	GArray *symbols; /* struct kind of each symbol, from its sources */
	GArray *votes;	 /* guint8 enum flag_kind: what its uses make of it */
};

/* A kind without any evidence or value. */
struct kind kind_of_nothing(enum flag_kind kind);

/* A mask or constant whose value is known. */
struct kind kind_of_value(enum flag_kind kind, guint64 value);

/* What all of several sources of one place make of it. */
struct kind kind_join(const struct kind *a, const struct kind *b);

/* By name, declaration and type alone; see names.c. */
struct kind kind_by_type(const struct unit_facts *facts, guint32 type);
struct kind kind_by_origin(const struct unit_facts *facts,
			   const struct node *node);
struct kind kind_of_enumerator(const struct unit_facts *facts,
			       const struct symbol *symbol);
struct kind kind_by_field(const struct unit_facts *facts,
			  const struct symbol *field);
struct kind kind_by_result(const struct unit_facts *facts,
			   const struct symbol *function);
/* Of the nr-th parameter as the declaration has it. */
struct kind kind_by_parameter(const struct unit_facts *facts,
			      const struct symbol *function, guint nr);

/* The value of an operation at a width; see fold.c. */
guint64 fold_to_width(guint64 value, guint bits, bool is_signed);
bool fold_binary(enum node_op op, guint64 left, guint64 right, guint bits,
		 guint64 *ret_value);
guint64 fold_low_bits(guint bits);

/* Bottom-up through the operators; see infer.c. */
struct kind kind_infer(const struct kind_inference *inference, guint32 index);

/* What flows into which symbol; an owned array. See sources.c. */
struct kind_source {
	guint32 symbol;
	guint32 node;	/* its kind is the source; 0: of no known kind */
	bool is_change; /* by |= and the like: adds to what is there */
};
GArray *kind_sources(const struct unit_facts *facts);

/* Fills in inference->symbols and facts->kinds; see flow.c. */
void kind_flow(struct kind_inference *inference);

/* How parameters are used, where nothing else says it; see votes.c. */
void kind_votes(struct kind_inference *inference);

/* Finds the uses that rules judge; see uses.c. */
void kind_uses(const struct kind_inference *inference);

/* What a slot of a type or a place wants; KIND_UNKNOWN if anything goes. */
struct kind kind_wanted_by_argument(const struct kind_inference *inference,
				    guint32 call, guint nr);
struct kind kind_wanted_by_place(const struct kind_inference *inference,
				 guint32 place);

/* All of it, in order. */
void kinds_find(struct unit_facts *facts);

/* True for test_bit() and its relatives, whatever stands before the name. */
bool is_bit_operation(const char *name);

#endif
