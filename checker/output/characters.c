// SPDX-License-Identifier: GPL-2.0-only
/* Decodes UTF-8 that may be broken, like browsers and Node.js do. */
#include "output/characters.h"

#define REPLACEMENT 0xfffd

/* How a character begins: what its second byte may be, and how many follow. */
struct beginning {
	guchar first, last; /* of the first byte */
	guchar least, most; /* of the second byte */
	guchar nr_more;
	guchar mask; /* of the bits in the first byte */
};

static const struct beginning beginnings[] = {
	{ 0xc2, 0xdf, 0x80, 0xbf, 1, 0x1f },
	{ 0xe0, 0xe0, 0xa0, 0xbf, 2, 0x0f },
	{ 0xe1, 0xec, 0x80, 0xbf, 2, 0x0f },
	{ 0xed, 0xed, 0x80, 0x9f, 2, 0x0f },
	{ 0xee, 0xef, 0x80, 0xbf, 2, 0x0f },
	{ 0xf0, 0xf0, 0x90, 0xbf, 3, 0x07 },
	{ 0xf1, 0xf3, 0x80, 0xbf, 3, 0x07 },
	{ 0xf4, 0xf4, 0x80, 0x8f, 3, 0x07 },
};

static const struct beginning *find_beginning(guchar byte)
{
	for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++) {
		if (byte >= beginnings[i].first && byte <= beginnings[i].last)
			return &beginnings[i];
	}
	return NULL;
}

gsize character_take(const char *text, gsize length, gunichar *ret_character)
{
	const guchar *bytes = (const guchar *)text;
	const struct beginning *beginning;
	gunichar character;

	if (bytes[0] < 0x80) {
		*ret_character = bytes[0];
		return 1;
	}
	*ret_character = REPLACEMENT;
	beginning = find_beginning(bytes[0]);
	if (!beginning)
		return 1;
	character = bytes[0] & beginning->mask;
	for (gsize i = 1; i <= beginning->nr_more; i++) {
		guchar least = i == 1 ? beginning->least : 0x80;
		guchar most = i == 1 ? beginning->most : 0xbf;

		if (i == length || bytes[i] < least || bytes[i] > most)
			return i;
		character = character << 6 | (bytes[i] & 0x3f);
	}
	*ret_character = character;
	return 1u + beginning->nr_more;
}

unsigned int characters_count(const char *text, gsize length)
{
	unsigned int count = 0;
	gunichar character;

	for (; length; count++) {
		gsize used = character_take(text, length, &character);

		text += used;
		length -= used;
	}
	return count;
}
