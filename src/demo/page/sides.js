// Which side of the scheme a page shows, what the other one is, and the switch between them.
import { el } from './dom.js';

export const side = document.documentElement.dataset.side;
/** Shown beside the other side, inside a page that has the bar and the clock. */
export const isFramed = new URLSearchParams(location.search).has('framed');
if (isFramed) document.body.classList.add('framed');

const PAGES = [
  ['slack', 'Slack', './'],
  ['teams', 'Teams', 'teams.html'],
  ['both', 'Both', 'both.html'],
];

/** The address of somebody on a side. */
export const hrefOn = (which, as, at) =>
  `${which === side ? '' : PAGES.find(([name]) => name === which)[2]}#as=${encodeURIComponent(as)}&at=${encodeURIComponent(at).replaceAll('%3A', ':')}`;

let asked;
/** Who there is on each side; a side that does not run is absent. */
export function readSides() {
  asked ??= fetch('/sides')
    .then(answer => answer.json())
    .catch(() => ({}));
  return asked;
}

/** Shows where one is, and leads to the other side where there is one. */
export async function openSides() {
  const nav = document.querySelector('#sides');
  const { teams } = await readSides();
  if (!teams) return;
  nav.append(
    ...PAGES.map(([name, label, href]) =>
      el(
        'a',
        { href, class: `side-link ${name}`, 'aria-current': name === side ? 'page' : undefined },
        name === 'both' ? el('span', {}, 'Both', el('span', { class: 'unseen' }, ' side by side')) : label,
      ),
    ),
  );
  nav.hidden = false;
}
