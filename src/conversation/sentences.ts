// The few sentences that belong to no room: what people read when a page is not for them, or when something went wrong on our side.
import type { Notice, Part, View } from './notice.ts';
import { heading, note, open, text } from './notice.ts';

export const sentences = {
  notHere: (): View => ({
    title: 'Not available',
    parts: [text('This is not available any more, or it is not yours to open. Nothing was changed.')],
    buttons: [open('See what is next', 'home')],
  }),
  forCoordinators: (): View => ({
    title: 'For co-ordinators',
    parts: [
      text(
        'This part is for the scheme’s co-ordinators. If you are meant to be one, or are one in another app already, please ask to be added here.',
      ),
    ],
    buttons: [open('Ask to be added', 'setup.join'), open('Who the co-ordinators are', 'contact')],
  }),
  forMembers: (): View => ({
    title: 'Not yet',
    parts: [
      text(
        'This opens once you have registered with the scheme. You can read everything first; nothing is decided by looking.',
      ),
    ],
    buttons: [open('What mentoring is', 'register', {}, 'primary')],
  }),
  unknownWord: (typed: string, nearest: string | undefined, command: string | undefined): Notice => ({
    text: nearest ? `I don’t know “${typed}”. Did you mean ${nearest}?` : `I don’t know “${typed}”.`,
    parts: [
      text(
        nearest
          ? ['I don’t know “', typed, '”. Did you mean ', { bold: nearest }, '?']
          : [
              'I don’t know “',
              typed,
              '”. ',
              { code: command ? `${command} help` : 'help' },
              ' lists the words I know.',
            ],
      ),
    ],
    buttons: [...(nearest ? [open(`Open ${nearest}`, nearest)] : []), open('Help', 'help')],
  }),
  sorry: (reference: string): Notice => ({
    text: `Something went wrong on our side. Nothing was saved. Please try again in a minute. Reference ${reference}`,
  }),
  /** For whoever sends a form that is not there any more: somebody was quicker, and what was typed is all that is left. */
  typed: (texts: readonly string[]): Part[] => [
    heading('This is what you wrote'),
    ...texts.map(text),
    note('Nobody else sees it here. Should you still want it, copy it before you close this.'),
  ],
  changedMeanwhile: (): View => ({
    title: 'Changed meanwhile',
    parts: [text('This has changed since the page was opened, so nothing was saved. Please look again.')],
    buttons: [open('See what is next', 'home')],
  }),
  maybeRepeat: (reference: string): string => `This may be a repeat of an earlier message (reference ${reference}).`,
};
