// What each setting says at present, in a line or two for the list of settings.
import type { Ids, Span, Text } from '../../conversation/notice.ts';
import { coordinatorSpan } from '../../conversation/people-to-talk-to.ts';
import { type Day, sayInstant } from '../../scheme/calendar.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { appOf, laneOf } from '../../scheme/lanes.ts';
import { saysBetween } from './between-form.ts';
import { saysForum } from './forum-form.ts';
import { sayDays } from './lines.ts';
import { saysMatching } from './matching.ts';
import { matching } from './matching-messages.ts';
import { arbiter, keeping, numbers, overview, rhythm, settings, steps, training } from './messages.ts';
import { saysSessions } from './sessions-form.ts';

type Setting = { label: string; says: Text; word: string; ids?: Ids };

/** The beginning of a text; the page behind *Change* shows all of it. */
function beginning(text: string, length = 160): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= length ? letters.join('') : `${letters.slice(0, length - 1).join('')}…`;
}

const some = (items: readonly string[]): string =>
  items.length === 0 ? overview.nothing : beginning(items.join(' · '), 300);

const rule = (key: string): string => labelled(training.options, key);

function saysRhythm(scheme: Scheme): string {
  if (scheme.checkinWeeks < 1) return rhythm.off;
  const day = rhythm.days[scheme.checkinWeekday - 1] ?? '';
  const next = scheme.nextRoundAt ? ` ${rhythm.nextOn(sayInstant(scheme.nextRoundAt, scheme.zone))}` : '';
  return `${rhythm.every(scheme.checkinWeeks)}, ${day}, ${scheme.checkinTime}.${next}`;
}

const labelled = (options: readonly { key: string; label: string }[], key: string): string =>
  options.find(option => option.key === key)?.label ?? '';

function saysSteps(scheme: Scheme): string {
  const review = labelled(steps.reviewsOptions, scheme.reviewOffers ? 'on' : 'off');
  const log = labelled(steps.logOptions, scheme.learningLog ? 'on' : 'off');
  return `${steps.acceptance.label} ${labelled(steps.acceptances, scheme.acceptance)}.\n${steps.reviews.label}: ${review}.\n${steps.log.label}: ${log}.`;
}

/** What is where: the reader's own app by the channels' names, another app by what it has. */
const saysEvaluations = ({ evaluations }: Scheme): string =>
  some(evaluations.map(({ name, rule: asked }) => `${name}: ${overview.rules[asked]}`));

function channelSpans(scheme: Scheme, reader: string): Text {
  const lanes = [...new Set([...scheme.forum, ...scheme.alerts].map(laneOf))];
  if (lanes.length === 0) return overview.nothing;
  return lanes.flatMap((lane, n) => {
    const among = (list: readonly string[], what: string): Span[] =>
      list
        .filter(channel => laneOf(channel) === lane)
        .flatMap(channel => (lane === laneOf(reader) ? [`${what} `, { channel }] : [what]));
    const has = [among(scheme.forum, overview.forum), among(scheme.alerts, overview.alerts)].filter(
      one => one.length > 0,
    );
    return [`${n ? '\n' : ''}${appOf(lane)}: `, ...has.flatMap((spans, k) => (k ? [' · ', ...spans] : spans))];
  });
}

function people(scheme: Scheme, reader: string): Setting[] {
  const each = onceEach(scheme, scheme.coordinators, laneOf(reader));
  const named = each.flatMap((account, n) => [...(n ? [' · '] : []), coordinatorSpan(scheme, account, reader)]);
  return [
    { label: settings.coordinators, says: named, word: 'setup.coordinators' },
    { label: settings.people, says: some(scheme.people.map(one => `${one.name}, ${one.role}`)), word: 'setup.people' },
    {
      label: settings.arbiter,
      says: scheme.arbiter ? `${scheme.arbiter.name}, ${scheme.arbiter.role}` : arbiter.none,
      word: 'setup.arbiter',
    },
  ];
}

function joining(scheme: Scheme): Setting[] {
  return [
    {
      label: settings.criteria,
      says: `${beginning(scheme.criteriaMentor)}\n${beginning(scheme.criteriaMentee)}`,
      word: 'setup.criteria',
    },
    { label: settings.checks, says: some(scheme.checks.map(check => check.label)), word: 'setup.checks' },
    {
      label: settings.training,
      says: `${training.mentor.label}: ${rule(scheme.trainingMentor)}\n${training.mentee.label}: ${rule(scheme.trainingMentee)}`,
      word: 'setup.training',
    },
    { label: settings.sessions, says: saysSessions(scheme), word: 'setup.sessions' },
  ];
}

const list = (name: 'topics' | 'areas' | 'sites', scheme: Scheme): Setting => ({
  label: settings[name],
  says: some(scheme[name].map(option => option.label)),
  word: 'setup.options',
  ids: { list: name },
});

const numbersShown = [
  'maxMentees',
  'answerDays',
  'proposalDays',
  'intervalWeeks',
  'lengthMonths',
  'firstContactDays',
  'exitUnreadDays',
  'noticeHeldDays',
] as const;

function rest(scheme: Scheme, today: Day): Setting[] {
  const said = numbersShown.map(name => `${numbers[name].label}: ${scheme[name]}`);
  return [
    { label: settings.external, says: some(scheme.external.map(one => one.name)), word: 'setup.external' },
    {
      label: settings.texts,
      says: some([scheme.nextSteps, scheme.privacyLink].filter(Boolean).map(one => beginning(one))),
      word: 'setup.texts',
    },
    {
      label: settings.closed,
      says: some(sayDays(scheme.closedDays.filter(day => day >= today))),
      word: 'setup.closed',
    },
    { label: settings.numbers, says: said.join('\n'), word: 'setup.numbers' },
    { label: matching.setting, says: saysMatching(scheme), word: 'setup.matching' },
    { label: settings.rhythm, says: saysRhythm(scheme), word: 'setup.rhythm' },
    { label: settings.steps, says: saysSteps(scheme), word: 'setup.steps' },
    { label: settings.evaluations, says: saysEvaluations(scheme), word: 'evaluation.settings' },
    { label: settings.between, says: saysBetween(scheme), word: 'setup.between' },
    { label: settings.forum, says: saysForum(scheme), word: 'setup.forum' },
    { label: settings.keeping, says: keeping.says(scheme.keepMonths), word: 'setup.keeping' },
  ];
}

/** Every setting with what it says at present and where it is changed. */
export function settingsOf(scheme: Scheme, today: Day, reader: string): Setting[] {
  return [
    { label: settings.basics, says: `${scheme.name}\n${scheme.host}\n${beginning(scheme.aims)}`, word: 'setup.basics' },
    { label: settings.channels, says: channelSpans(scheme, reader), word: 'setup.channels' },
    ...people(scheme, reader),
    ...joining(scheme),
    list('topics', scheme),
    list('areas', scheme),
    list('sites', scheme),
    ...rest(scheme, today),
  ];
}
