// Help: what the scheme is, who runs it, people to talk to, and the words that exist, as the rooms themselves name them.
import { type Page, pageOf, type Room } from '../../conversation/feature.ts';
import { heading, list, note, open, type Part, type Text, text } from '../../conversation/notice.ts';
import { coordinatorSpans, peopleParts } from '../../conversation/people-to-talk-to.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { help } from './messages.ts';

const upper = (line: string): string => line.charAt(0).toLocaleUpperCase('en-GB') + line.slice(1);

const wordLine = ({ word, help: line = '' }: Pick<Page, 'word' | 'help'>): Text => [
  { code: word },
  ` – ${upper(line)}`,
];

/** The words that are listed in this scheme, for somebody who is a co-ordinator or is not. */
function listed(pages: readonly Page[], coordinator: boolean, scheme: Scheme): Page[] {
  return pages.filter(
    page => page.help !== undefined && (coordinator || page.for !== 'coordinator') && (page.listedIf?.(scheme) ?? true),
  );
}

function schemeParts(scheme: Scheme, reader: string): Part[] {
  const coordinators = coordinatorSpans(scheme, reader);
  return [
    text([{ bold: scheme.name }, ...(scheme.host ? ['. ', help.by(scheme.host)] : [])]),
    ...(scheme.aims ? [text(scheme.aims)] : []),
    ...(coordinators.length > 0 ? [text([help.coordinators(coordinators.length > 1), ' ', ...coordinators, '.'])] : []),
    ...peopleParts(scheme, help.people),
  ];
}

/** The help room, made last: it lists the words of all the others, and its own. */
export function helpRoom(rooms: readonly Room[]): Room {
  const page: Page = pageOf({
    word: 'help',
    for: 'anyone',
    help: help.line,
    plan: () => ({}),
    show: ({ scheme, actor }) => ({
      title: help.title,
      parts: [
        ...schemeParts(scheme, actor.account),
        heading(help.words),
        list(listed([...rooms.flatMap(room => room.pages), page], actor.coordinator, scheme).map(wordLine)),
        note(help.wordsText),
      ],
      buttons: [
        open(help.home, 'home', {}, 'primary'),
        open(help.mentoring, 'register'),
        open(help.criteria, 'register.criteria'),
        ...(scheme.stories === 'off' ? [] : [open(help.stories, 'forum')]),
        open(help.contact, 'contact'),
      ],
    }),
  });
  return { name: 'help', pages: [page] };
}
