// "Try this": the eight steps of a mentoring pair, as whom to do what. It only points; nothing depends on it.
import { el } from './dom.js';
import { hrefOf, person, state } from './state.js';

/** `as` are people's ids; `at` is where they begin. */
const STEPS = [
  ['Register', 'Type /mentor register and answer two or three short forms.', [['UKEIRA', 'dm']]],
  ['Accept', 'Open who is waiting in the co-ordinators’ channel, and accept.', [['UPRIYA', 'channel:CALERTS']]],
  ['Match', 'Type /mentor match, look at the pairs and the reasons, then release them.', [['UPRIYA', 'dm']]],
  [
    'Say yes, twice',
    'The mentee is asked first, then the mentor, in Messages.',
    [
      ['UFATIMA', 'dm'],
      ['USAM', 'dm'],
    ],
  ],
  ['Check in', 'Move the clock until the forum asks, and press Check in.', [['UFATIMA', 'channel:CFORUM']]],
  ['Review', 'Answer that you met, and note what you talked about.', [['UFATIMA', 'channel:CFORUM']]],
  ['Exit', 'Type /mentor exit and follow it to its end.', [['UFATIMA', 'dm']]],
  ['Alert', 'The co-ordinators hear of it at once, in their channel.', [['UPRIYA', 'channel:CALERTS']]],
];

const guide = document.querySelector('#guide');
const list = document.querySelector('#steps');
const isWide = matchMedia('(min-width: 1180px)');

const go = ([as, at]) => el('a', { class: 'go', href: hrefOf(as, at) }, `As ${person(as).realName.split(' ')[0]}`);

/** Draws the steps once it is known who there is; people of another workspace are left out. */
export function drawGuide() {
  if (!state.all || list.childElementCount > 0) return;
  list.append(
    ...STEPS.map(([title, what, links]) =>
      el('li', {}, el('strong', {}, title), el('p', {}, what), links.filter(([as]) => person(as)).map(go)),
    ),
  );
  guide.open = isWide.matches;
}
