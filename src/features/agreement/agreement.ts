// The agreement room's door plate: writing an agreement together, confirming it, keeping it (F10, R20–R24); and a new direction or a later day, which need none (R42, B18). The conversation itself is theirs.
import { agreedWord } from '../../conversation/agreed.ts';
import { letterOf, type Room } from '../../conversation/feature.ts';
import { open } from '../../conversation/notice.ts';
import { one } from '../../conversation/plan.ts';
import { isRunning } from '../../scheme/states.ts';
import { agreementPage } from './agreement-page.ts';
import { says } from './messages.ts';
import { partPage } from './part-page.ts';
import { reviewDate, reviewLetter } from './review-date.ts';
import { versionsPage } from './versions-page.ts';

/** True for as long as nobody has written on since: then there would be something else to read. */
const newsLetter = letterOf({
  name: 'agreement.news',
  class: 'answer',
  plan: ids => ({
    pairing: one('pairing', ids['pairing'] ?? 'none'),
    agreement: one('agreement', ids['pairing'] ?? 'none'),
  }),
  draw: ({ open: { pairing, agreement }, scheme }, ids) => {
    const isTrue = pairing && isRunning(pairing.state) && String(agreement?.revision) === ids['revision'];
    if (!isTrue) return undefined;
    return { text: says.something, buttons: [open(says.open, agreedWord(scheme), { pairing: pairing.id }, 'primary')] };
  },
});

export const agreementRoom: Room = {
  name: 'agreement',
  pages: (['agreement', 'agreed'] as const).flatMap(word => [agreementPage(word), partPage(word), versionsPage(word)]),
  letters: [newsLetter, reviewLetter],
  dates: [reviewDate],
};
