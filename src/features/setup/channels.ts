// The two channels: chosen, tested at once, and looked at again whenever somebody asks. Pairings are named in one of them, so it must not be public.
import { pageOf } from '../../conversation/feature.ts';
import type { Problems } from '../../conversation/form.ts';
import {
  type Button,
  buttons,
  note,
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
import { coordinatorWith, onceEach, withNames } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { appOf, laneOf } from '../../scheme/lanes.ts';
import { channels, checked, labels } from './messages.ts';
import { namesWithMine, onward, save } from './save.ts';

type Facts = Record<string, ChannelFacts>;
type Chosen = { forum: string; alerts: string };

/** The most people who have a row of their own, and who are named at all. */
const ROWS = 10;
const NAMED = 30;

function postable(channel: string, facts: ChannelFacts | undefined): string | undefined {
  if (!facts) return channels.unseen(appOf(channel));
  if (facts.isArchived) return channels.archived;
  return facts.canPost ? undefined : channels.cannotPost(appOf(channel));
}

/** What is wrong with a choice of channels, as sentences beside the questions. */
function channelProblems({ forum, alerts }: Chosen, facts: Facts): Problems {
  const ofForum = postable(forum, facts[forum]);
  const ofAlerts =
    forum === alerts ? channels.same : facts[alerts]?.isPublic ? channels.isPublic : postable(alerts, facts[alerts]);
  return { ...(ofForum ? { forum: ofForum } : {}), ...(ofAlerts ? { alerts: ofAlerts } : {}) };
}

/** Who is in the co-ordinators' channel without being one. */
function strangersIn(scheme: Scheme, facts: Facts): string[] {
  const members = scheme.alerts.flatMap(channel => facts[channel]?.members ?? []);
  return [...new Set(members)].filter(account => !scheme.coordinators.includes(account));
}

/** The list of channels with one in place of the other of its platform and workspace. */
function inPlace(list: string[], channel: string): string[] {
  return [...list.filter(other => laneOf(other) !== laneOf(channel)), channel];
}

/** The channel of a list that is where this account is. */
const near = (list: readonly string[], account: string): string | undefined =>
  list.find(channel => laneOf(channel) === laneOf(account));

/** Somebody can choose channels of the app they are on; those of the other stay as they are. */
function fieldsFor(account: string) {
  const alerts = { ...channels.alerts, hint: channels.alertsHint(appOf(account)) };
  return {
    forum: { kind: 'channel', ...channels.forum, privateOnly: false, optional: false, seenBy: 'everybody' },
    alerts: { kind: 'channel', ...alerts, privateOnly: true, optional: false, seenBy: 'everybody' },
  } as const;
}

/** What stays as it is, on another app. */
function elsewhereParts(scheme: Scheme, account: string): Part[] {
  const others = [...new Set([...scheme.forum, ...scheme.alerts].map(laneOf))].filter(lane => lane !== laneOf(account));
  return others.map(lane => note(channels.stays(appOf(lane), appOf(account))));
}

const inForm = (name: 'forum' | 'alerts', channel: string | undefined) => (channel ? { [name]: channel } : {});

const given = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

export const channelsPage = pageOf({
  word: 'setup.channels',
  for: 'coordinator',
  checks: raw => ({ channels: [...given(raw['forum']), ...given(raw['alerts'])] }),
  plan: () => ({}),
  show: ({ scheme, actor: { account } }) => ({
    title: channels.title,
    intro: [text(channels.intro(appOf(account))), ...elsewhereParts(scheme, account)],
    fields: fieldsFor(account),
    values: {
      ...inForm('forum', near(scheme.forum, account)),
      ...inForm('alerts', near(scheme.alerts, account)),
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
    // What was chosen was looked at just now; of the other app's channels nothing new is known.
    const lane = laneOf(turn.actor.account);
    const isOver = (key: string): boolean => key.startsWith(`channel:${lane}/`) || key === `lane:${lane}`;
    const clear = Object.fromEntries(Object.entries(turn.scheme.troubles).filter(([key]) => !isOver(key)));
    const seen = strangersIn(after, turn.channels).length === 0 && onceEach(after).length > 1;
    return save(turn, { forum, alerts, troubles: clear }, seen ? onward(after, 'channels') : { word: 'setup.checked' });
  },
});

type Stands = { channel: string; is: keyof Chosen; problem?: string; elsewhere?: true };

/** The channels of the scheme, and what is wrong with any of them; of one whose door another process holds nothing can be said here. */
export function standing({
  scheme,
  channels: facts,
  elsewhere,
}: Pick<Turn, 'scheme' | 'channels' | 'elsewhere'>): Stands[] {
  const look = (is: keyof Chosen, list: string[], other: string[]): Stands[] =>
    list.map(channel => {
      if (elsewhere.includes(channel)) return { channel, is, elsewhere: true };
      const beside = near(other, channel) ?? '';
      const chosen: Chosen = is === 'forum' ? { forum: channel, alerts: beside } : { forum: beside, alerts: channel };
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
    ...(onceEach(scheme).length < 2 ? [text(checked.second)] : []),
    ...(many ? [text(checked.many)] : []),
  ];
}

/** What was found in the scheme's channels. */
export function checkedView(turn: Turn, said?: string): View {
  const { scheme, channels: facts, actor } = turn;
  const found = standing(turn).map(({ channel, is, problem, elsewhere }) =>
    text([
      { bold: checked[is] },
      ' ',
      laneOf(channel) === laneOf(actor.account) ? { channel } : checked.on(appOf(channel)),
      '\n',
      problem ?? (elsewhere ? checked.elsewhere(appOf(channel)) : is === 'alerts' ? checked.fineAlerts : checked.fine),
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
  checks: (_raw, ids, scheme) => ({
    channels: [...scheme.forum, ...scheme.alerts],
    accounts: ids['account'] === undefined ? [] : [ids['account']],
  }),
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
      const named = withNames(namesWithMine(turn), { [account]: turn.accounts[account]?.name ?? '' });
      const known: Partial<Scheme> = person && !person.goneAt ? coordinatorWith(turn.scheme, person) : named;
      const coordinators = known.coordinators ?? [...turn.scheme.coordinators, account];
      const letters: LetterOrder[] = [{ letter: 'setup.welcome', ids: {}, to: { account } }];
      return save(turn, { ...known, coordinators }, { word: 'setup.checked' }, { letters });
    },
  },
});
