// The list of all rooms. A new room adds one line; help is made last, since it lists the words of the others.
import type { Room } from '../conversation/feature.ts';
import { acceptRoom } from './accept/accept.ts';
import { agreementRoom } from './agreement/agreement.ts';
import { checkinRoom } from './checkin/checkin.ts';
import { chooseRoom } from './choose/choose.ts';
import { closingRoom } from './closing/closing.ts';
import { contactRoom } from './contact/contact.ts';
import { deskRoom } from './desk/desk.ts';
import { evaluationRoom } from './evaluation/evaluation.ts';
import { eventsRoom } from './events/events.ts';
import { exitRoom } from './exit/exit.ts';
import { forumRoom } from './forum/forum.ts';
import { helpRoom } from './help/help.ts';
import { homeRoom } from './home/home.ts';
import { keepRoom } from './keep/keep.ts';
import { logRoom } from './log/log.ts';
import { matchRoom } from './match/match.ts';
import { meRoom } from './me/me.ts';
import { meetingRoom } from './meeting/meeting.ts';
import { objectivesRoom } from './objectives/objectives.ts';
import { proposeRoom } from './propose/propose.ts';
import { reachRoom } from './reach/reach.ts';
import { registerRoom } from './register/register.ts';
import { reviewRoom } from './review/review.ts';
import { setupRoom } from './setup/setup.ts';
import { trainingRoom } from './training/training.ts';
import { watchRoom } from './watch/watch.ts';

const others: Room[] = [
  homeRoom,
  registerRoom,
  acceptRoom,
  matchRoom,
  proposeRoom,
  reachRoom,
  chooseRoom,
  checkinRoom,
  agreementRoom,
  meetingRoom,
  objectivesRoom,
  reviewRoom,
  logRoom,
  evaluationRoom,
  eventsRoom,
  trainingRoom,
  forumRoom,
  closingRoom,
  exitRoom,
  setupRoom,
  meRoom,
  contactRoom,
  deskRoom,
  watchRoom,
  keepRoom,
];

export const rooms: Room[] = [...others, helpRoom(others)];
