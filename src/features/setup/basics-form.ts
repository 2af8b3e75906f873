// The first step of set-up: what the scheme is called, who runs it, what it is for, and who helps to run it.
import { pageOf } from '../../conversation/feature.ts';
import { text } from '../../conversation/notice.ts';
import type { LetterOrder } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { onceEach, withNames } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { basics, labels } from './messages.ts';
import { namesWithMine, onward, save } from './save.ts';

const fields = {
  name: { kind: 'text', ...basics.name, max: 75, lines: false, optional: false, seenBy: 'everybody' },
  host: { kind: 'text', ...basics.host, max: 120, lines: false, optional: false, seenBy: 'everybody' },
  aims: { kind: 'text', ...basics.aims, max: 1500, lines: true, optional: false, seenBy: 'everybody' },
} as const;
const second = { kind: 'account', ...basics.second, optional: true, seenBy: 'everybody' } as const;

/** A second co-ordinator is asked for here only while there is none: later the list of co-ordinators is the place. */
const asksForSecond = (scheme: Scheme): boolean => !scheme.ready && onceEach(scheme).length < 2;

/** What stands in the way of making this account a co-ordinator's, in a sentence. */
function problemWith(turn: Turn, account: string): string | undefined {
  if (turn.scheme.coordinators.includes(account)) return basics.same;
  const facts = turn.accounts[account];
  if (!facts) return basics.unknown;
  return facts.gone ? basics.gone : undefined;
}

/** The scheme with a second co-ordinator, who is told. Who they are as a person is known from the moment they register. */
function withSecond(turn: Turn, account: string | undefined): { patch: Partial<Scheme>; letters: LetterOrder[] } {
  if (account === undefined) return { patch: {}, letters: [] };
  const { coordinators } = turn.scheme;
  const named = withNames(namesWithMine(turn), { [account]: turn.accounts[account]?.name ?? '' });
  return {
    patch: { ...named, coordinators: [...coordinators, account] },
    letters: [{ letter: 'setup.welcome', ids: {}, to: { account }, id: `setup.welcome.${account}` }],
  };
}

export const basicsPage = pageOf({
  word: 'setup.basics',
  for: 'coordinator',
  checks: raw => (typeof raw['second'] === 'string' ? { accounts: [raw['second']] } : {}),
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: basics.title,
    ...(asksForSecond(scheme) ? { intro: [text(basics.intro)] } : {}),
    fields: asksForSecond(scheme) ? { ...fields, second } : fields,
    values: { name: scheme.name, host: scheme.host, aims: scheme.aims },
    submit: scheme.ready ? labels.save : labels.next,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, answers) => {
    const { name, host, aims } = answers;
    const account = 'second' in answers ? (answers.second as string | undefined) : undefined;
    const problem = account === undefined ? undefined : problemWith(turn, account);
    if (problem !== undefined) return { problems: { second: problem } };
    const { patch, letters } = withSecond(turn, account);
    return save(turn, { name, host, aims, ...patch }, onward(turn.scheme, 'basics'), { letters });
  },
});
