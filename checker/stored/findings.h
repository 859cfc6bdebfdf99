/* SPDX-License-Identifier: GPL-2.0-only */
/* What a report lists; private to stored/. */
#ifndef VMALINT_STORED_FINDINGS_H
#define VMALINT_STORED_FINDINGS_H

#include <jansson.h>

struct members;
struct report;

/* Each adds what a list of the report holds, in its order. */
void stored_read_findings(struct members *at, const json_t *root,
			  struct report *report);
void stored_read_unseen(struct members *at, const json_t *root,
			struct report *report);

/* To the session. */
void stored_read_problems(struct members *at, const json_t *root);

#endif
