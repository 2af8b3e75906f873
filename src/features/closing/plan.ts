// What has to be open to look back, to finish, and to be thanked.
import { pairingsPlan } from '../../conversation/my-pairings.ts';
import type { Ids } from '../../conversation/notice.ts';
import { allOf, me, type Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { finishPlan } from './finish.ts';

export const closingPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  ...finishPlan(ids['pairing'] ?? 'none'),
  evaluations: allOf('evaluation', me, 40),
  registrations: allOf('registration', me, 4),
});
export type ClosingTurn = Turn<Opened<ReturnType<typeof closingPlan>>>;
