/* test_map_cite.c: how documents are named on a map, and which links a map may hold. */
#include "unit/unit.h"

#include "graph/graph.h"
#include "map/scene.h"

#include <string.h>

static void names_documents_by_number(void **state)
{
    (void)state;
    static const struct {
        const char *number, *title, *wanted;
    } row[] = {
        {"长科委〔2025〕3号", "对第001号建议的答复", "长科委〔2025〕3号"},
        {NULL, "对某区政协十五届三次会议第085号提案的答复", "第085号提案答复"},
        {NULL, "对第一七届第12号代表建议的会办意见", "第12号代表建议会办意见"},
        {NULL, "关于某事的函", "关于某事的函"},
        {NULL, "第号", "第号"},
        {NULL, "关于在全区范围内进一步推动科技创新高质量发展若干措施的通知",
         "关于在全区范围内进一步推动科技创新高…"},
        {NULL, "", ""},
    };
    struct gt_arena arena = {0};
    for (size_t i = 0; i < UNIT_COUNT(row); i++) {
        const struct gt_document document = {.number = row[i].number, .title = row[i].title};
        assert_string_equal(gt_cite_document(&document, &arena), row[i].wanted);
    }
    gt_arena_fini(&arena);
}

static void takes_web_and_relative_addresses(void **state)
{
    (void)state;
    static const char *const good[] = {"https://example.org/",
                                       "http://a",
                                       "HTTPS://A.B/?q=1&x=%20",
                                       "page.html#",
                                       "../node/",
                                       "/n/",
                                       "?id=",
                                       "",
                                       "a/b:c/",
                                       "https://例子.测试/节点/",
                                       "#"};
    static const char *const bad[] = {"javascript:alert(1)",
                                      "JAVASCRIPT:x",
                                      "data:text/html,x",
                                      "//host/",
                                      "ftp://x/",
                                      "http:x",
                                      "https://",
                                      "https:// x",
                                      ":x",
                                      "a b",
                                      "a\tb",
                                      "a\"b",
                                      "a<b",
                                      "a\\b",
                                      "vbscript:x",
                                      "file:///etc/passwd",
                                      "a\nb",
                                      "\x01javascript:x"};
    for (size_t i = 0; i < UNIT_COUNT(good); i++) {
        struct gt_error err = {0};
        if (!gt_link_check(good[i], &err))
            fail_msg("\"%s\": %s", good[i], err.text);
    }
    for (size_t i = 0; i < UNIT_COUNT(bad); i++) {
        struct gt_error err = {0};
        if (gt_link_check(bad[i], &err))
            fail_msg("\"%s\" is taken", bad[i]);
        assert_int_equal(err.status, GT_USAGE);
    }
}

static void lengths_are_never_above_widths(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "东华大学",   "InnoMatch", "U-CUBE",    "eVTOL智能领航", "CTOU首席技术官联盟",
        "“上海硅巷”", "WMW@#%&",   "2021–2025", "——°·",          ""};
    for (int bold = 0; bold < 2; bold++) {
        for (size_t i = 0; i < UNIT_COUNT(texts); i++)
            assert_true(gt_label_length(texts[i], bold) <= gt_label_width(texts[i]));
        assert_int_equal(gt_label_length("东华大学", bold), 4000);
        for (char sign = ' '; sign < 0x7F; sign++) {
            const char text[] = {sign, '\0'};
            if (gt_label_length(text, bold) > gt_label_width(text))
                fail_msg("%c: %u > %u", sign, gt_label_length(text, bold), gt_label_width(text));
        }
    }
    assert_int_equal(gt_label_length("0–2", false), 2 * 555 + 536);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_documents_by_number),
        cmocka_unit_test(takes_web_and_relative_addresses),
        cmocka_unit_test(lengths_are_never_above_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
