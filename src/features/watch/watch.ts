// The room that notices what happens around the scheme: people and channels gone or back, strangers in the co-ordinators' channel, messages that did not arrive.
import type { Room } from '../../conversation/feature.ts';
import { coordinatorLetter, seenRule } from './coordinators.ts';
import { accountGoneLetter, backLetter, backRule, goneLetter, goneRule, welcomeBackLetter } from './people.ts';
import { placeLetters, placeRules } from './places.ts';
import { undeliveredLetter, undeliveredRule } from './undelivered.ts';

export const watchRoom: Room = {
  name: 'watch',
  pages: [],
  letters: [
    goneLetter,
    coordinatorLetter,
    backLetter,
    welcomeBackLetter,
    accountGoneLetter,
    ...placeLetters,
    undeliveredLetter,
  ],
  dates: [goneRule, backRule, seenRule, ...placeRules, undeliveredRule],
};
