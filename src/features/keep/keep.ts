// The room that lets go: once a week what has been kept long enough is erased. What outlives it, and how long each class is kept: scheme/keeping.ts.
import { dateOf, type Room } from '../../conversation/feature.ts';
import { put } from '../../conversation/outcome.ts';
import { nextKeeping } from '../../scheme/keeping.ts';
import { comebackJob } from './comeback.ts';
import { forgetJob } from './forget.ts';

const due = dateOf({
  what: 'keep.due',
  plan: () => ({}),
  decide: ({ scheme, now }) => {
    if (scheme.keepAt === undefined || scheme.keepAt > now) return undefined;
    return {
      put: [put('scheme', { ...scheme, keepAt: nextKeeping(scheme, now) })],
      jobs: [{ job: 'keep.forget', ids: {}, id: `keep.forget.${scheme.keepAt}` }],
    };
  },
});

export const keepRoom: Room = { name: 'keep', pages: [], dates: [due], jobs: [forgetJob, comebackJob] };
