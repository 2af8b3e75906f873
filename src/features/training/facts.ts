// When, where, for whom: a session's facts for whoever reads them. The link of an online session is for those who have a place.
import { facts, type Part, type Text } from '../../conversation/notice.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { Scheme, Session } from '../../scheme/kinds.ts';
import { labelOf } from '../../scheme/options.ts';
import { supportOptions } from '../../scheme/support.ts';
import { forWhom, one } from './messages.ts';

function whereOf({ place, link }: Session, isGuest: boolean): [string, Text][] {
  return [
    ...(place ? [[one.where, place] satisfies [string, Text]] : []),
    ...(link && isGuest ? [[one.link, [{ link, label: one.linkLabel }]] satisfies [string, Text]] : []),
    ...(link && !isGuest && !place ? [[one.where, one.linkLater] satisfies [string, Text]] : []),
  ];
}

export function factsOf(
  session: Session,
  scheme: Scheme,
  reader: { zone: string; isGuest: boolean; taken: number },
): Part {
  const { what, topic, at, lasts, places, state } = session;
  return facts([
    [one.whom, forWhom[what]],
    ...(topic ? [[one.topic, labelOf(supportOptions(scheme), topic)] satisfies [string, Text]] : []),
    [one.when, `${sayInstant(at, reader.zone)}${one.zone(reader.zone)}`],
    [one.lasts, one.minutes(lasts)],
    ...whereOf(session, reader.isGuest),
    ...(state === 'planned' ? [[one.places, one.taken(reader.taken, places)] satisfies [string, Text]] : []),
  ]);
}
