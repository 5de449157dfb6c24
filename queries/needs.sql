-- title: What a district plans but has no partner for
-- title.zh: 一区的需求清单：计划中尚无合作方的事项
-- about: Planned ties of a district's replies behind which there is only government: neither the
-- about: one who plans nor what is planned is, or is tied to, a university, institute, hospital,
-- about: company, park, fund or association.
-- about.zh: 该区答复中的计划，背后只有政府：计划方与计划事项本身都不是、也没有联系到高校、院所、医院、企业、园区、基金或协会。
-- param district district = putuo: whose needs | 哪个区
-- column edge: -
-- column source: -
-- column target: -
-- column who: who plans | 计划方
-- column relation: relation | 关系
-- column what: what | 事项
-- column kind: type | 类型
-- column stated: said | 时间
-- column document: -
-- column start: -
-- column end: -
-- column evidence: evidence | 出处
-- example: --district putuo
WITH partner(type) AS (VALUES ('university'), ('institute'), ('hospital'), ('company'), ('park'),
                              ('fund'), ('association')),
     partnered(id) AS (
       SELECT t.node FROM tie AS t JOIN node AS o ON o.id = t.other
       WHERE o.type IN (SELECT type FROM partner)
       UNION SELECT id FROM node WHERE type IN (SELECT type FROM partner))
SELECT s.edge, s.source, s.target, a.title AS who, term(s.type) AS relation, b.title AS what,
       term(b.type) AS kind, s.stated, s.document, s.start, s.end,
       locator(s.document, s.start, s.end) AS evidence
FROM document AS d JOIN statement AS s ON s.document = d.id
     JOIN node AS a ON a.id = s.source JOIN node AS b ON b.id = s.target
WHERE d.district = :district AND s.status = 'planned'
  AND a.type IN ('agency', 'place', 'programme')
  AND s.type NOT IN ('part_of', 'issues', 'leads') AND b.type <> 'industry'
  AND b.id NOT IN (SELECT id FROM partnered)
ORDER BY s.stated, s.document, s.start, s.edge
