// The answer to "why not these two?" as it is kept: read back from what is on record.
import { z } from 'zod';

const number = z.number().catch(0);
const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paired') }),
  z.object({ kind: z.literal('not-available') }),
  z.object({ kind: z.literal('blocked'), by: z.array(z.string()).catch([]) }),
  z.object({ kind: z.literal('locked'), side: z.enum(['mentee', 'mentor']) }),
  z.object({ kind: z.literal('not-ranked'), by: z.array(z.enum(['mentee', 'mentor'])).catch([]) }),
  z.object({ kind: z.literal('costs'), people: number, total: number }),
]);
export type Says = z.infer<typeof shape>;

export function readSays(kept: Record<string, unknown>): Says {
  const found = shape.safeParse(kept);
  return found.success ? found.data : { kind: 'not-available' };
}
