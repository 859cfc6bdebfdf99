/* SPDX-License-Identifier: GPL-2.0-only */
/* The file .vmalint of a project; private to options/. */
#ifndef VMALINT_OPTIONS_SETTINGS_H
#define VMALINT_OPTIONS_SETTINGS_H

#include <stdbool.h>

struct reader;

/*
 * Reads the file that the options name, or else the first .vmalint upwards
 * from what is checked. What the command line says goes before it. False with
 * a problem recorded if it is wrong.
 */
bool settings_read(struct reader *reader);

#endif
