// Whom to turn to: the co-ordinators, people to talk to besides them, and what I wrote to them so far.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, heading, open, type Part, row, text } from '../../conversation/notice.ts';
import { coordinatorSpans, peopleParts } from '../../conversation/people-to-talk-to.ts';
import { allOf, me } from '../../conversation/plan.ts';
import { dayOf } from '../../scheme/calendar.ts';
import type { Inquiry, Scheme } from '../../scheme/kinds.ts';
import { contact, labels } from './messages.ts';

function stateOf(inquiry: Inquiry): string {
  if (inquiry.state === 'closed') return contact.answered;
  return inquiry.escalated ? contact.waitsLonger : contact.waits(inquiry.answerBy);
}

function mineParts(inquiries: readonly Inquiry[], scheme: Scheme): Part[] {
  if (inquiries.length === 0) return [];
  const rows = inquiries.map(one =>
    row(
      `${contact.mineOf(dayOf(one.at, scheme.zone))}: ${stateOf(one)}`,
      open(labels.open, 'contact.answer', { inquiry: one.id }),
    ),
  );
  return [heading(contact.mine), ...rows];
}

export const contactPage = pageOf({
  word: 'contact',
  for: 'anyone',
  help: 'The co-ordinators, and people to talk to',
  plan: () => ({ inquiries: allOf('inquiry', me, 5) }),
  show: ({ scheme, actor, open: { inquiries } }) => {
    const mine = inquiries.filter(one => one.person === actor.person?.id);
    const names = scheme.coordinators.length > 0;
    return {
      title: contact.title,
      parts: [
        ...(names
          ? [
              text([contact.coordinators, ' ', ...coordinatorSpans(scheme, actor.account)]),
              text(contact.coordinatorsText),
              buttons(open(labels.write, 'contact.ask', {}, 'primary')),
            ]
          : [text(contact.none)]),
        ...peopleParts(scheme, contact.people),
        ...mineParts(mine, scheme),
      ],
      buttons: [open(labels.home, 'home')],
    };
  },
});
