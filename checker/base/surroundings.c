// SPDX-License-Identifier: GPL-2.0-only
#include "base/surroundings.h"

#include <glib.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/session.h"

/*
 * What libclang has from most systems (19.1); with a quarter of a MiB it gets
 * through headers of 6.12.
 */
#define STACK_WANTED ((rlim_t)8 << 20)
#define STACK_NEEDED ((rlim_t)256 << 10)

bool surroundings_prepare(struct session *session)
{
	struct rlimit stack;

	/* Else waitpid() has no child to tell of. */
	signal(SIGCHLD, SIG_DFL);
	if (getrlimit(RLIMIT_STACK, &stack) != 0 ||
	    stack.rlim_cur == RLIM_INFINITY || stack.rlim_cur >= STACK_WANTED)
		return true;
	stack.rlim_cur = MIN(stack.rlim_max, STACK_WANTED);
	setrlimit(RLIMIT_STACK, &stack);
	if (stack.rlim_cur >= STACK_NEEDED)
		return true;
	session_problem(session, "start", NULL, 0,
			"the stack may have %lu KiB; it takes %lu KiB or more "
			"('ulimit -s')",
			(unsigned long)(stack.rlim_cur >> 10),
			(unsigned long)(STACK_NEEDED >> 10));
	return false;
}
