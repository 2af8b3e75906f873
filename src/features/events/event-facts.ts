// When, where and how long: an event's facts for whoever reads them. The link of an online event is for those who have a place.
import { facts, type Part, type Text } from '../../conversation/notice.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { MatchingEvent, Seats } from '../../scheme/kinds.ts';
import { one } from './messages.ts';

function whereOf({ place, link }: MatchingEvent, reader: 'forum' | 'guest' | 'other'): [string, Text][] {
  return [
    ...(place ? [[one.where, place] satisfies [string, Text]] : []),
    ...(link && reader === 'guest' ? [[one.link, [{ link, label: one.linkLabel }]] satisfies [string, Text]] : []),
    ...(link && reader !== 'guest' && !place ? [[one.where, one.linkLater] satisfies [string, Text]] : []),
  ];
}

/** `guest`: has a place, or runs the event. The post in the forum says nothing of places: it is not drawn again with everybody who signs up. */
export function factsOf(event: MatchingEvent, zone: string, reader: 'forum' | 'guest' | 'other', seats?: Seats): Part {
  const free = (['mentor', 'mentee'] as const).map((role): [string, Text] => [
    one.places[role],
    one.taken(seats?.[role] ?? 0, event.places[role]),
  ]);
  return facts([
    [one.when, `${sayInstant(event.at, zone)}${one.zone(zone)}`],
    [one.lasts, one.minutes(event.lasts)],
    ...whereOf(event, reader),
    [one.talks, one.talksOf(event.talkMinutes)],
    ...(seats && event.state === 'planned' ? free : []),
  ]);
}
