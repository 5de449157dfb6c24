-- title: Policies and programmes, who issues them
-- title.zh: 政策与计划及其发布者
-- about: Policies, plans and programmes of a district with who issued, runs or founded them and
-- about: when, and whom they support.
-- about.zh: 一区的政策、计划与项目，由谁、何时发布或实施，支持了谁。
-- param district district = changning: whose policies | 哪个区
-- column id: -
-- column name: policy | 政策计划
-- column issuers: by | 发布或实施者
-- column since: first stated | 最早时间
-- column state: status | 状态
-- column supports: supports | 支持对象数
-- example: --district changning
SELECT n.id, n.title AS name,
       (SELECT group_concat(DISTINCT a.title) FROM edge AS e JOIN node AS a ON a.id = e.source
        WHERE e.target = n.id AND e.type IN ('issues', 'organises', 'founds', 'operates')) AS issuers,
       (SELECT min(t.since) FROM tie AS t WHERE t.node = n.id) AS since,
       (SELECT term(e.status) FROM edge AS e
        WHERE e.target = n.id AND e.type IN ('issues', 'organises', 'founds', 'operates')
        ORDER BY e.until DESC, e.id LIMIT 1) AS state,
       (SELECT count(*) FROM edge AS e WHERE e.source = n.id AND e.type = 'supports') AS supports
FROM node_district AS d JOIN node AS n ON n.id = d.node
WHERE d.district = :district AND n.type = 'programme'
ORDER BY since, n.id
