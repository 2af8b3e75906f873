// Dates and times as people read them, in a person's own time zone.

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }));
  return formats.get(key);
}

const TIME = { hour: '2-digit', minute: '2-digit' };

export const timeOf = (ms, zone) => format(zone, TIME).format(ms);
/** "Tuesday 24 November 2026". */
export const dayOf = (ms, zone) =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(ms).replace(',', '');
/** "Tue, 24 Nov 2026". */
export const shortDayOf = (ms, zone) =>
  format(zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(ms);
/** Milliseconds of a message's timestamp. */
export const msOf = ts => Number(ts) * 1000;

function wallClock(ms, zone) {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hourCycle: 'h23', ...TIME };
  const parts = format(zone, options).formatToParts(ms);
  const of = type => parts.find(part => part.type === type).value;
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** Seconds as a field for date and time shows them. */
export const toLocal = (seconds, zone) => wallClock(seconds * 1000, zone);

/** What stands in a field for date and time, as seconds. */
export function fromLocal(local, zone) {
  const wanted = Date.parse(`${local}Z`);
  let ms = wanted;
  // Twice, since the first guess may lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn++) ms += wanted - Date.parse(`${wallClock(ms, zone)}Z`);
  return Math.floor(ms / 1000);
}
