// R0: every step that set-up can switch off leaves no trace where it is off: no button leads there, no form, letter or date asks for it, and no sentence speaks of it.
import { describe, expect, test, vi } from 'vitest';
import type { Form } from '../../src/conversation/form.ts';
import type { View } from '../../src/conversation/notice.ts';
import type { Plan } from '../../src/conversation/plan.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { Scheme } from '../../src/scheme/kinds.ts';
import { buttonsOf, words } from '../features/page.ts';
import { accountOf, samAndAlex } from '../features/people.ts';
import { aStory } from '../features/story.ts';
import { actors, ids, longScheme, NOW, opened, turnIn, WORLDS } from './world.ts';

const DAY = 86_400_000;

vi.setConfig({ testTimeout: 60_000 });

type Kept = Record<string, unknown>;
type Step = {
  off: Partial<Scheme>;
  /** The pages of the step. */
  pages: RegExp;
  /** Those of its pages on which one's own writing is read, found and taken along, whatever is switched off. */
  reading?: RegExp;
  /** Sentences and questions that speak of it. */
  says?: RegExp;
  /** Its letters. */
  letters?: string[];
  /** What stands on record of it is left out: what was written stays its writer's, and is no offer. */
  without?: (kind: string, value: Kept) => Kept | undefined;
};

const none = (...kinds: string[]) => ({
  without: (kind: string, value: Kept) => (kinds.includes(kind) ? undefined : value),
});
/** The record without these fields, wherever in it they stand. */
const unsaid = (value: Kept, ...names: string[]): unknown =>
  JSON.parse(JSON.stringify(value, (name, one) => (names.includes(name) ? undefined : one)));

const trainingKinds = ['session', 'booking', 'sessionseats', 'selfcheck', 'supportwish'];

const steps: Record<string, Step> = {
  training: {
    off: { trainingMentor: 'none', trainingMentee: 'none', sessions: false, selfCheck: false, supportAsked: false },
    pages: /^(training|session)/,
    says: /stands in for the scheme’s training|may stand in for the training/,
    letters: ['session.invitation', 'session.news', 'session.reminder', 'training.again'],
    ...none(...trainingKinds),
  },
  'sessions of training': {
    off: { sessions: false },
    pages: /^session/,
    says: /a session (about|could)|suggests sessions/i,
    letters: ['session.invitation', 'session.news', 'session.reminder'],
    ...none('session', 'booking', 'sessionseats'),
  },
  'a look at one’s own skills': { off: { selfCheck: false }, pages: /^training\.(check|seen)/, ...none('selfcheck') },
  'asking for topics': {
    off: { supportAsked: false },
    pages: /^training\.ask/,
    says: /more help be good|I would like help with/,
    ...none('supportwish'),
  },
  'check-ins': {
    off: { checkinWeeks: 0 },
    pages: /^checkin(\.(now|pause))?$/,
    says: /check-ins? (post|is posted|about)|Check-in posts/i,
    ...none('round'),
  },
  agreements: {
    off: { agreements: false },
    pages: /^agreement/,
    says: /agreement/i,
    letters: ['agreement.news', 'agreement.review'],
    ...none('agreement'),
  },
  agendas: {
    off: { agendas: false },
    pages: /^meeting\.(agenda|point)/,
    says: /the next agenda|write the agenda|When the agenda comes/i,
    without: (kind, value) =>
      kind === 'meeting' || kind === 'agreement' ? (unsaid(value, 'agenda', 'point') as Kept) : value,
  },
  objectives: {
    off: { objectives: false },
    pages: /^objective/,
    says: /\bobjectives?\b(?<!Setting objectives)/i,
    letters: ['objective.news', 'objective.ask', 'objective.met'],
    ...none('objective'),
  },
  'looking back at the end': {
    off: { closings: false },
    pages: /^closing/,
    says: /look back and finish/i,
    letters: ['closing.ask', 'closing.said'],
    without: (kind, value) =>
      kind === 'pairing' && (value['endedAt'] !== undefined || value['state'] === 'completed') ? undefined : value,
  },
  'going on for longer': {
    off: { extensions: false },
    pages: /^nothing$/,
    says: /go on for longer|agree to go on|(agree on|choose) a later day/i,
    ...none('agreement'),
  },
  'the learning log': {
    off: { learningLog: false },
    pages: /^log/,
    reading: /^log\.(find|export)$/,
    says: /learning log|want from this/i,
    without: (kind, value) =>
      kind === 'logentry' ? undefined : kind === 'notebook' ? { ...value, aim: undefined } : value,
  },
  evaluations: {
    off: { evaluations: [], certificates: false },
    pages: /^evaluation(s(\..*)?|\.answer|\.certificate)?$/,
    says: /^How it goes|how mentoring goes/,
    letters: ['evaluation.ask'],
    ...none('evaluation'),
  },
  'what people write in the forum': {
    off: { stories: 'off' },
    pages: /^forum/,
    says: /celebrate.*forum/i,
    letters: ['forum.post'],
    ...none('story', 'contribution'),
  },
};

/** Where the switch itself stands, and what everybody may read about every kind of record. */
const exempt = /^(setup|me\.stored$|evaluation\.(setting|add|more))/;

const pages = rooms.flatMap(room => room.pages).filter(page => !exempt.test(page.word));
const letters = rooms.flatMap(room => room.letters ?? []);
const people = [actors['mentor'], actors['mentee'], actors['coordinator']].filter(actor => actor !== undefined);

/** Somebody before a page or a letter, with what is open for it. */
type Scene = { turn: Turn<never>; plan: Plan; given: Record<string, string> };

function scenesOf(planFor: (ids: Record<string, string>) => Plan): Scene[] {
  return people.flatMap(actor =>
    Array.from({ length: WORLDS }, (_, world): Scene => {
      const given = world % 2 === 0 ? ids : {};
      const plan = planFor(given);
      return { turn: turnIn(world, actor, opened(plan, world, actor)), plan, given };
    }),
  );
}

/** Made once: every step looks at the same. */
const pageScenes = pages.map(page => ({
  page,
  scenes: scenesOf(page.plan).filter(({ turn }) => page.for !== 'coordinator' || turn.actor.coordinator),
}));
const letterScenes = letters.map(letter => ({ letter, scenes: scenesOf(() => letter.plan(ids)) }));

/** The turn without what stands on record of the step. */
function bare({ turn, plan }: Scene, { without }: Step): Record<string, unknown> {
  const open = turn.open as Record<string, unknown>;
  if (!without) return open;
  const entries = Object.entries(open).map(([name, found]) => {
    const source = plan[name];
    if (!source || !('kind' in source)) return [name, found];
    const left = [found].flat().flatMap(one => (one === undefined ? [] : (without(source.kind, one as Kept) ?? [])));
    return [name, Array.isArray(found) ? left : left[0]];
  });
  return Object.fromEntries(entries);
}

const on = longScheme();
const turnFor = (scene: Scene, step: Step, isOff: boolean): Turn<never> =>
  isOff
    ? ({ ...scene.turn, scheme: { ...on, ...step.off }, open: bare(scene, step) } as Turn<never>)
    : { ...scene.turn, scheme: on };

const wordsOf = (screen: Form | View): string[] =>
  [
    screen.title,
    words('fields' in screen ? (screen.intro ?? []) : screen.parts),
    ...('fields' in screen
      ? Object.values(screen.fields).flatMap(({ label, hint = '', ...field }) => [
          label,
          hint,
          'text' in field ? String(field.text) : '',
        ])
      : []),
    ...buttonsOf(screen as View).map(button => button.label),
  ].flatMap(said => said.split('\n'));

function tracesOn(word: string, screen: Form | View, step: Step): string[] {
  if (step.pages.test(word)) return 'fields' in screen && !step.reading?.test(word) ? [`a form: ${word}`] : [];
  return [
    ...buttonsOf(screen as View).flatMap(button =>
      'to' in button && step.pages.test(button.to.word)
        ? [`a button: “${button.label}” on ${word} leads to ${button.to.word}`]
        : [],
    ),
    ...wordsOf(screen).flatMap(said => (step.says?.test(said) ? [`a sentence: ${said} on ${word}`] : [])),
  ];
}

/** Everything that leads to the step, asks for it or speaks of it. */
function traces(step: Step, isOff: boolean): string[] {
  const found = pageScenes.flatMap(({ page, scenes }) =>
    scenes.flatMap(scene => tracesOn(page.word, page.show(turnFor(scene, step, isOff), scene.given), step)),
  );
  const sent = letterScenes
    .filter(({ letter }) => step.letters?.includes(letter.name))
    .filter(({ letter, scenes }) => scenes.some(scene => letter.draw(turnFor(scene, step, isOff), ids)))
    .map(({ letter }) => `a letter: ${letter.name}`);
  return [...new Set([...found, ...sent])];
}

describe('R0: a step that is switched off is not offered, asked for or spoken of', () => {
  test.each(Object.entries(steps))('%s', (_name, step) => {
    expect(traces(step, true)).toEqual([]);
    // It would be noticed: where the step is on, there is something to be found.
    expect(traces(step, false)).not.toEqual([]);
  });
});

describe('R0: where everything is switched off', () => {
  const P1 = { pairing: 'P1' };
  const others: Partial<Scheme> = { reviewOffers: false, meetingReminders: false };
  const everything: Partial<Scheme> = Object.assign({}, others, ...Object.values(steps).map(step => step.off));
  const rounds: Partial<Scheme> = { nextRoundAt: NOW + 7 * DAY };
  /** Two plan a meeting, have it, and go on for as long as agreed. */
  async function halfAYear(more: Partial<Scheme>): Promise<string[]> {
    const story = await aStory(
      samAndAlex({
        state: 'active',
        met: 1,
        evaluating: false,
        agreedAt: NOW - 40 * DAY,
        introducedAt: NOW - 50 * DAY,
      }),
      more,
    );
    setLog('error', () => {});
    const plan = await story.open(accountOf('alex'), 'checkin.plan', P1);
    await story.send(accountOf('alex'), plan, { day: '2026-12-10', time: '10:00' });
    for (let weeks = 0; weeks < 30; weeks += 5) await story.later(35 * DAY);
    const sent = story.box.messages.map(({ notice }) => notice.buttons ?? []);
    await story.close();
    return sent.flatMap(buttons => buttons.flatMap(button => ('to' in button ? [button.to.word] : [])));
  }

  test('R0: nobody is asked for anything: the one message is the meeting that was planned', async () => {
    expect(new Set(await halfAYear(rounds))).toEqual(
      new Set(['meeting', 'review', 'me.reminders', 'checkin', 'evaluation.answer', 'closing']),
    );
    expect(await halfAYear(everything)).toEqual(['meeting']);
  });
});
