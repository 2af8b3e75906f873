// Asks the host and draws what it says; whatever goes wrong on our side becomes the host's sentence with a reference, so that nobody is left before a silent window.
import type { ModalView } from '@slack/types';
import type { MadeFile } from '../../conversation/document.ts';
import { type Notice, samePlace, type Target } from '../../conversation/notice.ts';
import type { Interaction, Reply } from '../platform.ts';
import { within } from '../within.ts';
import { fitting } from './check.ts';
import { keep, type SlackDoor } from './door.ts';
import { drawForm } from './draw-form.ts';
import { doorstep, drawNotice, type Message } from './draw-notice.ts';
import { drawSaid, drawSentence, drawView } from './draw-view.ts';
import type { Typed } from './standing.ts';
import { words } from './words.ts';

/** An answer in every form it may be shown in: as a window, or as a message (nothing to say on `close`). */
export type Answer = {
  reply: Reply;
  window: ModalView;
  message: Message | undefined;
  /** Set when something went wrong on our side. */
  sorry?: Notice;
};

/** What is asked, and how the answer is to be drawn. */
export type Question = {
  interaction: Interaction;
  /** Which part of a long page. */
  page?: number;
  /** What stands in the window now, and where that window is: it is kept when the answer is the same form. */
  before?: { at: Target; typed: Typed };
};

function windowOf(door: SlackDoor, reply: Reply, { page, before }: Question): ModalView {
  switch (reply.show) {
    case 'form': {
      const typed = before && samePlace(before.at, reply.at) ? { typed: before.typed } : {};
      return drawForm({ ...reply, ...typed }, door.team);
    }
    case 'view':
      return drawView(reply.view, reply.at, door.team, page);
    case 'say':
      return drawSaid(reply.notice, door.team);
    case 'close':
      return drawSentence(words.done, words.doneText);
  }
}

function messageOf(door: SlackDoor, reply: Reply): Message | undefined {
  if (reply.show === 'close') return undefined;
  return fitting(drawNotice(reply.show === 'say' ? reply.notice : doorstep(reply.at), door.team));
}

function drawAnswer(door: SlackDoor, reply: Reply, question: Question): Answer {
  return { reply, window: fitting(windowOf(door, reply, question)), message: messageOf(door, reply) };
}

/** The host's sentence for an error on our side. */
export function sorryFor(door: SlackDoor, error: unknown, { interaction }: Question): Answer {
  const notice = door.host.sorry(error, interaction.op);
  const reply: Reply = { show: 'say', notice };
  return { reply, window: drawSaid(notice, door.team), message: drawNotice(notice, door.team), sorry: notice };
}

/** Asks the host; never throws. The work goes on even when nobody waits for it any more. */
export function ask(door: SlackDoor, question: Question): Promise<Answer> {
  const asking = async (): Promise<Answer> => {
    try {
      return drawAnswer(door, await door.host.act(question.interaction), question);
    } catch (error) {
      return sorryFor(door, error, question);
    }
  };
  return keep(door, asking());
}

/** The answer, or after so many milliseconds the sentence for an error: at some point somebody who waits must read something. */
export async function orSorry(
  door: SlackDoor,
  ms: number,
  answer: Promise<Answer>,
  question: Question,
): Promise<Answer> {
  return (await within(ms, answer)) ?? sorryFor(door, new Error('no answer in time'), question);
}

/** The file that goes with an answer. */
export const documentOf = ({ reply }: Answer): MadeFile | undefined =>
  reply.show === 'view' ? reply.document : undefined;
