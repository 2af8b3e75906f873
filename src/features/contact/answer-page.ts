// My own line to the co-ordinators, and their answer: read here in private.
import { pageOf } from '../../conversation/feature.ts';
import { open, type Part, text } from '../../conversation/notice.ts';
import { peopleParts } from '../../conversation/people-to-talk-to.ts';
import { one } from '../../conversation/plan.ts';
import { coordinatorName } from '../../scheme/joining.ts';
import type { Inquiry, Scheme } from '../../scheme/kinds.ts';
import { answer, ask, labels, inquiry as words } from './messages.ts';

function stateParts(scheme: Scheme, inquiry: Inquiry): Part[] {
  if (inquiry.state === 'closed')
    return [text(words.answeredBy([coordinatorName(scheme, inquiry.takenBy ?? '')])), text(inquiry.answer ?? '')];
  return inquiry.escalated
    ? [text(answer.longer), ...peopleParts(scheme, answer.people)]
    : [text(answer.waits(inquiry.answerBy))];
}

/** What they wrote, and what they said would help. */
function wroteParts(mine: Inquiry): Part[] {
  const help = mine.help && ask.helps[mine.help];
  const said = [typeof help === 'function' ? help(undefined) : help, mine.text].filter(one => one);
  return [text([{ bold: answer.you }, '\n', said.join('\n')])];
}

export const answerPage = pageOf({
  word: 'contact.answer',
  for: 'member',
  plan: ids => ({ inquiry: one('inquiry', ids['inquiry'] ?? 'none') }),
  show: ({ actor, scheme, open: { inquiry } }) => {
    const mine = inquiry && inquiry.person === actor.person?.id ? inquiry : undefined;
    return {
      title: answer.title,
      parts: mine ? [...wroteParts(mine), ...stateParts(scheme, mine)] : [text(answer.gone)],
      buttons: [open(labels.write, 'contact.ask'), open(labels.home, 'home')],
    };
  },
});
