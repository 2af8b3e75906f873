// A scheme under way: the demo's people do what people do, through the same windows, so that nothing in the store was put there by hand.
import { coordinators } from './seed.ts';
import type { StandIn } from './slack/stand-in.ts';

type Answers = Record<string, unknown>;
export type MenteeStory = { id: string; topics: string[]; goals: string; more?: Answers };
export type MentorStory = { id: string; topics: string[]; career: string; places: string; more?: Answers };

const ticks = 'Which of these are true of you?';
const data = { 'Your data': ['I have read how my data are used'] };
const hour = 'I can give about an hour a month';
const meets = (id: string): string[] => (id.charCodeAt(1) % 2 ? ['In person', 'Video call'] : ['Video call', 'Phone']);

export const mentees: MenteeStory[] = [
  {
    id: 'UFATIMA',
    topics: ['Professional registration', 'Confidence and voice'],
    goals: 'I would like to apply for RSciTech next year and not feel out of my depth.',
  },
  {
    id: 'UALEX',
    topics: ['Moving into management', 'Supervising people'],
    goals: 'I am about to supervise an apprentice and want to be good at it.',
  },
  {
    id: 'UHUGO',
    topics: ['Building a network', 'Career planning and promotion', 'Technical skill'],
    goals: 'Our glasshouse is far from everybody. I want to know who else does this work.',
  },
];

export const mentors: MentorStory[] = [
  {
    id: 'USAM',
    topics: ['Professional registration', 'Technical skill', 'Confidence and voice'],
    career:
      'Apprentice, then chemistry stores, then the teaching laboratories. Registered in 2019, after two attempts.',
    places: '1',
  },
  {
    id: 'UEWAN',
    topics: ['Moving into management', 'Supervising people', 'Projects and budgets'],
    career: 'From the workshop floor to leading a team of twenty. I learnt delegation late.',
    places: '2',
  },
  {
    id: 'UBETH',
    topics: ['Career planning and promotion', 'Building a network', 'Research impact and credit'],
    career: 'Twelve years of microscopes in three institutions, and one year in industry.',
    places: '1',
  },
];

/** A co-ordinator goes through set-up, opens the scheme and posts the invitation. */
export async function setUpScheme(standIn: StandIn, who = coordinators[0]?.id ?? ''): Promise<void> {
  const one = standIn.as(who);
  await one.command('setup');
  await one.press('view', 'Begin');
  await one.fill({
    'What is the scheme called?': 'Northmoor Technicians’ Mentoring',
    'Who runs it?': 'University of Northmoor',
    'What is it for?':
      'Technicians helping technicians: to be better known, to choose where our work goes, and to keep what we know in the house.',
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
  await one.press('view', 'Open the scheme');
  await one.press('view', 'Post the invitation');
  await one.closeView(true);
}

/** Somebody registers as a mentee: two forms, a look at the card, *Send*. */
export async function registerMentee(standIn: StandIn, { id, topics, goals, more = {} }: MenteeStory): Promise<void> {
  const one = standIn.as(id);
  await one.command('register');
  await one.press('view', 'Find a mentor');
  await one.fill({ 'How you would like to meet': meets(id) });
  await one.submit();
  const places = ['first', 'second', 'third'];
  const ranked = Object.fromEntries(
    topics.map((topic, n) => [`What would you most like to talk about? ${places[n]} choice`, topic]),
  );
  await one.fill({
    ...ranked,
    'What would you like to be different at the end?': goals,
    [ticks]: [hour],
    ...data,
    ...more,
  });
  await one.submit();
  await one.press('view', 'Send');
  await one.closeView(true);
}

/** Somebody registers as a mentor: three forms, a look at the card, *Send*. */
export async function registerMentor(
  standIn: StandIn,
  { id, topics, career, places, more = {} }: MentorStory,
): Promise<void> {
  const one = standIn.as(id);
  await one.command('register');
  await one.press('view', 'Become a mentor');
  await one.fill({ 'How you would like to meet': meets(id) });
  await one.submit();
  await one.fill({
    'What could you talk about?': topics,
    'Your career so far, in a few sentences': career,
    'How many mentees at a time?': places,
    [ticks]: ['I have a technical background', hour],
  });
  await one.submit();
  await one.fill({ ...data, ...more });
  await one.submit();
  await one.press('view', 'Send');
  await one.closeView(true);
}

/** Set-up, three mentors and three mentees of whom two still wait for an answer: what a visitor finds on the first day. */
export async function tellStory(standIn: StandIn): Promise<void> {
  await setUpScheme(standIn);
  for (const mentor of mentors) await registerMentor(standIn, mentor);
  for (const mentee of mentees) await registerMentee(standIn, mentee);
}
