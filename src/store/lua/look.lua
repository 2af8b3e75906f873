-- What only looks: ARGV[1] is what to look at.
local now, story = clock()
local look = {}

function look.clock()
  return { now, story }
end

local function behind_gates(lane)
  local sum = 0
  for _, gate in ipairs(redis.call('ZRANGE', key('gates', lane), 0, -1)) do
    sum = sum + redis.call('ZCARD', key('parked', #lane, lane, gate))
  end
  return sum
end

function look.waiting()
  local dead = {}
  for _, m in ipairs(redis.call('ZRANGE', key('dead'), 0, -1)) do
    local lane = redis.call('HGET', key('d', m:sub(16)), 'lane')
    dead[lane] = (dead[lane] or 0) + 1
  end
  local answer = {}
  for _, lane in ipairs(redis.call('SMEMBERS', key('lanes'))) do
    local waiting = behind_gates(lane)
    for _, set in ipairs({ 'ready', 'held', 'later' }) do waiting = waiting + redis.call('ZCARD', key(set, lane)) end
    answer[#answer + 1] = { lane, waiting, redis.call('ZCARD', key('lease', lane)), dead[lane] or 0 }
  end
  return answer
end

-- The machine instant at which a lane may have something to do; -1 for never.
function look.next()
  local nearest
  local function consider(set, lane, shift)
    local score = tonumber(redis.call('ZRANGE', key(set, lane), 0, 0, 'WITHSCORES')[2])
    if score then nearest = math.min(nearest or math.huge, math.max(score - shift, now)) end
  end
  for n = 2, #ARGV do
    local lane = ARGV[n]
    if redis.call('EXISTS', key('ready', lane)) == 1 then return now end
    consider('held', lane, story - now)
    consider('later', lane, 0)
    consider('lease', lane, 0)
    consider('gates', lane, 0)
  end
  return nearest or -1
end

function look.history()
  local max = tonumber(ARGV[2])
  if max < 1 then return {} end
  local numbers = {}
  if ARGV[3] then
    numbers = redis.call('LRANGE', key('about', ARGV[3]), 0, max - 1)
  else
    local last = tonumber(redis.call('HGET', key('history'), 'n') or '0')
    for n = last, math.max(1, last - max + 1), -1 do numbers[#numbers + 1] = n end
  end
  local entries = {}
  for n, number in ipairs(numbers) do entries[n] = redis.call('HGET', key('history'), number) end
  return entries
end

return look[ARGV[1]]()
