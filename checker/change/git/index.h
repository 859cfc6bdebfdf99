/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The entries of an index as git writes it (gitformat-index, versions 2 to 4);
 * private to git/. What is not as expected ends the reading: git is then asked.
 */
#ifndef VMALINT_CHANGE_GIT_INDEX_H
#define VMALINT_CHANGE_GIT_INDEX_H

#include <glib.h>
#include <stdbool.h>

struct index_reader {
	const guint8 *next, *end; /* what is still to be read */
	guint32 version, nr;	  /* entries that are left */
	gsize id_size;
	GString *name; /* version 4: of the entry at hand, whole */
};

/* Flags of an entry, in both of its words. */
enum {
	INDEX_ASSUMED = 0x8000,
	INDEX_STAGE = 0x3000,
	INDEX_SKIPPED = 0x4000 << 16,
	INDEX_INTENDED = 0x2000 << 16,
};

/* What git knew of a file when it last looked: 32 bits of each. */
enum index_stat {
	INDEX_CTIME,
	INDEX_CTIME_NS,
	INDEX_MTIME,
	INDEX_MTIME_NS,
	INDEX_DEVICE,
	INDEX_INODE,
	INDEX_MODE,
	INDEX_UID,
	INDEX_GID,
	INDEX_SIZE,
	NR_INDEX_STATS,
};

struct index_entry {
	const guint8 *stats; /* for index_stat() */
	guint32 flags;
	const guint8 *id; /* of its object, id_size bytes */
	const char *name; /* until the next entry is read */
};

/* False if it is no such index. index_end() it either way. */
bool index_begin(struct index_reader *reader, const void *bytes, gsize length,
		 gsize id_size);

/* The next entry; false if there is none, and nr is not 0 if one is odd. */
bool index_next(struct index_reader *reader, struct index_entry *ret_entry);

guint32 index_stat(const struct index_entry *entry, enum index_stat which);

/* Behind the last entry: true if those are all, and of files alone. */
bool index_is_whole(const struct index_reader *reader);

/*
 * Behind the last entry of a whole index: a part of it by its name of four
 * letters. False if there is none.
 */
bool index_extension(const struct index_reader *reader, const char *name,
		     const guint8 **ret_body, gsize *ret_size);

void index_end(struct index_reader *reader);

struct git;

/*
 * The index of a repository, mapped once: git never writes into one, it puts
 * another in its place.
 */
struct index_file {
	GMappedFile *file; /* NULL until it is asked for */
	gint64 written_ns; /* when it was written */
};

/* Begins to read it; false if it cannot be. index_end() it either way. */
bool index_file_begin(const struct git *git, struct index_reader *reader);

/* An object's name as git prints it; owned. */
char *index_id(const guint8 *id, gsize id_size);

#endif
