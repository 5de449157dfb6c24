/* test_pdf.c: text layers of PDFs: broken lines, page numbers, running lines, scans, damage. */
#include "unit/folded.h"
#include "unit/pdf_writer.h"

#include "read/plain_code.h"

/* Three pages with a running header and a page number; a paragraph goes over a page's end. */
static void write_reply(struct pdf *pdf)
{
    static const char *const lines[3][4] = {
        {"示例市示范区商务委员会文件", "对示范区政协一届二次会议第12号提案的答复",
         "　　一、示例大学与示范集团合作，在示范园内设立了",
         "研究所，并由示范公司运营该研究所的平台，第二行"},
        {"也写满，第三行也写满，第四行也写满，第五行也写满", "了，到此结束。",
         "　　二、另起一段，写得很短。", "　　三、再起一段，这一行一直写到右边为止，没有标点"},
        {"最后一页只有一行。", "2024", NULL, NULL},
    };
    pdf_init(pdf);
    for (int page = 0; page < 3; page++) {
        char number[32];
        pdf_text(pdf, 90, 45, 9, "内部资料 请勿外传");
        for (int i = 0; i < 4 && lines[page][i]; i++)
            pdf_text(pdf, 90, 170 + 28 * i, page == 0 && i == 0 ? 28 : 16, lines[page][i]);
        snprintf(number, sizeof number, "— %d —", page + 1);
        pdf_text(pdf, 280, 805, 10, number);
        pdf_end_page(pdf);
    }
    pdf_end(pdf, "");
}

static void drops_furniture_and_joins_lines(void **state)
{
    (void)state;
    struct pdf pdf;
    write_reply(&pdf);
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    assert_int_equal(folded->form, GT_FORM_pdf);
    assert_int_equal(folded->n_pages, 3);
    assert_int_equal(folded->n_blank_pages, 0);
    assert_null(strstr(folded->text, "内部"));
    uint32_t at = (uint32_t)gt_utf8_count(
                 "示例市示范区商务委员会文件对示范区政协一届二次会议第12号提案的答复"),
             page, line;
    gt_folded_place(folded, at, &page, &line);
    assert_int_equal(page, 1);
    assert_int_equal(line, 4);
    expect_lines(folded, "-1:1 body 内部资料 请勿外传\n"
                         "+1:2 heading 示例市示范区商务委员会文件\n"
                         "+1:3 body 对示范区政协一届二次会议第12号提案的答复\n"
                         "+1:4 body 一、示例大学与示范集团合作，在示范园内设立了\n"
                         " 1:5 body 研究所，并由示范公司运营该研究所的平台，第二行\n"
                         "-1:6 body — 1 —\n"
                         "-2:1 body 内部资料 请勿外传\n"
                         " 2:2 body 也写满，第三行也写满，第四行也写满，第五行也写满\n"
                         " 2:3 body 了，到此结束。\n"
                         "+2:4 body 二、另起一段，写得很短。\n"
                         "+2:5 body 三、再起一段，这一行一直写到右边为止，没有标点\n"
                         "-2:6 body — 2 —\n"
                         "-3:1 body 内部资料 请勿外传\n"
                         " 3:2 body 最后一页只有一行。\n"
                         "+3:3 body 2024\n"
                         "-3:4 body — 3 —\n");
    gt_buffer_fini(&pdf.bytes);
}

/* A line at the foot of some pages: its number between two texts. */
struct foot {
    const char *before, *behind;
    int pages, first;
    bool dropped; /* what is expected of the first page's */
};

static void expect_foot(const struct foot *foot)
{
    struct pdf pdf;
    pdf_init(&pdf);
    for (int i = 0; i < foot->pages; i++) {
        char line[64], body[32];
        snprintf(body, sizeof body, "正文第%c句。", 'a' + i);
        snprintf(line, sizeof line, "%s%d%s", foot->before, foot->first + i, foot->behind);
        pdf_text(&pdf, 90, 400, 16, body);
        pdf_text(&pdf, 280, 810, 10, line);
        pdf_end_page(&pdf);
    }
    pdf_end(&pdf, "");
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    assert_int_equal(folded->n_lines, 2 * foot->pages);
    if ((folded->lines[1].dropped != NULL) != foot->dropped)
        fail_msg("\"%s%d%s\" on %d pages: dropped is %d", foot->before, foot->first, foot->behind,
                 foot->pages, !foot->dropped);
    gt_folded_free(folded);
    gt_buffer_fini(&pdf.bytes);
}

/* Two columns below a title, on two pages: one text, whose paragraphs go from column to column. */
static void reads_columns(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "　　一、示例大学与示范集团合作", "在示范园设立了研究所，并且",
        "运营该研究所的平台写满一行",     "又写满一行，到此结束。",
        "　　二、另起一段仍旧写满一行",   "接着写满又一行，没有标点于"};
    struct pdf pdf;
    uint32_t n = 0;
    pdf_init(&pdf);
    for (int page = 0; page < 2; page++) {
        if (page == 0)
            pdf_text(&pdf, 150, 100, 16, "对示范区政协一届二次会议第12号提案的答复");
        for (int column = 0; column < 2; column++)
            for (int i = 0; i < 22; i++)
                pdf_text(&pdf, column ? 330 : 90, 160 + 20 * i, 14, lines[n++ % 6]);
        pdf_text(&pdf, 290, 805, 10, page ? "2" : "1");
        pdf_end_page(&pdf);
    }
    pdf_end(&pdf, "");
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    static const char *const paragraphs[] = {
        "对示范区政协一届二次会议第12号提案的答复",
        "一、示例大学与示范集团合作在示范园设立了研究所，并且运营该研究所的平台写满一行又写满一行，"
        "到此结束。",
        "二、另起一段仍旧写满一行接着写满又一行，没有标点于"};
    struct gt_arena arena = {0};
    assert_int_equal(folded->n_paragraphs, 1 + n / 6 * 2 + 1);
    for (uint32_t i = 0; i < folded->n_paragraphs; i++) {
        const struct gt_paragraph *paragraph = &folded->paragraphs[i];
        assert_string_equal(gt_folded_copy(folded, paragraph->start, paragraph->end, &arena),
                            paragraphs[i == 0 ? 0 : 1 + (i - 1) % 2]);
    }
    gt_arena_fini(&arena);
    gt_folded_free(folded);
    gt_buffer_fini(&pdf.bytes);
}

static void tells_page_numbers(void **state)
{
    (void)state;
    static const struct foot feet[] = {
        {"", "", 1, 1, true},           {"", "", 3, 1, true},
        {"- ", " -", 1, 1, true},       {"- ", " -", 3, 1, true},
        {"—", "—", 1, 1, true},         {"第 ", " 页", 1, 1, true},
        {"第", "页 共9页", 1, 1, true}, {"第", "页，共9页", 1, 1, true},
        {"", "/9", 1, 1, true},         {"", " / 9", 3, 1, true},
        {"Page ", " of 9", 1, 1, true}, {"－ ", " －", 1, 1, true},
        {"( ", " )", 1, 1, true},       {"·", "·", 1, 1, true},
        {"", "", 3, 5, true}, /* an extract: they count as the pages do */
        {"- ", " -", 1, 17, true},      {"", "", 1, 2024, false}, /* a year */
        {"", "", 1, 7, false}, /* one number alone may be anything */
        {"第", "名", 1, 1, false},      {"", "%", 1, 1, false},
        {"", "年", 1, 1, false},        {"共 ", " 家企业", 1, 1, false},
        {"同一行字 ", "", 1, 1, false}, /* what is on one page does not run */
        {"同一行字 ", "", 2, 1, true},
    };
    for (size_t i = 0; i < UNIT_COUNT(feet); i++)
        expect_foot(&feet[i]);
}

/* Headers of left and right pages differ; a line of the body that is repeated stays. */
static void tells_running_lines(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    for (int i = 0; i < 6; i++) {
        pdf_text(&pdf, 90, 40, 9, i % 2 ? "左页的眉" : "右页的眉");
        pdf_text(&pdf, 90, 400, 16, "重复的正文。");
        pdf_text(&pdf, 90, 430 + i * 30, 16, "不重复。");
        pdf_end_page(&pdf);
    }
    pdf_end(&pdf, "");
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    assert_null(strstr(folded->text, "的眉"));
    assert_int_equal(folded->n_lines, 18);
    assert_int_equal(folded->length, 6 * 10);
    gt_folded_free(folded);
    gt_buffer_fini(&pdf.bytes);
}

/* Where everything runs, nothing is dropped: a document always keeps some text. */
static void keeps_what_is_all_there_is(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    for (int i = 0; i < 2; i++) {
        pdf_text(&pdf, 90, 40, 9, "只有页眉");
        pdf_end_page(&pdf);
    }
    pdf_end(&pdf, "");
    expect_lines(read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n),
                 "+1:1 body 只有页眉\n+2:1 body 只有页眉\n");
    gt_buffer_fini(&pdf.bytes);
}

static void puts_latin_words_together(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    pdf_text(&pdf, 90, 200, 16, "与 Example Uni-");
    pdf_text(&pdf, 90, 230, 16, "与 Example uni-");
    pdf_text(&pdf, 90, 260, 16, "versity 合作。");
    pdf_end_page(&pdf);
    pdf_end(&pdf, "");
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    assert_string_equal(folded->text, "与ExampleUni-与Exampleuniversity合作。");
    gt_folded_free(folded);
    gt_buffer_fini(&pdf.bytes);
}

static void undoes_disguises(void **state)
{
    (void)state;
    static const struct {
        uint32_t code;
        const char *text;
    } codes[] = {
        {0x2F64, "用"},  {0x2F08, "人"}, {0x2ED3, "长"}, {0x2EA0, "民"}, {0xFB01, "fi"},
        {0xFB03, "ffi"}, {0xAD, ""},     {0xF900, "豈"}, {0x7528, "用"}, {'a', "a"},
        {0xFF0C, "，"},  {0x2460, "①"},  {0xFF21, "Ａ"}, {0x2E80, "⺀"}, {0x1F600, "😀"},
    };
    for (size_t i = 0; i < UNIT_COUNT(codes); i++) {
        char out[GT_PLAIN_CODE + 1];
        out[gt_code_plain(codes[i].code, out)] = '\0';
        assert_string_equal(out, codes[i].text);
    }
}

static void refuses_a_pdf_without_pages(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    pdf_end(&pdf, "");
    expect_refusal("a.pdf", pdf.bytes.bytes, pdf.bytes.n, "it has no pages");
    gt_buffer_fini(&pdf.bytes);
}

static void says_that_it_is_a_scan(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    pdf.picture = true;
    pdf_end_page(&pdf);
    pdf_end_page(&pdf);
    pdf_end(&pdf, "");
    expect_refusal("a.pdf", pdf.bytes.bytes, pdf.bytes.n, "without a text layer (pages: 2)");
    gt_buffer_fini(&pdf.bytes);
    pdf_init(&pdf);
    pdf.picture = true;
    pdf_text(&pdf, 90, 400, 16, "只有第一页有文字。");
    pdf_end_page(&pdf);
    pdf_end_page(&pdf);
    pdf.picture = false;
    pdf_end_page(&pdf); /* empty, no scan */
    pdf_end(&pdf, "");
    struct gt_folded *folded = read_bytes("a.pdf", pdf.bytes.bytes, pdf.bytes.n);
    assert_int_equal(folded->n_pages, 3);
    assert_int_equal(folded->n_blank_pages, 1);
    gt_folded_free(folded);
    gt_buffer_fini(&pdf.bytes);
}

static void refuses_an_unreadable_layer(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    pdf.private = true;
    pdf_text(&pdf, 90, 400, 16, "一丁七万");
    pdf_end_page(&pdf);
    pdf_end(&pdf, "");
    expect_refusal("a.pdf", pdf.bytes.bytes, pdf.bytes.n, "text layer is unreadable");
    gt_buffer_fini(&pdf.bytes);
}

static void refuses_a_password(void **state)
{
    (void)state;
    struct pdf pdf;
    pdf_init(&pdf);
    pdf_text(&pdf, 90, 400, 16, "密");
    pdf_end_page(&pdf);
    pdf_end(&pdf, "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
                  "/Encrypt<</Filter/Standard/V 1/R 2/P -4/Length 40"
                  "/O<0123456789012345678901234567890101234567890123456789012345678901>"
                  "/U<0123456789012345678901234567890101234567890123456789012345678901>>>");
    expect_refusal("a.pdf", pdf.bytes.bytes, pdf.bytes.n, "protected by a password");
    gt_buffer_fini(&pdf.bytes);
}

/* Cut off anywhere it is read or refused, and never ends the program. */
static void survives_what_is_cut_off(void **state)
{
    (void)state;
    struct pdf pdf;
    write_reply(&pdf);
    for (size_t n = 1; n < pdf.bytes.n; n += pdf.bytes.n / 23) {
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        if (!gt_folded_make("a.pdf", pdf.bytes.bytes, n, &folded, &err))
            assert_int_equal(err.status, GT_DATA);
        gt_folded_free(folded);
    }
    gt_buffer_fini(&pdf.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drops_furniture_and_joins_lines),
        cmocka_unit_test(reads_columns),
        cmocka_unit_test(tells_page_numbers),
        cmocka_unit_test(tells_running_lines),
        cmocka_unit_test(keeps_what_is_all_there_is),
        cmocka_unit_test(puts_latin_words_together),
        cmocka_unit_test(undoes_disguises),
        cmocka_unit_test(refuses_a_pdf_without_pages),
        cmocka_unit_test(says_that_it_is_a_scan),
        cmocka_unit_test(refuses_an_unreadable_layer),
        cmocka_unit_test(refuses_a_password),
        cmocka_unit_test(survives_what_is_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
