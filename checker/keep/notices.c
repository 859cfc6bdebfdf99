// SPDX-License-Identifier: GPL-2.0-only
/* Notices as a GVariant that may rest on disk. */
#include "notices.h"

#include "base/session.h"

GVariant *notices_pack(const struct session *session, guint since)
{
	GVariantBuilder list;

	for (guint i = since; i < session->problems->len; i++) {
		if (g_array_index(session->problems, struct problem, i)
			    .weight != PROBLEM_NOTED)
			return NULL;
	}
	g_variant_builder_init(&list, G_VARIANT_TYPE(NOTICES_TYPE));
	for (guint i = since; i < session->problems->len; i++) {
		const struct problem *one =
			&g_array_index(session->problems, struct problem, i);

		g_variant_builder_add(&list, "(^ay^ayu^ay)", one->stage,
				      one->path, (guint32)one->line, one->text);
	}
	return g_variant_builder_end(&list);
}

void notices_tell(GVariant *notices, struct session *session)
{
	const char *stage, *path, *text;
	GVariantIter iter;
	guint32 line;

	g_variant_iter_init(&iter, notices);
	while (g_variant_iter_next(&iter, "(^&ay^&ayu^&ay)", &stage, &path,
				   &line, &text))
		session_notice(session, stage, path, line, "%s", text);
}
