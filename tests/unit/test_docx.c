/* test_docx.c: Word documents: what a reader of the page sees, tables, text boxes, revisions; other
 * packages, bombs and damage. The packages are written here. */
#include "unit/folded.h"

#include <archive.h>
#include <archive_entry.h>

#define SPACES                                                                                     \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* A zip file that grows in memory. */
struct package {
    struct archive *archive;
    struct gt_buffer bytes;
};

static la_ssize_t keep(struct archive *archive, void *context, const void *bytes, size_t n)
{
    (void)archive;
    gt_buffer_add(context, bytes, n);
    return (la_ssize_t)n;
}

static void open_package(struct package *package)
{
    *package = (struct package){.archive = archive_write_new()};
    archive_write_set_format_zip(package->archive);
    archive_write_set_bytes_per_block(package->archive, 0);
    assert_int_equal(archive_write_open(package->archive, &package->bytes, NULL, keep, NULL),
                     ARCHIVE_OK);
}

/* A part of `times` copies of a piece. */
static void add_part(struct package *package, const char *name, const char *piece, size_t times)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)(strlen(piece) * times));
    assert_int_equal(archive_write_header(package->archive, entry), ARCHIVE_OK);
    for (size_t i = 0; i < times; i++)
        archive_write_data(package->archive, piece, strlen(piece));
    archive_entry_free(entry);
}

static void close_package(struct package *package)
{
    archive_write_close(package->archive);
    archive_write_free(package->archive);
}

static const char relationships[] =
    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>";

/* A document with that body. */
static struct gt_buffer write_word(const char *body)
{
    struct package package;
    struct gt_buffer xml = {0};
    gt_buffer_format(&xml,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " SPACES
                     "><w:body>%s</w:body></w:document>",
                     body);
    open_package(&package);
    add_part(&package, "_rels/.rels", relationships, 1);
    add_part(&package, "word/document.xml", xml.bytes, 1);
    close_package(&package);
    gt_buffer_fini(&xml);
    return package.bytes;
}

static void expect_word(const char *body, const char *wanted)
{
    struct gt_buffer bytes = write_word(body);
    struct gt_folded *folded = read_bytes("a.docx", bytes.bytes, bytes.n);
    assert_int_equal(folded->form, GT_FORM_docx);
    expect_lines(folded, wanted);
    gt_buffer_fini(&bytes);
}

static void reads_paragraphs(void **state)
{
    (void)state;
    expect_word("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>"
                "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>纲</w:t></w:r></w:p>"
                "<w:p><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>"
                "<w:p/>"
                "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>一项</w:t></w:r></w:p>"
                "<w:p><w:r><w:t xml:space=\"preserve\">示例 </w:t></w:r><w:r><w:t>Co</w:t><w:tab/>"
                "<w:t>Ltd&amp;x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r></w:p>",
                "+1:1 heading 标题\n+1:2 heading 纲\n+1:3 body 文\n+1:5 item 一项\n"
                "+1:6 body 示例 Co Ltd&x-y\n");
}

static void counts_pages_and_breaks(void **state)
{
    (void)state;
    expect_word(
        "<w:p><w:r><w:t>短行</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>这一行很长很长很长很长很长很长很长很长很长，一句话还没有</w:t><w:br/>"
        "<w:t>说完。</w:t></w:r></w:p>"
        "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>跨页</w:t><w:lastRenderedPageBreak/><w:t>的段</w:t></w:r></w:p>" P("三"),
        "+1:1 body 短行\n+1:1 body 下一行\n"
        "+1:2 body 这一行很长很长很长很长很长很长很长很长很长，一句话还没有\n 1:2 body 说完。\n"
        "+2:4 body 第二页\n+2:5 body 跨页的段\n+3:6 body 三\n");
}

static void reads_what_is_seen(void **state)
{
    (void)state;
    expect_word("<w:p><w:r><w:t>蓝鲸\xE2\x80\x8B生\xC2\xAD物\xEF\xBB\xBF</w:t></w:r></w:p>",
                "+1:1 body 蓝鲸生物\n");
    expect_word("<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
                "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
                "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
                "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>"
                "<w:r><w:instrText>PAGE</w:instrText></w:r>"
                "<w:r><w:rPr><w:position w:val=\"3\"/></w:rPr><w:t>末</w:t></w:r></w:p>",
                "+1:1 body 增显末\n");
    /* a text box: once, and before the paragraph that holds it */
    expect_word(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(
            "框中") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P("框中") "</"
                                                                                         "w:"
                                                                                         "txbxConte"
                                                                                         "nt></"
                                                                                         "mc:"
                                                                                         "Fallback>"
                                                                                         "</"
                                                                                         "mc:"
                                                                                         "Alternate"
                                                                                         "Content><"
                                                                                         "w:t>框外<"
                                                                                         "/w:t></"
                                                                                         "w:r></"
                                                                                         "w:p>",
        "+1:2 body 框中\n+1:1 body 框外\n");
}

#define NUMBERED(level, text)                                                                      \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level                                                  \
    "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LEVEL(level, format, text)                                                                 \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                  \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"

/* The numbers that Word counts are what a reader sees; bullets are none. */
static void counts_numbers(void **state)
{
    (void)state;
    struct package package;
    struct gt_buffer body = {0};
    gt_buffer_text(&body, "<w:document " SPACES "><w:body>");
    for (int i = 0; i < 12; i++)
        gt_buffer_text(&body, NUMBERED("0", "章"));
    gt_buffer_text(
        &body, NUMBERED("1", "节") NUMBERED("1", "节") NUMBERED("2", "款") NUMBERED("0", "章")
                   NUMBERED("1", "节") NUMBERED(
                       "3", "点") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"9\"/>"
                                  "</w:numPr></w:pPr><w:r><w:t>无此列表</w:t></w:r></w:p>"
                                  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/>"
                                  "</w:numPr></w:pPr></w:p></w:body></w:document>");
    open_package(&package);
    add_part(&package, "_rels/.rels", relationships, 1);
    add_part(&package, "word/document.xml", body.bytes, 1);
    add_part(
        &package, "word/numbering.xml",
        "<w:numbering " SPACES
        "><w:abstractNum w:abstractNumId=\"3\">" LEVEL("0", "chineseCounting", "%1、")
            LEVEL("1", "chineseCounting", "（%2）") LEVEL("2", "decimal", "%1.%2.%3") LEVEL(
                "3", "bullet",
                "●") "</w:abstractNum>"
                     "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>",
        1);
    close_package(&package);
    struct gt_folded *folded = read_bytes("a.docx", package.bytes.bytes, package.bytes.n);
    assert_string_equal(
        folded->text, "一、章二、章三、章四、章五、章六、章七、章八、章九、章十、章十一、章十二、章"
                      "（一）节（二）节十二.二.1款十三、章（一）节点无此列表");
    gt_folded_free(folded);
    gt_buffer_fini(&package.bytes);
    gt_buffer_fini(&body);
    /* what was formatted otherwise before */
    expect_word(
        "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange>"
        "</w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
        "<w:t>现在</w:t></w:r></w:p>",
        "+1:1 body 现在\n");
}

/* Headers, footers, notes and comments are parts of their own: a reply says nothing there. */
static void leaves_other_parts_alone(void **state)
{
    (void)state;
    static const char *const others[] = {"header1", "footer1", "footnotes", "endnotes", "comments"};
    struct package package;
    open_package(&package);
    add_part(&package, "_rels/.rels", relationships, 1);
    for (size_t i = 0; i < UNIT_COUNT(others); i++) {
        char name[64];
        snprintf(name, sizeof name, "word/%s.xml", others[i]);
        add_part(&package, name, "<w:x " SPACES ">" P("页眉脚注批注") "</w:x>", 1);
    }
    add_part(&package, "word/document.xml",
             "<w:document " SPACES "><w:body><w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>正文"
             "</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:commentRangeEnd "
             "w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>还在。</w:t></w:r>"
             "</w:p><w:sectPr><w:headerReference r:id=\"a\"/></w:sectPr></w:body></w:document>",
             1);
    close_package(&package);
    expect_lines(read_bytes("a.docx", package.bytes.bytes, package.bytes.n),
                 "+1:1 body 正文还在。\n");
    gt_buffer_fini(&package.bytes);
}

static void reads_tables(void **state)
{
    (void)state;
    expect_word(
        "<w:tbl><w:tr><w:tc>" P("甲") "</w:tc><w:tc>" P("乙") "</w:tc></w:tr><w:tr><w:tc>" P("丙")
            P("丁") "</w:tc><w:tc>" P("") "</w:tc></w:tr></w:tbl>" P("后"),
        "+1:1 row 甲\n 1:2 row 乙\n+1:3 row 丙\n+1:4 row 丁\n+1:6 body 后\n");
}

static void finds_the_main_part(void **state)
{
    (void)state;
    struct package package;
    struct gt_buffer other = {0};
    const char *xml = "<w:document " SPACES "><w:body>" P("在别处") "</w:body></w:document>";
    gt_buffer_text(&other, "<Relationships><Relationship Type=\"http://purl.oclc.org/ooxml/"
                           "officeDocument/relationships/officeDocument\" "
                           "Target=\"/word/document2.xml\"/></Relationships>");
    open_package(&package);
    add_part(&package, "_rels/.rels", other.bytes, 1);
    add_part(&package, "word/document.xml", "<x/>", 1);
    add_part(&package, "word/document2.xml", xml, 1);
    close_package(&package);
    expect_lines(read_bytes("无后缀", package.bytes.bytes, package.bytes.n), "+1:1 body 在别处\n");
    gt_buffer_fini(&package.bytes);
    gt_buffer_fini(&other);
}

static void expect_package_refused(const char *part, const char *piece, size_t times,
                                   const char *words)
{
    struct package package;
    open_package(&package);
    add_part(&package, "_rels/.rels", relationships, 1);
    add_part(&package, part, piece, times);
    close_package(&package);
    expect_refusal("a.docx", package.bytes.bytes, package.bytes.n, words);
    gt_buffer_fini(&package.bytes);
}

static void refuses_other_packages(void **state)
{
    (void)state;
    expect_package_refused("xl/workbook.xml", "<x/>", 1, "a spreadsheet");
    expect_package_refused("ppt/presentation.xml", "<x/>", 1, "a presentation");
    expect_package_refused("OFD.xml", "<x/>", 1, "OFD");
    expect_package_refused("content.xml", "<x/>", 1, "OpenDocument");
    expect_package_refused("../../word/document.xml", "<x/>", 1, "without a Word document");
    expect_package_refused("word/document.xml", "<x/>", 1, "no text");
    expect_package_refused("word/document.xml", "<x", 1, "damaged XML");
    expect_package_refused("word/document.xml", "<a><b></a>", 1, "damaged XML (line 1");
    expect_package_refused("word/document.xml", "<w:p", 1, "damaged XML");
}

static void refuses_bombs(void **state)
{
    (void)state;
    expect_package_refused("word/document.xml",
                           "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                           1, "declares a document type");
    expect_package_refused("word/document.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", 1,
                           "declares a document type");
    expect_package_refused("word/document.xml", "<a>", 1000000, "damaged XML"); /* too deep */
    char *spaces = calloc(1 << 20, 1);
    memset(spaces, ' ', (1 << 20) - 1);
    expect_package_refused("word/document.xml", spaces, 65, "64 MiB"); /* before any element */
    free(spaces);
    struct package package;
    struct gt_buffer piece = {0};
    open_package(&package);
    add_part(&package, "_rels/.rels", relationships, 1);
    gt_buffer_text(&piece, "<w:document " SPACES "><w:body><w:p><w:r><w:t>");
    gt_buffer_repeat(&piece, 'a', 17 << 20);
    gt_buffer_text(&piece, "</w:t></w:r></w:p></w:body></w:document>");
    add_part(&package, "word/document.xml", piece.bytes, 1);
    close_package(&package);
    expect_refusal("a.docx", package.bytes.bytes, package.bytes.n, "16 MiB");
    gt_buffer_fini(&piece);
    gt_buffer_fini(&package.bytes);
}

static void refuses_many_parts(void **state)
{
    (void)state;
    struct package package;
    open_package(&package);
    for (int i = 0; i < 10001; i++) {
        char name[32];
        snprintf(name, sizeof name, "word/%d.xml", i);
        add_part(&package, name, "", 1);
    }
    close_package(&package);
    expect_refusal("a.docx", package.bytes.bytes, package.bytes.n, "more than 10000 parts");
    gt_buffer_fini(&package.bytes);
}

/* Cut off, and with bytes changed, it is read or refused, and never ends the program. */
static void survives_damage(void **state)
{
    (void)state;
    uint64_t seed = 1;
    struct gt_buffer bytes =
        write_word(P("甲") "<w:tbl><w:tr><w:tc>" P("乙") "</w:tc></w:tr></w:tbl>");
    for (int i = 0; i < 60; i++) {
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        struct gt_buffer copy = {0};
        size_t n = i % 2 ? bytes.n : 1 + unit_below(&seed, (uint32_t)bytes.n - 1);
        gt_buffer_add(&copy, bytes.bytes, n);
        for (int k = 0; k < 3; k++)
            copy.bytes[unit_below(&seed, (uint32_t)n)] = (char)unit_random(&seed);
        if (!gt_folded_make("a.docx", copy.bytes, n, &folded, &err))
            assert_int_equal(err.status, GT_DATA);
        gt_folded_free(folded);
        gt_buffer_fini(&copy);
    }
    gt_buffer_fini(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_paragraphs),
        cmocka_unit_test(counts_numbers),
        cmocka_unit_test(counts_pages_and_breaks),
        cmocka_unit_test(reads_what_is_seen),
        cmocka_unit_test(leaves_other_parts_alone),
        cmocka_unit_test(reads_tables),
        cmocka_unit_test(finds_the_main_part),
        cmocka_unit_test(refuses_other_packages),
        cmocka_unit_test(refuses_bombs),
        cmocka_unit_test(refuses_many_parts),
        cmocka_unit_test(survives_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
