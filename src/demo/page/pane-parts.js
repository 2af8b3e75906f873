// What the middle of the page is made of on either side: headings, the welcome, and building anew only when one looks elsewhere.
import { el, icon } from './dom.js';
import { otherPeople, peopleList } from './people.js';
import { side } from './sides.js';
import { state } from './state.js';

export const main = document.querySelector('#main');

export const heading = (text, about, sign) =>
  el(
    'header',
    { class: 'pane-head' },
    el('h1', {}, sign && icon(sign), text),
    about && el('p', { class: 'soft' }, about),
  );

/** Whether somebody reads the newest, so that what comes may push it up. */
export const isNear = box => box.scrollHeight - box.scrollTop - box.clientHeight < 120;

const WORDS = {
  slack: 'This is a small made-up workspace with the real Mentor bot behind it.',
  teams: 'This is a small made-up organisation in Teams with the real Mentor bot behind it.',
};

/** The first page: what this is, and who one can be. */
export function welcome() {
  const others = el('div', {});
  main.replaceChildren(
    el(
      'div',
      { class: 'welcome scroll' },
      el('img', { src: 'logo.svg', alt: '', class: 'big-logo' }),
      el('h1', {}, 'A mentoring scheme for technicians, in the chat they already use'),
      el(
        'p',
        { class: 'lead' },
        `${WORDS[side]} Be one of its people, look around, and move the clock when you want to see what happens next.`,
      ),
      peopleList(2),
      others,
    ),
  );
  otherPeople(2).then(list => list && others.replaceChildren(list));
  return () => {};
}

/** Draws the middle: `build` makes what is looked at and gives back how it is brought up to date; `what` says when it must be made anew. */
export function paneWith(build, what) {
  let shown = {};
  return () => {
    if (!state.all || (state.me && !state.world)) return;
    const wanted = what(state);
    if (shown.what === wanted) return shown.update(state.world ?? {});
    const isFirst = shown.what === undefined;
    shown = { what: wanted, update: build() };
    shown.update(state.world ?? {});
    // Coming from elsewhere on the page, readers start at the top of what is new.
    if (!isFirst && !document.querySelector('dialog[open]')) main.focus({ preventScroll: true });
  };
}
