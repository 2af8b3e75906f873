// Where two people read and write what they agree on. A scheme that does without agreements (R0) still has new directions and later days, under a word of their own.
import type { Scheme } from '../scheme/kinds.ts';

/** The page on which it is read and confirmed. */
export const agreedWord = (scheme: Pick<Scheme, 'agreements'>): string => (scheme.agreements ? 'agreement' : 'agreed');

/** The page on which a part of it is written. */
export const agreedPartWord = (scheme: Pick<Scheme, 'agreements'>): string => `${agreedWord(scheme)}.part`;
