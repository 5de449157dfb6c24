-- title: Innovation links by sector
-- title.zh: 创新联系：按部门统计
-- about: How government, enterprise, institutes, universities and capital are tied: the number of
-- about: ties between each two sectors, by status, and the organisations that hold most of them.
-- about.zh: 政府、企业、院所、高校、资本之间的联系：各两类之间按状态的关系数，及联系最多的机构。
-- param district district =: only ties that this district's replies state | 只看该区答复所述
-- column a: -
-- column b: -
-- column one: sector | 部门
-- column other: with | 与
-- column ties: ties | 关系
-- column past: done | 已完成
-- column ongoing: ongoing | 进行中
-- column planned: planned | 计划
-- column busiest: busiest | 最活跃者
-- example: --district changning
-- A sector goes by the type that most of it is.
WITH sector(type, sector, place) AS (VALUES
       ('agency', 'agency', 1), ('place', 'agency', 1), ('programme', 'agency', 1),
       ('company', 'company', 2), ('park', 'company', 2),
       ('institute', 'institute', 3), ('hospital', 'institute', 3), ('platform', 'institute', 3),
       ('university', 'university', 4), ('fund', 'fund', 5)),
     stated(edge) AS (
       SELECT DISTINCT s.edge FROM statement AS s JOIN document AS d ON d.id = s.document
       WHERE :district IS NULL OR d.district = :district),
     link(a, b, one, other, status) AS (
       SELECT x.sector, y.sector, t.node, t.other, t.status
       FROM tie AS t JOIN node AS n ON n.id = t.node JOIN node AS m ON m.id = t.other
            JOIN sector AS x ON x.type = n.type JOIN sector AS y ON y.type = m.type
       WHERE t.id IN (SELECT edge FROM stated)
         AND (x.place < y.place OR (x.place = y.place AND t.node = t.source)))
SELECT a, b, term(a) AS one, term(b) AS other, count(*) AS ties, sum(status = 'past') AS past, sum(status = 'ongoing') AS ongoing,
       sum(status = 'planned') AS planned,
       (SELECT n.title FROM (SELECT one AS id FROM link AS k WHERE k.a = l.a AND k.b = l.b
                             UNION ALL
                             SELECT other FROM link AS k WHERE k.a = l.a AND k.b = l.b) AS k
               JOIN node AS n ON n.id = k.id
        WHERE n.type NOT IN ('place', 'programme')
        GROUP BY n.id ORDER BY count(*) DESC, n.id LIMIT 1) AS busiest
FROM link AS l
GROUP BY a, b
ORDER BY ties DESC, a, b
