// An objective with what shows it, as a paper for its mentee to take along: to an employer, or to an institute (F11). What the mentor wrote beside it stays between the two.
import type { Document, PaperPart } from '../../conversation/document.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Objective } from '../../scheme/kinds.ts';
import { says } from './messages.ts';

const { labels } = says;

function wordsOf(objective: Objective): PaperPart {
  const { specific, measure, resources = '', relevant = '', state, due, closedOn, result = '' } = objective;
  const facts: [string, string][] = [
    [says.state, says.states[state] ?? ''],
    [closedOn === undefined ? says.due : says.closedOn, sayDay(closedOn ?? due)],
    [labels.specific, specific],
    [labels.measure, measure],
    [labels.resources, resources],
    [labels.relevant, relevant],
    [says.resultHead, result],
  ];
  return { part: 'facts', facts: facts.filter(([, value]) => value !== '') };
}

const listed = (head: string, items: string[]): PaperPart[] =>
  items.length > 0
    ? [
        { part: 'heading', text: head },
        { part: 'list', items },
      ]
    : [];

const reviewed = ({ on, progress, helped, hindered, next }: Objective['reviews'][number]): string =>
  [
    says.reviewLine(sayDay(on), progress),
    ...(helped ? [`${says.helped} ${helped}`] : []),
    ...(hindered ? [`${says.hindered} ${hindered}`] : []),
    ...(next ? [`${says.next} ${next}`] : []),
  ].join('\n');

/** The paper; the same objective always makes the same one. Nobody but its mentee is named by it. */
export function paperOf(objective: Objective, name: string): Document {
  const { title, steps, evidence, reviews, at } = objective;
  return {
    kind: 'paper',
    name: says.paperName,
    title,
    writtenAt: at,
    parts: [
      { part: 'text', text: name },
      wordsOf(objective),
      ...listed(
        says.stepsHead,
        steps.map(step => (step.done ? `✓ ${step.text}` : step.text)),
      ),
      ...listed(
        says.evidenceHead,
        evidence.map(({ text, link, on }) => [says.evidenceOn(text, sayDay(on)), ...(link ? [link] : [])].join('\n')),
      ),
      ...listed(says.reviewsHead, reviews.map(reviewed)),
    ],
  };
}
