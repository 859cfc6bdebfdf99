/* SPDX-License-Identifier: GPL-2.0-only */
/* The second half of facts_derive(). */
#ifndef VMALINT_FACTS_EVENTS_H
#define VMALINT_FACTS_EVENTS_H

struct unit_facts;

/* Fills facts->events; needs parents and sources. */
void events_find(struct unit_facts *facts);

#endif
