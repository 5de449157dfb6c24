/* test_metadata.c: what replies say of themselves: districts and cities, every bracket, missing
 * parts, and the real replies where they are at hand. All documents here are invented. */
#include "unit/unit.h"

#include "base/file.h"
#include "read/text_trace.h"

#include <string.h>

/* A document, and what is to be read; null: nothing. */
struct reply {
    const char *file, *text;
    const char *id, *number, *title, *issuer, *issuer_name, *date, *district, *area;
    const char *proposal, *session, *kind;
    bool congress;
    const char *first, *last; /* how the body begins and ends */
};

static const struct reply replies[] = {
    {
        .file = "a.txt",
        .text = "上海市徐汇区商务委员会文件\n\n徐商务发〔2023〕12 号\n\n"
                "对徐汇区政协第十五届二次会议\n第 076 号提案的答复\n\n"
                "办理结果：解决或采纳 签发人：王某某\n\n李某委员、赵某委员：\n\n"
                "你们提出的提案收悉，现答复如下。\n我委已与示例大学合作。\n感谢支持！\n\n"
                "上海市徐汇区商务委员会\n\n2023 年 5 月 6 日\n\n"
                "联系人：张三 联系电话：00000000\n联系地址：某路 1 号 邮政编码：200000\n",
        .id = "xuhui-commerce-2023-12",
        .number = "徐商务发〔2023〕12号",
        .title = "对徐汇区政协第十五届二次会议第076号提案的答复",
        .issuer = "xuhui-commerce-commission",
        .issuer_name = "上海市徐汇区商务委员会",
        .date = "2023-05-06",
        .district = "xuhui",
        .area = "徐汇区",
        .proposal = "076",
        .session = "徐汇区政协第十五届二次会议",
        .kind = "答复",
        .first = "你们提出的",
        .last = "感谢支持！",
    },
    {
        /* a congress, Chinese numerals, square brackets, short signature */
        .file = "b.txt",
        .text = "静科委[2022]7号\n关于静安区第十七届人大一次会议第〇三一号代表建议的答复函\n"
                "钱某代表：\n您的建议收悉。\n特此函复。\n静安区科学技术委员会\n二〇二二年十一月三十"
                "日\n",
        .id = "jingan-science-2022-7",
        .number = "静科委〔2022〕7号",
        .title = "关于静安区第十七届人大一次会议第〇三一号代表建议的答复函",
        .issuer = "jingan-science-commission",
        .issuer_name = "静安区科学技术委员会",
        .date = "2022-11-30",
        .district = "jingan",
        .area = "静安区",
        .proposal = "031",
        .session = "静安区第十七届人大一次会议",
        .kind = "答复",
        .congress = true,
        .first = "您的建议",
        .last = "特此函复。",
    },
    {
        /* 会办意见 without letter-head or signature: the number tells who, the text the kind */
        .file = "c.txt",
        .text =
            "办理结果：采纳\n浦科经委【2024】15号\n对区政协七届三次会议\n第0123号提案的会办意见\n"
            "区发改委：\n关于提案的会办意见如下。\n浦东新区将建设示范平台。\n"
            "以上意见供你单位答复时参考。\n",
        .id = "pudong-science-economy-2024-15",
        .number = "浦科经委〔2024〕15号",
        .title = "对区政协七届三次会议第0123号提案的会办意见",
        .issuer = "pudong-science-economy-commission",
        .issuer_name = "浦东新区科学技术和经济信息化委员会",
        .date = "2024",
        .district = "pudong",
        .area = "浦东新区",
        .proposal = "0123",
        .session = "区政协七届三次会议",
        .kind = "会办意见",
        .first = "关于提案",
        .last = "时参考。",
    },
    {
        /* another city: full-width brackets and digits, title begins with the issuer */
        .file = "docs/Hangzhou reply (2).pdf",
        .text = "杭州市科学技术局文件\n杭科函（２０２４）第１８号\n"
                "杭州市科学技术局关于市政协十二届三次会议第45号提案的答复（A类）\n孙某委员：\n"
                "提案收悉。\n杭州市科学技术局\n2024年7月1日\n抄送：市政协提案委\n",
        .id = "hangzhou-science-2024-18",
        .number = "杭科函〔2024〕18号",
        .title = "杭州市科学技术局关于市政协十二届三次会议第45号提案的答复（A类）",
        .issuer = "hangzhou-science-bureau",
        .issuer_name = "杭州市科学技术局",
        .date = "2024-07-01",
        .area = "杭州市",
        .proposal = "45",
        .session = "市政协十二届三次会议",
        .kind = "答复",
        .first = "提案收悉",
        .last = "提案收悉。",
    },
    {
        /* a district elsewhere: the agency keeps its name, the file gives the id */
        .file = "in/Xihu Reply_2024.docx",
        .text = "杭州市西湖区科学技术局\n西科〔2024〕3号\n对区政协六届三次会议第12号提案的函复\n"
                "周某委员：\n提案收悉。\n杭州市西湖区科学技术局\n2024-06-05\n",
        .id = "xihu-reply-2024",
        .number = "西科〔2024〕3号",
        .title = "对区政协六届三次会议第12号提案的函复",
        .issuer_name = "杭州市西湖区科学技术局",
        .date = "2024-06-05",
        .area = "西湖区",
        .proposal = "12",
        .session = "区政协六届三次会议",
        .kind = "函复",
        .first = "提案收悉",
        .last = "提案收悉。",
    },
    {
        /* no number: the proposal's goes into the id; the fuller name wins; no salutation */
        .file = NULL,
        .text = "虹口区教育局\n对虹口区政协十五届四次会议第015号提案的答复\n"
                "提案收悉，现答复如下。\n已建成示范中心。\n上海市虹口区教育局\n二○二五年四月九日\n"
                "（此件公开发布）\n",
        .id = "hongkou-education-2025-015",
        .title = "对虹口区政协十五届四次会议第015号提案的答复",
        .issuer = "hongkou-education-bureau",
        .issuer_name = "上海市虹口区教育局",
        .date = "2025-04-09",
        .district = "hongkou",
        .area = "虹口区",
        .proposal = "015",
        .session = "虹口区政协十五届四次会议",
        .kind = "答复",
        .first = "提案收悉",
        .last = "示范中心。",
    },
    {
        /* numbers and dates that the body cites are not the document's */
        .file = "note.txt",
        .text = "对闵行区政协七届一次会议第9号提案的答复\n吴某委员：\n"
                "根据沪府发〔2021〕3号文件，2021年2月3日发布了方案。\n"
                "2022年，区投促局继续推进，联系电话从略。\n闵行区投资促进局\n2023年1月\n",
        .id = "minhang-investment-2023-9",
        .title = "对闵行区政协七届一次会议第9号提案的答复",
        .issuer = "minhang-investment-bureau",
        .issuer_name = "闵行区投资促进局",
        .date = "2023-01",
        .district = "minhang",
        .area = "闵行区",
        .proposal = "9",
        .session = "闵行区政协七届一次会议",
        .kind = "答复",
        .first = "根据沪府",
        .last = "从略。",
    },
    {
        /* the print run tells the date and the issuer */
        .file = "x.txt",
        .text = "宝经信委〔2024〕31号\n关于对区政协九届三次会议第088号提案的办理意见\n郑某委员：\n"
                "提案收悉。\n特此答复。\n宝山区经济和信息化委员会办公室 2024年3月8日印发\n",
        .id = "baoshan-economy-informatization-2024-31",
        .number = "宝经信委〔2024〕31号",
        .title = "关于对区政协九届三次会议第088号提案的办理意见",
        .issuer = "baoshan-economy-informatization-commission",
        .issuer_name = "宝山区经济和信息化委员会",
        .date = "2024-03-08",
        .district = "baoshan",
        .area = "宝山区",
        .proposal = "088",
        .session = "区政协九届三次会议",
        .kind = "办理意见",
        .first = "提案收悉",
        .last = "特此答复。",
    },
    {
        /* two agencies sign; contacts above an attachment end the body */
        .file = "y.txt",
        .text = "嘉定区人民政府办公室\n对嘉定区政协第七届三次会议第101号提案的答复\n冯某委员：\n"
                "提案收悉，我们认真研究，现将有关情况答复如下，请审阅。\n嘉定区人民政府办公室\n"
                "嘉定区农业农村委员会\n2024年2月29日\n联系人：陈某 电话：00000000\n"
                "附件：名单\n一、示例公司\n",
        .id = "jiading-government-2024-101",
        .title = "对嘉定区政协第七届三次会议第101号提案的答复",
        .issuer = "jiading-government-office",
        .issuer_name = "嘉定区人民政府办公室",
        .date = "2024-02-29",
        .district = "jiading",
        .area = "嘉定区",
        .proposal = "101",
        .session = "嘉定区政协第七届三次会议",
        .kind = "答复",
        .first = "提案收悉",
        .last = "请审阅。",
    },
    {
        /* an impossible date is none; a letter-spaced number; a district that the text never names
         */
        .file = "对提案的答复.txt",
        .text = "长 科 委〔2024〕6 号\n对市政协十四届二次会议第5号提案的答复\n韩某委员：\n"
                "提案收悉。\n岳麓山大学科技城正在建设。\n2024年2月30日\n",
        .id = "document-",
        .number = "长科委〔2024〕6号",
        .title = "对市政协十四届二次会议第5号提案的答复",
        .date = "2024",
        .proposal = "5",
        .session = "市政协十四届二次会议",
        .kind = "答复",
        .first = "提案收悉",
        .last = "2024年2月30日",
    },
    {
        /* a greeting behind the salutation; a seal; a class and an opinion between the lines */
        .file = "q.txt",
        .text = "上海市青浦区经济委员会\n青经委函〔2023〕11号\nA类\n同意公开\n"
                "对区政协六届二次会议第062034号\n提案的答复\n何委员：您好！\n"
                "提案收悉。\n上海市青浦区经济委员会（盖章）\n2023年6月9日\n",
        .id = "qingpu-economy-2023-11",
        .number = "青经委函〔2023〕11号",
        .title = "对区政协六届二次会议第062034号提案的答复",
        .issuer = "qingpu-economy-commission",
        .issuer_name = "上海市青浦区经济委员会",
        .date = "2023-06-09",
        .district = "qingpu",
        .area = "青浦区",
        .proposal = "062034",
        .session = "区政协六届二次会议",
        .kind = "答复",
        .first = "您好！提案",
        .last = "提案收悉。",
    },
    {
        /* the committee's own way of naming a session; a party's department signs */
        .file = "r.txt",
        .text = "关于政协上海市杨浦区第十五届委员会第三次会议第153015号提案的答复\n"
                "尊敬的许某等3位委员：\n提案收悉。\n中共上海市杨浦区委组织部\n2024年8月\n",
        .id = "yangpu-organisation-department-2024-153015",
        .title = "关于政协上海市杨浦区第十五届委员会第三次会议第153015号提案的答复",
        .issuer = "yangpu-organisation-department",
        .issuer_name = "中共上海市杨浦区委组织部",
        .date = "2024-08",
        .area = "杨浦区",
        .district = "yangpu",
        .proposal = "153015",
        .session = "政协上海市杨浦区第十五届委员会第三次会议",
        .kind = "答复",
        .first = "提案收悉",
        .last = "提案收悉。",
    },
    {
        /* a municipal reply to a congress, by a bureau of the state */
        .file = "s.txt",
        .text = "关于对上海市十六届人大二次会议第0512号代表建议的答复\n办理结果：留作参考\n"
                "代表：\n建议收悉。\n国家税务总局上海市崇明区税务局\n2024年3月18日\n",
        .id = "chongming-tax-2024-0512",
        .title = "关于对上海市十六届人大二次会议第0512号代表建议的答复",
        .issuer = "chongming-tax-bureau",
        .issuer_name = "国家税务总局上海市崇明区税务局",
        .date = "2024-03-18",
        .area = "崇明区",
        .district = "chongming",
        .proposal = "0512",
        .session = "上海市十六届人大二次会议",
        .kind = "答复",
        .congress = true,
        .first = "建议收悉",
        .last = "建议收悉。",
    },
    {
        /* nothing of it: prose */
        .file = "prose.txt",
        .text = "今天天气很好。\n我们去了公园，看见了许多花。\n",
        .id = "prose",
        .first = "今天",
        .last = "许多花。",
    },
    {
        /* a single line that looks like much */
        .file = "1.txt",
        .text = "第",
        .id = "document-",
        .first = "第",
        .last = "第",
    },
};

static struct gt_folded *fold(const char *text)
{
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    if (!gt_folded_make("x.txt", text, strlen(text), &folded, &err))
        fail_msg("%s", err.text);
    return folded;
}

/* A text and what it says of itself. */
struct read {
    struct gt_arena arena;
    struct gt_folded *folded;
    struct gt_metadata found;
};

static struct read read_text(const char *file, const char *text)
{
    struct read read = {.folded = fold(text)};
    gt_metadata_read(read.folded, file, &read.arena, &read.found);
    return read;
}

static void forget(struct read *read)
{
    gt_folded_free(read->folded);
    gt_arena_fini(&read->arena);
}

static void expect(const char *file, const char *what, const char *found, const char *wanted)
{
    if (found == wanted || (found && wanted && strcmp(found, wanted) == 0))
        return;
    fail_msg("%s: %s is %s, not %s", file ? file : "-", what, found ? found : "null",
             wanted ? wanted : "null");
}

static void expect_body(const struct gt_folded *folded, const struct gt_metadata *found,
                        const struct reply *reply)
{
    struct gt_arena arena = {0};
    const char *body = gt_folded_copy(folded, found->body_start, found->body_end, &arena);
    size_t n = strlen(body), m = strlen(reply->last);
    if (strncmp(body, reply->first, strlen(reply->first)) != 0 || n < m ||
        strcmp(body + n - m, reply->last) != 0)
        fail_msg("%s: the body is %s", reply->file ? reply->file : "-", body);
    gt_arena_fini(&arena);
}

static void expect_reply(const struct reply *reply)
{
    struct read read = read_text(reply->file, reply->text);
    if (strcmp(reply->id, "document-") == 0)
        assert_memory_equal(read.found.id, reply->id, strlen(reply->id));
    else
        expect(reply->file, "id", read.found.id, reply->id);
#define EXPECT(name, field) expect(reply->file, #name, read.found.name, reply->field)
    EXPECT(number, number);
    EXPECT(title, title);
    EXPECT(issuer, issuer);
    EXPECT(issuer_name, issuer_name);
    EXPECT(date, date);
    EXPECT(district, district);
    EXPECT(district_name, area);
    EXPECT(proposal, proposal);
    EXPECT(session, session);
    EXPECT(kind, kind);
#undef EXPECT
    assert_int_equal(read.found.congress, reply->congress);
    expect_body(read.folded, &read.found, reply);
    forget(&read);
}

static void reads_invented_replies(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(replies); i++)
        expect_reply(&replies[i]);
}

/* Every bracket that people write, and what is no number. */
static void reads_numbers_in_all_brackets(void **state)
{
    (void)state;
    static const char *const brackets[][2] = {{"〔", "〕"}, {"[", "]"},  {"【", "】"},
                                              {"（", "）"}, {"(", ")"},  {"［", "］"},
                                              {"〖", "〗"}, {"〈", "〉"}};
    static const char *const years[] = {"2024",    "２０２４", "二〇二四",
                                        "二○二四", "二零二四", "2024年"};
    static const char *const none[] = {"〔2024〕5号",      "科〔2024〕5号",   "长科委〔1024〕5号",
                                       "长科委〔2024〕号", "长科委〔2024〕5", "长科委2024〕5号",
                                       "长科委〔20245号",  "abc〔2024〕5号"};
    for (size_t b = 0; b < UNIT_COUNT(brackets); b++)
        for (size_t y = 0; y < UNIT_COUNT(years); y++) {
            char text[128];
            snprintf(text, sizeof text, "急件 长科委%s%s%s 5 号\n", brackets[b][0], years[y],
                     brackets[b][1]);
            struct read read = read_text(NULL, text);
            expect(text, "number", read.found.number, "长科委〔2024〕5号");
            forget(&read);
        }
    for (size_t i = 0; i < UNIT_COUNT(none); i++) {
        struct read read = read_text(NULL, none[i]);
        expect(none[i], "number", read.found.number, NULL);
        forget(&read);
    }
}

static void reads_dates_of_all_kinds(void **state)
{
    (void)state;
    static const char *const dates[][2] = {
        {"2024年4月19日", "2024-04-19"},
        {"２０２４年０４月０９日", "2024-04-09"},
        {"二〇二四年四月十九日", "2024-04-19"},
        {"二○二四年十月十日", "2024-10-10"},
        {"二零二四年十二月三十一日", "2024-12-31"},
        {"二〇二四年一月二十日", "2024-01-20"},
        {"2024.4.19", "2024-04-19"},
        {"2024/04/19", "2024-04-19"},
        {"2024-04-19", "2024-04-19"},
        {"2024年4月", "2024-04"},
        {"2024年2月29日", "2024-02-29"},
        {"2023年2月29日", NULL},
        {"2024年13月1日", NULL},
        {"2024年4月31日", NULL},
        {"12024年4月1日", NULL},
        {"1024年4月1日", NULL},
        {"2024年4月19号", "2024-04-19"},
        {"2000年2月29日", "2000-02-29"},
        {"2100年2月29日", NULL},
        {"2024.4", NULL},
    };
    for (size_t i = 0; i < UNIT_COUNT(dates); i++) {
        char text[160];
        snprintf(text, sizeof text, "对提案的答复\n某某委员：\n正文。\n长宁区教育局\n%s\n",
                 dates[i][0]);
        struct read read = read_text(NULL, text);
        expect(text, "date", read.found.date, dates[i][1]);
        forget(&read);
    }
}

/* No contact of any shape gets into a field or the body. */
static void leaves_contacts_alone(void **state)
{
    (void)state;
    static const char *const contacts[] = {
        "联系人：张某甲 联系电话：13800000000",
        "联系人姓名：张某甲",
        "承办单位通讯地址：张某甲路1号",
        "电子邮件地址：zhang@example.org",
        "邮政编码：200000",
        "（联系人：张某甲；电话：13800000000）",
        "抄送：张某甲",
        "电话:13800000000",
        "传真：13800000000",
    };
    for (size_t i = 0; i < UNIT_COUNT(contacts); i++)
        for (int below = 0; below < 2; below++) {
            char text[512];
            const char *signature = "普陀区教育局\n2024年5月6日\n";
            snprintf(text, sizeof text,
                     "对区政协提案的答复\n某某委员：\n正文第一句。正文第二句。正文第三句，"
                     "又说了许多话，说完了。\n%s%s\n%s",
                     below ? signature : "", contacts[i], below ? "" : signature);
            struct read read = read_text(NULL, text);
            const char *body = gt_folded_copy(read.folded, read.found.body_start,
                                              read.found.body_end, &read.arena);
            expect(contacts[i], "body", body,
                   "正文第一句。正文第二句。正文第三句，又说了许多话，说完了。");
            expect(contacts[i], "issuer", read.found.issuer_name, "普陀区教育局");
            expect(contacts[i], "date", read.found.date, "2024-05-06");
            forget(&read);
        }
}

static void shows_what_was_read(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    struct gt_buffer out = {0};
    struct gt_metadata found;
    struct gt_folded *folded =
        fold("对区政协提案的答复\n某 委员：\n正文 A b。\n长宁区教育局\n2024年5月\n");
    gt_metadata_read(folded, "a.txt", &arena, &found);
    gt_text_trace(folded, &found, GT_EN, &out);
    assert_non_null(strstr(out.bytes, "plain text, pages: 1, characters: 31, SHA-256: "));
    assert_string_equal(strchr(out.bytes, '\n') + 1, "+1:1\t0-9\thead\tbody\t对区政协提案的答复\n"
                                                     "+1:2\t9-13\thead\tbody\t某 委员：\n"
                                                     "+1:3\t13-18\ttext\tbody\t正文 A b。\n"
                                                     "+1:4\t18-24\tfoot\tbody\t长宁区教育局\n"
                                                     "+1:5\t24-31\tfoot\tbody\t2024年5月\n");
    gt_buffer_clear(&out);
    gt_metadata_trace(&found, GT_ZH, &out);
    assert_string_equal(out.bytes,
                        "标识\ta\n文号\t-\n标题\t对区政协提案的答复\n"
                        "发文机关\t长宁区教育局\n发文机关标识\tchangning-education-bureau\n"
                        "日期\t2024-05\n区（标识）\tchangning\n所在地区\t长宁区\n"
                        "提案编号\t-\n会议\t-\n答复类型\t答复\n内容\t13-18\n");
    gt_buffer_fini(&out);
    gt_folded_free(folded);
    gt_arena_fini(&arena);
}

/* Every head and foot cut anywhere is read without a fault, and its ranges are within the text. */
static void survives_what_is_cut_off(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(replies); i++)
        for (size_t n = 1; n <= strlen(replies[i].text); n++) {
            struct gt_error err = {0};
            struct gt_arena arena = {0};
            struct gt_folded *folded;
            struct gt_metadata found;
            if (!gt_folded_make("x.txt", replies[i].text, n, &folded, &err))
                continue; /* in the middle of a character */
            gt_metadata_read(folded, "x.txt", &arena, &found);
            assert_true(found.body_start <= found.body_end && found.body_end <= folded->length);
            assert_non_null(found.id);
            gt_folded_free(folded);
            gt_arena_fini(&arena);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_invented_replies),   cmocka_unit_test(reads_numbers_in_all_brackets),
        cmocka_unit_test(reads_dates_of_all_kinds), cmocka_unit_test(leaves_contacts_alone),
        cmocka_unit_test(shows_what_was_read),      cmocka_unit_test(survives_what_is_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
