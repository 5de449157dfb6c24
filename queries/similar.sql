-- title: Who is alike
-- title.zh: 谁与之相似
-- about: Organisations that share neighbours with one: candidates for the same partners,
-- about: programmes and lists.
-- about.zh: 与某机构有共同邻居者：可能适合相同的合作方、政策与名单。
-- param entity entity: which entity | 哪个实体
-- param top integer = 10: how many | 数目
-- column id: -
-- column name: name | 名称
-- column kind: type | 类型
-- column similarity: likeness | 相似度
-- column common: shared neighbours | 共同邻居数
-- column which: which | 共同邻居
-- example: --entity donghua-university-science-park
SELECT n.id, n.title AS name, term(n.type) AS kind, s.similarity, s.common,
       (SELECT group_concat(o.title, ' · ') FROM node AS o
        WHERE o.id IN (SELECT other FROM tie WHERE node = :entity)
          AND o.id IN (SELECT other FROM tie WHERE node = n.id)
          AND NOT (o.type = 'place' AND o.level IS 'district')) AS which
FROM similar(:entity) AS s JOIN node AS n ON n.id = s.id
WHERE n.type = (SELECT type FROM node WHERE id = :entity) OR s.common > 1
ORDER BY s.similarity DESC, s.common DESC, n.id
LIMIT :top
