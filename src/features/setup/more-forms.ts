// The shorter settings: other schemes, next steps and privacy, closed days, numbers, and the rhythm of check-ins.
import { pageOf } from '../../conversation/feature.ts';
import { note, text } from '../../conversation/notice.ts';
import { dayOf, sayInstant } from '../../scheme/calendar.ts';
import { readDays, readExternal, writeDays, writeExternal } from './lines.ts';
import { closed, external, labels, numbers, rhythm, texts } from './messages.ts';
import { rippled } from './ripple.ts';
import { save } from './save.ts';

const overview = { word: 'setup' };

export const externalPage = pageOf({
  word: 'setup.external',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: external.title,
    fields: {
      external: { kind: 'list', ...external.list, atMost: 8, max: 350, optional: true, seenBy: 'everybody' },
    },
    values: { external: writeExternal(scheme.external) },
    submit: labels.save,
    back: overview,
  }),
  take: (turn, _ids, given) => {
    const list = readExternal(given.external);
    return 'odd' in list
      ? { problems: { external: external.odd(list.odd) } }
      : save(turn, { external: list.read }, overview);
  },
});

export const textsPage = pageOf({
  word: 'setup.texts',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: texts.title,
    fields: {
      nextSteps: { kind: 'text', ...texts.nextSteps, max: 1500, lines: true, optional: true, seenBy: 'everybody' },
      privacyLink: { kind: 'link', ...texts.privacyLink, optional: true, seenBy: 'everybody' },
    },
    values: {
      ...(scheme.nextSteps ? { nextSteps: scheme.nextSteps } : {}),
      ...(scheme.privacyLink ? { privacyLink: scheme.privacyLink } : {}),
    },
    submit: labels.save,
    back: overview,
  }),
  take: (turn, _ids, given) =>
    save(turn, { nextSteps: given.nextSteps ?? '', privacyLink: given.privacyLink ?? '' }, overview),
});

const MOST_DAYS = 400;

export const closedPage = pageOf({
  word: 'setup.closed',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme, now }) => ({
    title: closed.title,
    fields: {
      days: { kind: 'list', ...closed.list, atMost: 40, max: 60, optional: true, seenBy: 'everybody' },
    },
    values: { days: writeDays(scheme.closedDays.filter(day => day >= dayOf(now, scheme.zone))) },
    submit: labels.save,
    back: overview,
  }),
  take: (turn, _ids, given) => {
    const list = readDays(given.days);
    if ('odd' in list) return { problems: { days: closed.odd(list.odd) } };
    if (list.read.length > MOST_DAYS) return { problems: { days: closed.long } };
    return save(turn, { closedDays: list.read }, overview);
  },
});

const number = (words: { label: string; hint?: string }, from: number, to: number) =>
  ({ kind: 'number', ...words, from, to, optional: false, seenBy: 'everybody' }) as const;

const numberFields = {
  maxMentees: number(numbers.maxMentees, 1, 10),
  answerDays: number(numbers.answerDays, 1, 15),
  proposalDays: number(numbers.proposalDays, 2, 28),
  intervalWeeks: number(numbers.intervalWeeks, 1, 12),
  lengthMonths: number(numbers.lengthMonths, 1, 24),
  firstContactDays: number(numbers.firstContactDays, 1, 28),
  exitUnreadDays: number(numbers.exitUnreadDays, 1, 5),
  noticeHeldDays: number(numbers.noticeHeldDays, 2, 5),
};

export const numbersPage = pageOf({
  word: 'setup.numbers',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: numbers.title,
    fields: numberFields,
    values: {
      maxMentees: scheme.maxMentees,
      answerDays: scheme.answerDays,
      proposalDays: scheme.proposalDays,
      intervalWeeks: scheme.intervalWeeks,
      lengthMonths: scheme.lengthMonths,
      firstContactDays: scheme.firstContactDays,
      exitUnreadDays: scheme.exitUnreadDays,
      noticeHeldDays: scheme.noticeHeldDays,
    },
    submit: labels.save,
    back: overview,
  }),
  take: (turn, _ids, given) => save(turn, { ...given }, overview, rippled(turn)),
});

const weekOptions = [1, 2, 3, 4, 5, 6, 8, 12].map(weeks => ({ key: String(weeks), label: rhythm.every(weeks) }));
const rhythmOptions = [...weekOptions, { key: '0', label: rhythm.off }];
const dayOptions = rhythm.days.map((label, n) => ({ key: String(n + 1), label }));

export const rhythmPage = pageOf({
  word: 'setup.rhythm',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: rhythm.title,
    intro: [
      text(rhythm.intro),
      ...(scheme.nextRoundAt ? [note(rhythm.nextOn(sayInstant(scheme.nextRoundAt, scheme.zone)))] : []),
    ],
    fields: {
      weeks: { kind: 'choice', ...rhythm.weeks, options: rhythmOptions, optional: false, seenBy: 'everybody' },
      weekday: { kind: 'choice', ...rhythm.weekday, options: dayOptions, optional: false, seenBy: 'everybody' },
      time: { kind: 'time', ...rhythm.time, optional: false, seenBy: 'everybody' },
    },
    values: {
      weeks: String(scheme.checkinWeeks),
      weekday: String(scheme.checkinWeekday),
      time: scheme.checkinTime,
    },
    submit: labels.save,
    back: overview,
  }),
  take: (turn, _ids, { weeks, weekday, time }) =>
    save(turn, { checkinWeeks: Number(weeks), checkinWeekday: Number(weekday), checkinTime: time }, overview),
});
