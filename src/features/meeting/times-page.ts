// The mentor suggests up to three times: for the first meeting (R19), or others for one that stands ahead. Nothing is planned by that; the mentee chooses (R20).
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, DateField, Form, TextField, TimeField } from '../../conversation/form.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { addDays, dayOf, type Instant, instantAt, wallClock } from '../../scheme/calendar.ts';
import { findsTheTime, withTimes } from '../../scheme/meetings.ts';
import { type About, about, at, type MeetingTurn, meetingPlan, noneView } from './about.ts';
import { newsOrder } from './letters.ts';
import { says } from './messages.ts';

type TimesFields = {
  day1: DateField<false>;
  time1: TimeField<false>;
  day2: DateField<true>;
  time2: TimeField<true>;
  day3: DateField<true>;
  time3: TimeField<true>;
  place: TextField<true>;
};
type Answers = AnswersOf<TimesFields>;

const maySuggest = ({ mine, isAhead }: About): boolean =>
  mine.side === 'mentor' && (findsTheTime(mine.pairing) === 'mentor' || isAhead);

function fieldsOf(today: string): TimesFields {
  const day = <O extends boolean>(n: number, optional: O): DateField<O> => ({
    kind: 'date',
    label: says.days[n] ?? '',
    optional,
    seenBy: 'pairing',
    from: today,
    to: addDays(today, 366),
  });
  const time = <O extends boolean>(n: number, optional: O): TimeField<O> => ({
    kind: 'time',
    label: says.at[n] ?? '',
    optional,
    seenBy: 'pairing',
  });
  return {
    day1: day(0, false),
    time1: time(0, false),
    day2: day(1, true),
    time2: time(1, true),
    day3: day(2, true),
    time3: time(2, true),
    place: {
      kind: 'text',
      label: says.place,
      hint: says.placeHint,
      optional: true,
      seenBy: 'pairing',
      lines: false,
      max: 150,
    },
  };
}

function standing({ times, zone, meeting }: About): Partial<Answers> {
  const entries = times.slice(0, 3).flatMap((time, n) => {
    const { day, time: clock } = wallClock(time, zone);
    return [
      [`day${n + 1}`, day],
      [`time${n + 1}`, clock],
    ];
  });
  return { ...Object.fromEntries(entries), ...(meeting?.place === undefined ? {} : { place: meeting.place }) };
}

function show(turn: MeetingTurn, ids: Ids): Form<TimesFields> | View {
  const found = about(turn, ids);
  if (!found) return noneView(turn, ids);
  if (!maySuggest(found))
    return {
      title: says.timesTitle,
      parts: [text(says.timesLed)],
      buttons: [open(says.open, 'meeting', { pairing: found.mine.pairing.id })],
    };
  return {
    title: says.timesTitle,
    intro: [text(says.timesIntro(found.mine.called)), ...(found.isAhead ? [note(says.timesIntroMoved)] : [])],
    fields: fieldsOf(dayOf(turn.now, found.zone)),
    values: standing(found),
    submit: says.timesSubmit,
    back: { word: 'meeting', ids: { pairing: found.mine.pairing.id } },
  };
}

/** The times that were given, in order and each once; or what is to be looked at again. */
function timesFrom(answers: Answers, zone: string, now: Instant): Instant[] | { problems: Record<string, string> } {
  const given = [1, 2, 3].map(n => ({
    n,
    day: answers[`day${n}` as 'day2'],
    time: answers[`time${n}` as 'time2'],
  }));
  const problems: Record<string, string> = {};
  const times: Instant[] = [];
  for (const { n, day, time } of given) {
    if (day === undefined && time === undefined) continue;
    if (day === undefined) problems[`day${n}`] = says.dayToo;
    else if (time === undefined) problems[`time${n}`] = says.timeToo;
    else if (instantAt(day, time, zone) <= now) problems[`time${n}`] = says.later;
    else times.push(instantAt(day, time, zone));
  }
  return Object.keys(problems).length > 0 ? { problems } : [...new Set(times)].sort((a, b) => a - b);
}

function take(turn: MeetingTurn, ids: Ids, answers: Answers): Outcome {
  const found = about(turn, ids);
  if (!found || !maySuggest(found)) return { screen: view(noneView(turn, ids), at(ids)) };
  const { mine, meeting: before, zone } = found;
  const times = timesFrom(answers, zone, turn.now);
  if ('problems' in times) return times;
  const id = turn.id('meeting');
  const offered = { times, place: answers.place, now: turn.now, id, zone };
  const { meeting, pairing } = withTimes(before, mine.pairing, offered);
  return {
    changes: {
      put: [put('meeting', meeting), put('pairing', pairing)],
      letters: [newsOrder(pairing.id, mine.partner)],
      history: [{ what: 'meeting.times-suggested', about: [pairing.id] }],
    },
    screen: view(
      { title: says.timesTitle, parts: [text(says.timesDone(mine.given))], buttons: [open(says.home, 'home')] },
      at({ pairing: pairing.id }),
    ),
  };
}

export const timesPage = pageOf({ word: 'meeting.times', for: 'member', plan: meetingPlan, show, take });
