-- Opens a whole plan: ARGV[1] is its steps. Answers the clocks and, for each step, its records or its counter.
local steps = cjson.decode(ARGV[1])
local opened, parsed = {}, {}

-- Lua compares texts by the server's locale; lists stand in order of bytes.
local function before(a, b)
  for i = 1, math.min(#a, #b) do
    local x, y = a:byte(i), b:byte(i)
    if x ~= y then return x < y end
  end
  return #a < #b
end

local function record_of(step, n)
  parsed[step] = parsed[step] or {}
  if parsed[step][n] == nil then
    local raw = opened[step][n]
    local value = cjson.decode(raw:sub(raw:find(':', 1, true) + 1))
    parsed[step][n] = type(value) == 'table' and value or {}
  end
  return parsed[step][n]
end

local function follow(via, most)
  local found = {}
  for n = 1, math.min(#(opened[via.step] or {}), most) do
    local value = record_of(via.step, n)[via.field]
    for _, text in ipairs(type(value) == 'table' and value or { value }) do
      if type(text) == 'string' and text ~= '' then found[#found + 1] = text .. (via.suffix or '') end
    end
  end
  return found
end

-- How many members of a list stand before a place (score, id), by binary search.
local function standing(list, size, score, id, including)
  local low, high = 0, size
  while low < high do
    local middle = math.floor((low + high) / 2)
    local member = redis.call('ZRANGE', list, middle, middle, 'WITHSCORES')
    local at = tonumber(member[2])
    if at < score or (at == score and (before(member[1], id) or (including and member[1] == id))) then
      low = middle + 1
    else
      high = middle
    end
  end
  return low
end

-- One page: ids, and where the next begins.
local function page(source)
  local name = source.list
  if source.of then
    local of = type(source.of) == 'string' and source.of or follow(source.of, 1)[1]
    if not of then return {} end
    name = name .. ':' .. of
  end
  local list, first = key('l', name), 0
  if source.after then
    local size = redis.call('ZCARD', list)
    local passed = standing(list, size, source.after.score, source.after.member, source.oldestFirst)
    first = source.oldestFirst and passed or size - passed
  end
  local range = source.oldestFirst and 'ZRANGE' or 'ZREVRANGE'
  local members = redis.call(range, list, first, first + source.max, 'WITHSCORES')
  local ids = {}
  for n = 1, math.min(#members / 2, source.max) do ids[n] = members[2 * n - 1] end
  if #members / 2 <= source.max or source.max < 1 then return ids end
  return ids, members[2 * source.max], ids[source.max]
end

local function ids_of(source)
  if source.ids then return source.ids end
  if source.via then return follow(source.via, math.huge) end
  return page(source)
end

local function fetch(kind, ids)
  local raws = {}
  for first = 1, #ids, 1000 do
    local keys = {}
    for n = first, math.min(first + 999, #ids) do keys[#keys + 1] = key('r', kind .. '/' .. ids[n]) end
    for _, raw in ipairs(redis.call('MGET', unpack(keys))) do raws[#raws + 1] = raw end
  end
  return raws
end

local function once(ids)
  local seen, kept = {}, {}
  for _, id in ipairs(ids) do
    if not seen[id] then
      seen[id] = true
      kept[#kept + 1] = id
    end
  end
  return kept
end

local function records(step)
  local ids, score, member = ids_of(step.source)
  ids = once(ids)
  local raws, known = {}, step.known or {}
  local answer = { score or false, member or false }
  for n, raw in ipairs(fetch(step.kind, ids)) do
    if raw then
      raws[#raws + 1] = raw
      local version = raw:sub(1, raw:find(':', 1, true))
      answer[#answer + 1] = step.kind .. '/' .. ids[n]
      answer[#answer + 1] = known[ids[n]] == tonumber(version:sub(1, -2)) and version or raw
    end
  end
  opened[step.name] = raws
  return answer
end

local now, story = clock()
local answers = {}
for n, step in ipairs(steps) do
  answers[n] = step.counts and redis.call('HGETALL', key('c', step.counts)) or records(step)
end
return { now, story, answers }
