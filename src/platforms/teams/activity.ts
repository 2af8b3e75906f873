// The parts of an activity that we read, as they come from Teams. All else in it is left alone.
import { z } from 'zod';

const text = z.string().max(1_000);
const filled = text.min(1);
const account = z.looseObject({
  id: filled,
  name: text.optional(),
  aadObjectId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  tenantId: text.optional(),
});

export const activityOf = z.looseObject({
  type: filled,
  id: text.optional(),
  name: text.optional(),
  action: text.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: filled,
  from: account,
  recipient: account,
  conversation: z.looseObject({ id: filled, conversationType: text.optional(), tenantId: text.optional() }),
  text: z.string().optional(),
  replyToId: text.optional(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
  entities: z
    .array(z.looseObject({ type: text.optional() }))
    .max(500)
    .optional(),
  channelData: z
    .looseObject({
      eventType: text.optional(),
      tenant: z.looseObject({ id: text.optional() }).optional(),
      team: z.looseObject({ id: text.optional(), name: text.optional(), aadGroupId: text.optional() }).optional(),
      channel: z.looseObject({ id: text.optional(), name: text.nullish(), type: text.optional() }).optional(),
      settings: z.unknown().optional(),
    })
    .nullish(),
});
export type Activity = z.infer<typeof activityOf>;

/** All tenants that an activity names: the conversation's, and that of whoever sent it. */
export function tenantsIn({ conversation, channelData, from }: Activity): string[] {
  return [conversation.tenantId, channelData?.tenant?.id, from.tenantId].filter(id => id !== undefined);
}

/** A conversation without the thread in it. */
export const withoutThread = (id: string): string => id.split(';')[0] ?? id;
