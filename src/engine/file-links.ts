// Links under the public address that hand over one file: sealed, valid for ten minutes, and made anew when the link is opened, so that no file lies about.
import type { MadeFile } from '../conversation/document.ts';
import type { Target } from '../conversation/notice.ts';
import type { Core } from './core.ts';
import { takeTurn } from './turn.ts';

/** How long a link holds. */
export const LINK_MS = 10 * 60_000;

type Ticket = { account: string; target: Target; until: number; nth: string };

/** The last part of a link for whatever file this press makes for this account. */
export async function ticketFor(core: Core, account: string, target: Target, nth: string): Promise<string> {
  const { machineNow } = await core.store.clock();
  const ticket: Ticket = { account, target, until: machineNow + LINK_MS, nth };
  return core.vault.lock(JSON.stringify(ticket));
}

function read(core: Core, sealed: string): Ticket | undefined {
  try {
    return JSON.parse(core.vault.unlock(sealed)) as Ticket;
  } catch {
    return undefined;
  }
}

/** The file of a link; undefined when the link is none of ours, is too old, or there is nothing to hand over (any more) to whom it was made for. */
export async function fileOf(core: Core, sealed: string): Promise<MadeFile | undefined> {
  const ticket = read(core, sealed);
  if (!ticket?.target || !ticket.until) return undefined;
  const { machineNow } = await core.store.clock();
  if (machineNow > ticket.until) return undefined;
  const { account, target, nth } = ticket;
  const deed = { op: `file:${nth}`, account, place: 'none', did: { what: 'press', target } } as const;
  const reply = await takeTurn(core, deed, target);
  return reply.show === 'view' ? reply.document : undefined;
}
