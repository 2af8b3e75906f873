// A story with two people who are asked how it goes.
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import type { Point } from '../../../src/scheme/evaluations.ts';
import type { Evaluation, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { usualPoints } from '../../../src/scheme/records/evaluations.ts';
import { words } from '../page.ts';
import { accountOf, samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { NOW } from '../turn.ts';

export const DAY = 86_400_000;
export const sam = accountOf('sam');
export const alex = accountOf('alex');

/** The usual points with some of them otherwise. */
export const points = (more: Record<string, Partial<Point>>): Point[] =>
  usualPoints.map(point => ({ ...point, ...more[point.key] }));
/** Nothing is asked but what is named. */
export const only = (more: Record<string, Partial<Point>>): Point[] =>
  usualPoints.map(point => ({ ...point, rule: 'off' as const, ...more[point.key] }));

export const asked = (person: string, key: string, more: Partial<Evaluation['points'][string]> = {}): Put =>
  put('evaluation', {
    id: `P1-${person}`,
    person,
    pairing: 'P1',
    role: person === 'sam' ? 'mentor' : 'mentee',
    points: { [key]: { askedAt: NOW - DAY, closesAt: NOW + 20 * DAY, reminders: 0, ...more } },
  });

/** The two of a pairing, and these records; a record given here stands in the place of their own. */
export function begin(
  records: Put[] = [],
  scheme: Partial<Scheme> = {},
  pairing: Partial<Pairing> = {},
): Promise<Story> {
  const all = [...samAndAlex({ state: 'active', met: 2, ...pairing }), ...records];
  return aStory([...new Map(all.map(one => [`${one.kind}/${one.value.id}`, one])).values()], scheme);
}

/** Everything a reply says. */
export const read = (reply: Reply): string => {
  if (reply.show === 'view') return words(reply.view.parts);
  return reply.show === 'form' ? JSON.stringify([reply.problems, reply.form.intro, reply.form.fields]) : reply.show;
};

export const answer = async (
  on: Story,
  who: string,
  key: string,
  answers: Record<string, RawAnswer> = {},
): Promise<Reply> => {
  const form = await on.open(who, 'evaluation.answer', {
    evaluation: `P1-${who === sam ? 'sam' : 'alex'}`,
    point: key,
  });
  const all = form.show === 'form' ? form.form.fields : {};
  const scales = Object.entries(all).map(([name, field]): [string, RawAnswer] => [
    name,
    field.kind === 'scale' ? '4' : field.kind === 'choice' ? (field.options[0]?.key ?? null) : null,
  ]);
  return on.send(who, form, { ...Object.fromEntries(scales), ...answers });
};
