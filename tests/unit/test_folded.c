/* test_folded.c: text, Markdown and HTML as they are read; encodings; the way back; refusals. */
#include "unit/folded.h"
#include "unit/folder.h"

#include "base/hash.h"
#include "base/strmap.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <iconv.h>
#include <pthread.h>

/* --- plain text --------------------------------------------------------------------------------
 */

static void folds_plain_text(void **state)
{
    (void)state;
    const char *text =
        "\xEF\xBB\xBF 长宁区　委\t员\r\n会\r\r\n\f 第 2 页\x0b\xC2\xA0\xE2\x80\xA8末\xE2\x80\x8B";
    char copy[128], hash[GT_SHA256_TEXT];
    snprintf(copy, sizeof copy, "%s", text);
    size_t n = gt_utf8_fold(copy, strlen(copy));
    struct gt_folded *folded = read_string("a.txt", text);
    assert_string_equal(folded->text,
                        "长宁区委员会第2页末\xE2\x80\x8B"); /* U+200B is no white space */
    assert_int_equal(folded->length, 11);
    assert_int_equal(folded->bytes, n);
    assert_string_equal(folded->sha256, gt_sha256(copy, n, hash));
    assert_int_equal(folded->n_pages, 2);
    assert_int_equal(folded->form, GT_FORM_text);
    expect_lines(folded,
                 "+1:1 body 长宁区 委 员\n+1:2 body 会\n+2:4 body 第 2 页 末\xE2\x80\x8B\n");
}

/* Whatever the text, what is folded is what folding the whole gives, and every place is right. */
static void agrees_with_folding_the_whole(void **state)
{
    (void)state;
    static const char *const pieces[] = {"长",   "宁",           "。",    "a",  " ",    "\n",
                                         "\r\n", "\f",           "　",    "\t", "一、", "：",
                                         "😀",    "\xEF\xBB\xBF", "委员会"};
    uint64_t seed = 7;
    for (int round = 0; round < 300; round++) {
        struct gt_buffer text = {0}, copy = {0};
        char hash[GT_SHA256_TEXT];
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        for (uint32_t i = unit_below(&seed, 200); i > 0; i--)
            gt_buffer_text(&text, pieces[unit_below(&seed, UNIT_COUNT(pieces))]);
        gt_buffer_add(&copy, gt_buffer_string(&text), text.n);
        size_t n = gt_utf8_fold(copy.bytes, copy.n);
        bool done = gt_folded_make("a.txt", gt_buffer_string(&text), text.n, &folded, &err);
        assert_int_equal(done, n > 0);
        if (done) {
            assert_string_equal(folded->sha256, gt_sha256(copy.bytes, n, hash));
            uint32_t at = 0;
            for (uint32_t i = 0; i < folded->n_lines; i++)
                for (; at < folded->lines[i].end; at++) {
                    assert_int_equal(gt_folded_line(folded, at), i);
                    assert_int_equal(gt_folded_paragraph(folded, at), folded->lines[i].paragraph);
                }
            assert_int_equal(at, folded->length);
        }
        gt_folded_free(folded);
        gt_buffer_fini(&text);
        gt_buffer_fini(&copy);
    }
}

static void finds_paragraphs_of_broken_lines(void **state)
{
    (void)state;
    /* indents are lost, as in text taken from a PDF; every second line is blank there */
    expect_lines(read_string("a.txt", "对示范区政协的答复\n\n"
                                      "示范区积极支持示范产业的发展，连年打造了许多公共\n\n"
                                      "服务平台，助推产业发展，推动企业与高校在许多方面合作\n\n"
                                      "，共同发展，取得了很好的效果，得到了各界的好评。一是\n\n"
                                      "以建设平台为抓手，推动企业合作，共同发展。\n\n"
                                      "二是推动示范集团与示范大学合作，联合成立研究机构\n\n"
                                      "并且投入使用，形成了从研究到生产的链条。\n\n"
                                      "一、持续做好服务\n\n"
                                      "示范区持续做好服务，不断完善产业的服务体系和政策\n\n"
                                      "体系，打造示范产业的新高地，形成新的优势，为了让企业\n\n"
                                      "安心发展而不断努力。\n\n"
                                      "最后感谢你们对示范区工作的支持，希望你们一如既往\n\n"
                                      "地支持示范区的发展，感谢你们对我们工作支持，欢迎提出\n\n"
                                      "新的建议，再谢。。\n\n"
                                      "示范区商务委员会\n\n"),
                 "+1:1 body 对示范区政协的答复\n"
                 "+1:3 body 示范区积极支持示范产业的发展，连年打造了许多公共\n"
                 " 1:5 body 服务平台，助推产业发展，推动企业与高校在许多方面合作\n"
                 " 1:7 body ，共同发展，取得了很好的效果，得到了各界的好评。一是\n"
                 " 1:9 body 以建设平台为抓手，推动企业合作，共同发展。\n"
                 "+1:11 body 二是推动示范集团与示范大学合作，联合成立研究机构\n"
                 " 1:13 body 并且投入使用，形成了从研究到生产的链条。\n"
                 "+1:15 body 一、持续做好服务\n"
                 "+1:17 body 示范区持续做好服务，不断完善产业的服务体系和政策\n"
                 " 1:19 body 体系，打造示范产业的新高地，形成新的优势，为了让企业\n"
                 " 1:21 body 安心发展而不断努力。\n"
                 "+1:23 body 最后感谢你们对示范区工作的支持，希望你们一如既往\n"
                 " 1:25 body 地支持示范区的发展，感谢你们对我们工作支持，欢迎提出\n"
                 " 1:27 body 新的建议，再谢。。\n"
                 "+1:29 body 示范区商务委员会\n");
}

static void finds_paragraphs_by_indents_and_stops(void **state)
{
    (void)state;
    /* indents are there */
    expect_lines(read_string("a.txt", "　　示范区支持示范产业发展，打造平台，推动示范集团与大\n"
                                      "学合作，联合成立了研究机构，并且已经投入使用了两年了。\n"
                                      "　　示范区支持示范产业发展，打造平台，推动示范集团与大\n"
                                      "学合作。\n"),
                 "+1:1 body 示范区支持示范产业发展，打造平台，推动示范集团与大\n"
                 " 1:2 body 学合作，联合成立了研究机构，并且已经投入使用了两年了。\n"
                 "+1:3 body 示范区支持示范产业发展，打造平台，推动示范集团与大\n"
                 " 1:4 body 学合作。\n");
    /* a short line that stops in mid-sentence goes on; a heading of two lines does not */
    expect_lines(read_string("a.txt", "示范区支持示范产业发展，打造平台。推动示范集团与示范大\n"
                                      "学合作，联合成立了研究机构，并且已经投入使用了两年了，\n"
                                      "还有一行写满了的文字，还有一行写满了的文字，还有一行写\n"
                                      "满了\n的文字。\n"
                                      "一、逐年擦亮示范园区品牌，培育示范产业创新生态、形成示\n"
                                      "范新高地\n示范区支持发展。\n"),
                 "+1:1 body 示范区支持示范产业发展，打造平台。推动示范集团与示范大\n"
                 " 1:2 body 学合作，联合成立了研究机构，并且已经投入使用了两年了，\n"
                 " 1:3 body 还有一行写满了的文字，还有一行写满了的文字，还有一行写\n"
                 " 1:4 body 满了\n 1:5 body 的文字。\n"
                 "+1:6 body 一、逐年擦亮示范园区品牌，培育示范产业创新生态、形成示\n"
                 " 1:7 body 范新高地\n+1:8 body 示范区支持发展。\n");
    /* each paragraph is a line, but one that was cut in mid-sentence */
    expect_lines(
        read_string(
            "a.txt",
            "一、逐年擦亮园区服务品牌，培育示范产业生态和青年社区以及新的孵化带和示范新家园\n"
            "一是示范大学与示范集团合作，联合成立了研究机构，并且在示范园内打造了新的平台，开\n"
            "展对接。\n二是继续做好。\n"),
        "+1:1 body 一、逐年擦亮园区服务品牌，培育示范产业生态和青年社区以及新的孵化带和示范新家园\n"
        "+1:2 body "
        "一是示范大学与示范集团合作，联合成立了研究机构，并且在示范园内打造了新的平台，开\n"
        " 1:3 body 展对接。\n+1:4 body 二是继续做好。\n");
}

/* --- encodings ---------------------------------------------------------------------------------
 */

/* A text in another encoding. */
static struct gt_buffer encode(const char *text, const char *encoding)
{
    struct gt_buffer out = {0};
    char room[4096], *in = (char *)(uintptr_t)text, *to = room;
    size_t left = strlen(text), space = sizeof room;
    iconv_t converter = iconv_open(encoding, "UTF-8");
    assert_int_equal(iconv(converter, &in, &left, &to, &space), 0);
    iconv_close(converter);
    gt_buffer_add(&out, room, sizeof room - space);
    return out;
}

static void reads_other_encodings(void **state)
{
    (void)state;
    static const char *const encodings[] = {"GB18030", "GBK", "GB2312", "UTF-16", "UTF-32"};
    const char *text = "长宁区科学技术委员会\n对提案的答复，“双创”２０２４年。";
    for (size_t i = 0; i < UNIT_COUNT(encodings); i++) {
        struct gt_buffer bytes = encode(text, encodings[i]);
        expect_lines(read_bytes("a.txt", bytes.bytes, bytes.n),
                     "+1:1 body 长宁区科学技术委员会\n+1:2 body "
                     "对提案的答复，“双创”２０２４年。\n");
        gt_buffer_fini(&bytes);
    }
    struct gt_buffer bytes = encode("𠮷林㐂长。", "GB18030"); /* four bytes a character */
    expect_lines(read_bytes("a.txt", bytes.bytes, bytes.n), "+1:1 body 𠮷林㐂长。\n");
    gt_buffer_fini(&bytes);
    bytes = encode("\xEF\xBB\xBF长宁。", "GB18030");
    expect_lines(read_bytes("a.txt", bytes.bytes, bytes.n), "+1:1 body 长宁。\n");
    gt_buffer_fini(&bytes);
}

static void refuses_wrong_bytes(void **state)
{
    (void)state;
    const char *damaged = "长宁区科学\xE6\x8A技术委员会"; /* the last byte of 技 is lost */
    expect_refusal("a.txt", damaged, strlen(damaged), "damaged text: byte 16 is not UTF-8");
    expect_refusal("a.txt", "abc\xFF\xFF", 5,
                   "neither UTF-8 (byte 4 is wrong) nor GB18030 (byte 4");
    expect_refusal("a.txt", "ab\0cd", 5, "a NUL character after 2 bytes");
    expect_refusal("a.txt", "\xFF\xFE\x00\xD8\x61\x00", 6, "byte 3 is not UTF-16LE");
    expect_refusal("a.txt", "\xFF\xFE\x61\x00\x00\x00", 6, "NUL");
    expect_refusal("a.txt", "", 0, "an empty file");
    expect_refusal("a.txt", " \n\t\xEF\xBB\xBF", 6, "no text");
    struct gt_buffer bytes = encode("长宁区科学技术委员会", "GB18030");
    expect_refusal("a.txt", bytes.bytes, bytes.n - 1, "nor GB18030 (byte 19 is wrong)");
    gt_buffer_fini(&bytes);
}

/* --- Markdown ----------------------------------------------------------------------------------
 */

static void reads_markdown(void **state)
{
    (void)state;
    expect_lines(
        read_string("a.md", "---\ntitle: 不读\n---\n# 对提案的答复 #\n\n"
                            "示例**集团**与*示例*大学[合作](http://a.b/c_d)，5*6，`代码`，a_b_c。\n"
                            "长科委[2024]5号 ![图](x.png)后\\*星[^1] <br>3<5 &amp; &nbsp;~~旧~~\n"
                            "二级\n---\n"
                            "- 一项\n  * 二项\n1. 三项\n+ \n> 引文\n\n"
                            "| 甲 | **乙** |\n|---|:-:|\n| 丙 | a\\|b |\n\n***\n"
                            "<!-- 不读\n也不读 -->读\n```text\n**原样**\n```\n末\n"),
        "+1:4 heading 对提案的答复\n"
        "+1:6 body 示例集团与示例大学合作，5*6，代码，a_b_c。\n"
        "+1:7 body 长科委[2024]5号 后*星 3<5 & 旧\n"
        "+1:8 heading 二级\n"
        "+1:10 item 一项\n+1:11 item 二项\n+1:12 item 1. 三项\n+1:14 body 引文\n"
        "+1:16 row 甲 乙\n+1:18 row 丙 a|b\n"
        "+1:22 body 读\n+1:24 body **原样**\n+1:26 body 末\n");
    expect_lines(
        read_string(
            "A.MD",
            "这一段在很长很长很长很长很长很长很长的一行之后才换行，因此\n还没有说完。\n又说。\n"),
        "+1:1 body 这一段在很长很长很长很长很长很长很长的一行之后才换行，因此\n"
        " 1:2 body 还没有说完。\n+1:3 body 又说。\n");
    expect_lines(read_string("a.txt", "# 不是标题 **\n"), "+1:1 body # 不是标题 **\n");
    expect_lines(read_string("a.md", "[[[[[甲](\n[a](b\n<a\n**\n"),
                 "+1:1 body [[[[[甲](\n+1:2 body [a](b\n+1:3 body <a\n");
}

/* What nests or never closes takes linear time. */
static void reads_hostile_markdown_in_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {"[", "![",   "[a](", "<", "*",  "_",
                                         "`", "<!--", ">",    "|", "\\", "&"};
    for (size_t i = 0; i < UNIT_COUNT(pieces); i++) {
        struct gt_buffer text = {0};
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        gt_buffer_text(&text, "字");
        while (text.n < 1000000)
            gt_buffer_text(&text, pieces[i]);
        assert_true(gt_folded_make("a.md", text.bytes, text.n, &folded, &err));
        gt_folded_free(folded);
        gt_buffer_fini(&text);
    }
}

/* --- HTML --------------------------------------------------------------------------------------
 */

static void reads_html(void **state)
{
    (void)state;
    expect_lines(
        read_string(
            "a.html",
            "<!DOCTYPE html><html><head><title>不读</title><style>p{}</style></head>\n"
            "<body><nav>导航</nav><div class=\"a breadcrumb\">首页</div>\n"
            "<h1>对提案的\n答复</h1>\n<p>示例<b>集团</b>与\n示例大学&nbsp;合作&lt;&#38;。</p>\n"
            "<script>var a = '<p>不读</p>';</script><p hidden>隐</p><p style=\"Display : "
            "none\">隐</p>\n"
            "<ul><li>一</li><li>二<br>三</li></ul>\n"
            "<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td><td>丁</td></tr></table>\n"
            "<table><tr><td>排版<p>段</p></td></tr></table>"
            "这一行写得很长很长很长很长很长很长很长很长很长还没有写完<br>就换行了。<br><br>末"
            "<footer>脚</footer></body></html>"),
        "+1:3 heading 对提案的 答复\n"
        "+1:5 body 示例集团与 示例大学 合作<&。\n"
        "+1:8 item 一\n+1:8 item 二\n+1:8 item 三\n"
        "+1:9 row 甲\n 1:9 row 乙\n+1:9 row 丙\n 1:9 row 丁\n"
        "+1:10 body 排版\n+1:10 body 段\n"
        "+1:10 body 这一行写得很长很长很长很长很长很长很长很长很长还没有写完\n 1:10 body "
        "就换行了。\n"
        "+1:10 body 末\n");
}

/* The part of a page that is the document, when it is large enough to be. */
static void finds_the_main_part_of_a_page(void **state)
{
    (void)state;
    struct gt_buffer page = {0};
    gt_buffer_text(&page, "<html><body><div>网站的栏目和链接</div><h1>答复</h1><div id=\"Zoom\">");
    for (int i = 0; i < 10; i++)
        gt_buffer_text(&page, "<p>示例集团与示例大学合作。</p>");
    gt_buffer_text(&page, "<header>文头</header></div><div>相关链接</div></body></html>");
    struct gt_folded *folded = read_string("a.html", page.bytes);
    assert_null(strstr(folded->text, "栏目"));
    assert_null(strstr(folded->text, "相关"));
    assert_non_null(strstr(folded->text, "文头"));
    assert_memory_equal(folded->text, "答复示例", 12);
    gt_folded_free(folded);
    gt_buffer_fini(&page);
    folded = read_string("a.html",
                         "<html><body><div>正文在外面</div><div id=zoom>小</div></body></html>");
    assert_string_equal(folded->text, "正文在外面小");
    gt_folded_free(folded);
}

/* Zero-width blanks and soft hyphens of a page are not seen; of plain text nothing is left out. */
static void leaves_out_what_is_not_seen(void **state)
{
    (void)state;
    expect_lines(read_string("a.html", "<p>蓝鲸&#8203;生&shy;物&zwnj;科技</p>"),
                 "+1:1 body 蓝鲸生物\xE2\x80\x8C科技\n");
    struct gt_folded *folded = read_string("a.txt", "蓝鲸\xE2\x80\x8B生物");
    assert_int_equal(folded->length, 5);
    gt_folded_free(folded);
}

static void expect_document(const char *head, const char *foot, const char *wanted)
{
    struct gt_buffer page = {0};
    gt_buffer_format(&page, "<html><head><title>网站</title></head><body>%s", head);
    for (int i = 0; i < 10; i++)
        gt_buffer_text(&page, "<p>示例集团与示例大学合作。</p>");
    gt_buffer_format(&page, "%s</body></html>", foot);
    struct gt_folded *folded = read_string("a.html", page.bytes);
    struct gt_buffer all = {0};
    for (int i = 0; i < 10; i++)
        gt_buffer_text(&all, "示例集团与示例大学合作。");
    const char *body = strstr(folded->text, all.bytes);
    assert_non_null(body);
    struct gt_buffer rest = {0};
    gt_buffer_add(&rest, folded->text, (size_t)(body - folded->text));
    gt_buffer_format(&rest, "|%s", body + all.n);
    assert_string_equal(rest.bytes, wanted);
    gt_buffer_fini(&rest);
    gt_folded_free(folded);
    gt_buffer_fini(&all);
    gt_buffer_fini(&page);
}

/* Title and number in boxes of their own above the marked part, and what is the site's around it.
 */
static void finds_title_and_number_of_a_page(void **state)
{
    (void)state;
    static const char head[] =
        "<ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li></ul>"
        "<div>当前位置：<a>首页</a> &gt; <a>提案办理</a> &gt; 关于第1号提案的答复</div>"
        "<table><tr><td>索 引 号：</td><td>00-1</td></tr><tr><td>发文字号：</td>"
        "<td>示科〔2024〕18号</td></tr></table>"
        "<div class=bt>关于区政协第1号提案的答复</div><a>关于区政协第2号提案的答复</a>"
        "<div>发布时间：2024-05-06 【字体：大 中 小】</div>";
    static const char foot[] =
        "<p>示例区科学技术局</p><p>【打印本页】【关闭窗口】</p></div><h3>相关链接</h3>"
        "<ul><li><a>其他答复</a></li></ul><div>版权所有：示例区人民政府 沪ICP备1号</div>";
    struct gt_buffer marked = {0};
    gt_buffer_format(&marked, "%s<div class=\"TRS_Editor\">", head);
    expect_document(marked.bytes, foot,
                    "示科〔2024〕18号关于区政协第1号提案的答复|示例区科学技术局");
    gt_buffer_fini(&marked);
}

/* No part is marked: menus and lines of the site go, links in sentences stay. */
static void leaves_menus_out_of_a_page(void **state)
{
    (void)state;
    expect_document("<div><a>首页</a></div><div><a>政务公开</a></div><div><a>政民互动</a></div>"
                    "<p>关于第1号提案的答复</p><p><a>附件</a></p><p>见<a>示例网</a>。</p>",
                    "<p>示例区科学技术局</p><p>技术支持示例公司成长。</p>"
                    "<p>主办：示例区政府 版权所有</p><p>Copyright 2024</p><p>网站标识码：1</p>",
                    "关于第1号提案的答复附件见示例网。|示例区科学技术局技术支持示例公司成长。");
}

static void reads_html_in_other_encodings(void **state)
{
    (void)state;
    static const char *const charsets[] = {"gb2312", "GBK", "gb18030", "utf-8", "iso-8859-1"};
    for (size_t i = 0; i < UNIT_COUNT(charsets); i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=%s\">"
                 "</head><body><p>镕基“答复”</p></body></html>",
                 charsets[i]); /* 镕 is in GBK, not in GB 2312 */
        struct gt_buffer bytes = encode(text, i == 3 ? "UTF-8" : "GB18030");
        expect_lines(read_bytes("x", bytes.bytes, bytes.n), "+1:1 body 镕基“答复”\n");
        gt_buffer_fini(&bytes);
    }
    struct gt_buffer bytes = encode("<html><meta charset=big5><p>區政協", "BIG5");
    expect_lines(read_bytes("x", bytes.bytes, bytes.n), "+1:1 body 區政協\n");
    gt_buffer_fini(&bytes);
}

static void refuses_hostile_html(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "<html>");
    for (int i = 0; i < 1000000; i++)
        gt_buffer_text(&text, "<div>");
    expect_refusal("a.html", text.bytes, text.n, "more than 2000 elements in each other");
    gt_buffer_clear(&text);
    gt_buffer_text(&text, "<html>");
    for (int i = 0; i < 300000; i++)
        gt_buffer_text(&text, "<b><p>x");
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    if (!gt_folded_make("a.html", text.bytes, text.n, &folded, &err))
        assert_int_equal(err.status, GT_DATA);
    gt_folded_free(folded);
    gt_buffer_clear(&text);
    gt_buffer_text(&text, "<!DOCTYPE html [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><p>&b;x</p>");
    folded = read_bytes("a.html", text.bytes, text.n);
    assert_non_null(strstr(folded->text, "x")); /* HTML has no entities of its own to expand */
    gt_folded_free(folded);
    gt_buffer_fini(&text);
}

/* --- files -------------------------------------------------------------------------------------
 */

/* What several threads read at once, and what they read of it. */
static void *read_many(void *context)
{
    static const char *const texts[][2] = {{"a.html", "<p>示例集团</p>"},
                                           {"a.txt", "\xCA\xBE\xC0\xFD\xBC\xAF\xCD\xC5"},
                                           {"a.md", "**示例**集团"}};
    size_t *right = context;
    for (size_t i = 0; i < 30; i++) {
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        const char *const *text = texts[i % UNIT_COUNT(texts)];
        if (gt_folded_make(text[0], text[1], strlen(text[1]), &folded, &err))
            *right += strcmp(folded->text, "示例集团") == 0;
        gt_folded_free(folded);
    }
    return NULL;
}

static void reads_in_threads(void **state)
{
    (void)state;
    enum { THREADS = 6 };
    pthread_t threads[THREADS];
    size_t right[THREADS] = {0};
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_many, &right[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(right[i], 30);
    }
}

static void refuses_what_is_not_read(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
        const char *words;
    } files[] = {
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1zz", 10, "save it as docx or PDF"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
         "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
         40, "password"},
        {"{\\rtf1 x}", 9, "RTF"},
        {"\x89PNG\r\n", 6, "OCR"},
        {"\xFF\xD8\xFF\xE0", 4, "OCR"},
        {"MIME-Version: 1.0\n", 18, "MHTML"},
        {"\x1F\x8B\x08", 3, "unpack"},
        {"PK\3\4", 4, "zip"},
        {"PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "without a Word document"},
        {"%PDF-1.7\n", 9, "damaged PDF"},
        {"junk in front %PDF-1.7\n", 23, "damaged PDF"},
    };
    for (size_t i = 0; i < UNIT_COUNT(files); i++)
        expect_refusal("a.txt", files[i].bytes, files[i].n, files[i].words);
}

static void tells_forms_by_content(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        enum gt_form form;
    } files[] = {
        {"a.pdf", "只是文字", GT_FORM_text},
        {"a.txt", "<!-- x --> <HTML><p>页", GT_FORM_html},
        {"a.txt", "<?xml version=\"1.0\"?>\n<!DOCTYPE html><p>页</p>", GT_FORM_html},
        {"a.html", "只是文字", GT_FORM_text},
        {"a.htm", "<p>片段</p>", GT_FORM_html},
        {"a.txt", "<p>文字</p>", GT_FORM_text},
        {"a.markdown", "文", GT_FORM_markdown},
        {".md", "文", GT_FORM_text},
        {"a.docx", "文", GT_FORM_text},
        {"a.txt", "<!-- 没有结尾", GT_FORM_text},
    };
    for (size_t i = 0; i < UNIT_COUNT(files); i++) {
        struct gt_folded *folded = read_string(files[i].name, files[i].text);
        assert_int_equal(folded->form, files[i].form);
        gt_folded_free(folded);
    }
}

static void reads_files(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    put_file("a.txt", "答 复\n");
    assert_true(gt_folded_read("a.txt", &folded, &err));
    assert_string_equal(folded->text, "答复");
    gt_folded_free(folded);
    assert_false(gt_folded_read("missing.txt", &folded, &err));
    assert_int_equal(err.status, GT_FILE);
    assert_null(folded);
    put_file("bad.txt", "\xFF");
    err = (struct gt_error){0};
    assert_false(gt_folded_read("bad.txt", &folded, &err));
    assert_int_equal(err.status, GT_DATA);
    assert_memory_equal(err.text, "bad.txt: neither", 16);
}

/* One byte too many, in text and in the file; and what is just within. */
static void has_limits(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    gt_buffer_repeat(&text, 'a', GT_DOCUMENT_TEXT);
    struct gt_folded *folded = read_bytes("a.txt", text.bytes, text.n);
    assert_int_equal(folded->length, GT_DOCUMENT_TEXT);
    gt_folded_free(folded);
    gt_buffer_text(&text, "a");
    expect_refusal("a.txt", text.bytes, text.n, "more than the limit of 16 MiB of text");
    expect_refusal("a.md", text.bytes, text.n, "16 MiB");
    gt_buffer_fini(&text);
    int file = open("big", O_CREAT | O_WRONLY, 0600);
    assert_int_equal(ftruncate(file, (off_t)GT_DOCUMENT_BYTES + 1), 0);
    close(file);
    struct gt_error err = {0};
    assert_false(gt_folded_read("big", &folded, &err));
    assert_int_equal(err.status, GT_DATA);
    assert_string_equal(err.text, "big: larger than the limit of 128 MiB");
}

/* Random bytes, and a page with bytes changed: read or refused, in whatever form they look like. */
static void survives_random_bytes(void **state)
{
    (void)state;
    static const char *const heads[] = {"",       "%PDF-1.4\n", "<html>", "\xEF\xBB\xBF",
                                        "PK\3\4", "\xFF\xFE",   "---\n"};
    uint64_t seed = 3;
    for (int i = 0; i < 140; i++) {
        struct gt_buffer text = {0};
        struct gt_error err = {0};
        struct gt_folded *folded = NULL;
        gt_buffer_text(&text, heads[(size_t)i % UNIT_COUNT(heads)]);
        for (uint32_t k = unit_below(&seed, 3000); k > 0; k--) {
            char byte = (char)unit_random(&seed);
            gt_buffer_add(&text, &byte, 1);
        }
        if (!gt_folded_make(i % 2 ? "a.md" : "a", gt_buffer_string(&text), text.n, &folded, &err))
            assert_int_equal(err.status, GT_DATA);
        gt_folded_free(folded);
        gt_buffer_fini(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds_plain_text),
        cmocka_unit_test(agrees_with_folding_the_whole),
        cmocka_unit_test(finds_paragraphs_of_broken_lines),
        cmocka_unit_test(finds_paragraphs_by_indents_and_stops),
        cmocka_unit_test(reads_other_encodings),
        cmocka_unit_test(refuses_wrong_bytes),
        cmocka_unit_test(reads_markdown),
        cmocka_unit_test(reads_hostile_markdown_in_time),
        cmocka_unit_test(reads_html),
        cmocka_unit_test(finds_the_main_part_of_a_page),
        cmocka_unit_test(leaves_out_what_is_not_seen),
        cmocka_unit_test(finds_title_and_number_of_a_page),
        cmocka_unit_test(leaves_menus_out_of_a_page),
        cmocka_unit_test(reads_html_in_other_encodings),
        cmocka_unit_test(refuses_hostile_html),
        cmocka_unit_test(reads_in_threads),
        cmocka_unit_test(refuses_what_is_not_read),
        cmocka_unit_test(tells_forms_by_content),
        folder_test(reads_files),
        folder_test(has_limits),
        cmocka_unit_test(survives_random_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
