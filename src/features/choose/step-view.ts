// What a person reads who cannot choose a mentor at present: which step is open (R8). Undefined for somebody who can.
import { type Button, open, text, type View } from '../../conversation/notice.ts';
import { menteesChoose, standingOf } from '../../scheme/wishes.ts';
import { messages } from './messages.ts';
import type { SeekerTurn } from './seeker.ts';

const words = messages.steps;

export function stepView({ open: opened, scheme, actor }: SeekerTurn): View | undefined {
  // A list that is under way is seen through, also when the scheme has changed its way meanwhile.
  if (opened.wish?.state === 'asking' && actor.person) return undefined;
  if (!menteesChoose(scheme)) return step(words.otherWay, open(messages.now.home, 'home'));
  const place = actor.person && opened.place;
  switch (standingOf(place)) {
    case 'join':
      return step(words.join, open(words.joinButton, 'register', {}, 'primary'));
    case 'wait':
      return step(words.wait, open(words.status, 'register.status', {}, 'primary'));
    case 'away':
      return step(words.away, open(words.me, 'me', {}, 'primary'));
    case 'resting':
      return step(words.resting, open(words.offer, 'offer', { registration: place?.id ?? '' }, 'primary'));
    case 'taken':
      return step(words.taken, open(messages.now.home, 'home'));
    case 'free':
      return undefined;
  }
}

function step(sentence: string, way: Button): View {
  return { title: words.title, parts: [text(sentence)], buttons: [way] };
}
