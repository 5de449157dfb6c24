-- title: Who links two districts
-- title.zh: 联系两区的节点
-- about: What both districts' replies name, and through which ties each of them does. Industries
-- about: can be left out.
-- about.zh: 两区答复都提到的节点，以及两区各自通过哪些关系提到它。可不含产业。
-- param a district = changning: one district | 一区
-- param b district = putuo: the other | 另一区
-- param industries integer = 1: 0 leaves industries out | 0 为不含产业
-- column id: -
-- column type: -
-- column name: name | 名称
-- column kind: type | 类型
-- column in_a: in the one, through | 在一区，经由
-- column in_b: in the other, through | 在另一区，经由
-- example: --a changning --b putuo --industries 0
SELECT n.id, n.type, n.title AS name, term(n.type) AS kind,
       (SELECT group_concat(DISTINCT o.title)
        FROM statement AS s JOIN document AS d ON d.id = s.document
             JOIN node AS o ON o.id = CASE n.id WHEN s.source THEN s.target ELSE s.source END
        WHERE (s.source = n.id OR s.target = n.id) AND d.district = :a) AS in_a,
       (SELECT group_concat(DISTINCT o.title)
        FROM statement AS s JOIN document AS d ON d.id = s.document
             JOIN node AS o ON o.id = CASE n.id WHEN s.source THEN s.target ELSE s.source END
        WHERE (s.source = n.id OR s.target = n.id) AND d.district = :b) AS in_b
FROM overlap(:a, :b) AS x JOIN node AS n ON n.id = x.id
WHERE x.side = 'shared' AND (:industries OR n.type <> 'industry')
ORDER BY n.type, n.id
