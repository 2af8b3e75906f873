// The list of all kinds of record. A new kind adds one line.
import type { z } from 'zod';
import { agreement, objective } from './records/agreed.ts';
import { apart } from './records/apart.ts';
import { note, share } from './records/between.ts';
import { evaluation } from './records/evaluations.ts';
import { ballot, event, ranking, seats, signup, talklinks, talks } from './records/events.ts';
import { contribution, story } from './records/forum.ts';
import { linkcode, linking } from './records/linking.ts';
import { logentry } from './records/logs.ts';
import { exit, meeting, pairing, papers } from './records/pairs.ts';
import { account, card, casefile, exclusions, inquiry, notebook, person, registration } from './records/people.ts';
import { contact, job, posted, round, run, runpage, scheme } from './records/scheme.ts';
import { call, matchnote, suggestion } from './records/suggestions.ts';
import { booking, selfcheck, session, sessionseats, supportwish } from './records/training.ts';
import { wish } from './records/wishes.ts';

export const kinds = {
  account,
  linkcode,
  linking,
  person,
  registration,
  card,
  casefile,
  exclusions,
  apart,
  notebook,
  logentry,
  inquiry,
  wish,
  suggestion,
  call,
  matchnote,
  pairing,
  papers,
  share,
  note,
  agreement,
  objective,
  meeting,
  exit,
  event,
  seats,
  talklinks,
  signup,
  talks,
  ranking,
  ballot,
  evaluation,
  session,
  sessionseats,
  booking,
  supportwish,
  selfcheck,
  contribution,
  story,
  scheme,
  run,
  runpage,
  round,
  posted,
  contact,
  job,
};

export type KindName = keyof typeof kinds;
/** The value of a record of this kind. */
export type RecordOf<K extends KindName> = z.infer<(typeof kinds)[K]['schema']>;

export type Linking = RecordOf<'linking'>;
export type Person = RecordOf<'person'>;
export type Registration = RecordOf<'registration'>;
export type Card = RecordOf<'card'>;
export type Casefile = RecordOf<'casefile'>;
export type Apart = RecordOf<'apart'>;
export type Exclusions = RecordOf<'exclusions'>;
export type Notebook = RecordOf<'notebook'>;
export type LogEntry = RecordOf<'logentry'>;
export type Inquiry = RecordOf<'inquiry'>;
export type MatchNote = RecordOf<'matchnote'>;
export type Suggestion = RecordOf<'suggestion'>;
export type Wish = RecordOf<'wish'>;
export type Pairing = RecordOf<'pairing'>;
export type Share = RecordOf<'share'>;
export type Note = RecordOf<'note'>;
export type Papers = RecordOf<'papers'>;
export type Agreement = RecordOf<'agreement'>;
export type Objective = RecordOf<'objective'>;
export type Meeting = RecordOf<'meeting'>;
export type Exit = RecordOf<'exit'>;
export type MatchingEvent = RecordOf<'event'>;
export type Seats = RecordOf<'seats'>;
export type SignUp = RecordOf<'signup'>;
export type Talks = RecordOf<'talks'>;
export type Ranking = RecordOf<'ranking'>;
export type Evaluation = RecordOf<'evaluation'>;
export type Ballot = RecordOf<'ballot'>;
export type Session = RecordOf<'session'>;
export type Booking = RecordOf<'booking'>;
export type SupportWish = RecordOf<'supportwish'>;
export type Contribution = RecordOf<'contribution'>;
export type Story = RecordOf<'story'>;
export type Scheme = RecordOf<'scheme'>;
export type Run = RecordOf<'run'>;
export type RunPage = RecordOf<'runpage'>;
export type Round = RecordOf<'round'>;
export type Posted = RecordOf<'posted'>;
export type ContactRecord = RecordOf<'contact'>;
export type JobRecord = RecordOf<'job'>;
