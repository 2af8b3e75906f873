// Earlier versions of an agreement: kept to be read, and only that.
import { agreedWord } from '../../conversation/agreed.ts';
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type AgreementTurn, about, agreementPlan, noneView } from './about.ts';
import { agreedOn, alwaysParts, termParts } from './agreement-view.ts';
import { says } from './messages.ts';

function show(turn: AgreementTurn, ids: Ids): View {
  const found = about(turn, ids);
  if (!found) return noneView(turn, ids);
  const { mine, agreement } = found;
  const word = agreedWord(turn.scheme);
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const here = { pairing: mine.pairing.id };
  const versions = agreement?.versions ?? [];
  const chosen = versions.find(version => String(version.number) === ids['n']);
  const named = ({ number, agreedAt }: (typeof versions)[number]) => says.version(number, agreedOn(agreedAt, zone));
  if (!chosen)
    return {
      title: says.earlierTitle,
      parts: [
        text(says.lead(mine.called)),
        ...versions.map(version =>
          row(named(version), open(says.read, `${word}.versions`, { ...here, n: String(version.number) })),
        ),
      ],
      back: { word, ids: here },
    };
  return {
    title: says.earlierTitle,
    parts: [text(named(chosen)), ...termParts(chosen.terms), ...alwaysParts(chosen.workingTime)],
    back: { word: `${word}.versions`, ids: here },
  };
}

export const versionsPage = (word: string) =>
  pageOf({ word: `${word}.versions`, for: 'member', plan: agreementPlan, show });
