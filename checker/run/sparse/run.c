// SPDX-License-Identifier: GPL-2.0-only
/* Starts sparse on one unit and collects what it writes. */
#include "run.h"

#include <glib.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "sparse.h"

/* Only the typed checks: the rest is not about flags. */
static const char *const fixed[] = { "-Wno-all", "-Wbitwise" };

/* A hang costs the caller its time limit; the child must not outlive it. */
static void die_with_caller(gpointer unused)
{
	(void)unused;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
}

static GPtrArray *command_line(const struct sparse_request *request)
{
	GPtrArray *words = g_ptr_array_new();

	g_ptr_array_add(words, (gpointer)request->program);
	for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++)
		g_ptr_array_add(words, (gpointer)fixed[i]);
	for (guint i = 0; i < request->arguments->len; i++)
		g_ptr_array_add(words,
				g_ptr_array_index(request->arguments, i));
	g_ptr_array_add(words, (gpointer)request->source);
	g_ptr_array_add(words, NULL);
	return words;
}

char *sparse_output(const struct sparse_request *request, char **ret_reason)
{
	g_autoptr(GPtrArray) words = command_line(request);
	g_autoptr(GError) error = NULL;
	char *output = NULL;
	int status = 0;

	if (!g_spawn_sync(NULL, (char **)words->pdata, NULL,
			  G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
			  die_with_caller, NULL, NULL, &output, &status,
			  &error)) {
		*ret_reason = g_strdup(error->message);
		return NULL;
	}
	if (WIFSIGNALED(status)) {
		*ret_reason = g_strdup_printf("killed by signal %d",
					      WTERMSIG(status));
		g_free(output);
		return NULL;
	}
	return output;
}
