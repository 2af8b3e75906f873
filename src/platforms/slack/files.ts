// Hands a file to one person in their direct channel with the bot. What is in it is made elsewhere.
import type { Document } from '../../conversation/document.ts';
import type { SlackDoor } from './door.ts';
import { drawNotice } from './draw-notice.ts';
import { directChannel } from './send.ts';
import { writeTo } from './show.ts';

/** Uploads a file for one person; when that cannot be done they are told so. Never throws. */
export async function handOver(door: SlackDoor, user: string, document: Document, op: string): Promise<void> {
  try {
    await door.deliveries.filesUploadV2({
      channel_id: await directChannel(door, user),
      filename: document.name,
      title: document.name,
      file: Buffer.from(document.bytes),
    });
  } catch (error) {
    await writeTo(door, user, drawNotice(door.host.sorry(error, op), door.team));
  }
}
