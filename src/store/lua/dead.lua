-- Deliveries that could not be delivered: ARGV[1] is what to do (list, revive, bury), ARGV[2] how many or which.
if ARGV[1] == 'list' then
  local answer = {}
  if tonumber(ARGV[2]) < 1 then return answer end
  for n, m in ipairs(redis.call('ZREVRANGE', key('dead'), 0, ARGV[2] - 1)) do answer[n] = told(load(m:sub(16))) end
  return answer
end
local d = load(ARGV[2])
if not d or d.state ~= 'dead' then return 0 end
if ARGV[1] == 'bury' then
  forget(d)
else
  lift(d)
  d.attempts, d.ready_at, d.ended_at, d.gate_until = 0, 0, 0, 0
  d.doubts = math.min(d.doubts, 1)
  stand(d)
  save(d)
end
return 1
