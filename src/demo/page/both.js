// Both sides of the scheme beside each other, each a page of its own under one clock; who sits at each is kept in the address.
import { openSides } from './sides.js';
import { lookOn, onChange } from './state.js';
import { drawTop, openTop } from './top.js';

const frames = [...document.querySelectorAll('iframe')];
const keys = ['slack', 'teams'];
const asked = new URLSearchParams(location.hash.slice(1));

function keepAddress() {
  const where = keys.map((key, nth) => [key, frames[nth].contentWindow.location.hash.slice(1)]);
  history.replaceState(undefined, '', `#${new URLSearchParams(where)}`);
}

frames.forEach((frame, nth) => {
  const page = frame.dataset.page;
  const hash = asked.get(keys[nth]);
  frame.addEventListener('load', () => {
    frame.contentWindow.addEventListener('hashchange', keepAddress);
    keepAddress();
  });
  frame.src = hash ? `${page}#${hash}` : page;
});
onChange(drawTop);
openTop();
openSides();
lookOn();
