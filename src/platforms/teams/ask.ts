// Asks the host and draws what it says; whatever goes wrong on our side becomes the host's sentence with a reference, so that nobody is left before a silent dialog.
import { type Button, type Notice, samePlace, type Target } from '../../conversation/notice.ts';
import type { Interaction, Reply } from '../platform.ts';
import { fittingPage } from './check.ts';
import { newNonce } from './deeds.ts';
import { channelOptions, namesFor } from './directory.ts';
import { keep, laneOf, type TeamsDoor } from './door.ts';
import { type DrawnPage, drawPage, namedInReply, type PageOptions } from './draw-page.ts';
import type { Found } from './draw-people.ts';
import { offerFile } from './files.ts';
import type { Typed } from './standing.ts';
import { words } from './words.ts';

/** An answer as the host gave it, and as a page. */
export type Answer = {
  reply: Reply;
  page: DrawnPage;
  /** Set when something went wrong on our side. */
  sorry?: Notice;
};

/** What is asked, and how the answer is to be drawn. */
export type Question = {
  interaction: Interaction;
  way: 'dialog' | 'chat';
  /** Which part of a long page. */
  page?: number;
  /** What stands in the form that was sent, and which form that is: it is kept when the answer is the same form with problems. */
  before?: { at: Target; typed: Typed; nonce: string | undefined };
  /** Seeks people for the form that was opened: it is drawn again as it stood, with them. */
  seek?: (reply: Reply) => Promise<Found | undefined>;
  /** The versions that form was drawn from; they stay. */
  drawn?: Record<string, number>;
  /** The data of the button, for making a file anew. */
  data?: Record<string, unknown>;
};

const asksForChannel = (reply: Reply): boolean =>
  reply.show === 'form' && Object.values(reply.form.fields).some(({ kind }) => kind === 'channel');

/** What stays in the form: after a sentence about it, or a search, it is still the same form. */
function standing(
  reply: Reply,
  { before }: Question,
  found: Found | undefined,
): Pick<PageOptions, 'typed' | 'nonce' | 'found'> {
  if (reply.show !== 'form' || !before || !samePlace(before.at, reply.at)) return { nonce: newNonce() };
  const isSame = reply.problems !== undefined || found !== undefined;
  if (!isSame) return { nonce: newNonce() };
  return { typed: before.typed, nonce: before.nonce ?? newNonce(), ...(found ? { found } : {}) };
}

/** A file stands behind a link where there is a public address; else it is offered in the personal chat. */
async function fileButton(door: TeamsDoor, reply: Reply, question: Question): Promise<Button[]> {
  if (reply.show !== 'view' || !reply.document) return [];
  const { account, did, op } = question.interaction;
  const url = did.what === 'press' ? await door.host.fileLink(account, did.target) : undefined;
  if (url) return [{ label: words.download, url, style: 'primary' }];
  const { document } = reply;
  if (door.once.first(`file:${op}`)) void keep(door, offerFile(door, account, document, question.data));
  return [];
}

async function drawAnswer(door: TeamsDoor, heard: Reply, question: Question): Promise<Answer> {
  const { way, page = 1, drawn, before, seek } = question;
  // While people are sought the form stays what it was drawn from.
  const reply: Reply = heard.show === 'form' && drawn ? { ...heard, drawn } : heard;
  const found = await seek?.(reply);
  const { people, channels } = namedInReply(reply, before?.typed);
  const options: PageOptions = {
    way,
    lane: laneOf(door),
    names: await namesFor(door, people, channels),
    page,
    ...standing(reply, question, found),
    ...(asksForChannel(reply) ? { channels: await channelOptions(door) } : {}),
    extra: await fileButton(door, reply, question),
  };
  return { reply, page: fittingPage(drawPage(reply, options)) };
}

/** The host's sentence for an error on our side. */
export function sorryFor(door: TeamsDoor, error: unknown, { interaction, way }: Question): Answer {
  const notice = door.host.sorry(error, interaction.op);
  const reply: Reply = { show: 'say', notice };
  const names = { people: {}, channels: {} };
  return { reply, page: drawPage(reply, { way, lane: laneOf(door), names }), sorry: notice };
}

/** Asks the host; never throws. The work goes on even when nobody waits for it any more. */
export function ask(door: TeamsDoor, question: Question): Promise<Answer> {
  const asking = async (): Promise<Answer> => {
    try {
      return await drawAnswer(door, await door.host.act(question.interaction), question);
    } catch (error) {
      return sorryFor(door, error, question);
    }
  };
  return keep(door, asking());
}
