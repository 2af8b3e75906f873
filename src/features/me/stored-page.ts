// What is kept about me and who reads it, in plain words.
import { pageOf } from '../../conversation/feature.ts';
import { open, type Part, text } from '../../conversation/notice.ts';
import { labels, stored } from './messages.ts';

const said = (who: string, what: string): Part => text([{ bold: who }, '\n', what]);

export const storedPage = pageOf({
  word: 'me.stored',
  also: ['my-data', 'data', 'privacy'],
  for: 'anyone',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: stored.title,
    parts: [
      text(stored.lead),
      said(stored.everybody, stored.everybodyText),
      said(stored.coordinators, stored.coordinatorsText),
      text(stored.excluded),
      said(stored.pair, stored.pairText),
      said(stored.own, stored.ownText),
      said(stored.nobody, stored.nobodyText),
      said(stored.howLong, stored.howLongText(scheme.keepMonths)),
      ...(scheme.privacyLink ? [text([{ link: scheme.privacyLink, label: stored.privacy }])] : []),
    ],
    buttons: [open(labels.contact, 'contact')],
    back: { word: 'me' },
  }),
});
