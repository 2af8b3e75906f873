-- Put in front of every script: names of keys, and the two clocks. All keys begin with KEYS[1], the scheme's hash tag.
local p = KEYS[1]

local function key(...)
  return p .. ':' .. table.concat({ ... }, ':')
end

-- Machine time and story time, in milliseconds.
local function clock()
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  return now, now + tonumber(redis.call('GET', key('offset')) or '0')
end

-- Records are kept as "<version>:<json>".
local function version_of(record)
  return tonumber(redis.call('GETRANGE', key('r', record), 0, 16):match('^(%d+):')) or 0
end

local function write(record, json)
  local version = version_of(record)
  redis.call('SET', key('r', record), string.format('%.0f:', version + 1) .. json)
  if version == 0 then redis.call('ZADD', key('keys'), 0, record) end
end

local function delete(record)
  redis.call('DEL', key('r', record))
  redis.call('ZREM', key('keys'), record)
end

-- Takes records out of lists and puts them into others.
local function list(listed)
  for _, place in ipairs(listed.remove) do redis.call('ZREM', key('l', place.list), place.member) end
  for _, place in ipairs(listed.add) do redis.call('ZADD', key('l', place.list), place.score, place.member) end
end
