// Which of the scheme's channels can be used at present, as far as the platforms have told. Pure.
import type { Scheme } from './kinds.ts';

type Known = Pick<Scheme, 'forum' | 'alerts' | 'troubles'>;

/** The channels of this purpose that are there: neither they nor their whole workspace or tenant is known to be lost. */
export function usableChannels(scheme: Known, purpose: 'forum' | 'alerts'): string[] {
  const isLost = (address: string): boolean => {
    const lane = address.split('/').slice(0, 2).join('/');
    return `channel:${address}` in scheme.troubles || `lane:${lane}` in scheme.troubles;
  };
  return scheme[purpose].filter(address => !isLost(address));
}
