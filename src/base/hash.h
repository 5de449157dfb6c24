/* hash.h: SHA-256 (FIPS 180-4), by libmd. */
#ifndef GT_BASE_HASH_H
#define GT_BASE_HASH_H

#include <stddef.h>

enum { GT_SHA256_TEXT = 65 };

/* The digest of n bytes as 64 lower-case hexadecimal digits and a NUL. Returns out. */
const char *gt_sha256(const void *bytes, size_t n, char out[GT_SHA256_TEXT]);

#endif
