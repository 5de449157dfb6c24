-- title: Events and who takes part
-- title.zh: 活动及其主办与参与方
-- about: Conferences, contests and salons with those who hold them and those who take part.
-- about.zh: 会议、大赛与沙龙，及其主办方与参与方。
-- param district district =: only this ecosystem | 只看该区生态
-- column id: -
-- column name: event | 活动
-- column hosts: held by | 主办方
-- column participants: taking part | 参与方
-- column since: when | 时间
-- column state: status | 状态
-- example: 
SELECT n.id, n.title AS name,
       (SELECT group_concat(DISTINCT o.title) FROM edge AS e JOIN node AS o ON o.id = e.source
        WHERE e.target = n.id AND e.type = 'organises') AS hosts,
       (SELECT group_concat(DISTINCT o.title) FROM edge AS e JOIN node AS o ON o.id = e.source
        WHERE e.target = n.id AND e.type = 'participates_in') AS participants,
       (SELECT min(e.since) FROM edge AS e WHERE e.target = n.id) AS since,
       (SELECT term(e.status) FROM edge AS e WHERE e.target = n.id ORDER BY e.until DESC, e.id
        LIMIT 1) AS state
FROM node AS n
WHERE n.type = 'event'
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY since, n.id
