// Hands a file to one person in their direct channel with the bot. What is in it is made elsewhere.
import type { MadeFile } from '../../conversation/document.ts';
import type { SlackDoor } from './door.ts';
import { drawNotice } from './draw-notice.ts';
import { directChannel } from './send.ts';
import { writeTo } from './show.ts';

/** Uploads a file for one person; when that cannot be done they are told so. Never throws. */
export async function handOver(door: SlackDoor, user: string, file: MadeFile, op: string): Promise<void> {
  try {
    await door.deliveries.filesUploadV2({
      channel_id: await directChannel(door, user),
      filename: file.name,
      title: file.name,
      file: Buffer.from(file.bytes),
    });
  } catch (error) {
    await writeTo(door, user, drawNotice(door.host.sorry(error, op), door.team));
  }
}
