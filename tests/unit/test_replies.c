/* test_replies.c: the real replies, where they are at hand: their hash, length and metadata are
 * those of the shipped graphs, from UTF-8, from GB18030, and from a page of paragraphs. Looked for
 * where GRAPHTOOL_REPLIES says, else in ../shared/replies. */
#include "unit/folded.h"

#include "base/file.h"
#include "format/load.h"
#include "read/metadata.h"

#include <iconv.h>

static const char *folder(void)
{
    const char *named = getenv("GRAPHTOOL_REPLIES");
    return named ? named : "../shared/replies";
}

static void expect_same(const char *what, const char *found, const char *wanted)
{
    if (found == wanted || (found && wanted && strcmp(found, wanted) == 0))
        return;
    fail_msg("%s is %s, not %s", what, found ? found : "null", wanted ? wanted : "null");
}

static void expect_document(struct gt_folded *folded, const struct gt_document *document)
{
    struct gt_arena arena = {0};
    struct gt_metadata found;
    gt_metadata_read(folded, "reply.txt", &arena, &found);
    expect_same("the hash", folded->sha256, document->sha256);
    assert_int_equal(folded->length, document->length);
    expect_same("the identifier", found.id, document->id);
    expect_same("the number", found.number, document->number);
    expect_same("the title", found.title, document->title);
    expect_same("the issuer", found.issuer, document->issuer);
    expect_same("the date", found.date, document->date);
    expect_same("the district", found.district, gt_district_words[document->district].name);
    gt_arena_fini(&arena);
    gt_folded_free(folded);
}

static struct gt_buffer to_gb18030(const struct gt_buffer *text)
{
    struct gt_buffer out = {0};
    size_t left = text->n, space = text->n * 4;
    char *room = malloc(space), *in = text->bytes, *to = room;
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    assert_int_equal(iconv(converter, &in, &left, &to, &space), 0);
    iconv_close(converter);
    gt_buffer_add(&out, room, text->n * 4 - space);
    free(room);
    return out;
}

/* Each line as a paragraph of a page. */
static struct gt_buffer to_html(const struct gt_buffer *text)
{
    struct gt_buffer out = {0};
    gt_buffer_text(&out, "<!DOCTYPE html><html><body><p>");
    for (size_t i = 0; i < text->n; i++)
        switch (text->bytes[i]) {
        case '\n':
            gt_buffer_text(&out, "</p>\n<p>");
            break;
        case '&':
            gt_buffer_text(&out, "&amp;");
            break;
        case '<':
            gt_buffer_text(&out, "&lt;");
            break;
        default:
            gt_buffer_add(&out, text->bytes + i, 1);
        }
    gt_buffer_text(&out, "</p></body></html>");
    return out;
}

static void are_read_as_the_graphs_say(void **state)
{
    (void)state;
    const char *paths[] = {"graphs"};
    struct gt_load load = {0};
    struct gt_error err = {0};
    assert_true(gt_load(paths, 1, &load, &err));
    assert_true(load.graph->n_documents > 0);
    for (uint32_t i = 0; i < load.graph->n_documents; i++) {
        const struct gt_document *document = &load.graph->documents[i];
        struct gt_buffer text = {0}, path = {0};
        gt_buffer_format(&path, "%s/%s", folder(), document->file);
        assert_true(gt_file_read(path.bytes, GT_DOCUMENT_TEXT, &text, &err));
        struct gt_buffer gb18030 = to_gb18030(&text), html = to_html(&text);
        expect_document(read_bytes("a.txt", text.bytes, text.n), document);
        expect_document(read_bytes("a.txt", gb18030.bytes, gb18030.n), document);
        expect_document(read_bytes("a.html", html.bytes, html.n), document);
        gt_buffer_fini(&html);
        gt_buffer_fini(&gb18030);
        gt_buffer_fini(&text);
        gt_buffer_fini(&path);
    }
    gt_load_fini(&load);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(are_read_as_the_graphs_say)};
    if (!gt_file_is_folder(folder())) {
        puts("1..1\nok 1 - are_read_as_the_graphs_say # skip no replies");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
