// "Why was I not matched?": how each matching run went, for the person themselves and, in other words, for co-ordinators. From what was noted at the time.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, type Part, text, type View } from '../../conversation/notice.ts';
import { allOf, me, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { MatchNote, Scheme } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { readReason, reasonInWords } from './left-page.ts';
import { mine as words } from './more-messages.ts';

const MOST = 12;

const newestFirst = (notes: readonly MatchNote[]): MatchNote[] => [...notes].sort((a, b) => b.at - a.at);

/** For the person: how many were looked at and what did not fit, never who, nor that a list of anybody's had a part in it (R12). */
function saysToPerson({ outcome, role, reason }: MatchNote): string {
  if (outcome === 'asked') return words.asked;
  if (outcome === 'not-considered' && reason['state'] === 'accepted') return words.training[role];
  if (outcome === 'not-considered')
    return words.states[String(reason['state']) as keyof typeof words.states] ?? words.away;
  const { kind, considered, eligible, ruledOut } = readReason(reason);
  if (kind === 'late') return words.late;
  if (kind === 'nobody-eligible') {
    if (considered === 0) return role === 'mentee' ? words.noMentors : words.noMentees;
    const because = (['modes', 'slots', 'minimum'] as const).flatMap(rule =>
      ruledOut[rule] ? [words.ruledOut[rule](ruledOut[rule])] : [],
    );
    return (
      words.noneFits(words.considered[role](considered)) +
      (because.length > 0 ? ` ${words.because(inWords(because))}` : '')
    );
  }
  if (kind === 'not-ranked') return words.notRanked;
  if (role === 'mentor') return words.allServed;
  return kind === 'kept-free' ? words.keptFree : words.allFull(eligible);
}

function notePart(note: MatchNote, scheme: Scheme, says: string): Part {
  return text([{ bold: words.on(sayDay(dayOf(note.at, scheme.zone)), note.role) }, '\n', says]);
}

const minePlan = () => ({ notes: allOf('matchnote', me, MOST) });

export const minePage = pageOf({
  word: 'match.mine',
  for: 'member',
  plan: minePlan,
  show: ({ open: { notes }, scheme, actor }: Turn<Opened<ReturnType<typeof minePlan>>>): View => {
    const own = newestFirst(notes).filter(note => note.person === actor.person?.id);
    return {
      title: words.title,
      parts:
        own.length > 0
          ? [text(words.lead), ...own.map(note => notePart(note, scheme, saysToPerson(note)))]
          : [text(words.none)],
      buttons: [open(words.profile, 'profile'), open(words.ask, 'contact')],
      back: { word: 'me' },
    };
  },
});

const personPlan = (ids: Ids) => ({
  person: one('person', ids['person'] ?? 'none'),
  notes: allOf('matchnote', ids['person'] ?? 'none', MOST),
});

/** For co-ordinators, with every rule that had a part in it; one's own is for `match.mine`. */
function saysToCoordinator(note: MatchNote): string {
  if (note.outcome === 'asked') return words.askedThem;
  if (note.outcome === 'not-considered')
    return words.statesThem[String(note.reason['state']) as keyof typeof words.statesThem] ?? words.awayThem;
  return readReason(note.reason).kind === 'late' ? words.late : reasonInWords({ role: note.role, reason: note.reason });
}

export const personNotesPage = pageOf({
  word: 'match.person',
  for: 'coordinator',
  plan: personPlan,
  show: ({ open: { person, notes }, scheme, actor }: Turn<Opened<ReturnType<typeof personPlan>>>): View => {
    const isOwn = person !== undefined && person.id === actor.person?.id;
    const back = { word: 'people.one', ids: { person: person?.id ?? '' } };
    if (isOwn)
      return { title: words.title, parts: [text(words.own)], buttons: [open(words.title, 'match.mine')], back };
    const all = newestFirst(notes);
    return {
      title: words.title,
      parts: [
        ...(person ? [text([{ bold: person.name }])] : []),
        ...(all.length > 0 ? all.map(note => notePart(note, scheme, saysToCoordinator(note))) : [text(words.noneThem)]),
      ],
      back,
    };
  },
});
