/* fuzz_markdown.c: Markdown. */
#include "fuzz/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    return fuzz_behind("a.md", "", bytes, n);
}
