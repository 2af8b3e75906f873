// A confirmed version as a paper to keep.
import type { Document, PaperPart } from '../../conversation/document.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import { agreedOn, PART_NUMBERS } from './agreement-view.ts';
import { says } from './messages.ts';
import { alwaysHolds, saidIn } from './terms.ts';

type Version = Agreement['versions'][number];

/** The paper of a version; the same version always makes the same paper. */
export function paperOf(version: Version, names: { mentor: string; mentee: string }, zone: string): Document {
  const said = PART_NUMBERS.flatMap((part): PaperPart[] => {
    const facts = saidIn(part, version.terms);
    return facts.length > 0
      ? [
          { part: 'heading', text: says.partTitles[part] ?? '' },
          { part: 'facts', facts },
        ]
      : [];
  });
  return {
    kind: 'paper',
    name: says.paperName,
    title: says.paperTitle,
    writtenAt: version.agreedAt,
    parts: [
      { part: 'text', text: says.paperOf(names.mentor, names.mentee) },
      { part: 'text', text: says.version(version.number, agreedOn(version.agreedAt, zone)) },
      ...said,
      { part: 'heading', text: says.alwaysHead },
      { part: 'list', items: alwaysHolds(version.workingTime) },
      { part: 'note', text: says.paperFoot },
    ],
  };
}
