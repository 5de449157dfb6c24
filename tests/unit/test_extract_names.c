/* test_extract_names.c: names that their make, their list, or the words around them show; and words
 * that look like names and are none. Invented sentences of the genre. */
#include "unit/extract_support.h"

/* The sentence, and a form with the type of its entity: a "!" in front says that there is none. */
static const struct {
    const char *sentence, *type, *form;
} cases[] = {
    /* coined words in front of usual tails */
    {"由岚曜智控承接并实现量产。", "company", "岚曜智控"},
    {"旗下的和岚创投参与投资。", "company", "和岚创投"},
    {"依托现代传感开展监测。", "!company", "现代传感"},
    {"建设友好型电源。", "!company", "友好型电源"},
    {"主攻超快激光、量子传感等方向。", "!company", "超快激光"},
    {"印发通知（云发改能源〔2024〕7号）。", "!company", "云发改能源"},
    /* Latin words and middle dots */
    {"引进SkyNova等企业。", "company", "SkyNova"},
    {"入驻云里·未来工场。", "park", "云里·未来工场"},
    {"布局Micro-LED产品。", "!company", "Micro"},
    /* items beside names */
    {"既有众创空间，如蓝鲸坊、西岚蜂房等新面孔。", "park", "西岚蜂房"},
    /* short forms */
    {"苏州蓝鲸产业投资集团有限公司投资建设。蓝鲸产投出资三亿元。", "company", "蓝鲸产投"},
    {"白鹭创新中心（以下称白鹭中心）落户，白鹭中心负责运营。", "park", "白鹭中心"},
    /* the left boundary */
    {"联系江州电力公司协调解决。", "company", "江州电力公司"},
    {"引入专业机构江州砺石运营管理有限公司。", "company", "江州砺石运营管理有限公司"},
    {"由区属国企大鹭科控集团有限公司建设。", "company", "大鹭科控集团有限公司"},
    {"推动岚溪医谷建设生物医药中试平台。", "platform", "生物医药中试平台"},
    {"获省科技厅专项支持。", "agency", "省科技厅"},
    {"获省科技厅专项支持。", "!programme", "省科技厅专项"},
    /* parts of a body named before */
    {"与星河大学合作，由该校国家大学科技园管理。", "park", "国家大学科技园"},
    /* titles and lists of the authorities */
    {"联合体入选江苏省首批产教联合体培育名单。", "programme", "江苏省首批产教联合体培育名单"},
    {"岚曜光电获评全省“瞪羚”企业。", "programme", "全省“瞪羚”企业"},
    {"企业获得发展机会。", "!programme", "发展机会"},
    /* what a name is said to be, in front of it or behind it */
    {"引进欧洲电商平台Quellyn88华南总部。", "company", "Quellyn88"},
    {"引进欧洲电商平台Quellyn88华南总部。", "!platform", "欧洲电商平台"},
    {"引进建站服务商“帆岚”。", "company", "帆岚"},
    {"“云上小筑”是给创业者准备的众创空间。", "park", "云上小筑"},
    {"做成了影像智能体“岚小肺”。", "platform", "岚小肺"},
    {"建设源网荷储一体化示范项目，项目由蓝鲸集团承担。", "programme", "源网荷储一体化示范项目"},
    {"建设源网荷储一体化示范项目，由蓝鲸集团承担。", "!programme", "源网荷储一体化示范项目"},
    {"加快传感器小镇二期建设。", "park", "传感器小镇二期"},
    {"带来了岚眸信息、白鹭科技、云山木笛三家上下游伙伴。", "company", "云山木笛"},
    {"岚一新材的千吨级碳纤维项目计划落户该园。", "!programme", "千吨级碳纤维项目计划"},
    {"园区一手招平台、一手招工厂。", "!park", "一手招工厂"},
    {"涂层企业岚鹰化成与白鹭新材料公司合资办厂。", "company", "岚鹰化成"},
    {"重点企业达78家。", "!company", "达78家"},
    {"云岭飞地取名“岚·未来”，由蓝鲸集团运营。", "park", "岚·未来"},
    {"答复“与某地共建人才飞地”一事。", "!park", "与某地共建人才飞地"},
    {"推进岚西—冀东、云中—云南等送电通道前期工作。", "programme", "岚西—冀东"},
    {"白鹭科技（以下简称“白鹭科技公司”）建设云岭量子示范线。", "programme", "云岭量子示范线"},
    /* boundary words inside coined names */
    {"与江州和颂株式会社合资。", "company", "江州和颂株式会社"},
    {"由民营企业岚将集团自建自管。", "company", "岚将集团"},
    {"由民营企业岚将集团自建自管。", "!company", "自建自管"},
    {"建有白鹭智造园、云湾精密园和雪塘岚将谷。", "park", "雪塘岚将谷"},
    {"引进蓝鲸集团和岚鹭科技。", "company", "蓝鲸集团"},
    {"我区将集团总部迁至云岭新城。", "!company", "我区将集团"},
    {"就险资与泰岚无关，与泰和人寿江州分公司对接。", "company", "泰和人寿江州分公司"},
    {"由市和集团共同出资。", "!company", "由市和集团"},
    {"将集团化办医作为重点。", "!company", "化办医"},
    {"有物流商Quellyn设立网点。", "company", "Quellyn"},
    {"支持岚药堂、岚溪药业、云友药业等企业申报。", "company", "岚药堂"},
    {"推进江州热电、岚县热电二期扩建等项目前期工作。", "programme", "岚县热电二期扩建"},
    {"推进老旧小区改造、城区道路改造等项目。", "!programme", "老旧小区改造"},
    {"电力装备产业集群由市领导牵头统筹。", "alliance", "电力装备产业集群"},
    {"培育电力装备产业集群。", "!alliance", "电力装备产业集群"},
    {"与岚图集团（SkyBazaar）合作运营园区。", "!park", "SkyBazaar"},
    {"蓝鲸集团旗下的黔岚智运，把数据放到平台上。", "company", "黔岚智运"},
    {"与云大校友企业家联谊会合资设立基金。", "association", "云大校友企业家联谊会"},
    {"搭建起医疗虚拟现实联合实验室。", "institute", "医疗虚拟现实联合实验室"},
    {"建了一个对俄跨境电商实训站。", "platform", "对俄跨境电商实训站"},
    /* classes are no names */
    {"由平台提供语音导诊系统。", "!platform", "语音导诊系统"},
    {"达成意向项目20个。", "!programme", "意向项目"},
    {"建成500千伏输变电工程。", "!programme", "500千伏输变电工程"},
    {"胸怀“两个大局”。", "!agency", "两个大局"},
    {"探索“政策+产业+资本”路径。", "!company", "政策+产业+资本"},
    /* what the proposal asked for */
    {"1.关于设立云岭天使基金的建议。", "!fund", "云岭天使基金"},
    {"由北鹭投产业发展集团有限公司建设。", "company", "北鹭投产业发展集团有限公司"},
    {"云岭云集团出资两亿元。", "company", "云岭云集团"},
    {"入选全国医养结合示范县名录。", "!place", "范县"},
    {"与白鹭医科大学附属第四医院签约。", "hospital", "白鹭医科大学附属第四医院"},
    {"岚曜生物的“冷链疫苗载体”项目获支持。", "programme", "冷链疫苗载体"},
    {"承办全国插花职业技能竞赛。", "event", "全国插花职业技能竞赛"},
    {"推进云岭总部湾二期建设。", "park", "云岭总部湾二期"},
    {"专注智能物联与数字安全两个赛道。", "industry", "数字安全"},
    {"主攻动力系统和飞控系统。", "industry", "飞控系统"},
    /* agencies */
    {"会同云岭海关驻高新区办事处推出措施。", "agency", "云岭海关驻高新区办事处"},
    {"会同省自然资源部门推进。", "!agency", "自然资源部"},
    {"云阳市与白鹭集团签约。", "place", "云阳市"},
    /* words torn by their neighbours */
    {"落实国家政策，聚焦储能产业。", "!industry", "家政"},
    {"提升调节能力，聚焦储能产业。", "!industry", "节能"},
    /* plants, and what only looks like one */
    {"建成岚溪恒流储能电站。", "programme", "岚溪恒流储能电站"},
    {"推进集中共享储能电站建设。", "!programme", "集中共享储能电站"},
    {"完善充电站布局。", "!programme", "完善充电站"},
    {"培育宁州虚拟电厂生态。", "!programme", "宁州虚拟电厂"},
    /* plans of five years and others without 《》 */
    {"在“十五五”电力发展规划编制中开展研究。", "programme", "“十五五”电力发展规划"},
    {"列入国家抽水蓄能中长期规划。", "programme", "国家抽水蓄能中长期规划"},
    {"印发支持云岭新通道多式联运若干措施。", "programme", "支持云岭新通道多式联运若干措施"},
    {"推进新型储能技术试点示范。", "!programme", "新型储能技术试点"},
    {"打造“政策+产业+云岭平台”。", "!platform", "政策+产业+云岭平台"},
    /* boundary words that are nouns inside official names, and verbs elsewhere */
    {"共建省磷资源高值利用重点实验室。", "institute", "省磷资源高值利用重点实验室"},
    {"实施煤电机组调峰能力提升工程。", "programme", "煤电机组调峰能力提升工程"},
    {"白鹭大学利用重点实验室开展研究。", "!institute", "白鹭大学利用重点实验室"},
    /* both ends of a line; lists that share an ending */
    {"推进岚东—宁西特高压直流工程。", "programme", "岚东—宁西特高压直流工程"},
    {"建成江门市至白鹭高速公路。", "programme", "江门市至白鹭高速公路"},
    {"推动岚溪、云峰、石湖抽水蓄能电站建设。", "programme", "云峰"},
    {"推进共享、独立、新型储能电站建设。", "!programme", "独立"},
    /* divisions of bodies of the centre */
    {"与国家发展改革委基础司对接。", "agency", "国家发展改革委基础司"},
    {"与国务院有关公司对接。", "!agency", "国务院有关公司"},
    /* a measure is no part of a name; of a class it says nothing */
    {"建成20万吨岚磷净化项目。", "programme", "岚磷净化项目"},
    /* technologies by their words */
    {"蓝鲸集团主攻湿法岚磷净化技术。", "industry", "湿法岚磷净化技术"},
    {"岚曜科技聚焦关键核心技术。", "!industry", "关键核心技术"},
    {"与市中医院、市博物馆合作。", "hospital", "市中医院"},
    {"开展“云岭雁归”引进计划。", "programme", "“云岭雁归”引进计划"},
    /* who builds something, what it is called, and the number of its row are none of its name */
    {"岚磁隆光建设单晶岚片生产项目。", "programme", "单晶岚片生产项目"},
    {"岚曜股份联合建设智能打印实验室。", "institute", "智能打印实验室"},
    {"联合保荐机构白鹭江海证券。", "company", "白鹭江海证券"},
    {"包括：①云岭天使基金，②白鹭基金。", "fund", "云岭天使基金"},
    {"岚曜股份承担云岭省研发计划“灵巧岚手”项目。", "programme", "云岭省研发计划"},
    {"设立云岭—白鹭基金。", "fund", "云岭—白鹭基金"},
    {"叫云岭丁香种子基金。", "fund", "云岭丁香种子基金"},
    /* a school is a part of its university, no other form of it */
    {"与云岭科技学院签约。云岭科技学院商学院揭牌。", "university", "云岭科技学院商学院"},
    {"云岭大学与云岭财经大学签约。", "university", "云岭财经大学"},
    {"由云岭大学大学科技园承办。", "!university", "云岭大学大学"},
    {"与白鹭大学共建碳纤维产业学院。", "university", "碳纤维产业学院"},
    {"召开能源保供专题会议。", "event", "能源保供专题会议"},
    {"组织参加世界机器人博览会。", "event", "世界机器人博览会"},
    {"区财政每年安排补助。", "agency", "区财政"},
    {"区财政资金向园区倾斜。", "!agency", "区财政"},
    {"坐落于滆岚科创湾。", "park", "滆岚科创湾"},
    {"与中国科学院大连化岚物理研究所签约。大连化岚所牵头。", "institute", "大连化岚所"},
    {"市第三岚学校区更名。与云岭市第三中学签约。", "university", "云岭市第三中学"},
    {"建成云岭养老服务中心46个。", "!platform", "云岭养老服务中心"},
    {"设立规模5亿元的银发经济产业基金。", "fund", "银发经济产业基金"},
    {"湾城学院开设专业。", "university", "湾城学院"},
    {"岚跃恩、云汐朵相继入驻。", "company", "岚跃恩"},
    {"修订江门市岚溪节约用水条例。", "programme", "江门市岚溪节约用水条例"},
    {"引进新加坡上市公司Quellyna。", "company", "Quellyna"},
    {"引进新加坡上市公司Quellyna。", "!company", "新加坡上市公司"},
    {"依托岚芯微电子公司建设。", "company", "岚芯微电子公司"},
    {"打造“一湾三园”。", "!park", "一湾三园"},
    {"营造良好社区氛围。", "!place", "良好社区"},
    {"纳入全国“十五五”电力规划。", "programme", "全国“十五五”电力规划"},
    {"召开全区能源保供专题会议。", "event", "全区能源保供专题会议"},
    {"已纳入国家融资担保基金。", "fund", "国家融资担保基金"},
    {"与云岭大学签约，阎明德教授担任主任。", "person", "阎明德"},
    {"举办第十二届国际冰雪旅游论坛。", "event", "国际冰雪旅游论坛"},
    {"获省级技术改造专项资金支持。", "programme", "省级技术改造专项资金"},
    {"开展联合攻关，攻关人工岚雪技术。", "industry", "人工岚雪技术"},
    /* what is invested is no firm's name */
    {"与南京岚实投资合作。", "company", "南京岚实投资"},
    {"矩岚谐波投资6000万元。", "!company", "矩岚谐波投资"},
    /* everyday words as industries */
    {"优化电力系统。", "!industry", "电力"},
    {"云岭区聚焦电力行业。", "industry", "电力"},
    /* villages; a thousand years count nothing */
    {"支持石溪村创建示范村。", "place", "石溪村"},
    {"支持石溪村创建示范村。", "!place", "示范村"},
    {"实施千年古渡复兴工程。", "programme", "千年古渡复兴工程"},
};

static enum gt_node_type type_of(const char *name)
{
    for (int i = 0; i < GT_NODE_TYPES; i++)
        if (strcmp(gt_node_types[i].name, name) == 0)
            return (enum gt_node_type)i;
    return GT_NODE_TYPES;
}

static bool check(const struct gt_extractor *extractor, size_t i)
{
    struct sentence s;
    bool none = cases[i].type[0] == '!';
    enum gt_node_type type = type_of(cases[i].type + none);
    read_sentence(extractor, cases[i].sentence, strlen(cases[i].sentence), &s);
    uint32_t number = entity_of(&s, cases[i].form);
    bool found = number != GT_NONE && s.all.entities.item[number].type == type;
    if (found == none) {
        print_message("%s: %s %s\n", cases[i].sentence, cases[i].type, cases[i].form);
        print_sentence(&s);
    }
    end_sentence(&s);
    return found != none;
}

static void test_names(void **state)
{
    struct gt_extractor extractor;
    struct gt_error err = {.lang = GT_EN};
    size_t wrong = 0;
    (void)state;
    assert_true(gt_extractor_init(&extractor, NULL, NULL, &err));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        wrong += !check(&extractor, i);
    gt_extractor_fini(&extractor);
    assert_int_equal(wrong, 0);
}

/* Two forms are one entity, or they are two. */
static void test_identity(void **state)
{
    static const struct {
        const char *sentence, *a, *b;
        bool same;
    } pairs[] = {
        {"苏州蓝鲸产业投资集团有限公司出资。蓝鲸产投负责运营。", "蓝鲸产投",
         "苏州蓝鲸产业投资集团有限公司", true},
        {"苏州白鹭职业技术学院牵头。白鹭职院参与。", "白鹭职院", "苏州白鹭职业技术学院", true},
        {"白鹭动力（苏州）有限公司牵头。白鹭动力任理事长单位。", "白鹭动力",
         "白鹭动力（苏州）有限公司", true},
        {"与蓝鲸供电公司、蓝鲸苏州供电公司签约。", "蓝鲸供电公司", "蓝鲸苏州供电公司", false},
    };
    struct gt_extractor extractor;
    struct gt_error err = {.lang = GT_EN};
    (void)state;
    assert_true(gt_extractor_init(&extractor, NULL, NULL, &err));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct sentence s;
        read_sentence(&extractor, pairs[i].sentence, strlen(pairs[i].sentence), &s);
        uint32_t a = entity_of(&s, pairs[i].a), b = entity_of(&s, pairs[i].b);
        if ((a == b) != pairs[i].same || a == GT_NONE || b == GT_NONE)
            fail_msg("%s: %s, %s", pairs[i].sentence, pairs[i].a, pairs[i].b);
        end_sentence(&s);
    }
    gt_extractor_fini(&extractor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_identity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
