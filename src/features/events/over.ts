// The end of an event.
import { dateOf } from '../../conversation/feature.ts';
import { put } from '../../conversation/outcome.ts';
import { one } from '../../conversation/plan.ts';

/** `event.over` on an event: from here on nobody signs up or cancels. */
export const overDate = dateOf({
  what: 'event.over',
  plan: ids => ({ event: one('event', ids['id'] ?? 'none') }),
  decide: ({ open: { event }, now }) =>
    event?.state === 'planned' && event.endsAt <= now
      ? { put: [put('event', { ...event, state: 'over', remindAt: undefined })] }
      : undefined,
});
