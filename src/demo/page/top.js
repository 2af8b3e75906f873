// The bar above everything: the story's clock with its two buttons, what this page is, and whether the demo still answers.
import { moveClock } from './api.js';
import { el } from './dom.js';
import { openDialog, say, wordsOf } from './say.js';
import { refresh, state, storyNow, zone } from './state.js';
import { shortDayOf, timeOf } from './time.js';

const clock = document.querySelector('#clock');
const time = document.querySelector('#time');

async function move(button) {
  if (clock.getAttribute('aria-busy') === 'true') return;
  const days = Number(button.dataset.days);
  clock.setAttribute('aria-busy', 'true');
  say(days === 1 ? 'A day goes by…' : 'A week goes by…');
  try {
    await moveClock(days);
    await refresh();
    say(`It is now ${shortDayOf(storyNow(), zone())}.`);
  } catch (error) {
    say(wordsOf(error));
  }
  clock.removeAttribute('aria-busy');
}

function about() {
  const close = el('button', { type: 'button', class: 'button primary' }, 'Good');
  const dialog = el(
    'dialog',
    { class: 'ask', 'aria-labelledby': 'about-title' },
    el('h2', { id: 'about-title' }, 'What is this?'),
    el(
      'p',
      {},
      'The bot behind this page is the real one, with its real records; only the workspace around it is made up. What you do as one person, the others see.',
    ),
    el(
      'p',
      {},
      'Mentoring takes months, so time can be moved: a day or a week goes by at once, and everything due in between happens, such as reminders and check-ins.',
    ),
    el('p', { class: 'soft' }, 'Everything stays on this computer, and goes on where you left it.'),
    el('div', { class: 'ask-buttons' }, close),
  );
  close.addEventListener('click', () => dialog.close());
  openDialog(dialog, close);
}

/** Wires the bar, once. */
export function openTop() {
  for (const button of clock.querySelectorAll('[data-days]')) button.addEventListener('click', () => move(button));
  document.querySelector('#about').addEventListener('click', about);
  setInterval(drawTop, 10_000);
}

export function drawTop() {
  if (!state.all) return;
  const now = storyNow();
  const words = `${shortDayOf(now, zone())}, ${timeOf(now, zone())}`;
  if (time.textContent !== words) time.textContent = words;
  time.setAttribute('datetime', new Date(now).toISOString());
  document.querySelector('#away').hidden = state.isConnected;
}
