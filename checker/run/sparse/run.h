/* SPDX-License-Identifier: GPL-2.0-only */
/* Running sparse; private to sparse/. */
#ifndef VMALINT_RUN_SPARSE_RUN_H
#define VMALINT_RUN_SPARSE_RUN_H

struct sparse_request;

/*
 * What sparse wrote to standard error, owned; NULL with *ret_reason (owned)
 * if it could not be started or was killed.
 */
char *sparse_output(const struct sparse_request *request, char **ret_reason);

#endif
