/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The type of a report as a GVariant; private to findings/. Texts are byte
 * strings, since a tree's file names and sources need not be UTF-8.
 */
#ifndef VMALINT_FINDINGS_VARIANT_H
#define VMALINT_FINDINGS_VARIANT_H

#include "findings/finding.h"
#include "keep/inputs.h"

#define PLACE_TYPE	"(ayuuuu)"
#define EDIT_TYPE	"(ayuuay)"
#define RELATED_TYPE	"(" PLACE_TYPE "ay)"
#define MACRO_TYPE	"(ayay)"
#define TEXT_TYPE(name) "ay"
#define FINDING_TYPE                                              \
	"(" FINDING_TEXTS(TEXT_TYPE) "u" PLACE_TYPE "a" EDIT_TYPE \
				     "a" RELATED_TYPE "a" MACRO_TYPE ")"
#define FILE_TYPE    "(ayuayay)"
#define LINES_TYPE   "(ayauaua(uay))"
#define PROBLEM_TYPE "(ayayuayu)"
#define REPORT_TYPE                                                     \
	"(a" FINDING_TYPE "a" FILE_TYPE "a" LINES_TYPE "a" PROBLEM_TYPE \
	"(uuu)" INPUTS_TYPE ")"

#endif
