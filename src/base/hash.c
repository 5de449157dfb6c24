/* hash.c: SHA-256. */
#include "base/hash.h"

#include <sha256.h>

const char *gt_sha256(const void *bytes, size_t n, char out[GT_SHA256_TEXT])
{
    SHA256_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, bytes, n);
    return SHA256End(&context, out);
}
