// The certificate of mentoring: a page to keep, which names the mentor alone. Whether there is one: scheme/evaluations.ts (R39, R50).
import type { Document } from '../../conversation/document.ts';
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { dayOf, type Instant } from '../../scheme/calendar.ts';
import { certificateOf } from '../../scheme/evaluations.ts';
import { certificate, labels } from './messages.ts';
import { type MineTurn, minePlan, type Part, partIn } from './mine.ts';

const plain = (says: string): View => ({
  title: certificate.title,
  parts: [text(says)],
  buttons: [open(labels.home, 'home')],
});

function certificateView(turn: MineTurn, ids: Ids): View {
  const part = partIn(turn, ids);
  if (!part) return plain(certificate.none);
  const { evaluation, mine } = part;
  const found = certificateOf(evaluation, mine.pairing, turn.scheme, turn.now);
  if (found.state === 'none') return plain(certificate.none);
  const at = { evaluation: evaluation.id };
  if (found.state === 'ready')
    return {
      title: certificate.title,
      parts: [text(certificate.ready)],
      buttons: [press(labels.make, 'evaluation.certificate', 'make', at, 'primary'), open(labels.home, 'home')],
    };
  return {
    title: certificate.title,
    parts: [text(certificate.missing(found.points.map(point => point.name)))],
    buttons: found.points.map(point => open(point.name, 'evaluation.answer', { ...at, point: point.key })),
  };
}

function paperOf(turn: MineTurn, { mine: { pairing } }: Part, until: Instant): Document {
  const { scheme, actor, now } = turn;
  const day = (at: Instant): string => certificate.day(dayOf(at, scheme.zone));
  const names = Object.values(scheme.coordinatorNames);
  return {
    kind: 'paper',
    name: certificate.file,
    title: certificate.title,
    writtenAt: now,
    parts: [
      { part: 'text', text: certificate.says },
      { part: 'heading', text: actor.person?.name ?? '' },
      { part: 'text', text: certificate.was(scheme.name, scheme.host) },
      {
        part: 'facts',
        facts: [
          [certificate.from, day(pairing.introducedAt ?? pairing.proposedAt)],
          [certificate.to, day(until)],
          [certificate.met, String(pairing.met)],
        ],
      },
      { part: 'text', text: certificate.thanks },
      ...(names.length > 0 ? [{ part: 'note' as const, text: certificate.by(names) }] : []),
      { part: 'note', text: certificate.made(dayOf(now, scheme.zone)) },
    ],
  };
}

function make(turn: MineTurn, ids: Ids): Outcome {
  const part = partIn(turn, ids);
  const at = { word: 'evaluation.certificate', ids };
  const found = part && certificateOf(part.evaluation, part.mine.pairing, turn.scheme, turn.now);
  if (!part || found?.state !== 'ready') return { screen: view(certificateView(turn, ids), at) };
  const document = paperOf(turn, part, found.until);
  return { screen: { show: 'document', document, view: plain(certificate.sent), at } };
}

export const certificatePage = pageOf({
  word: 'evaluation.certificate',
  for: 'member',
  plan: minePlan,
  show: certificateView,
  press: { make },
});
