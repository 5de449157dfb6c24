-- title: Find entities by a piece of a name
-- title.zh: 按名称片段查找实体
-- about: Entities of which any name, alias or form in the text contains a piece of text.
-- about.zh: 任一名称、别名或文中提法含有某片段的实体。
-- param text text: piece of a name | 名称片段
-- param type node_type =: only this type | 只看此类型
-- column id: identifier | 标识
-- column name: name | 名称
-- column kind: type | 类型
-- column district: ecosystem | 所在生态
-- column found: found as | 匹配名称
-- example: --text 同济
SELECT n.id, n.title AS name, term(n.type) AS kind, term(n.district) AS district, min(a.name) AS found
FROM alias AS a JOIN node AS n ON n.id = a.node
WHERE instr(lower(a.name), lower(:text)) > 0 AND (:type IS NULL OR n.type = :type)
GROUP BY n.id
ORDER BY n.type, n.id
