-- Leases what is due: ARGV is the lease in ms, how many, the name of this claim, how long to remember it, and the lanes.
local lease_ms, max, name = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
-- So that one claim never keeps the server busy for long; the next claim goes on.
local WOKEN_AT_ONCE, LOOKED_AT_ONCE = 1000, 500
local lanes = {}
for n = 5, #ARGV do lanes[#lanes + 1] = ARGV[n] end

-- The same claim again (its answer was lost on the way): the same leases.
local function repeated()
  local ids = redis.call('GET', key('claimed', name))
  if not ids then return nil end
  local answer = {}
  for n, id in ipairs(cjson.decode(ids)) do
    local d = load(id)
    if d and d.token == name .. '.' .. n then answer[#answer + 1] = told(d) end
  end
  return answer
end

local function wake_from(set, lane, upTo)
  local from = key(set, lane)
  for _, m in ipairs(redis.call('ZRANGEBYSCORE', from, '-inf', upTo, 'LIMIT', 0, WOKEN_AT_ONCE)) do
    redis.call('ZREM', from, m)
    local due = redis.call('HGET', key('d', m:sub(17)), 'due') or 0
    redis.call('ZADD', key('ready', lane), rank(m:sub(1, 1), due), m)
  end
end

local function wake(lane)
  for _, m in ipairs(redis.call('ZRANGEBYSCORE', key('lease', lane), '-inf', now)) do
    local d = load(m:sub(17))
    release(d, { doubts = d.doubts + 1 })
  end
  wake_from('held', lane, story)
  wake_from('later', lane, now)
  for _, gate in ipairs(redis.call('ZRANGEBYSCORE', key('gates', lane), '-inf', now)) do unpark(lane, gate) end
end

-- The first that is ready, over all lanes.
local function first()
  local best, best_score
  for _, lane in ipairs(lanes) do
    local head = redis.call('ZRANGE', key('ready', lane), 0, 0, 'WITHSCORES')
    local score = tonumber(head[2])
    if score and (not best or score < best_score
      or (score == best_score and tonumber(head[1]:sub(2, 16)) < tonumber(best:sub(2, 16)))) then
      best, best_score = head[1], score
    end
  end
  return best and load(best:sub(17))
end

local function lease(d, token)
  if d.attempts == 0 and d.doubts == 0 then d.first_at = now end
  d.attempts, d.token, d.lease_until, d.gate_until = d.attempts + 1, token, now + lease_ms, 0
  redis.call('ZADD', key('lease', d.lane), d.lease_until, member(d))
  if d.gate and d.gate_ms > 0 then
    d.gate_until = now + d.gate_ms
    redis.call('ZADD', key('closed'), d.gate_until, d.gate)
  end
  redis.call('HSET', key('d', d.id), 'state', 'leased', 'attempts', d.attempts, 'first_at', d.first_at, 'token', token,
    'lease_until', d.lease_until, 'gate_until', d.gate_until)
end

local answer = repeated()
if answer then return answer end
redis.call('ZREMRANGEBYSCORE', key('closed'), '-inf', now)
for _, lane in ipairs(lanes) do wake(lane) end

local claimed, ids, looked = {}, {}, 0
while #claimed < max and looked < LOOKED_AT_ONCE do
  looked = looked + 1
  local d = first()
  if not d then break end
  local shut = d.gate and redis.call('ZSCORE', key('closed'), d.gate)
  redis.call('ZREM', key('ready', d.lane), member(d))
  if d.not_before > story or d.ready_at > now then
    stand(d)
  elseif shut then
    redis.call('ZADD', parked(d.lane, d.gate), rank(d.class, d.due), member(d))
    redis.call('ZADD', key('gates', d.lane), shut, d.gate)
  else
    ids[#ids + 1] = d.id
    lease(d, name .. '.' .. #ids)
    claimed[#claimed + 1] = told(d)
  end
  -- A gate of no time, or one that is not used after all, lets the next one through at once.
  if d.gate and not shut and d.gate_until <= now then
    for _, lane in ipairs(lanes) do unpark(lane, d.gate) end
  end
end
if #ids > 0 then redis.call('SET', key('claimed', name), cjson.encode(ids), 'PX', ARGV[4]) end
return claimed
