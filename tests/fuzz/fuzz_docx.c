/* fuzz_docx.c: Word documents: as a package of any bytes, and as any XML in a sound package. */
#include "fuzz/reader.h"

#include "base/buffer.h"

#include <archive.h>
#include <archive_entry.h>

static la_ssize_t keep(struct archive *archive, void *context, const void *bytes, size_t n)
{
    (void)archive;
    gt_buffer_add(context, bytes, n);
    return (la_ssize_t)n;
}

static void fuzz_xml(const void *bytes, size_t n)
{
    struct gt_buffer package = {0};
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    archive_write_set_format_zip(archive);
    archive_write_open(archive, &package, NULL, keep, NULL);
    archive_entry_set_pathname(entry, "word/document.xml");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)n);
    archive_write_header(archive, entry);
    archive_write_data(archive, bytes, n);
    archive_entry_free(entry);
    archive_write_close(archive);
    archive_write_free(archive);
    fuzz_read("a.docx", package.bytes, package.n);
    gt_buffer_fini(&package);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n > 0 && bytes[0] == '<')
        fuzz_xml(bytes, n);
    else
        fuzz_behind("a.docx", "PK\3\4", bytes, n);
    return 0;
}
