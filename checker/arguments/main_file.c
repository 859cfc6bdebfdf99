// SPDX-License-Identifier: GPL-2.0-only
/* Which file of a job the parser begins with. */
#include "arguments.h"
#include "parts.h"

const char *compile_main_file(const struct compile_job *job)
{
	return job->user ? job->user : job->source;
}
