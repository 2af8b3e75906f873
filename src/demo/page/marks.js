// What each person has already seen, kept in this browser, so that the page can say where something is new.

let store = {};
let key;

function save() {
  try {
    localStorage.setItem(key, JSON.stringify(store));
  } catch {
    // Without storage the marks last as long as the page.
  }
}

/** Begins with this workspace; the first time, everything written up to now (seconds of the story) counts as seen. */
export function openMarks(bot, now) {
  if (key) return;
  // The bot's id is new with each fresh demo.
  key = `mentor-demo-seen-${bot}`;
  try {
    store = JSON.parse(localStorage.getItem(key)) ?? { start: now };
  } catch {
    store = { start: now };
  }
  save();
}

/** Up to when a person has read a place. */
export const seenUpTo = (person, place) => Math.max(Number(store.start), Number(store[person]?.[place] ?? 0));

/** The person has everything up to `ts` before them. */
export function seeUpTo(person, place, ts) {
  if (!ts || Number(ts) <= seenUpTo(person, place)) return;
  store[person] = { ...store[person], [place]: ts };
  save();
}

/** Whether the bot has written something to a person that they have not looked at. */
export const hasNews = (person, latest = {}) =>
  Object.entries(latest).some(([place, ts]) => Number(ts) > seenUpTo(person, place));
