// Which of the scheme's channels can be used at present, as far as the platforms have told. Pure.
import type { Scheme } from './kinds.ts';
import { laneOf } from './lanes.ts';

type Known = Pick<Scheme, 'forum' | 'alerts' | 'troubles'>;

/** What is remembered among the scheme’s troubles of a channel, or a whole workspace or tenant, that is lost. */
export const channelTrouble = (address: string): string => `channel:${address}`;
export const laneTrouble = (lane: string): string => `lane:${lane}`;

/** The channels of this purpose that are there: neither they nor their whole workspace or tenant is known to be lost. */
export function usableChannels(scheme: Known, purpose: 'forum' | 'alerts'): string[] {
  const isLost = (address: string): boolean =>
    channelTrouble(address) in scheme.troubles || laneTrouble(laneOf(address)) in scheme.troubles;
  return scheme[purpose].filter(address => !isLost(address));
}
