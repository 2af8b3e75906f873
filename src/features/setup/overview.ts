// The front of set-up: what is still to do, what would be wise, every setting with *Change*; opening the scheme and inviting people to it.
import { pageOf } from '../../conversation/feature.ts';
import {
  buttons,
  heading,
  line,
  list,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type LetterOrder, next, view } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf } from '../../scheme/calendar.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { appOf, isInLane, laneOf } from '../../scheme/lanes.ts';
import { checkedView, standing } from './channels.ts';
import { checked, labels, needs, overview, troubles } from './messages.ts';
import { save, stepLeft } from './save.ts';
import { settingsOf } from './summary.ts';

/** What is advisable, with where to do it. */
function wishes({ scheme, actor: { account } }: Turn): Part[] {
  const hasForumHere = scheme.forum.length === 0 || isInLane(scheme.forum, laneOf(account));
  const asks = scheme.trainingMentor !== 'none' || scheme.trainingMentee !== 'none';
  const found: [boolean, string, string][] = [
    [onceEach(scheme).length < 2, needs.coordinator, 'setup.coordinators'],
    [!hasForumHere, needs.forumHere(appOf(account)), 'setup.channels'],
    [!scheme.arbiter, needs.arbiter, 'setup.arbiter'],
    [asks && !scheme.trainingText, needs.training, 'setup.training'],
    [!scheme.privacyLink, needs.privacy, 'setup.texts'],
  ];
  const rows = found.filter(([wanted]) => wanted).map(([, says, word]) => row(says, open(labels.add, word)));
  return rows.length > 0 ? [heading(overview.needs), ...rows] : [];
}

/** What could not be reached lately, as the watch remembers it. */
function troubleParts(scheme: Scheme): Part[] {
  const says = Object.keys(scheme.troubles).flatMap(key => {
    if (key.startsWith('lane:')) return [troubles.lane(appOf(key.slice('lane:'.length)))];
    if (scheme.forum.some(channel => key === `channel:${channel}`)) return [troubles.forum];
    return scheme.alerts.some(channel => key === `channel:${channel}`) ? [troubles.alerts] : [];
  });
  if (says.length === 0) return [];
  return [
    heading(overview.troubles),
    list([...new Set(says)]),
    buttons(open(labels.checkChannels, 'setup.checked'), press(labels.settled, 'setup', 'settled')),
  ];
}

const isOn = ({ forum }: Scheme, app: string): boolean => forum.some(address => appOf(address) === app);

function inviteParts(scheme: Scheme): Part[] {
  const again = scheme.invitedAt !== undefined;
  const says = again ? overview.invited(dayOf(scheme.invitedAt ?? 0, scheme.zone)) : overview.notInvited;
  return [
    heading(overview.invitation),
    text(says),
    ...(again ? [note(overview.inviteNote(isOn(scheme, 'Slack'), isOn(scheme, 'Microsoft Teams')))] : []),
    buttons(press(again ? labels.inviteAgain : labels.invite, 'setup', 'invite', {}, again ? undefined : 'primary')),
  ];
}

function settingRows(scheme: Scheme, now: number, reader: string): Part[] {
  return settingsOf(scheme, dayOf(now, scheme.zone), reader).map(({ label, says, word, ids }) =>
    row([{ bold: label }, '\n', ...(typeof says === 'string' ? [says] : says)], open(labels.change, word, ids ?? {})),
  );
}

function top(scheme: Scheme): Part[] {
  if (scheme.ready) return [text(overview.open), ...troubleParts(scheme), ...inviteParts(scheme)];
  const step = stepLeft(scheme);
  if (!step)
    return [text(overview.almost), buttons(press(labels.openScheme, 'setup', 'open', { look: '1' }, 'primary'))];
  const label = step.word === 'setup.basics' ? labels.begin : labels.goOn;
  return [text(overview.fresh), buttons(open(label, step.word, step.ids ?? {}, 'primary'))];
}

function overviewView(turn: Turn): View {
  const { scheme, now, actor } = turn;
  const begun = scheme.ready || stepLeft(scheme)?.word !== 'setup.basics';
  return {
    title: overview.title,
    parts: [
      ...top(scheme),
      ...(begun
        ? [...wishes(turn), line(), heading(overview.settings), ...settingRows(scheme, now, actor.account)]
        : []),
      buttons(open(labels.desk, 'desk')),
    ],
  };
}

/** The letter that stands in the forum; each posting has a place of its own, so that taking the old one away never meets the new one. */
function invitationOrders(scheme: Scheme, now: number): LetterOrder[] {
  const order = (at: number): LetterOrder => ({
    letter: 'setup.invitation',
    ids: { at: String(at) },
    to: { channel: 'forum' },
    place: `invitation.${at}`,
    pin: true,
  });
  const before = scheme.invitedAt;
  return [
    order(now),
    ...(before === undefined ? [] : [{ ...order(before), id: `invitation.${before}.gone`, mode: 'delete' as const }]),
  ];
}

export const overviewPage = pageOf({
  word: 'setup',
  for: 'coordinator',
  // Only when the scheme is about to open are the channels looked at.
  checks: (_raw, ids, scheme) => (ids['look'] ? { channels: [...scheme.forum, ...scheme.alerts] } : {}),
  plan: () => ({}),
  show: turn => overviewView(turn),
  press: {
    open: turn => {
      const { scheme } = turn;
      const step = stepLeft(scheme);
      if (scheme.ready || step) return { screen: next(step?.word ?? 'setup', step?.ids) };
      if (standing(turn).some(({ problem }) => problem))
        return { screen: view(checkedView(turn, checked.closed), { word: 'setup.checked' }) };
      return save(turn, { ready: true }, { word: 'setup' });
    },
    invite: turn => {
      const { scheme, now } = turn;
      if (!scheme.ready) return { screen: next('setup') };
      return save(turn, { invitedAt: now }, { word: 'setup' }, { letters: invitationOrders(scheme, now) });
    },
    settled: turn => save(turn, { troubles: {} }, { word: 'setup' }),
  },
});
