// The two channels: chosen, tested at once, and looked at again whenever somebody asks. Pairings are named in one of them, so it must not be public.
import { pageOf } from '../../conversation/feature.ts';
import type { Problems } from '../../conversation/form.ts';
import {
  type Button,
  buttons,
  open,
  type Part,
  press,
  row,
  type Span,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type LetterOrder, next } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import type { ChannelFacts, Turn } from '../../conversation/turn.ts';
import { coordinatorWith } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { channels, checked, labels } from './messages.ts';
import { onward, save } from './save.ts';

type Facts = Record<string, ChannelFacts>;
type Chosen = { forum: string; alerts: string };

/** The most people who have a row of their own, and who are named at all. */
const ROWS = 10;
const NAMED = 30;

function postable(facts: ChannelFacts | undefined): string | undefined {
  if (!facts) return channels.unseen;
  if (facts.isArchived) return channels.archived;
  return facts.canPost ? undefined : channels.cannotPost;
}

/** What is wrong with a choice of channels, as sentences beside the questions. */
function channelProblems({ forum, alerts }: Chosen, facts: Facts): Problems {
  const ofForum = postable(facts[forum]);
  const ofAlerts =
    forum === alerts ? channels.same : facts[alerts]?.isPublic ? channels.isPublic : postable(facts[alerts]);
  return { ...(ofForum ? { forum: ofForum } : {}), ...(ofAlerts ? { alerts: ofAlerts } : {}) };
}

/** Who is in the co-ordinators' channel without being one. */
function strangersIn(scheme: Scheme, facts: Facts): string[] {
  const members = scheme.alerts.flatMap(channel => facts[channel]?.members ?? []);
  return [...new Set(members)].filter(account => !scheme.coordinators.includes(account));
}

/** The list of channels with one in place of the other of its platform and workspace. */
function inPlace(list: string[], channel: string): string[] {
  const lane = (address: string): string => address.split('/').slice(0, 2).join('/');
  return [...list.filter(other => lane(other) !== lane(channel)), channel];
}

const fields = {
  forum: { kind: 'channel', ...channels.forum, privateOnly: false, optional: false, seenBy: 'everybody' },
  alerts: { kind: 'channel', ...channels.alerts, privateOnly: true, optional: false, seenBy: 'everybody' },
} as const;

const given = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

export const channelsPage = pageOf({
  word: 'setup.channels',
  for: 'coordinator',
  checks: raw => ({ channels: [...given(raw['forum']), ...given(raw['alerts'])] }),
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: channels.title,
    intro: [text(channels.intro)],
    fields,
    values: {
      ...(scheme.forum[0] ? { forum: scheme.forum[0] } : {}),
      ...(scheme.alerts[0] ? { alerts: scheme.alerts[0] } : {}),
    },
    submit: scheme.ready ? labels.save : labels.next,
    back: { word: scheme.ready ? 'setup' : 'setup.basics' },
  }),
  take: (turn, _ids, chosen) => {
    const problems = channelProblems(chosen, turn.channels);
    if (Object.keys(problems).length > 0) return { problems };
    const forum = inPlace(turn.scheme.forum, chosen.forum);
    const alerts = inPlace(turn.scheme.alerts, chosen.alerts);
    const after = { ...turn.scheme, forum, alerts };
    const clear = Object.fromEntries(
      Object.entries(turn.scheme.troubles).filter(([key]) => !key.startsWith('channel:')),
    );
    const seen = strangersIn(after, turn.channels).length === 0 && after.coordinators.length > 1;
    return save(turn, { forum, alerts, troubles: clear }, seen ? onward(after, 'channels') : { word: 'setup.checked' });
  },
});

/** The channels of the scheme, and what is wrong with either. */
export function standing(scheme: Scheme, facts: Facts): { channel: string; is: keyof Chosen; problem?: string }[] {
  const look = (is: keyof Chosen, list: string[], other: string[]) =>
    list.map(channel => {
      const chosen: Chosen =
        is === 'forum' ? { forum: channel, alerts: other[0] ?? '' } : { forum: other[0] ?? '', alerts: channel };
      const problem = channelProblems(chosen, facts)[is];
      return problem ? { channel, is, problem } : { channel, is };
    });
  return [...look('forum', scheme.forum, scheme.alerts), ...look('alerts', scheme.alerts, scheme.forum)];
}

function strangerParts(scheme: Scheme, facts: Facts): Part[] {
  const strangers = strangersIn(scheme, facts);
  const many = scheme.alerts.some(channel => facts[channel]?.tooManyMembers);
  const rows = strangers
    .slice(0, ROWS)
    .map(account => row([{ person: account }], press(labels.makeCoordinator, 'setup.checked', 'add', { account })));
  const names: Span[] = strangers.slice(ROWS, NAMED).flatMap(person => [' ', { person }]);
  const more = strangers.length > NAMED ? [` ${checked.strangersMore(strangers.length - NAMED)}`] : [];
  return [
    ...(strangers.length > 0 ? [text(checked.strangers), ...rows] : []),
    ...(strangers.length > ROWS ? [text([checked.strangersToo, ...names, ...more])] : []),
    ...(strangers.length > 0 ? [text(checked.strangersWhat)] : []),
    ...(scheme.coordinators.length < 2 ? [text(checked.second)] : []),
    ...(many ? [text(checked.many)] : []),
  ];
}

/** What was found in the scheme's channels. */
export function checkedView({ scheme, channels: facts }: Turn, said?: string): View {
  const found = standing(scheme, facts).map(({ channel, is, problem }) =>
    text([
      { bold: checked[is] },
      ' ',
      { channel },
      '\n',
      problem ?? (is === 'alerts' ? checked.fineAlerts : checked.fine),
    ]),
  );
  const to = onward(scheme, 'channels');
  const go: Button = open(scheme.ready ? labels.setup : labels.next, to.word, to.ids ?? {}, 'primary');
  return {
    title: checked.title,
    parts: [
      ...(said ? [text(said)] : []),
      ...(found.length > 0 ? found : [text(checked.none)]),
      ...strangerParts(scheme, facts),
      buttons(go, open(labels.checkAgain, 'setup.checked'), open(labels.change, 'setup.channels')),
    ],
  };
}

export const checkedPage = pageOf({
  word: 'setup.checked',
  for: 'coordinator',
  checks: (_raw, _ids, scheme) => ({ channels: [...scheme.forum, ...scheme.alerts] }),
  plan: ids => ({
    account: one('account', ids['account'] ?? ''),
    person: one('person', via('account', 'person')),
  }),
  show: turn => checkedView(turn),
  press: {
    // Only somebody who is in the channel where alerts name people: an id alone makes nobody a co-ordinator.
    add: (turn, ids) => {
      const account = ids['account'] ?? '';
      if (!strangersIn(turn.scheme, turn.channels).includes(account)) return { screen: next('setup.checked') };
      const { person } = turn.open;
      const known = person && !person.goneAt ? coordinatorWith(turn.scheme, person) : {};
      const coordinators = known.coordinators ?? [...turn.scheme.coordinators, account];
      const letters: LetterOrder[] = [{ letter: 'setup.welcome', ids: {}, to: { account } }];
      return save(turn, { ...known, coordinators }, { word: 'setup.checked' }, { letters });
    },
  },
});
