// The page of the demo: begins here, and draws each part whenever something has changed.
import { drawGuide } from './guide.js';
import { drawPane } from './pane.js';
import { drawSide, openSide } from './side.js';
import { changed, listen, onChange, readAddress, refresh } from './state.js';
import { drawTop, openTop } from './top.js';
import { drawWindow } from './window.js';

document.querySelector('#skip').addEventListener('click', event => {
  // The address holds who one is and where, so the usual way of skipping would lose it.
  event.preventDefault();
  document.querySelector('#main').focus();
});
addEventListener('hashchange', () => {
  readAddress();
  changed();
  refresh();
});
for (const draw of [drawTop, drawPane, drawSide, drawWindow, drawGuide]) onChange(draw);
openSide();
openTop();
readAddress();
listen();
refresh();
