-- title: Who works on an industry
-- title.zh: 谁在做某一产业
-- about: Organisations that focus on an industry or on a track under it, and programmes and
-- about: places that name it.
-- about.zh: 聚焦某一产业或其下细分赛道的机构，以及提及它的政策与区域。
-- param industry entity = industry-life-health: the industry | 产业
-- param district district =: only this ecosystem | 只看该区生态
-- column edge: -
-- column id: -
-- column name: who | 机构
-- column kind: type | 类型
-- column track: track | 赛道
-- column state: status | 状态
-- column evidence: evidence | 出处
-- example: --industry 生命健康 --district putuo
WITH RECURSIVE track(id) AS (
       SELECT :industry
       UNION SELECT e.source FROM track JOIN edge AS e ON e.target = track.id
             JOIN node AS n ON n.id = e.source
       WHERE e.type = 'part_of' AND n.type = 'industry')
SELECT e.id AS edge, n.id, n.title AS name, term(n.type) AS kind, i.title AS track,
       term(e.status) AS state, evidence(e.id) AS evidence
FROM track JOIN node AS i ON i.id = track.id JOIN edge AS e ON e.target = track.id
     JOIN node AS n ON n.id = e.source
WHERE e.type = 'focuses_on'
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY i.id, n.type, n.id
