// SPDX-License-Identifier: GPL-2.0-only
/*
 * Members by name, and which anonymous struct or union of the outermost level
 * has them: bindgen counts these from 1 and calls them __bindgen_anon_N.
 */
#include "vma_members.h"

#include <stdbool.h>

#include "condition.h"
#include "shadows.h"
#include "text/lexer.h"

struct member_reader {
	struct shadows *shadows;
	const char *path, *text;
	struct guards *guards;
	guint depth;	       /* of braces; 1 is that of the struct */
	guint nr_anonymous;    /* of the outermost level, so far */
	guint nr_optional;     /* of these: in some configurations alone */
	guint first;	       /* member of the brace that is open at depth 2 */
	struct lex_token last; /* the last word: that of a member */
};

static void add_member(struct member_reader *reader)
{
	const struct lex_token *name = &reader->last;
	struct vma_member member = { 0 };

	if (!name->start || name->kind != LEX_IDENTIFIER)
		return;
	member.name = g_string_chunk_insert_len(
		reader->shadows->strings, name->start, (gssize)name->length);
	member.guard = g_string_chunk_insert(
		reader->shadows->strings,
		guards_at(reader->guards, (gsize)(name->start - reader->text)));
	member.at.path = reader->path;
	member.at.line = name->line;
	member.at.column = text_column(reader->text, name->start);
	member.at.end_column = member.at.column + (guint32)name->length;
	g_array_append_val(reader->shadows->vma_members, member);
}

/* Those in an anonymous member are known once that has no name behind it. */
static void end_brace(struct member_reader *reader, bool is_anonymous,
		      bool is_optional)
{
	GArray *members = reader->shadows->vma_members;

	if (!is_anonymous) {
		/* What a struct with a name has is none of the VMA's. */
		g_array_set_size(members, reader->first);
		return;
	}
	reader->nr_anonymous++;
	reader->nr_optional += is_optional;
	for (guint i = reader->first; i < members->len; i++) {
		struct vma_member *member =
			&g_array_index(members, struct vma_member, i);

		member->anonymous = reader->nr_anonymous;
		member->nr_optional = reader->nr_optional - is_optional;
	}
}

static void read_struct(struct member_reader *reader, struct lexer *lexer)
{
	struct lex_token token, next;

	while (reader->depth > 0 && lexer_next(lexer, &token)) {
		if (token.in_directive)
			continue;
		if (lex_token_is(&token, "{")) {
			if (reader->depth++ == 1)
				reader->first =
					reader->shadows->vma_members->len;
		} else if (lex_token_is(&token, "}")) {
			struct lexer ahead = *lexer;

			if (--reader->depth != 1)
				continue;
			end_brace(reader,
				  lexer_next(&ahead, &next) &&
					  lex_token_is(&next, ";"),
				  *guards_at(reader->guards,
					     (gsize)(token.start -
						     reader->text)) != '\0');
			reader->last.start = NULL;
		} else if (lex_token_is(&token, ";")) {
			add_member(reader);
			reader->last.start = NULL;
		} else if (token.kind == LEX_IDENTIFIER) {
			reader->last = token;
		}
	}
}

void vma_members_read(struct shadows *shadows, const char *path,
		      const char *text, gsize length)
{
	struct member_reader reader = {
		.shadows = shadows,
		.path = path,
		.text = text,
		.guards = guards_new(text, length),
	};
	struct lex_token token, last = { 0 }, before = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, text, length);
	while (shadows->vma_members->len == 0 && lexer_next(&lexer, &token)) {
		if (lex_token_is(&token, "{") && last.start && before.start &&
		    lex_token_is(&last, "vm_area_struct") &&
		    lex_token_is(&before, "struct")) {
			reader.depth = 1;
			read_struct(&reader, &lexer);
		}
		before = last;
		last = token;
	}
	guards_free(reader.guards);
}
