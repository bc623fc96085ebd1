/**
 * Generic cell rate algorithm on Redis' own clock. `due` is when the bucket is level again; a lane may
 * run ahead of it by its part of the burst. ARGV: spacing, burst, rank (1 most urgent … 3), tokens
 * ahead, passes before rank 2 and before rank 3 is owed a call. Answers 0 for "go", else milliseconds.
 *
 * A lane that had to wait is marked as waiting for a while; each call of a more urgent lane passes it.
 * Passed often enough it is owed the next call: it may then use the whole burst, and others wait. The
 * mark lapses soon, so a waiter that died holds nobody up.
 */
export const grantScript = `
local t = redis.call('TIME')
local now = t[1] * 1000 + t[2] / 1000
local spacing, burst, rank = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ahead = tonumber(ARGV[4])
local passes = { [2] = tonumber(ARGV[5]), [3] = tonumber(ARGV[6]) }
local state = { due = 0, closed = 0, waits2 = 0, waits3 = 0, passed2 = 0, passed3 = 0 }
local stored = redis.call('HGETALL', KEYS[1])
for i = 1, #stored, 2 do state[stored[i]] = tonumber(stored[i + 1]) end
local due = math.max(state.due, now)

local owed = 0
for r = 3, 2, -1 do
  local present = r == rank or state['waits' .. r] > now
  if owed == 0 and present and state['passed' .. r] >= passes[r] then owed = r end
end

local wait
if state.closed > now then wait = state.closed - now
elseif owed ~= 0 and owed ~= rank then wait = spacing
else
  if owed == rank then ahead = burst end
  wait = due - now - ahead * spacing
end

if wait > 0.001 then
  if rank > 1 then state['waits' .. rank] = now + wait + 250 end
else
  wait = 0
  state.due = due + spacing
  for r = rank + 1, 3 do
    if state['waits' .. r] > now then state['passed' .. r] = state['passed' .. r] + 1 end
  end
  if rank > 1 then
    state['waits' .. rank] = 0
    state['passed' .. rank] = 0
  end
end
for field, value in pairs(state) do redis.call('HSET', KEYS[1], field, string.format('%.3f', value)) end
redis.call('PEXPIRE', KEYS[1], math.ceil(math.max(state.due, state.closed, now) - now) + 10000)
return math.ceil(wait)`;

/** Closes the bucket for ARGV[1] milliseconds; never shortens a closure. */
export const closeScript = `
local t = redis.call('TIME')
local now = t[1] * 1000 + t[2] / 1000
local closed = now + tonumber(ARGV[1])
if closed > tonumber(redis.call('HGET', KEYS[1], 'closed') or '0') then
  redis.call('HSET', KEYS[1], 'closed', string.format('%.3f', closed))
  redis.call('PEXPIRE', KEYS[1], math.ceil(closed - now) + 10000)
end
return 1`;
