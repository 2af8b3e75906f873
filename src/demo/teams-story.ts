// What the people on the Teams side have done before a visitor comes: one of them would be a mentor, one looks for one.
import type { MenteeStory, MentorStory } from './story.ts';
import type { Person } from './teams/person.ts';
import type { TeamsStandIn } from './teams/stand-in.ts';

type Answers = Record<string, unknown>;
const ticks = 'Which of these are true of you?';
const hour = 'I can give about an hour a month';
const data = { 'Your data': true };
const meets = { 'How you would like to meet': ['In person', 'Video call'] };

const mentor: MentorStory = {
  id: 'lewis-grant',
  topics: ['Building a network', 'Career planning and promotion', 'Health and safety'],
  career: 'Porter, then mortuary, then thirty years of teaching anatomy. I know how a department really works.',
  places: '2',
};
const mentee: MenteeStory = {
  id: 'mina-park',
  topics: ['Research impact and credit', 'Career planning and promotion'],
  goals: 'My work stands in three papers and my name in none of them. I would like to know how others handle that.',
};

/** The app is let into both teams, so that the bot may write there. */
export async function letBotIn(teams: TeamsStandIn): Promise<void> {
  for (const id of Object.keys(teams.world.teams)) teams.installInTeam(id);
  await teams.quiet();
}

/** Everybody gets the app, and is greeted by it. */
export async function giveToAll(teams: TeamsStandIn): Promise<void> {
  for (const id of Object.keys(teams.world.users)) teams.install(id);
  await teams.quiet();
}

/** Sends what was filled in; throws, saying why, when it was not taken. */
async function go(person: Person, answers: Answers, press?: string): Promise<void> {
  person.fill(answers, 'dialog');
  const seen = await (press ? person.press(press) : person.submit('dialog'));
  if (!seen.ok) throw new Error(`${person.user.name}: ${JSON.stringify(seen.problems ?? seen.details ?? seen.error)}`);
}

async function begin(person: Person, way: string): Promise<void> {
  await person.say('register');
  await person.press('Open');
  await go(person, {}, way);
  // Unlike Slack, Teams does not tell the bot what somebody's job is.
  await go(person, { ...meets, 'Your job': person.user.title });
}

/** Somebody registers as a mentor in Teams: three forms, a look at the card, *Send*. */
export async function registerMentorInTeams(teams: TeamsStandIn, story: MentorStory): Promise<void> {
  const one = teams.as(story.id);
  await begin(one, 'Become a mentor');
  await go(one, {
    'What could you talk about?': story.topics,
    'Your career so far, in a few sentences': story.career,
    'How many mentees at a time?': story.places,
    [ticks]: ['I have a technical background', hour],
  });
  await go(one, { ...data, ...story.more });
  await go(one, {}, 'Send');
  one.close();
}

/** Somebody registers as a mentee in Teams: two forms, a look at the card, *Send*. */
export async function registerMenteeInTeams(teams: TeamsStandIn, story: MenteeStory): Promise<void> {
  const one = teams.as(story.id);
  const places = ['first', 'second', 'third'];
  const ranked = story.topics.map((topic, n) => [`What would you most like to talk about? ${places[n]} choice`, topic]);
  await begin(one, 'Find a mentor');
  await go(one, {
    ...Object.fromEntries(ranked),
    'What would you like to be different at the end?': story.goals,
    [ticks]: [hour],
    ...data,
    ...story.more,
  });
  await go(one, {}, 'Send');
  one.close();
}

/** A mentor and a mentee on the Teams side, who wait for an answer as those in Slack do. */
export async function tellTeamsStory(teams: TeamsStandIn): Promise<void> {
  await registerMentorInTeams(teams, mentor);
  await registerMenteeInTeams(teams, mentee);
}
