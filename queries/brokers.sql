-- title: Brokers between two districts
-- title.zh: 两区之间的中介
-- about: Who is tied to organisations of both districts: the number of its ties on each side, and
-- about: its betweenness in the whole network. The districts' own places are left out.
-- about.zh: 与两区机构都有联系者：两侧的关系数，及在全网中的中介中心性。不含各区本身。
-- param a district = changning: one district | 一区
-- param b district = putuo: the other | 另一区
-- column id: -
-- column type: -
-- column name: name | 名称
-- column kind: type | 类型
-- column side: side | 归属
-- column ties_a: ties with the one | 与一区的关系
-- column ties_b: ties with the other | 与另一区的关系
-- column betweenness: betweenness | 中介中心性
-- example: --a changning --b putuo
WITH side(id, side) AS (SELECT id, side FROM overlap(:a, :b)),
     broker AS (
       SELECT t.node, count(DISTINCT CASE WHEN s.side IN ('a', 'shared') THEN t.id END) AS ties_a,
              count(DISTINCT CASE WHEN s.side IN ('b', 'shared') THEN t.id END) AS ties_b
       FROM tie AS t JOIN side AS s ON s.id = t.other
       GROUP BY t.node)
SELECT n.id, n.type, n.title AS name, term(n.type) AS kind,
       term(CASE s.side WHEN 'a' THEN :a WHEN 'b' THEN :b ELSE :a || ',' || :b END) AS side, ties_a, ties_b,
       c.value AS betweenness
FROM broker AS x JOIN node AS n ON n.id = x.node JOIN side AS s ON s.id = n.id
     JOIN centrality('betweenness') AS c ON c.id = n.id
WHERE ties_a > 0 AND ties_b > 0 AND NOT (n.type = 'place' AND n.level IS 'district')
ORDER BY c.value DESC, n.id
