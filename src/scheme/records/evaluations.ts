// What is asked of each of the two at certain points, as settings of the scheme, and how far each person is with it. What they answer is only ever counted: see `ballot`.
import { z } from 'zod';
import { kind } from '../kind.ts';
import { role } from './people.ts';

const question = z.object({ key: z.string(), label: z.string() });

/** A point at which people are asked (F15, F18, F18b; R37, R39). */
export const evaluationPoint = z.object({
  key: z.string(),
  name: z.string(),
  /** After the introduction (by so many weeks), half-way, at the planned end, or some months after it. */
  when: z.enum(['introduction', 'half', 'end', 'later']),
  weeks: z.number().optional(),
  rule: z.enum(['off', 'offered', 'required']),
  /** Our questions, the scheme's own, or a survey of the institution's. */
  way: z.enum(['ours', 'own', 'link']),
  /** Ours are asked before the scheme's own; and those of ours that are left out. */
  withOurs: z.boolean().optional(),
  without: z.array(z.string()).optional(),
  scales: z.array(question),
  texts: z.array(question),
  link: z.string(),
});

const point = (key: string, name: string, when: z.infer<typeof evaluationPoint>['when']) => ({
  key,
  name,
  when,
  rule: 'offered' as const,
  way: 'ours' as const,
  scales: [],
  texts: [],
  link: '',
});

/** The four points every scheme begins with; each can be switched off (R0). */
export const usualPoints: z.infer<typeof evaluationPoint>[] = [
  point('beginning', 'At the beginning', 'introduction'),
  point('half', 'Half-way', 'half'),
  point('end', 'At the end', 'end'),
  point('later', 'Some months later', 'later'),
];

/** How far one of the two is with what is asked; its id is `<pairing>-<person>`. Nobody else is told who has answered. */
export const evaluation = kind({
  name: 'evaluation',
  version: 1,
  readers: 'own',
  retention: 'registration',
  schema: z.looseObject({
    id: z.string(),
    person: z.string(),
    pairing: z.string(),
    role,
    /** By key of a point: when it was opened, until when, how often reminded, and whether they have answered. `untold`: it stands on their page, and the message waits for the budget. */
    points: z.record(
      z.string(),
      z.object({
        askedAt: z.number(),
        closesAt: z.number(),
        reminders: z.number(),
        doneAt: z.number().optional(),
        untold: z.boolean().optional(),
      }),
    ),
    /** When it is looked at next; and since when there is nothing more to ask. */
    nextAt: z.number().optional(),
    overAt: z.number().optional(),
  }),
  secret: [],
  names: value => [value.person],
  dues: value => (value.nextAt === undefined ? [] : [{ what: 'evaluation.due', at: value.nextAt }]),
  keptFrom: value => value.overAt,
});
