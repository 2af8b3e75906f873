// The room for turning to somebody: the co-ordinators by a private line with a promised day, and people to talk to besides them.
import type { Room } from '../../conversation/feature.ts';
import { answerPage } from './answer-page.ts';
import { askPage } from './ask-form.ts';
import { contactPage } from './contact-page.ts';
import { inquiryPage, replyPage } from './inquiry-page.ts';
import { alertLetter, answeredLetter, stillLetter, waitsLetter, waitsRule } from './letters.ts';

export const contactRoom: Room = {
  name: 'contact',
  pages: [contactPage, askPage, inquiryPage, replyPage, answerPage],
  letters: [alertLetter, waitsLetter, answeredLetter, stillLetter],
  dates: [waitsRule],
};
