/* test_extract_sentences.c: invented sentences of replies: what they name, tie, deny and plan. */
#include "base/buffer.h"
#include "unit/one_extractor.h"

/* --- names --------------------------------------------------------------------------------------
 */

static const struct {
    const char *text, *form; /* form null: nothing is named */
    enum gt_node_type type;
} names[] = {
    {"依托云岭汇智孵化器开展服务。", "云岭汇智孵化器", GT_NODE_park},
    {"与星河大学通信与电子工程学院合作。", "星河大学通信与电子工程学院", GT_NODE_university},
    {"先后设立一批高质量孵化器。", NULL, GT_NODE_park},
    {"持续完善科技创新公共服务平台。", NULL, GT_NODE_platform},
    {"成立双碳服务联盟。", "双碳服务联盟", GT_NODE_alliance},
    {"完善产业联盟机制。", NULL, GT_NODE_alliance},
    {"积极支持江州市中小企业发展服务中心。", "江州市中小企业发展服务中心", GT_NODE_platform},
    {"打造“云上里”科创产业空间。", "云上里", GT_NODE_park},
    {"努力成为江州科创的“新引擎”。", NULL, GT_NODE_park},
    {"《江州市促进氢能产业发展若干措施（试行）》已实施。", "江州市促进氢能产业发展若干措施（试行）",
     GT_NODE_programme},
    {"区委、区政府高度重视。", "区政府", GT_NODE_agency},
    {"区委托第三方开展评估。", NULL, GT_NODE_agency},
    {"江州大学校长陈某远出席。", NULL, GT_NODE_hospital},
    {"由星河大学教授陈志远担任主任。", "陈志远", GT_NODE_person},
    {"深入挖掘一批青禾元、白鹭汇等关联企业。", "青禾元", GT_NODE_company},
    {"江州路100号已完成改造。", NULL, GT_NODE_place},
    {"与白鹭县签署协议。", "白鹭县", GT_NODE_place},
    {"沿江七市签署协议。", NULL, GT_NODE_place},
    {"省财政部门加大投入。", NULL, GT_NODE_agency},
    {"聘请清华大学开展评估。", "清华大学", GT_NODE_university},
    {"与三桥精机签署协议。", "三桥精机", GT_NODE_company},
    {"有关要求（江发改能源〔2024〕7号）已落实。", NULL, GT_NODE_company},
    {"印发了加快培育云岭氢能产业的指导意见。", "加快培育云岭氢能产业的指导意见", GT_NODE_programme},
    {"印发了一系列支持人才的指导意见。", NULL, GT_NODE_programme},
    {"抓住“两个大局”带来的机遇。", NULL, GT_NODE_agency},
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(names); i++) {
        struct sentence s;
        read_sentence(&extractor, names[i].text, strlen(names[i].text), &s);
        bool found = false;
        for (uint32_t k = 0; k < s.all.entities.n; k++) {
            const struct gt_entity *e = &s.all.entities.item[k];
            if (e->type != names[i].type || e->named == 0)
                continue;
            found = found || !names[i].form || strcmp(e->name, names[i].form) == 0 ||
                    gt_texts_have(&e->aliases, names[i].form);
        }
        if (found != (names[i].form != NULL)) {
            print_message("in %s\n", names[i].text);
            print_sentence(&s);
        }
        assert_int_equal(found, names[i].form != NULL);
        end_sentence(&s);
    }
}

/* --- ties ---------------------------------------------------------------------------------------
 */

static const struct {
    const char *text, *source;
    enum gt_edge_type type;
    const char *target;
    int status; /* -1: no such tie */
} ties[] = {
    {"星河大学的云岭光子学院已招生。", "云岭光子学院", GT_EDGE_part_of, "星河大学",
     GT_STATUS_ongoing},
    {"星河大学“光子雷达”项目已经启动。", "星河大学", GT_EDGE_organises, "光子雷达",
     GT_STATUS_ongoing},
    {"引入ZenLoop等企业。ZenLoop研发中心已开业。", "ZenLoop研发中心", GT_EDGE_part_of, "ZenLoop",
     GT_STATUS_ongoing},
    {"云岭光子大会由蓝鲸集团主办，星河大学协办。", "星河大学", GT_EDGE_organises, "云岭光子大会",
     GT_STATUS_past},
    {"推动云岭科学城与白鹭科学城合作建设云岭光子研究院。", "云岭区", GT_EDGE_supports, "云岭科学城",
     -1},
    {"与蓝鲸科学城对接，项目由蓝鲸集团投资。", "蓝鲸集团", GT_EDGE_invests_in, "蓝鲸科学城", -1},
    {"我局联合区财政局推出“云岭十条”。", "区财政局", GT_EDGE_issues, "云岭十条", GT_STATUS_past},
    {"云岭天使基金，是蓝鲸集团与星河大学设立的。", "星河大学", GT_EDGE_founds, "云岭天使基金",
     GT_STATUS_past},
    {"引入ZenLoop、MerRetail等企业。云岭科学城由蓝鲸集团与新加坡MerRetail合资开发。", "MerRetail",
     GT_EDGE_cooperates_with, "蓝鲸集团", GT_STATUS_ongoing},
    {"设立了云岭天使基金、白鹭里基金，管理人分别是蓝鲸集团、白鹭资本。", "蓝鲸集团",
     GT_EDGE_operates, "白鹭里基金", -1},
    {"经与区财政局、区商务局、区文旅局、区教育局、区卫健委等单位共同研究，现答复如下。", "云岭区",
     GT_EDGE_cooperates_with, "区财政局", -1},
    {"我区暂不设立云岭天使基金。", "云岭区", GT_EDGE_founds, "云岭天使基金", -1},
    {"同济大学资产经营有限公司入驻云岭科学城。", "同济大学资产经营有限公司", GT_EDGE_part_of,
     "同济大学", GT_STATUS_ongoing},
    {"云岭科学城已开园，云岭科学城二期年内开工。", "云岭科学城二期", GT_EDGE_part_of, "云岭科学城",
     GT_STATUS_ongoing},
    {"发展动力电池、驾驶辅助系统等新能源汽车产业。", "动力电池", GT_EDGE_part_of, "新能源汽车",
     GT_STATUS_ongoing},
    {"云岭光子研究院，院长由星河大学教授陈志远兼任。", "陈志远", GT_EDGE_leads, "云岭光子研究院",
     GT_STATUS_ongoing},
    {"云岭光子研究院，院长由星河大学教授陈志远兼任。", "陈志远", GT_EDGE_leads, "星河大学", -1},
    {"区财政局依据财政部印发的《云岭办法》开展评估。", "财政部", GT_EDGE_issues, "云岭办法",
     GT_STATUS_past},
    {"区财政局依据财政部印发的《云岭办法》开展评估。", "区财政局", GT_EDGE_issues, "云岭办法", -1},
    {"蓝鲸集团出资2亿元参与由白鹭资本管理的云岭天使基金。", "蓝鲸集团", GT_EDGE_invests_in,
     "云岭天使基金", GT_STATUS_ongoing},
    {"蓝鲸集团出资2亿元参与由白鹭资本管理的云岭天使基金。", "蓝鲸集团", GT_EDGE_invests_in,
     "白鹭资本", -1},
    {"支持蓝鲸集团与星河大学共建云岭光子实验室。", "云岭区", GT_EDGE_supports, "蓝鲸集团", -1},
    {"蓝鲸集团与江州、白鹭等地的同类机构开展合作。", "蓝鲸集团", GT_EDGE_cooperates_with, "白鹭县",
     -1},
    {"星河大学与蓝鲸集团联合申报的“光子雷达”项目列入云岭市雁阵计划。", "光子雷达",
     GT_EDGE_participates_in, "云岭市雁阵计划", GT_STATUS_past},
    {"星河大学与蓝鲸集团联合申报的“光子雷达”项目列入云岭市雁阵计划。", "星河大学",
     GT_EDGE_participates_in, "云岭市雁阵计划", -1},
    {"由区科技局批复、依托蓝鲸集团建设的云岭光子研究院已揭牌。", "区科技局", GT_EDGE_operates,
     "云岭光子研究院", -1},
    {"我区已成立云岭氢能产业联盟。", "云岭区", GT_EDGE_founds, "云岭氢能产业联盟", GT_STATUS_past},
    {"下一步，将成立云岭氢能产业联盟。", "云岭区", GT_EDGE_founds, "云岭氢能产业联盟",
     GT_STATUS_planned},
    {"目前尚未成立云岭氢能产业联盟。", "云岭区", GT_EDGE_founds, "云岭氢能产业联盟", -1},
    {"希望成立云岭氢能产业联盟。", "云岭区", GT_EDGE_founds, "云岭氢能产业联盟", -1},
    {"我委牵头区光子产业工作专班。", "云岭区科学技术局", GT_EDGE_leads, "区光子产业工作专班",
     GT_STATUS_ongoing},
    {"区科技局出台《云岭区人才若干措施》。", "云岭区科学技术局", GT_EDGE_issues,
     "云岭区人才若干措施", GT_STATUS_past},
    {"星河大学科技园位于云岭科学城。", "星河大学科技园", GT_EDGE_part_of, "星河大学",
     GT_STATUS_ongoing},
    {"打造面向长三角的云岭科学城。", "云岭区", GT_EDGE_operates, "云岭科学城", GT_STATUS_ongoing},
    {"打造面向长三角的云岭科学城。", "云岭区", GT_EDGE_operates, "长三角", -1},
    {"同济大学科技园聚焦新能源新材料等领域。", "同济大学科技园", GT_EDGE_focuses_on, "新材料",
     GT_STATUS_ongoing},
    {"成立云岭专家委员会，由星河大学教授陈志远担任主任。", "陈志远", GT_EDGE_affiliated_with,
     "星河大学", GT_STATUS_ongoing},
    {"星河大学陈志远教授主持研究。", "陈志远", GT_EDGE_affiliated_with, "星河大学",
     GT_STATUS_ongoing},
    {"我局抓好两件事：一是推动蓝鲸集团落户云岭科学城；二是支持云岭光子研究院发展。",
     "云岭区科学技术局", GT_EDGE_supports, "云岭光子研究院", GT_STATUS_ongoing},
    {"云岭孵化器由蓝鲸集团运营，聚焦氢能等领域。", "云岭孵化器", GT_EDGE_focuses_on, "氢能",
     GT_STATUS_ongoing},
    {"云岭孵化器由蓝鲸集团运营，聚焦氢能等领域。", "蓝鲸集团", GT_EDGE_focuses_on, "氢能", -1},
    {"推动南京市新能源发展。", "南京市", GT_EDGE_focuses_on, "新能源", GT_STATUS_ongoing},
    {"推动南京市新能源发展。", "云岭区", GT_EDGE_focuses_on, "新能源", -1},
    {"蓝鲸集团已建成投产。同时，与云岭大学开展合作。", "蓝鲸集团", GT_EDGE_cooperates_with,
     "云岭大学", GT_STATUS_ongoing},
    {"《国家能源局关于氢能工作的意见》已实施。", "国家能源局", GT_EDGE_issues,
     "国家能源局关于氢能工作的意见", GT_STATUS_past},
    {"经与区财政局共同研究，现答复如下。", "云岭区", GT_EDGE_cooperates_with, "区财政局", -1},
    {"杭州蓝鲸生物科技有限公司位于云岭科学城。蓝鲸生物入选云岭市雁阵计划。",
     "杭州蓝鲸生物科技有限公司", GT_EDGE_participates_in, "云岭市雁阵计划", GT_STATUS_past},
    {"支持蓝鲸集团设立云岭光子研究院。", "云岭区", GT_EDGE_supports, "蓝鲸集团", -1},
    {"支持蓝鲸集团设立云岭光子研究院。", "云岭区", GT_EDGE_supports, "云岭光子研究院",
     GT_STATUS_ongoing},
    {"制定《云岭区人才方案》，重点面向氢能、新型储能等领域。", "云岭区人才方案", GT_EDGE_focuses_on,
     "新型储能", GT_STATUS_ongoing},
    {"构建新型电力系统。", "云岭区", GT_EDGE_focuses_on, "电力", -1},
    {"支持白鹭县建设。", "云岭区", GT_EDGE_operates, "白鹭县", -1},
};

static void test_ties(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(ties); i++) {
        struct sentence s;
        read_sentence(&extractor, ties[i].text, strlen(ties[i].text), &s);
        const struct gt_relation *r = relation_of(&s, ties[i].source, ties[i].type, ties[i].target);
        if ((r ? (int)r->status : -1) != ties[i].status) {
            print_message("in %s\n", ties[i].text);
            print_sentence(&s);
        }
        assert_int_equal(r ? (int)r->status : -1, ties[i].status);
        end_sentence(&s);
    }
}

static void test_abbreviation(void **state)
{
    static const char text[] = "建设云岭低空飞行服务平台（以下简称“云飞台”）。云飞台已上线。";
    struct sentence s;
    (void)state;
    read_sentence(&extractor, text, sizeof text - 1, &s);
    uint32_t number = entity_of(&s, "云飞台");
    assert_int_not_equal(number, GT_NONE);
    assert_string_equal(s.all.entities.item[number].name, "云岭低空飞行服务平台");
    end_sentence(&s);
}

/* Without letter-head and signature the body tells whose reply it is. */
static void test_home(void **state)
{
    static const char text[] =
        "江苏省科技厅近年来持续发力。我省出台《江苏省氢能规划》，省科技厅印发"
        "《江苏省氢能办法》。我厅将会同省财政厅支持云岭光子研究院。";
    struct gt_error err = {.lang = GT_EN};
    struct sentence s = {0};
    (void)state;
    assert_true(gt_folded_make("sentence.txt", text, sizeof text - 1, &s.folded, &err));
    s.metadata = (struct gt_metadata){.id = "sentence", .body_end = s.folded->length};
    gt_read_document(&extractor, s.folded, &s.metadata, &s.arena, &s.all);
    assert_non_null(relation_of(&s, "江苏省", GT_EDGE_issues, "江苏省氢能规划"));
    assert_non_null(relation_of(&s, "我厅", GT_EDGE_issues, "江苏省氢能办法"));
    assert_int_equal(entity_of(&s, "我厅"), entity_of(&s, "省科技厅"));
    end_sentence(&s);
}

/* The unit of the issuer's area tells whose department a letter means. */
static void test_area(void **state)
{
    static const struct {
        const char *home, *issuer, *form;
        bool own;
    } cases[] = {
        {"苏州市", "苏州市科学技术局", "市科技局", true},
        {"湖北省", "湖北省科学技术厅", "省科技厅", true},
        {"余杭区", "杭州市余杭区科学技术局", "市科技局", false},
        {"余杭区", "杭州市余杭区科学技术局", "区科技局", true},
        {"宁夏回族自治区", "宁夏回族自治区发展改革委", "自治区发展改革委", true},
    };
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
        char text[256];
        struct gt_error err = {.lang = GT_EN};
        struct sentence s = {0};
        int n = snprintf(text, sizeof text, "%s支持云岭光子研究院发展。", cases[i].form);
        assert_true(gt_folded_make("sentence.txt", text, (size_t)n, &s.folded, &err));
        s.metadata = (struct gt_metadata){.id = "sentence",
                                          .issuer_name = cases[i].issuer,
                                          .district_name = cases[i].home,
                                          .body_end = s.folded->length};
        gt_read_document(&extractor, s.folded, &s.metadata, &s.arena, &s.all);
        assert_int_equal(entity_of(&s, cases[i].form) == s.all.entities.issuer, cases[i].own);
        end_sentence(&s);
    }
}

static void test_amount(void **state)
{
    static const char text[] = "2024年6月，白鹭资本出资三千二百万元入股江州光子基金。";
    struct sentence s;
    (void)state;
    read_sentence(&extractor, text, sizeof text - 1, &s);
    const struct gt_relation *r = relation_of(&s, "白鹭资本", GT_EDGE_invests_in, "江州光子基金");
    assert_non_null(r);
    assert_string_equal(r->date, "2024-06");
    assert_true(r->amount.present && r->amount.kind == GT_AMOUNT_committed);
    assert_true(r->amount.value > 31999999 && r->amount.value < 32000001);
    end_sentence(&s);
}

/* Words of the proposal are no statements of the reply. */
static void test_proposal(void **state)
{
    static const char text[] = "贵提案中，你们提出的“成立云岭氢能产业联盟”的建议很有价值。";
    struct sentence s;
    (void)state;
    read_sentence(&extractor, text, sizeof text - 1, &s);
    assert_int_equal(s.all.relations.n, 0);
    end_sentence(&s);
}

/* --- evidence, confidence -----------------------------------------------------------------------
 */

static void test_evidence(void **state)
{
    struct sentence s;
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(ties); i++) {
        read_sentence(&extractor, ties[i].text, strlen(ties[i].text), &s);
        for (uint32_t k = 0; k < s.all.relations.n; k++) {
            const struct gt_relation *r = &s.all.relations.item[k];
            assert_true(r->start < r->end && r->end <= s.folded->length);
            assert_true(r->end - r->start <= 120);
            assert_true(r->confidence > 0 && r->confidence <= 1);
            assert_true(r->rule && *r->rule);
        }
        end_sentence(&s);
    }
}

/* --- hostile text -------------------------------------------------------------------------------
 */

/* Random pieces of the language and of anything else: no crash, spans within the text. */
static void test_random(void **state)
{
    static const char *const pieces[] = {
        "的",   "与", "“",    "”",    "《",   "》",     "（",   "）",       "、",   "，",
        "。",   "\n", "；",   "云岭", "大学", "科技园", "推动", "成立",     "联盟", "等",
        "企业", "将", "A",    "7",    "亿元", "年",     "区",   "依托",     "打造", "基金",
        "一期", "——", "聚焦", "氢能", "\"",   "该",     "第一", "五大工程", "下属", "X"};
    uint64_t seed = 7;
    (void)state;
    for (int run = 0; run < 400; run++) {
        struct gt_buffer text = {0};
        struct sentence s;
        gt_buffer_text(&text, "云");
        for (uint32_t n = unit_below(&seed, 300); n > 0; n--)
            gt_buffer_text(&text, pieces[unit_below(&seed, UNIT_COUNT(pieces))]);
        read_sentence(&extractor, text.bytes, text.n, &s);
        for (uint32_t i = 0; i < s.all.mentions.n; i++)
            assert_true(s.all.mentions.item[i].end <= s.folded->length);
        for (uint32_t i = 0; i < s.all.relations.n; i++)
            assert_true(s.all.relations.item[i].end - s.all.relations.item[i].start <= 120);
        end_sentence(&s);
        gt_buffer_fini(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_home),     cmocka_unit_test(test_area),
        cmocka_unit_test(test_names),    cmocka_unit_test(test_ties),
        cmocka_unit_test(test_amount),   cmocka_unit_test(test_abbreviation),
        cmocka_unit_test(test_proposal), cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
