-- One commit: ARGV[1] says what, ARGV[2] and on are the records to write. Checks come first; what follows cannot go wrong half-way.
local wanted = cjson.decode(ARGV[1])
local op = key('op', wanted.op.id)

local earlier = redis.call('GET', op)
if earlier then return { 'repeat', earlier } end
local moved = { 'conflict' }
for _, check in ipairs(wanted.checks) do
  if version_of(check.key) ~= check.version then moved[#moved + 1] = check.key end
end
if #moved > 1 then return moved end

for n, record in ipairs(wanted.writes) do write(record, ARGV[n + 1]) end
for _, record in ipairs(wanted.deletes) do delete(record) end
list(wanted.listed)
for _, count in ipairs(wanted.counts) do redis.call('HINCRBY', key('c', count.name), count.field, count.by) end
for _, id in ipairs(wanted.cancel) do cancel(id) end
for _, delivery in ipairs(wanted.deliveries) do enqueue(delivery) end
for _, entry in ipairs(wanted.history) do
  local n = redis.call('HINCRBY', key('history'), 'n', 1)
  redis.call('HSET', key('history'), n, entry.json)
  for _, about in ipairs(entry.about) do redis.call('LPUSH', key('about', about), n) end
end
redis.call('SET', op, wanted.op.answer, 'PX', wanted.op.expiresMs)
return { 'done' }
