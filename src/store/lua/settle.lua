-- Ends a lease: ARGV is the id, the token, the name of this call, how long to remember it, how it ends, and the records to write.
local id, token, call = ARGV[1], ARGV[2], key('settled', ARGV[3])
local ending = cjson.decode(ARGV[5])

-- The same call again (its answer was lost on the way).
if redis.call('EXISTS', call) == 1 then return 1 end
local d = load(id)
if not d or d.state ~= 'leased' or d.token ~= token then return 0 end

local function finish()
  forget(d)
  if d.newer then insert(cmsgpack.unpack(d.newer)) end
end

local how = {}

function how.done()
  finish()
  for n, record in ipairs(ending.writes) do write(record, ARGV[n + 5]) end
  for _, record in ipairs(ending.deletes) do delete(record) end
  list(ending.listed)
end

function how.again()
  release(d, {
    ready_at = now + ending.afterMs,
    doubts = ending.certain and d.doubts or d.doubts + 1,
    why = ending.why,
  })
end

function how.relane()
  reopen(d)
  local change = { lane = ending.lane }
  if not ending.inDoubt then change.attempts, change.doubts, change.first_at = 0, 0, 0 end
  if ending.gate then change.gate, change.gate_ms = ending.gate, ending.gateMs or 0 end
  release(d, change)
end

function how.later()
  reopen(d)
  local newer = d.newer and cmsgpack.unpack(d.newer)
  local til = math.max(ending.notBefore, newer and newer.notBefore or 0)
  if newer then
    newer.notBefore = til
    d.newer = cmsgpack.pack(newer)
  end
  release(d, { attempts = d.attempts - 1, not_before = til, due = math.max(til, d.due) })
end

function how.dead()
  if d.newer or d.cancelled == 1 then return finish() end
  lift(d)
  d.state, d.token, d.lease_until, d.why, d.ended_at = 'dead', nil, 0, ending.why, now
  redis.call('ZADD', key('dead'), now, dead_member(d))
  save(d)
end

how[ending.how]()
redis.call('SET', call, 1, 'PX', ARGV[4])
return 1
