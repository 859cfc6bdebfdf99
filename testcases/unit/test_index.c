// SPDX-License-Identifier: GPL-2.0-only
/* What an index holds, and which tree it says that it stands for. */
#include <glib.h>
#include <string.h>

#include "change/git/cache_tree.h"
#include "change/git/index.h"

/* What an index is made of here. */
struct shape {
	guint32 version;
	gsize id_size;
	const char *const *names;
	const char *tree; /* of its extension TREE; '|' is a NUL, '#' an id */
	bool has_link;	  /* it is part of a split index */
};

static void add_number(GByteArray *bytes, guint32 number, gsize size)
{
	for (gsize i = size; i-- > 0;) {
		guint8 byte = (guint8)(number >> (8 * i));

		g_byte_array_append(bytes, &byte, 1);
	}
}

static void add_zeroes(GByteArray *bytes, gsize size)
{
	for (gsize i = 0; i < size; i++)
		add_number(bytes, 0, 1);
}

static void add_text(GByteArray *bytes, const char *text)
{
	g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
}

/* As git writes how much of the last name is dropped: here all of it. */
static void add_dropped(GByteArray *bytes, gsize dropped)
{
	if (dropped >= 128)
		add_number(bytes, 0x80 | (guint32)((dropped >> 7) - 1), 1);
	add_number(bytes, dropped & 0x7f, 1);
}

static void add_entry(GByteArray *bytes, const struct shape *shape,
		      const char *last, const char *name)
{
	const guint start = bytes->len;
	const gsize length = MIN(strlen(name), 0xfff);
	const bool is_long = shape->version == 3;

	add_zeroes(bytes, 40 + shape->id_size);
	add_number(bytes, (guint32)length | (is_long ? 0x4000 : 0), 2);
	if (is_long)
		add_number(bytes, 0x2000, 2);
	if (shape->version == 4)
		add_dropped(bytes, strlen(last));
	add_text(bytes, name);
	if (shape->version == 4)
		add_zeroes(bytes, 1);
	else
		add_zeroes(bytes, 8 - (bytes->len - start) % 8);
}

static void add_extension(GByteArray *bytes, const char *name,
			  const GByteArray *body)
{
	add_text(bytes, name);
	add_number(bytes, body->len, 4);
	g_byte_array_append(bytes, body->data, body->len);
}

static GByteArray *tree_body(const struct shape *shape)
{
	GByteArray *body = g_byte_array_new();
	guint32 first = 0xa0;

	for (const char *p = shape->tree; *p; p++) {
		if (*p != '|' && *p != '#')
			g_byte_array_append(body, (const guint8 *)p, 1);
		else if (*p == '|')
			add_zeroes(body, 1);
		for (gsize i = 0; *p == '#' && i < shape->id_size; i++)
			add_number(body, first + (guint32)i, 1);
		first += *p == '#' ? 0x20 : 0;
	}
	return body;
}

static GByteArray *make_index(const struct shape *shape)
{
	GByteArray *bytes = g_byte_array_new();
	g_autoptr(GByteArray) other = g_byte_array_new();

	add_text(other, "TREE of no meaning");
	add_text(bytes, "DIRC");
	add_number(bytes, shape->version, 4);
	add_number(bytes, g_strv_length((char **)shape->names), 4);
	for (const char *const *name = shape->names; *name; name++)
		add_entry(bytes, shape, name > shape->names ? name[-1] : "",
			  *name);
	if (shape->has_link)
		add_extension(bytes, "link", other);
	add_extension(bytes, "REUC", other);
	if (shape->tree) {
		g_autoptr(GByteArray) body = tree_body(shape);

		add_extension(bytes, "TREE", body);
	}
	add_extension(bytes, "UNTR", other);
	add_zeroes(bytes, shape->id_size);
	return bytes;
}

#define SHORT_ID "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3"
#define LONG_ID	 SHORT_ID "b4b5b6b7b8b9babbbcbdbebf"

static const char *const some[] = { "a",       "bc",  "def/ghijkl",
				    "mnopqrs", "tuv", NULL };

/* Behind the last entry; NULL if there is none or it is odd. */
static GArray *read_tree(struct index_reader *reader, const guint8 *bytes,
			 gsize length, gsize id_size)
{
	struct index_entry entry;
	bool is_index = index_begin(reader, bytes, length, id_size);

	while (is_index && index_next(reader, &entry))
		;
	return is_index && index_is_whole(reader) ? cache_tree_read(reader) :
						    NULL;
}

/* The id at a place of the tree; owned, or NULL. */
static char *id_at(const GArray *nodes, guint place, gsize id_size)
{
	const struct cache_node *node =
		&g_array_index(nodes, struct cache_node, place);

	return node->id ? index_id(node->id, id_size) : NULL;
}

static void check(const struct shape *shape, const char *expected)
{
	g_autoptr(GByteArray) bytes = make_index(shape);
	struct index_reader reader;
	GArray *nodes =
		read_tree(&reader, bytes->data, bytes->len, shape->id_size);
	g_autofree char *root = nodes ? id_at(nodes, 0, shape->id_size) : NULL;

	g_assert_cmpstr(root, ==, expected);
	if (nodes)
		g_array_free(nodes, TRUE);
	index_end(&reader);
}

#define PLAIN "|5 1\n#def|1 0\n#"

static void test_versions(void)
{
	for (guint32 version = 2; version <= 4; version++) {
		struct shape shape = { version, 20, some, PLAIN, false };

		check(&shape, SHORT_ID);
		shape.id_size = 32;
		check(&shape, LONG_ID);
	}
	check(&(struct shape){ 1, 20, some, PLAIN, false }, NULL);
	check(&(struct shape){ 5, 20, some, PLAIN, false }, NULL);
}

static void test_long_names(void)
{
	g_autofree char *name = g_strnfill(5000, 'x');
	const char *const names[] = { "a", name, "y", NULL };

	for (guint32 version = 2; version <= 4; version++)
		check(&(struct shape){ version, 20, names, "|3 0\n#", false },
		      SHORT_ID);
}

/* Folders by their names, some of which are not known to be the same. */
static void test_tree(void)
{
	const struct shape shape = { 2, 20, some,
				     "|-1 3\n"
				     "b|2 0\n#"
				     "abc|-1 2\nx|1 0\n#yz|1 1\n#b|1 0\n#"
				     "abcd|3 0\n#",
				     false };
	g_autoptr(GByteArray) bytes = make_index(&shape);
	struct index_reader reader;
	GArray *nodes = read_tree(&reader, bytes->data, bytes->len, 20);
	const guint abc = cache_tree_child(nodes, 0, "abc");
	g_autofree char *b = id_at(nodes, cache_tree_child(nodes, 0, "b"), 20);
	g_autofree char *last =
		id_at(nodes, cache_tree_child(nodes, 0, "abcd"), 20);

	g_assert_cmpuint(nodes->len, ==, 7);
	g_assert_cmpstr(b, ==, SHORT_ID);
	g_assert_true(g_str_has_prefix(last, "20212223"));
	g_assert_null(id_at(nodes, 0, 20));
	g_assert_null(id_at(nodes, abc, 20));
	g_assert_cmpuint(cache_tree_child(nodes, abc, "yz"), ==, 4);
	g_assert_cmpuint(cache_tree_child(nodes, 4, "b"), ==, 5);
	g_assert_cmpuint(cache_tree_child(nodes, abc, "b"), ==, CACHE_NOWHERE);
	g_assert_cmpuint(cache_tree_child(nodes, 0, "x"), ==, CACHE_NOWHERE);
	g_assert_cmpuint(cache_tree_child(nodes, CACHE_NOWHERE, "b"), ==,
			 CACHE_NOWHERE);
	g_array_free(nodes, TRUE);
	index_end(&reader);
}

static void check_names(const struct shape *shape)
{
	g_autoptr(GByteArray) bytes = make_index(shape);
	struct index_reader reader;
	struct index_entry entry;

	g_assert_true(
		index_begin(&reader, bytes->data, bytes->len, shape->id_size));
	for (const char *const *name = shape->names; *name; name++) {
		g_assert_true(index_next(&reader, &entry));
		g_assert_cmpstr(entry.name, ==, *name);
		g_assert_cmpuint(index_stat(&entry, INDEX_SIZE), ==, 0);
		g_assert_cmpint(!!(entry.flags & INDEX_INTENDED), ==,
				shape->version == 3);
	}
	g_assert_false(index_next(&reader, &entry));
	g_assert_cmpint(index_is_whole(&reader), ==, !shape->has_link);
	index_end(&reader);
}

static void test_entries(void)
{
	g_autofree char *name = g_strnfill(5000, 'x');
	const char *const names[] = { "a", name, "y/z", NULL };

	for (guint32 version = 2; version <= 4; version++) {
		check_names(&(struct shape){ version, 20, some, NULL, false });
		check_names(&(struct shape){ version, 32, names, NULL, true });
	}
}

static void test_no_tree(void)
{
	static const char *const odd[] = {
		"|-1 0\n",
		"|5 0\n",
		"|5",
		"5 0\n#",
		"|5 1\n#",
		"|5 0\n#x",
		"|5 0\n##",
		"|x 0\n#",
		"|5 x\n#",
		"|5  0\n#",
		"|99999999999 0\n#",
		"|-1 99999999999\n",
		"|5 1\n#a|5 1\n#b|",
		"",
	};

	check(&(struct shape){ 2, 20, some, NULL, false }, NULL);
	check(&(struct shape){ 2, 20, some, PLAIN, true }, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(odd); i++)
		check(&(struct shape){ 2, 20, some, odd[i], false }, NULL);
}

/* Deeper than any folder is; it would need a stack as deep. */
static void test_deep_tree(void)
{
	g_autoptr(GString) tree = g_string_new(NULL);

	for (guint i = 0; i < 100000; i++)
		g_string_append(tree, "d|-1 1\n");
	check(&(struct shape){ 2, 20, some, tree->str, false }, NULL);
}

/* Whatever its end is, nothing is read behind it. */
static void test_cut(void)
{
	for (guint32 version = 2; version <= 4; version++) {
		const struct shape shape = { version, 20, some, PLAIN, false };
		g_autoptr(GByteArray) bytes = make_index(&shape);

		for (guint length = 0; length < bytes->len; length++) {
			g_autofree guint8 *part =
				g_memdup2(bytes->data, length);
			struct index_reader reader;
			GArray *nodes = read_tree(&reader, part, length, 20);

			g_assert_true(!nodes || nodes->len == 2);
			if (nodes)
				g_array_free(nodes, TRUE);
			index_end(&reader);
		}
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/index/versions", test_versions);
	g_test_add_func("/index/long_names", test_long_names);
	g_test_add_func("/index/entries", test_entries);
	g_test_add_func("/index/tree", test_tree);
	g_test_add_func("/index/no_tree", test_no_tree);
	g_test_add_func("/index/deep_tree", test_deep_tree);
	g_test_add_func("/index/cut", test_cut);
	return g_test_run();
}
