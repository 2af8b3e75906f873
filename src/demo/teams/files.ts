// Files handed over in a personal chat: the consent card's two buttons, and the place where an accepted file is put.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { invokeActivity, personalScene } from './activities.ts';
import { glance, lookOn, type Seen } from './seen.ts';
import { CONSENT, isThing, type Thing } from './shapes.ts';
import type { Tenancy } from './tenancy.ts';
import type { Message, User } from './world.ts';

function uploadInfo(tenancy: Tenancy, user: User, name: string) {
  const id = randomUUID();
  tenancy.world.files[id] = { id, name, userId: user.id, content: '', size: 0, done: false };
  return {
    contentUrl: `${tenancy.url}/files/${id}/${encodeURIComponent(name)}`,
    name,
    uploadUrl: `${tenancy.url}/upload/${id}`,
    uniqueId: id,
    fileType: name.split('.').at(-1) ?? '',
  };
}

/** Presses *Allow* or *Decline* on a file consent card. Throws when the message holds none. */
export async function consent(
  tenancy: Tenancy,
  user: User,
  message: Message,
  action: 'accept' | 'decline',
): Promise<Seen> {
  const card = message.attachments.find(each => each.contentType === CONSENT);
  if (!card || !isThing(card.content)) throw new Error('This message offers no file');
  const before = glance(tenancy, user.id);
  const context = card.content[action === 'accept' ? 'acceptContext' : 'declineContext'] as Thing | undefined;
  const info = action === 'accept' ? { uploadInfo: uploadInfo(tenancy, user, card.name ?? 'file') } : {};
  const asked = {
    name: 'fileConsent/invoke',
    value: { type: 'fileUpload', action, context, ...info },
    replyToId: message.id,
  };
  const answer = await tenancy.door.invoke(invokeActivity(tenancy, user, personalScene(tenancy, user), asked));
  if (answer.kind === 'answer' && answer.status < 300) return lookOn(tenancy, user.id, before);
  return {
    ok: false,
    error: 'no_answer',
    details: [answer.kind === 'answer' ? `status ${answer.status}` : answer.kind],
  };
}

/** `PUT` of a file in one piece, as OneDrive takes it. */
export function takeUpload(
  tenancy: Tenancy,
  id: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const file = tenancy.world.files[id];
  const range = /^bytes 0-(\d+)\/(\d+)$/.exec(String(request.headers['content-range'] ?? ''));
  const fits = range !== null && Number(range[1]) === body.length - 1 && Number(range[2]) === body.length;
  if (request.method !== 'PUT' || !file || file.done || !fits)
    return void response.writeHead(file ? 400 : 404).end(JSON.stringify({ error: { code: 'invalidRequest' } }));
  Object.assign(file, { content: body.toString('base64'), size: body.length, done: true });
  tenancy.changed();
  response
    .writeHead(201, { 'content-type': 'application/json' })
    .end(JSON.stringify({ id, name: file.name, size: file.size }));
}
