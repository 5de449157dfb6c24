/* fuzz_html.c: web pages. */
#include "fuzz/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    return fuzz_behind("a.html", "<html>", bytes, n);
}
