/* package.c: the parts of a zip package, by libarchive, which of its formats is only given zip.
 *
 * Limits: MOST_PARTS; PART_BYTES unpacked, whatever the package says of itself (a bomb of a few
 * kilobytes unpacks to gigabytes). */
#include "read/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

enum { MOST_PARTS = 10000, PART_BYTES = 64 << 20, PIECE = 1 << 16 };

static bool fail_package(struct archive *archive, struct gt_error *err)
{
    const char *why = archive_error_string(archive);
    return gt_fail(err, GT_DATA, "a damaged zip package (%s)", "zip 包已损坏（%s）",
                   why ? why : "?");
}

static struct archive *open_package(const struct gt_bytes *file, struct gt_error *err)
{
    struct archive *archive = archive_read_new();
    if (!archive || archive_read_support_format_zip(archive) != ARCHIVE_OK ||
        archive_read_open_memory(archive, file->bytes, file->n) != ARCHIVE_OK) {
        gt_fail(err, GT_DATA, "a damaged zip package", "zip 包已损坏");
        archive_read_free(archive);
        return NULL;
    }
    return archive;
}

static bool feed(struct archive *archive, gt_part_sink *sink, void *context, struct gt_error *err)
{
    char piece[PIECE];
    size_t sum = 0;
    for (;;) {
        la_ssize_t n = archive_read_data(archive, piece, sizeof piece);
        if (n < 0)
            return fail_package(archive, err);
        sum += (size_t)n;
        if (sum > PART_BYTES)
            return gt_fail(err, GT_DATA, "unpacks to more than the limit of %d MiB",
                           "解压后超过上限 %d MiB", PART_BYTES >> 20);
        if (n == 0 || !sink(context, piece, (size_t)n))
            return true;
    }
}

/* Goes to the next part; false at the end, or when it failed. */
static bool next_part(struct archive *archive, struct archive_entry **entry, uint32_t *n,
                      struct gt_error *err)
{
    int status = archive_read_next_header(archive, entry);
    if (status == ARCHIVE_EOF)
        return false;
    if (status < ARCHIVE_WARN)
        return fail_package(archive, err);
    if (++*n > MOST_PARTS)
        return gt_fail(err, GT_DATA, "more than %d parts", "包内文件超过 %d 个", MOST_PARTS);
    return true;
}

bool gt_package_read(const struct gt_bytes *file, const char *name, gt_part_sink *sink,
                     void *context, bool *found, struct gt_error *err)
{
    struct archive *archive = open_package(file, err);
    struct archive_entry *entry;
    uint32_t n = 0;
    bool done = archive != NULL;
    *found = false;
    while (done && !*found && next_part(archive, &entry, &n, err)) {
        const char *path = archive_entry_pathname(entry);
        if (!path || strcasecmp(path, name) != 0)
            continue;
        *found = true;
        if (archive_entry_is_encrypted(entry))
            done = gt_fail(err, GT_DATA, "a zip package that is protected by a password",
                           "zip 包受密码保护");
        else
            done = feed(archive, sink, context, err);
    }
    archive_read_free(archive);
    return done && err->status == GT_OK;
}

/* What other zip files are, by the name of a part. */
static const struct known {
    const char *part;
    struct gt_text what;
} known[] = {
    {"xl/workbook.xml", GT_TEXT("a spreadsheet (xlsx)", "电子表格（xlsx）")},
    {"ppt/presentation.xml", GT_TEXT("a presentation (pptx)", "演示文稿（pptx）")},
    {"OFD.xml", GT_TEXT("an OFD document, which is not read: turn it into PDF",
                        "OFD 版式文件，无法读取：请转换为 PDF")},
    {"content.xml", GT_TEXT("an OpenDocument file, which is not read: save it as docx",
                            "OpenDocument 文件，无法读取：请另存为 docx")},
};

bool gt_package_refuse(const struct gt_bytes *file, struct gt_error *err)
{
    struct archive *archive = open_package(file, err);
    struct archive_entry *entry;
    uint32_t n = 0;
    while (archive && next_part(archive, &entry, &n, err)) {
        const char *path = archive_entry_pathname(entry);
        for (size_t i = 0; path && i < sizeof known / sizeof *known; i++)
            if (strcasecmp(path, known[i].part) == 0)
                gt_fail(err, GT_DATA, "%s", "%s", known[i].what.in[err->lang]);
    }
    archive_read_free(archive);
    return gt_fail(err, GT_DATA, "a zip file without a Word document in it",
                   "zip 文件中没有 Word 文档");
}
