// "Try this": the eight steps of a mentoring pair, as whom to do what. It only points; nothing depends on it.
import { el } from './dom.js';
import { hrefOn, isFramed, readSides, side } from './sides.js';
import { person, state } from './state.js';

/** A link: the side, a person's id, and where they begin. */
const slack = (as, at) => ['slack', as, at];
const teams = (as, at) => ['teams', as, at];

const STEPS = {
  slack: [
    ['Register', 'Type /mentor register and answer two or three short forms.', [slack('UKEIRA', 'dm')]],
    ['Accept', 'Open who is waiting in the co-ordinators’ channel, and accept.', [slack('UPRIYA', 'channel:CALERTS')]],
    ['Match', 'Type /mentor match, look at the pairs and the reasons, then release them.', [slack('UPRIYA', 'dm')]],
    [
      'Say yes, twice',
      'The mentee is asked first, then the mentor, in Messages.',
      [slack('UFATIMA', 'dm'), slack('USAM', 'dm')],
    ],
    ['Check in', 'Move the clock until the forum asks, and press Check in.', [slack('UFATIMA', 'channel:CFORUM')]],
    ['Review', 'Answer that you met, and note what you talked about.', [slack('UFATIMA', 'channel:CFORUM')]],
    ['Exit', 'Type /mentor exit and follow it to its end.', [slack('UFATIMA', 'dm')]],
    ['Alert', 'The co-ordinators hear of it at once, in their channel.', [slack('UPRIYA', 'channel:CALERTS')]],
  ],
  teams: [
    ['Register', 'Type register and answer two or three short forms.', [teams('amira-stone', 'dm')]],
    [
      'Accept',
      'Open who is waiting in the co-ordinators’ channel, here or in Slack, and accept.',
      [teams('rosa-delgado', 'channel:19:coordinators@thread.tacv2'), slack('UPRIYA', 'channel:CALERTS')],
    ],
    ['Match', 'Type match, look at the pairs and the reasons, then release them.', [teams('rosa-delgado', 'dm')]],
    [
      'Say yes, twice',
      'The mentee is asked first, in Teams, then the mentor, in Slack.',
      [teams('mina-park', 'dm'), slack('UBETH', 'dm')],
    ],
    [
      'Check in',
      'Move the clock until the forum asks, and press Check in.',
      [teams('mina-park', 'channel:19:forum@thread.tacv2')],
    ],
    [
      'Review',
      'Answer that you met, and note what you talked about.',
      [teams('mina-park', 'channel:19:forum@thread.tacv2')],
    ],
    ['Exit', 'Type exit and follow it to its end.', [teams('mina-park', 'dm')]],
    [
      'Alert',
      'The co-ordinators hear of it at once, in both their channels.',
      [teams('rosa-delgado', 'channel:19:coordinators@thread.tacv2'), slack('UPRIYA', 'channel:CALERTS')],
    ],
  ],
};

const guide = document.querySelector('#guide');
const list = document.querySelector('#steps');
const isWide = matchMedia('(min-width: 1180px)');
let isDrawn = false;

/** Draws the steps once it is known who there is; people who are not there are left out. */
export async function drawGuide() {
  if (!state.all || isDrawn || isFramed) return;
  isDrawn = true;
  const sides = await readSides();
  const nameOf = (where, as) =>
    where === side ? person(as)?.realName : sides[where]?.find(each => each.id === as)?.name;
  const go = ([where, as, at]) => {
    const name = nameOf(where, as)?.split(' ')[0];
    const place = where === side ? '' : where === 'slack' ? ' in Slack' : ' in Teams';
    return name && el('a', { class: 'go', href: hrefOn(where, as, at) }, `As ${name}${place}`);
  };
  list.append(
    ...STEPS[side].map(([title, what, links]) =>
      el('li', {}, el('strong', {}, title), el('p', {}, what), links.map(go)),
    ),
  );
  guide.open = isWide.matches;
}
