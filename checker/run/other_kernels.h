/* SPDX-License-Identifier: GPL-2.0-only */
/* What a module's file has for other kernels than the tree. */
#ifndef VMALINT_RUN_OTHER_KERNELS_H
#define VMALINT_RUN_OTHER_KERNELS_H

struct parse_attempt;
struct parse_outcome;
struct unit_facts;
struct unit_run;

/*
 * Notes in the facts of an attempt which relevant lines a test of the kernel
 * has chosen, and which stores and which lines that its outcome has lost are
 * for other kernels. After facts_derive(), of
 * a module's file alone.
 */
void other_kernels_note(const struct unit_run *run,
			const struct parse_attempt *attempt,
			const struct parse_outcome *outcome,
			struct unit_facts *facts);

#endif
