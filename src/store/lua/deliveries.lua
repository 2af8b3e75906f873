-- Deliveries on their way. Each is a hash d:<id> and stands, while it waits, in exactly one of its lane's sets:
-- held (until an instant of story time), later (until an instant of machine time), parked (behind its gate) or ready.
-- What is ready stands by class and the time it became due; behind a gate only the first is ever made ready.
local now, story = clock()
local CLASS = { must = 0, answer = 1, nudge = 2 }
local NUMBERS = {
  'seq', 'class', 'gate_ms', 'not_before', 'replace', 'due', 'ready_at', 'attempts', 'doubts', 'first_at',
  'lease_until', 'gate_until', 'cancelled', 'ended_at',
}

local function load(id)
  local flat = redis.call('HGETALL', key('d', id))
  if #flat == 0 then return nil end
  local d = {}
  for n = 1, #flat, 2 do d[flat[n]] = flat[n + 1] end
  for _, name in ipairs(NUMBERS) do d[name] = tonumber(d[name] or '0') end
  return d
end

-- Nothing is kept of what is zero or empty.
local function save(d)
  local flat = {}
  for name, value in pairs(d) do
    if value ~= 0 and value ~= '' then
      flat[#flat + 1] = name
      flat[#flat + 1] = value
    end
  end
  redis.call('DEL', key('d', d.id))
  redis.call('HSET', key('d', d.id), unpack(flat))
end

-- Members carry class and number in front, so that equal scores stand as they came.
local function member(d)
  return string.format('%d%015.0f', d.class, d.seq) .. d.id
end

local function dead_member(d)
  return member(d):sub(2)
end

-- Below 2^53 for any instant of the next two centuries, so exact.
local function rank(class, due)
  return class * 8796093022208 + due
end

local function parked(lane, gate)
  return key('parked', #lane, lane, gate)
end

local function stand(d)
  d.state = 'waiting'
  redis.call('SADD', key('lanes'), d.lane)
  if d.not_before > story then
    redis.call('ZADD', key('held', d.lane), d.not_before, member(d))
  elseif d.ready_at > now then
    redis.call('ZADD', key('later', d.lane), d.ready_at, member(d))
  else
    redis.call('ZADD', key('ready', d.lane), rank(d.class, d.due), member(d))
  end
end

local function lift(d)
  local m = member(d)
  for _, set in ipairs({ 'ready', 'held', 'later', 'lease' }) do redis.call('ZREM', key(set, d.lane), m) end
  if d.gate and redis.call('ZREM', parked(d.lane, d.gate), m) == 1
    and redis.call('EXISTS', parked(d.lane, d.gate)) == 0 then
    redis.call('ZREM', key('gates', d.lane), d.gate)
  end
  redis.call('ZREM', key('dead'), dead_member(d))
end

local function forget(d)
  lift(d)
  redis.call('DEL', key('d', d.id))
end

local function carry(d, delivery)
  d.lane, d.class, d.payload = delivery.lane, CLASS[delivery.class], delivery.payload
  d.gate, d.gate_ms = delivery.gate, delivery.gateMs or 0
  d.not_before, d.replace = delivery.notBefore or 0, delivery.replace and 1 or 0
end

local function insert(delivery)
  local d = { id = delivery.id, seq = redis.call('INCR', key('seq')) }
  for _, name in ipairs(NUMBERS) do d[name] = d[name] or 0 end
  carry(d, delivery)
  d.due = math.max(story, d.not_before)
  stand(d)
  save(d)
end

-- The newer one in the older one's place.
local function replace(d, delivery)
  carry(d, delivery)
  d.due = math.max(d.not_before, math.min(d.due, story))
  d.newer, d.cancelled = nil, 0
end

local function enqueue(delivery)
  local d = load(delivery.id)
  if not d then
    insert(delivery)
  elseif d.state == 'dead' then
    forget(d)
    insert(delivery)
  elseif d.state == 'leased' then
    if delivery.replace or (d.cancelled == 1 and not d.newer) then
      redis.call('HSET', key('d', d.id), 'newer', cmsgpack.pack(delivery))
    end
  elseif delivery.replace then
    lift(d)
    replace(d, delivery)
    stand(d)
    save(d)
  end
end

local function cancel(id)
  local d = load(id)
  if not d then return end
  if d.state ~= 'leased' then return forget(d) end
  redis.call('HDEL', key('d', id), 'newer')
  redis.call('HSET', key('d', id), 'cancelled', 1)
end

-- Back among the waiting after a lease: as the newer one that came in meanwhile, or not at all if it was cancelled.
local function release(d, change)
  lift(d)
  for name, value in pairs(change) do d[name] = value end
  d.token, d.lease_until, d.gate_until = nil, 0, 0
  if d.newer then
    replace(d, cmsgpack.unpack(d.newer))
    d.lane, d.gate, d.gate_ms = change.lane or d.lane, change.gate or d.gate, change.gate_ms or d.gate_ms
  elseif d.cancelled == 1 then
    return forget(d)
  end
  stand(d)
  save(d)
end

-- Makes the first behind a gate ready, if the gate is open.
local function unpark(lane, gate)
  local shut = redis.call('ZSCORE', key('closed'), gate)
  if shut then return redis.call('ZADD', key('gates', lane), shut, gate) end
  local first = redis.call('ZPOPMIN', parked(lane, gate))
  if first[1] then redis.call('ZADD', key('ready', lane), first[2], first[1]) end
  if redis.call('EXISTS', parked(lane, gate)) == 0 then redis.call('ZREM', key('gates', lane), gate) end
end

-- Opens the gate that this claim had closed.
local function reopen(d)
  if d.gate_until <= now or tonumber(redis.call('ZSCORE', key('closed'), d.gate)) ~= d.gate_until then return end
  redis.call('ZREM', key('closed'), d.gate)
  for _, lane in ipairs(redis.call('SMEMBERS', key('lanes'))) do
    redis.call('ZADD', key('gates', lane), 'XX', now, d.gate)
  end
end

-- As TypeScript reads it.
local function told(d)
  return {
    d.id, d.lane, d.class, d.gate or false, d.gate_ms, d.not_before, d.replace, d.payload,
    d.token or '', d.attempts, d.doubts, d.first_at, d.why or '', d.ended_at,
  }
end
