-- title: Who has no capital tie
-- title.zh: 没有资本联系的机构
-- about: Organisations of a type that no fund, investment or amount of money touches: neither
-- about: they nor what belongs to them is tied to a fund, invests, or is invested in.
-- about.zh: 某类机构中，本身及其下属都没有基金、投资或金额联系者。
-- param type node_type = university: type of organisation | 机构类型
-- param district district =: only this ecosystem | 只看该区生态
-- column id: -
-- column name: name | 名称
-- column district: ecosystem | 所在生态
-- column ties: ties | 关系数
-- column industries: industries | 所涉产业
-- example: --type university
WITH touched(id) AS (
       SELECT t.node FROM tie AS t JOIN node AS o ON o.id = t.other
       WHERE t.type = 'invests_in' OR t.amount IS NOT NULL OR o.type = 'fund'),
     own(id, part) AS (SELECT id, id FROM node
                       UNION SELECT target, source FROM edge WHERE type = 'part_of')
SELECT n.id, n.title AS name, term(n.district) AS district, n.ties,
       (SELECT group_concat(i.title, ' · ') FROM edge AS e JOIN node AS i ON i.id = e.target
        WHERE e.source = n.id AND e.type = 'focuses_on') AS industries
FROM node AS n
WHERE n.type = :type
  AND NOT EXISTS (SELECT 1 FROM own WHERE own.id = n.id AND part IN (SELECT id FROM touched))
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY n.ties DESC, n.id
