// Files for one person, where no link can lead to them: offered by a card in their own chat, made anew when they accept, and put into their OneDrive.
import { z } from 'zod';
import type { MadeFile } from '../../conversation/document.ts';
import { errorKind, log } from '../../log.ts';
import type { Interaction, Reply } from '../platform.ts';
import type { Activity } from './activity.ts';
import { type Carried, readCarried } from './carried.ts';
import { markOf } from './deeds.ts';
import type { TeamsDoor } from './door.ts';
import { forSomebody, placeOf } from './places.ts';
import { readAnswers } from './read-answers.ts';
import { takeAway } from './send.ts';
import { sentences } from './sentences.ts';
import { tell, tellNotice } from './tell.ts';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

const consentOf = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.unknown(),
  uploadInfo: z
    .looseObject({
      uploadUrl: z.string(),
      contentUrl: z.string(),
      name: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .optional(),
});
type UploadInfo = NonNullable<z.infer<typeof consentOf>['uploadInfo']>;

/** Offers a file in somebody's chat. `data`: what was pressed or sent to make it. */
export async function offerFile(
  door: TeamsDoor,
  account: string,
  file: MadeFile,
  { msteams: _msteams, ...data }: Record<string, unknown> = {},
): Promise<void> {
  const content = {
    description: sentences.fileOffer,
    sizeInBytes: file.bytes.byteLength,
    acceptContext: data,
    declineContext: {},
  };
  const attachments = [{ contentType: CONSENT, name: file.name, content }];
  await tell(door, account, { type: 'message', summary: sentences.inOurChatSummary, attachments });
}

/** The deed that makes the file, done again: its operation is a new one, so that the file is made and not only what was shown with it. */
function deedAgain(activity: Activity, account: string, data: unknown, carried: Carried): Interaction {
  const op = `teams:file:${account}:${markOf(activity)}`;
  const { press, ...target } = carried.go;
  if (press !== undefined) return { op, account, place: 'direct', did: { what: 'press', target: carried.go } };
  const { answers } = readAnswers(data as Record<string, unknown>, carried);
  return { op, account, place: 'direct', did: { what: 'submit', target, answers, drawn: carried.drawn } };
}

const fileIn = (reply: Reply): MadeFile | undefined => (reply.show === 'view' ? reply.document : undefined);

/** Puts the file where its owner said; only where OneDrive takes uploads. */
async function put(door: TeamsDoor, { uploadUrl }: UploadInfo, { bytes }: MadeFile): Promise<void> {
  const url = door.addresses.upload(uploadUrl);
  if (!url) throw new Error('an upload address that may not be called');
  const last = bytes.byteLength - 1;
  const answer = await fetch(url, {
    method: 'PUT',
    redirect: 'error',
    headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes 0-${last}/${bytes.byteLength}` },
    body: bytes as Uint8Array<ArrayBuffer>,
    signal: AbortSignal.timeout(door.budgets.deliveryMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the upload was answered ${answer.status}`);
}

async function handOver(
  door: TeamsDoor,
  activity: Activity,
  account: string,
  data: unknown,
  info: UploadInfo,
): Promise<void> {
  const carried = readCarried(data);
  const file = carried && fileIn(await door.host.act(deedAgain(activity, account, data, carried)));
  if (!file) return void (await tellNotice(door, account, { text: sentences.fileGone }));
  await put(door, info, file);
  const { contentUrl, uniqueId, fileType } = info;
  const attachments = [{ contentType: INFO, contentUrl, name: file.name, content: { uniqueId, fileType } }];
  await tell(door, account, { type: 'message', summary: sentences.fileReady, attachments });
}

/** An offer is taken once. */
async function withdraw(door: TeamsDoor, account: string, message: string | undefined): Promise<void> {
  try {
    const place = message === undefined ? undefined : await placeOf(door, account, forSomebody(door));
    if (place && message) await takeAway(place, message, forSomebody(door));
  } catch (error) {
    log('warn', 'teams.file', { what: 'offer', kind: errorKind(error) });
  }
}

/** Answers an offer that was accepted or declined. Never throws. */
export async function answerConsent(door: TeamsDoor, activity: Activity, account: string): Promise<void> {
  const { data } = consentOf.safeParse(activity.value);
  if (!data || !door.once.first(`consent:${account}:${markOf(activity)}`)) return;
  try {
    if (data.action === 'accept' && data.uploadInfo)
      await handOver(door, activity, account, data.context, data.uploadInfo);
    else await tellNotice(door, account, { text: sentences.fileDeclined });
  } catch (error) {
    await tellNotice(door, account, door.host.sorry(error, `teams:file:${account}`));
    return;
  }
  await withdraw(door, account, activity.replyToId);
}
