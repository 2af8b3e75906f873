// A confirmed version as a paper to keep.
import type { Document, PaperPart } from '../../conversation/document.ts';
import type { Agreement, Scheme } from '../../scheme/kinds.ts';
import { titleOf } from './about.ts';
import { agreedOn } from './agreement-view.ts';
import { says } from './messages.ts';
import { isWhole } from './rules.ts';
import { alwaysHolds, partsOf, saidIn } from './terms.ts';

type Version = Agreement['versions'][number];

/** The paper of a version; the same version always makes the same paper. */
export function paperOf(
  version: Version,
  names: { mentor: string; mentee: string },
  zone: string,
  scheme: Pick<Scheme, 'agreements'>,
): Document {
  const said = partsOf(version.terms).flatMap((part): PaperPart[] => {
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
    name: isWhole(version.terms) ? says.paperName : says.paperNameAgreed,
    title: titleOf(scheme, version.terms),
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
