-- title: Isolated organisations
-- title.zh: 孤立的机构
-- about: What the replies name without any tie, and small groups that hang together but not with
-- about: the rest; 'size' is the number of nodes that hang together.
-- about.zh: 答复提到却没有任何关系的节点，以及彼此相连却不与主体相连的小组；“规模”为相连的节点数。
-- param district district =: only this ecosystem | 只看该区生态
-- column id: -
-- column name: name | 名称
-- column kind: type | 类型
-- column district: ecosystem | 所在生态
-- column size: size | 规模
-- column named_in: named in | 见于
-- example: 
SELECT n.id, n.title AS name, term(n.type) AS kind, term(n.district) AS district, c.size,
       (SELECT group_concat(coalesce(d.number, d.id), ' · ')
        FROM json_each(n.documents) AS x JOIN document AS d ON d.id = x.value) AS named_in
FROM component() AS c JOIN node AS n ON n.id = c.id
WHERE c.component > 1
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY c.size DESC, c.component, n.id
