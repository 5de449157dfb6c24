/* fuzz_text.c: plain text in any encoding, and what looks like another form. */
#include "fuzz/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    return fuzz_behind("a.txt", "", bytes, n);
}
