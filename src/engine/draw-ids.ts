// New ids and random order, drawn from the operation, so that deciding again gives the same.
import { createHash } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstvwxyz0123456789';

/** A short id: twenty letters and digits, the same for the same operation and purpose. */
export function drawId(op: string, what: string): string {
  const bytes = createHash('sha256').update(`${op}\0${what}`).digest();
  return [...bytes.subarray(0, 20)].map(byte => letters[byte & 31]).join('');
}

/** The same things in an order drawn from the operation (Fisher and Yates, with hashed draws). */
export function drawOrder<T>(op: string, items: readonly T[]): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const draw = createHash('sha256').update(`${op}\0order\0${i}`).digest().readUInt32BE(0) % (i + 1);
    [order[i], order[draw]] = [order[draw] as T, order[i] as T];
  }
  return order;
}

/** Milliseconds to wait before trying again: longer each time, and different for everybody, so that two do not meet again and again. */
export function drawWait(op: string, attempt: number): number {
  const most = Math.min(40, 4 * 2 ** attempt);
  return (createHash('sha256').update(`${op}\0wait\0${attempt}`).digest().readUInt32BE(0) % most) + 1;
}

/** Four letters by which a person may name a message to a co-ordinator. */
export function hashShort(id: string): string {
  return drawId(id, 'reference').slice(0, 4);
}
