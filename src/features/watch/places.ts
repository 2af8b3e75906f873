// Channels and workspaces that are lost or found again: remembered in the scheme, so that the co-ordinators are told once and set-up can say so.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, open, text } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { channelTrouble, laneTrouble } from '../../scheme/channels.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { appOf, laneOf } from '../../scheme/lanes.ts';
import { channel, joined, labels, removed } from './messages.ts';

type Ours = 'forum' | 'alerts';

/** Which of the scheme's channels this is, if any. */
function oursAt(scheme: Scheme, address: string | undefined): Ours | undefined {
  if (address === undefined) return undefined;
  if (scheme.forum.includes(address)) return 'forum';
  return scheme.alerts.includes(address) ? 'alerts' : undefined;
}

/** To the co-ordinators' channel; or to each of them directly, when it is that channel which is gone. */
function toCoordinators(scheme: Scheme, letter: string, ids: Ids, id: string, directly: boolean): LetterOrder[] {
  if (!directly) return [{ letter, ids, to: { channel: 'coordinators' }, id }];
  return onceEach(scheme).map((account, n) => ({ letter, ids, to: { account }, id: `${id}.${n}` }));
}

const remembered = ({ scheme, now }: Turn, trouble: string): Scheme => ({
  ...scheme,
  troubles: { ...scheme.troubles, [trouble]: now },
});

function forgotten(scheme: Scheme, trouble: string): Scheme {
  const { [trouble]: _over, ...troubles } = scheme.troubles;
  return { ...scheme, troubles };
}

function channelGone(turn: Turn, ids: Ids): Changes | undefined {
  const { scheme } = turn;
  const address = ids['channel'] ?? '';
  const ours = oursAt(scheme, address);
  const trouble = channelTrouble(address);
  if (!ours || trouble in scheme.troubles) return undefined;
  return {
    put: [put('scheme', remembered(turn, trouble))],
    letters: toCoordinators(scheme, 'watch.channel-gone', { channel: address }, `watch.${trouble}`, ours === 'alerts'),
    history: [{ what: 'channel.gone', about: ['scheme'] }],
  };
}

function channelBack({ scheme }: Turn, ids: Ids): Changes | undefined {
  const address = ids['channel'] ?? '';
  const trouble = channelTrouble(address);
  if (!(trouble in scheme.troubles)) return undefined;
  return {
    put: [put('scheme', forgotten(scheme, trouble))],
    letters: oursAt(scheme, address)
      ? toCoordinators(scheme, 'watch.channel-back', { channel: address }, `watch.${trouble}`, false)
      : [],
    history: [{ what: 'channel.back', about: ['scheme'] }],
  };
}

function joinedChannel(turn: Turn, ids: Ids): Changes | undefined {
  const { scheme } = turn;
  const { channel: address = '', account = '' } = ids;
  const trouble = `joined:${address}:${account}`;
  if (oursAt(scheme, address) !== 'alerts' || scheme.coordinators.includes(account)) return undefined;
  if (trouble in scheme.troubles) return undefined;
  return {
    put: [put('scheme', remembered(turn, trouble))],
    // In that channel alone: the one on another platform has nothing to do with it.
    letters: [
      {
        letter: 'watch.joined',
        ids: { account },
        to: { channel: 'coordinators', lane: laneOf(address) },
        id: `watch.${trouble}`,
      },
    ],
    history: [{ what: 'channel.joined-by-another', about: ['scheme'] }],
  };
}

/** Only co-ordinators in another workspace or on another platform can still hear of it; set-up remembers it for the rest. */
function botRemoved(turn: Turn, ids: Ids): Changes | undefined {
  const { scheme } = turn;
  const lane = ids['lane'] ?? '';
  const trouble = laneTrouble(lane);
  if (trouble in scheme.troubles) return undefined;
  const elsewhere = onceEach(
    scheme,
    scheme.coordinators.filter(account => laneOf(account) !== lane),
  );
  return {
    put: [put('scheme', remembered(turn, trouble))],
    letters: elsewhere.map((account, n) => ({
      letter: 'watch.bot-removed',
      ids: { lane },
      to: { account },
      id: `watch.${trouble}.${n}`,
    })),
    history: [{ what: 'bot.removed', about: ['scheme'] }],
  };
}

/** It takes messages again: those who were not told that it did not are told as well, since they saw nothing of it. */
function botBack({ scheme }: Turn, ids: Ids): Changes | undefined {
  const { lane = '' } = ids;
  const trouble = laneTrouble(lane);
  if (!(trouble in scheme.troubles)) return undefined;
  return {
    put: [put('scheme', forgotten(scheme, trouble))],
    letters: toCoordinators(scheme, 'watch.bot-back', { lane }, `watch.${trouble}`, false),
    history: [{ what: 'bot.back', about: ['scheme'] }],
  };
}

const rule = (what: string, decide: (turn: Turn, ids: Ids) => Changes | undefined) =>
  dateOf({ what, plan: () => ({}), decide });

export const placeRules = [
  rule('happening.channel-gone', channelGone),
  rule('happening.channel-back', channelBack),
  rule('happening.joined-channel', joinedChannel),
  rule('happening.bot-removed', botRemoved),
  rule('happening.bot-back', botBack),
];

export const placeLetters = [
  letterOf({
    name: 'watch.channel-gone',
    class: 'must',
    plan: () => ({}),
    draw: ({ scheme }, ids) => {
      const ours = oursAt(scheme, ids['channel']);
      if (!ours || !(channelTrouble(ids['channel'] ?? '') in scheme.troubles)) return undefined;
      const line = channel.gone(channel[ours]);
      return {
        text: line,
        parts: [text([{ bold: line }, ' ', ours === 'forum' ? channel.goneForum : channel.goneAlerts])],
        buttons: [open(labels.setup, 'setup.checked')],
      };
    },
  }),
  letterOf({
    name: 'watch.channel-back',
    class: 'answer',
    plan: () => ({}),
    draw: ({ scheme }, ids) => {
      const ours = oursAt(scheme, ids['channel']);
      return ours ? { text: channel.back(channel[ours]) } : undefined;
    },
  }),
  letterOf({
    name: 'watch.joined',
    class: 'must',
    plan: () => ({}),
    draw: ({ scheme }, ids) => {
      const { account = '' } = ids;
      if (scheme.coordinators.includes(account)) return undefined;
      return {
        text: joined.line,
        parts: [text(joined.text(account))],
        buttons: [open(labels.people, 'people'), open(labels.setup, 'setup.checked')],
      };
    },
  }),
  letterOf({
    name: 'watch.bot-removed',
    class: 'must',
    plan: () => ({}),
    draw: ({ scheme }, ids) =>
      laneTrouble(ids['lane'] ?? '') in scheme.troubles
        ? {
            text: removed.line(appOf(ids['lane'] ?? '')),
            parts: [
              text([
                { bold: `${removed.line(appOf(ids['lane'] ?? ''))}.` },
                ` ${removed.text(appOf(ids['lane'] ?? ''))}`,
              ]),
            ],
            buttons: [open(labels.setup, 'setup')],
          }
        : undefined,
  }),
  letterOf({
    name: 'watch.bot-back',
    class: 'answer',
    plan: () => ({}),
    draw: ({ scheme }, ids) => {
      const lane = ids['lane'] ?? '';
      return laneTrouble(lane) in scheme.troubles ? undefined : { text: removed.back(appOf(lane)) };
    },
  }),
];
