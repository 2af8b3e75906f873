// All wording about what happens around the scheme: people and channels that are gone or back, messages that could not be delivered.
import type { Text } from '../../conversation/notice.ts';

export const labels = { open: 'Open', setup: 'Set-up', people: 'People', me: 'Me' };

/** Slack and Teams tell no more than that they would not take a message. */
const why = 'The account is gone, or takes no messages from me.';

export const personGone = {
  line: (name: string): string => `${name} cannot be reached any more.`,
  what: (pairs: number): string =>
    pairs === 0
      ? `${why} Their registration rests, and open proposals have come to nothing. There is nothing you need to do.`
      : `${why} Their registration rests, and open proposals have come to nothing. ${pairs === 1 ? 'One pairing of theirs still runs' : `${pairs} pairings of theirs still run`}: please get in touch with the other side. You can also end it for them.`,
  back: (name: string): string => `${name} can be reached again. They decide themselves when to return.`,
  elsewhere: (app: string): string =>
    `Mentor: I can’t write to you on ${app} any more. Messages come to you here from now on.`,
  welcome: 'Mentor: good to see you again. Your registration rests until you return.',
};

export const channel = {
  forum: 'The technicians’ forum',
  alerts: 'The co-ordinators’ channel',
  gone: (which: string): string =>
    `${which} cannot be used any more: it was archived or deleted, or I was taken out of it.`,
  goneForum: 'Until there is one again, whoever would be asked in a check-in gets a direct message.',
  goneAlerts: 'Until there is one again, alerts go to a co-ordinator directly.',
  back: (which: string): string => `${which} can be used again.`,
};

export const joined = {
  line: 'Somebody who is no co-ordinator has joined this channel',
  text: (person: string): Text => [
    { person },
    ' is in this channel now, and is no co-ordinator. Alerts name people here: please tell them so, make them a co-ordinator, or remove them.',
  ],
};

export const removed = {
  line: (app: string): string => `Mentor was removed from ${app}, or switched off there`,
  back: (app: string): string => `Mentor can be reached on ${app} again. What waited there meanwhile is sent now.`,
  text: (app: string): string =>
    `Until it is there again, nobody can be reached on ${app}; what is meant for people there waits for a day or so. Whoever uses Mentor elsewhere as well is written to there.`,
};

export const undelivered = {
  person: (name: string): string => `A message to ${name} could not be delivered.`,
  somebody: 'A message to somebody in the scheme could not be delivered.',
  account: 'A message to a co-ordinator could not be delivered.',
  forum: 'A message to the technicians’ forum could not be delivered.',
  alerts: 'A message to the co-ordinators’ channel could not be delivered.',
  why: {
    person: why,
    channel: 'The channel cannot be used.',
    bot: 'Mentor was removed there.',
    unknown: 'It is not known whether it arrived.',
  } as Record<string, string>,
  what: 'What it said can still be read by opening Mentor. If it matters, please get in touch with them.',
};

export const coordinator = {
  line: 'A co-ordinator cannot be reached any more',
  text: (named: Text): Text => [
    ...(typeof named === 'string' ? [named] : named),
    ' is a co-ordinator, and the account is gone or takes no messages from me. What waits for a co-ordinator may go to them and not be read: please take them off the list, and see that there are two of you.',
  ],
};
