// People to talk to besides the co-ordinators, and the arbiter: named at set-up, at least two of them.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, note, open, type Part, press, row, text, type View } from '../../conversation/notice.ts';
import { view } from '../../conversation/outcome.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { arbiter, labels, people } from './messages.ts';
import { onward, save } from './save.ts';

const MOST = 8;
const LEAST = 2;

const fields = {
  name: { kind: 'text', ...people.name, max: 75, lines: false, optional: false, seenBy: 'everybody' },
  role: { kind: 'text', ...people.role, max: 75, lines: false, optional: false, seenBy: 'everybody' },
  how: { kind: 'text', ...people.how, max: 150, lines: false, optional: false, seenBy: 'everybody' },
} as const;

function peopleView(scheme: Scheme, said?: string): View {
  const rows = scheme.people.map(({ name, role, how }, n) => [
    row([{ bold: name }, ` – ${role}\n${how}`], open(labels.change, 'setup.person', { n: String(n) })),
  ]);
  const add = open(labels.addPerson, 'setup.person', { n: String(scheme.people.length) }, 'primary');
  const parts: Part[] = [
    ...(said ? [text(said)] : []),
    text(people.lead),
    ...(rows.length > 0 ? rows.flat() : [text(people.none)]),
    ...(scheme.people.length < MOST ? [buttons(add)] : [note(people.full)]),
  ];
  return { title: people.title, parts, back: { word: 'setup' } };
}

export const peoplePage = pageOf({
  word: 'setup.people',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => peopleView(scheme),
  press: {
    remove: (turn, ids) => {
      const at = { word: 'setup.people' };
      const left = turn.scheme.people.filter((_, n) => String(n) !== ids['n']);
      if (left.length === turn.scheme.people.length) return { screen: view(peopleView(turn.scheme), at) };
      if (turn.scheme.ready && left.length < LEAST) return { screen: view(peopleView(turn.scheme, people.tooFew), at) };
      return save(turn, { people: left }, at);
    },
  },
});

/** The place in the list that an id names; beyond its end, a new one. */
function placeOf(scheme: Scheme, n: string | undefined): number {
  const at = Number(n);
  return Number.isInteger(at) && at >= 0 && at < scheme.people.length ? at : scheme.people.length;
}

export const personPage = pageOf({
  word: 'setup.person',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }, ids) => {
    const at = placeOf(scheme, ids['n']);
    const before = scheme.people[at];
    const remove = press(labels.remove, 'setup.people', 'remove', { n: String(at) });
    return {
      title: people.formTitle,
      intro: [text(people.lead), ...(before ? [] : [note(people.which(at))])],
      fields,
      ...(before ? { values: before, buttons: [remove] } : {}),
      submit: scheme.ready ? labels.save : labels.next,
      back: { word: scheme.ready || at > 0 ? 'setup.people' : 'setup.channels' },
    };
  },
  take: (turn, ids, { name, role, how }) => {
    const at = placeOf(turn.scheme, ids['n']);
    const list = [...turn.scheme.people];
    list[at] = { name, role, how };
    const after = list.slice(0, MOST);
    return save(turn, { people: after }, onward({ ...turn.scheme, people: after }, 'people'));
  },
});

export const arbiterPage = pageOf({
  word: 'setup.arbiter',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: arbiter.title,
    intro: [text(arbiter.intro)],
    fields,
    ...(scheme.arbiter ? { values: scheme.arbiter, buttons: [press(labels.remove, 'setup.arbiter', 'remove')] } : {}),
    submit: labels.save,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { name, role, how }) => save(turn, { arbiter: { name, role, how } }, { word: 'setup' }),
  press: { remove: turn => save(turn, { arbiter: undefined }, { word: 'setup' }) },
});
