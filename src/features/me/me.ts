// The room about oneself: pausing, returning, reminders, the accounts one is known by, leaving, what is kept. What one wrote about oneself is changed in the register room.
import { letterOf, type Room } from '../../conversation/feature.ts';
import { open } from '../../conversation/notice.ts';
import { one, via } from '../../conversation/plan.ts';
import { accountsPage } from './accounts-page.ts';
import { leavePage } from './leave-page.ts';
import { linkPage } from './link-page.ts';
import { mePage } from './me-page.ts';
import { letters } from './messages.ts';
import { pausePage, resumeRule } from './pause-form.ts';
import { remindersPage } from './reminders-form.ts';
import { storedPage } from './stored-page.ts';
import { accountLetters, linkDates, twinPage } from './twin-page.ts';

const backLetter = letterOf({
  name: 'me.back',
  class: 'answer',
  plan: () => ({}),
  draw: () => ({ text: letters.something, buttons: [open(letters.open, 'me', {}, 'primary')] }),
});

/** One line to the co-ordinators when somebody has paused or left; gone again when they have returned meanwhile. */
const awayLetter = letterOf({
  name: 'me.away',
  class: 'answer',
  plan: ids => ({
    registration: one('registration', ids['registration'] ?? 'none'),
    person: one('person', via('registration', 'person')),
  }),
  draw: ({ open: { registration, person } }) => {
    if (!registration || !person) return undefined;
    const { state, role, pausedUntil } = registration;
    if (state !== 'paused' && state !== 'withdrawn') return undefined;
    const line = state === 'paused' ? letters.away(person.name, role, pausedUntil) : letters.left(person.name, role);
    return { text: line, buttons: [open(letters.open, 'people.one', { person: person.id })] };
  },
});

export const meRoom: Room = {
  name: 'me',
  pages: [mePage, pausePage, remindersPage, leavePage, storedPage, accountsPage, linkPage, twinPage],
  letters: [backLetter, awayLetter, ...accountLetters],
  dates: [resumeRule, ...linkDates],
};
