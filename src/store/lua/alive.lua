-- Says who is alive and what they know: ARGV is the process, for how many milliseconds it is taken to live on (0: it stops), and what it knows.
-- Answers what every living process knows.
local name, for_ms, knows = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local now = clock()
local living, answer = key('alive'), {}
if for_ms > 0 then
  redis.call('HSET', living, name, string.format('%.0f:', now + for_ms) .. knows)
else
  redis.call('HDEL', living, name)
end
local flat = redis.call('HGETALL', living)
for n = 1, #flat, 2 do
  local til, told = flat[n + 1]:match('^(%d+):(.*)$')
  if tonumber(til) > now then
    answer[#answer + 1] = told
  else
    redis.call('HDEL', living, flat[n])
  end
end
return answer
