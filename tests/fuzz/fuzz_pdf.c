/* fuzz_pdf.c: PDFs. */
#include "fuzz/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    return fuzz_behind("a.pdf", "%PDF-1.4\n", bytes, n);
}
