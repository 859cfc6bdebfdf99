/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of a SARIF log; private to output/. */
#ifndef VMALINT_OUTPUT_FORMAT_SARIF_H
#define VMALINT_OUTPUT_FORMAT_SARIF_H

#include <glib.h>
#include <jansson.h>

#include "output/formats.h"

struct finding;
struct place;
struct source;

/* What the parts share. */
struct sarif {
	const struct output_subject *subject;
	char *prefix;		    /* from the repository to the tree */
	struct source *source;	    /* for findings, in their order */
	struct source *edit_source; /* for edits, so as not to disturb */
	GString *out;
	guint nr_left_out; /* findings beyond GitHub's limit */
};

/* "tool": the program, with all rules and kinds of notifications. */
void sarif_append_tool(struct sarif *sarif);

/* "invocations": whether the run is complete, and what was not seen. */
void sarif_append_invocations(struct sarif *sarif);

/* One entry of "results". */
void sarif_append_result(struct sarif *sarif, const struct finding *finding);

/* A message; text is plain words, which SARIF reads as a little language. */
void sarif_set_message(json_t *object, const char *name, const char *text);

/* The plain words as they have to stand in a message. Free with g_free(). */
char *sarif_escape(const char *text);

/* "artifactLocation" for a path of the tree. */
void sarif_set_artifact(const struct sarif *sarif, json_t *object,
			const char *path);

#endif
