/* SPDX-License-Identifier: GPL-2.0-only */
/* Documents against tables. Private to facts/shadows/. */
#ifndef VMALINT_FACTS_SHADOWS_DOCUMENT_FAULTS_H
#define VMALINT_FACTS_SHADOWS_DOCUMENT_FAULTS_H

#include <glib.h>

struct shadows;

/* How many letters a code has that smaps prints. */
enum { DOCUMENT_CODE = 2 };

/* Appends what is wrong with documents, struct table_fault. */
void document_faults(const struct shadows *shadows, GArray *ret_faults);

#endif
