-- title: The replies, and what each says
-- title.zh: 各份答复概览
-- about: Each reply with its number of entities, ties and statements by status.
-- about.zh: 每份答复的实体数、关系数及各状态的陈述数。
-- column id: document | 文件
-- column number: number | 文号
-- column issued: issued | 发文日期
-- column issuer: issued by | 发文机关
-- column entities: entities | 实体
-- column ties: ties | 关系
-- column statements: statements | 陈述
-- column past: done | 已完成
-- column ongoing: ongoing | 进行中
-- column planned: planned | 计划
-- example: 
SELECT d.id, d.number, d.date AS issued, a.title AS issuer,
       (SELECT count(*) FROM node AS n, json_each(n.documents) AS x WHERE x.value = d.id) AS entities,
       count(DISTINCT s.edge) AS ties, count(*) AS statements, sum(s.status = 'past') AS past,
       sum(s.status = 'ongoing') AS ongoing, sum(s.status = 'planned') AS planned
FROM document AS d JOIN statement AS s ON s.document = d.id LEFT JOIN node AS a ON a.id = d.issuer
GROUP BY d.id
ORDER BY d.date, d.id
