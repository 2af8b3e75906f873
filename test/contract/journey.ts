// One telling of the whole way from set-up to the offer after an exit, by hands that know no platform.
import { mentees, mentors } from '../../src/demo/story.ts';
import type { Hand, Letter } from './hands.ts';
import type { Side } from './sides.ts';
import { everybody } from './sides.ts';

export const [PRIYA, OWEN, SAM, FATIMA] = ['UPRIYA', 'UOWEN', 'USAM', 'UFATIMA'] as const;
const nameOf = (id: string): string => everybody.find(one => one.id === id)?.realName ?? id;

/** Waits until somebody's window says what is looked for. */
export async function sees(side: Side, id: string, pattern: RegExp): Promise<string> {
  const hand = side.as(id);
  for (const end = Date.now() + 8_000; ; await new Promise(resolve => setTimeout(resolve, 15))) {
    const { title, words } = hand.window() ?? { title: '', words: '', questions: [] };
    if (pattern.test(`${title} ${words}`)) return words;
    if (Date.now() > end)
      throw new Error(`${side.name}: ${id} never saw ${pattern}; last: ${title}: ${words.slice(0, 600)}`);
  }
}

const ticks = 'Which of these are true of you?';
const data = { 'Your data': ['I have read how my data are used'] };
const hour = 'I can give about an hour a month';

/** Somebody's job is asked everywhere, though one platform knows it already. */
const about = (id: string) => ({
  'Your job': everybody.find(one => one.id === id)?.title,
  'How you would like to meet': ['Video call'],
});

/** The first form of a registration. */
export async function begin(one: Hand, way: string, id: string): Promise<void> {
  await one.word('register');
  await one.press(way);
  await one.fill(about(id));
  await one.submit();
}

async function registerMentee(side: Side, { id, topics, goals }: (typeof mentees)[number]): Promise<void> {
  const one = side.as(id);
  await begin(one, 'Find a mentor', id);
  const places = ['first', 'second', 'third'];
  const wish = 'What would you most like to talk about?';
  await one.fill({
    ...Object.fromEntries(topics.map((topic, n) => [`${wish} ${places[n]} choice`, topic])),
    ...{ 'What would you like to be different at the end?': goals, [ticks]: [hour], ...data },
  });
  await one.submit();
  await one.press('Send');
  await one.close();
}

async function registerMentor(side: Side, { id, topics, career, places }: (typeof mentors)[number]): Promise<void> {
  const one = side.as(id);
  await begin(one, 'Become a mentor', id);
  await one.fill({
    'What could you talk about?': topics,
    'Your career so far, in a few sentences': career,
    'How many mentees at a time?': places,
    [ticks]: ['I have a technical background', hour],
  });
  await one.submit();
  await one.fill(data);
  await one.submit();
  await one.press('Send');
  await one.close();
}

async function setUp(side: Side): Promise<void> {
  const one = side.as(PRIYA);
  await one.word('setup');
  await one.press('Begin');
  await one.fill({
    'What is the scheme called?': 'Northmoor Technicians’ Mentoring',
    'Who runs it?': 'University of Northmoor',
    'What is it for?': 'Technicians helping technicians.',
  });
  await one.submit();
  await one.submit();
  for (const [name, what, how] of [
    ['Ruth Bell', 'Dignity and respect adviser', '01632 960 118'],
    ['Tom Reyes', 'Union representative', 'Room 2.10, Tuesdays'],
  ]) {
    await one.fill({ Name: name, 'What they are here': what, 'How to reach them': how });
    await one.submit();
  }
  await one.press('Open the scheme');
  await one.press('Post the invitation');
  await one.close();
  await side.settle();
}

async function register(side: Side): Promise<void> {
  for (const mentor of mentors) await registerMentor(side, mentor);
  for (const mentee of mentees) await registerMentee(side, mentee);
  await side.settle();
}

async function accept(side: Side): Promise<void> {
  const one = side.as(PRIYA);
  await one.word('accept');
  await one.press('Accept several');
  await one.fill({
    'Who is accepted?': [
      ...mentors.map(({ id }) => `${nameOf(id)}, as a mentor`),
      ...mentees.map(({ id }) => `${nameOf(id)}, as a mentee`),
    ],
  });
  await one.submit();
  await one.close();
  await side.settle();
}

async function match(side: Side): Promise<void> {
  const one = side.as(PRIYA);
  await one.word('match');
  await one.press('Work out a preview');
  await side.settle();
  await one.press('Look again');
  await sees(side, PRIYA, /Fatima Siddiqui with Sam Okafor/);
  await one.press('Release');
  await one.close();
  await side.settle();
}

async function introduce(side: Side): Promise<void> {
  for (const [id, said] of [
    [FATIMA, /Sam Okafor could be a good mentor/],
    [SAM, /Fatima Siddiqui has said yes/],
  ] as const) {
    const one = side.as(id);
    await one.openLetter();
    await sees(side, id, said);
    await one.press('Yes, please');
    await side.settle();
    await one.close();
  }
  await side.as(FATIMA).openLetter();
  await sees(side, FATIMA, /Your mentor Sam Okafor/);
  await side.as(FATIMA).close();
}

const newest = (posts: Letter[], pattern: RegExp): Letter => {
  const found = posts.findLast(one => pattern.test(`${one.line} ${one.words}`));
  if (!found) throw new Error(`Nothing says ${pattern}: ${posts.map(one => one.line).join(' | ')}`);
  return found;
};

async function checkIn(side: Side): Promise<void> {
  await side.daysLater(30);
  const one = side.as(FATIMA);
  const post = newest(one.posts(side.forum), /check-in/i);
  await one.pressPost(side.forum, post.id, 'Check in');
  await sees(side, FATIMA, /How is it going with your mentor Sam/);
  await one.press('We met');
  await one.fill({
    'Did the meeting take place?': 'Yes, we met',
    'Which day was it, or was it meant to be?': '2026-12-22',
    'What you would both like to remember': 'Look at the form together, <!channel> & <at>all</at>.',
    'A note to yourself': 'Ask about the fee.',
  });
  await one.submit();
  await side.settle();
  await one.close();
}

async function exit(side: Side): Promise<void> {
  const one = side.as(FATIMA);
  await one.word('exit');
  await one.fill({
    'Does Sam Okafor know?': 'Not yet: a co-ordinator should talk to them first',
    'What next for you?': 'Look for another mentor',
  });
  await one.submit();
  await sees(side, FATIMA, /You are ending your pairing with your mentor Sam Okafor/);
  await one.press('End the pairing');
  await sees(side, FATIMA, /has ended/);
  await one.close();
  await side.settle();
}

async function readAndRelease(side: Side): Promise<void> {
  const one = side.as(PRIYA);
  const alert = newest(one.posts(side.alerts), /a pairing has ended/);
  await one.pressPost(side.alerts, alert.id, 'Read');
  await sees(side, PRIYA, /An early end|Ended by/);
  await one.press('Release the notice');
  await one.close();
  await side.settle();
}

async function offerAgain(side: Side): Promise<void> {
  const one = side.as(SAM);
  await one.openLetter();
  await sees(side, SAM, /not paired any more/);
  await one.press('Offer to mentor again');
  await one.fill({ 'Shall we offer you?': 'Yes, from now' });
  await one.submit();
  await one.close();
  await side.settle();
}

/** Each step by its name, in order. */
export const JOURNEY: readonly [name: string, tell: (side: Side) => Promise<void>][] = [
  ['set up the scheme', setUp],
  ['register', register],
  ['accept', accept],
  ['match and release', match],
  ['propose and introduce', introduce],
  ['check in and review', checkIn],
  ['exit', exit],
  ['read the alert and release the notice', readAndRelease],
  ['offer again', offerAgain],
];
