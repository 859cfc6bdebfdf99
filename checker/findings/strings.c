// SPDX-License-Identifier: GPL-2.0-only
/* The strings of a report, each once. */
#include "findings.h"

const char *report_string(struct report *report, const char *text)
{
	return g_string_chunk_insert_const(report->strings, text ? text : "");
}
