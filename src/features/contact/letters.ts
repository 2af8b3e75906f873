// Word of a private line: to the co-ordinators by name and button, to its writer by button alone. What it says is read in private.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Notice, open, type Text, text } from '../../conversation/notice.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { secondReader } from '../../conversation/private-line.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import type { Inquiry, Person, Scheme } from '../../scheme/kinds.ts';
import { labels, letters } from './messages.ts';

const aboutPlan = (ids: Record<string, string>) => ({
  inquiry: one('inquiry', ids['inquiry'] ?? 'none'),
  who: one('person', via('inquiry', 'person')),
});

const nameOf = (who: Person | undefined): string => who?.name || letters.somebody;

function alertText(scheme: Scheme, inquiry: Inquiry, line: string): Text {
  const by =
    inquiry.state === 'taken'
      ? letters.taken([coordinatorName(scheme, inquiry.takenBy ?? '')])
      : [letters.by(inquiry.answerBy)];
  return [{ bold: line }, ' ', ...(inquiry.urgent ? [`${letters.urgent} `] : []), ...by];
}

function alertNotice(scheme: Scheme, inquiry: Inquiry, line: string): Notice {
  return {
    text: line,
    parts: [text(alertText(scheme, inquiry, line))],
    buttons: [open(labels.open, 'contact.inquiry', { inquiry: inquiry.id }, 'primary')],
  };
}

export const alertLetter = letterOf({
  name: 'contact.alert',
  class: 'must',
  plan: aboutPlan,
  draw: ({ scheme, open: { inquiry, who } }) => {
    if (!inquiry) return undefined;
    if (inquiry.state === 'closed') return { text: letters.closedLine };
    return alertNotice(scheme, inquiry, letters.alert(nameOf(who)));
  },
});

export const waitsLetter = letterOf({
  name: 'contact.waits',
  class: 'must',
  plan: aboutPlan,
  draw: ({ scheme, open: { inquiry, who } }) =>
    inquiry && inquiry.state !== 'closed' ? alertNotice(scheme, inquiry, letters.waits(nameOf(who))) : undefined,
});

const toWriter = (name: string, isTrue: (inquiry: Inquiry) => boolean) =>
  letterOf({
    name,
    class: 'answer',
    plan: ids => ({ inquiry: one('inquiry', ids['inquiry'] ?? 'none') }),
    draw: ({ open: { inquiry } }) =>
      inquiry && isTrue(inquiry)
        ? {
            text: letters.something,
            buttons: [open(labels.open, 'contact.answer', { inquiry: inquiry.id }, 'primary')],
          }
        : undefined,
  });

export const answeredLetter = toWriter('contact.answered', inquiry => inquiry.state === 'closed');
export const stillLetter = toWriter('contact.still', inquiry => inquiry.state !== 'closed');

export const waitsRule = dateOf({
  what: 'inquiry.waits',
  plan: ids => aboutPlan({ inquiry: ids['id'] ?? 'none' }),
  decide: ({ scheme, now, open: { inquiry, who } }) => {
    if (!inquiry || inquiry.state === 'closed' || inquiry.escalated) return undefined;
    const ids = { inquiry: inquiry.id };
    const account = secondReader(scheme, inquiry);
    const told: LetterOrder[] = account
      ? [{ letter: 'contact.waits', ids, to: { account }, id: `contact.waits.${inquiry.id}` }]
      : [];
    return {
      put: [put('inquiry', { ...inquiry, escalated: true })],
      letters: [
        ...told,
        {
          letter: 'contact.still',
          ids,
          to: { person: inquiry.person },
          id: `contact.still.${inquiry.id}`,
          // R58: in their own zone, inside their working hours.
          ...(who ? { notBefore: intoWorkingHours(now, who.zone, who.hours, scheme.closedDays) } : {}),
        },
      ],
      history: [{ what: 'inquiry.waits', about: [inquiry.id] }],
    };
  },
});
