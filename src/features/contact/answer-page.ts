// My own line to the co-ordinators, and their answer: read here in private.
import { pageOf } from '../../conversation/feature.ts';
import { open, type Part, text } from '../../conversation/notice.ts';
import { peopleParts } from '../../conversation/people-to-talk-to.ts';
import { one } from '../../conversation/plan.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import type { Inquiry, Scheme } from '../../scheme/kinds.ts';
import { answer, labels, inquiry as words } from './messages.ts';

function stateParts(scheme: Scheme, inquiry: Inquiry): Part[] {
  if (inquiry.state === 'closed')
    return [text(words.answeredBy([coordinatorName(scheme, inquiry.takenBy ?? '')])), text(inquiry.answer ?? '')];
  return inquiry.escalated
    ? [text(answer.longer), ...peopleParts(scheme, answer.people)]
    : [text(answer.waits(inquiry.answerBy))];
}

export const answerPage = pageOf({
  word: 'contact.answer',
  for: 'member',
  plan: ids => ({ inquiry: one('inquiry', ids['inquiry'] ?? 'none') }),
  show: ({ actor, scheme, open: { inquiry } }) => {
    const mine = inquiry && inquiry.person === actor.person?.id ? inquiry : undefined;
    return {
      title: answer.title,
      parts: mine ? [text([{ bold: answer.you }, '\n', mine.text]), ...stateParts(scheme, mine)] : [text(answer.gone)],
      buttons: [open(labels.write, 'contact.ask'), open(labels.home, 'home')],
    };
  },
});
