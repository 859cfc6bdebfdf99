/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What texts for people and tools say of flags: documents, in
 * reStructuredText, by the names that the kernel prints (the codes of
 * /proc/PID/smaps, and the names of %pGv), and bindgen's parameters.
 */
#ifndef VMALINT_TEXT_DOCUMENT_H
#define VMALINT_TEXT_DOCUMENT_H

#include <glib.h>

enum vma_code_kind {
	VMA_CODE_ROW,	 /* a row of a table of codes below "VmFlags" */
	VMA_CODE_SAMPLE, /* `VmFlags: rd wr' */
	VMA_NAME_SAMPLE, /* `%pGv  read|write' */
};

/* One name; pointers into the text. */
struct vma_code {
	enum vma_code_kind kind;
	const char *code, *description; /* the latter of a row; else empty */
	gsize length, description_length;
	guint32 line, column; /* from 1 */
};

/* All of them in a text, in order: an owned array of struct vma_code. */
GArray *document_codes(const char *text, gsize length);

/* An item that a parameter file of bindgen keeps from Rust. */
struct parameter_word {
	const char *start; /* into the text */
	gsize length;
	guint32 line, column; /* from 1 */
};

/*
 * All items of --blocklist-item, --blocklist-type and their like in a file of
 * bindgen's parameters, where # begins a comment: an owned array of struct
 * parameter_word.
 */
GArray *parameter_words(const char *text, gsize length);

#endif
