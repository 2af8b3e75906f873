// What somebody reads whom a matching run left over: not this time, and what comes next. Never why: that would speak of others.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { one } from '../../conversation/plan.ts';
import type { Actor } from '../../conversation/turn.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { menteesChoose } from '../../scheme/wishes.ts';
import { messages } from './messages.ts';

const words = messages.leftOver;
const plan = (ids: Ids) => ({ registration: one('registration', ids['registration'] ?? '') });

const isWaiting = (registration: Registration | undefined): registration is Registration =>
  registration !== undefined && registration.state === 'available' && registration.leftOverBefore;

export const leftOverLetter = letterOf({
  name: 'match.left-over',
  class: 'answer',
  plan,
  draw: ({ open: { registration } }) =>
    isWaiting(registration)
      ? {
          text: messages.letter.leftOver,
          buttons: [open(messages.letter.open, 'match.left-over', { registration: registration.id }, 'primary')],
        }
      : undefined,
});

export const leftOverPage = pageOf({
  word: 'match.left-over',
  for: 'member',
  plan,
  show: ({ open: { registration }, actor, scheme }) => leftOverView(registration, actor, menteesChoose(scheme)),
});

/** Only for the person themselves: a co-ordinator may open the registration, but this page speaks to one reader. */
function leftOverView(registration: Registration | undefined, actor: Actor, choose: boolean): View {
  if (!isWaiting(registration) || registration.person !== actor.person?.id)
    return { title: words.title, parts: [text(words.notAny)], buttons: [open(words.home, 'home')] };
  const isMentee = registration.role === 'mentee';
  return {
    title: words.title,
    parts: [
      text(isMentee ? words.mentee : words.mentor),
      text(isMentee ? words.nextMentee : words.nextMentor),
      ...(isMentee && choose ? [text(words.choose)] : []),
      note(words.helps),
    ],
    buttons: [
      ...(isMentee && choose ? [open(words.chooseButton, 'choose', {}, 'primary')] : []),
      open(words.profile, 'profile'),
      open(words.contact, 'contact'),
    ],
  };
}
