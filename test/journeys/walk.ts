// What people do on the way from set-up to the exit, as tests walk it: by labels, through windows and messages, never past them.
import { alertsChannel, coordinators, technicians } from '../../src/demo/seed.ts';
import type { Person } from '../../src/demo/slack/person.ts';
import type { Block, Message } from '../../src/demo/slack/shapes.ts';
import { mentees, mentors, registerMentee, registerMentor, setUpScheme } from '../../src/demo/story.ts';
import type { Bot } from './bot.ts';

type Loose = {
  text?: unknown;
  elements?: Loose[];
  fields?: Loose[];
  label?: Loose;
  accessory?: Loose;
  hint?: Loose;
  type?: string;
  options?: Loose[];
  element?: Loose;
};

function words(block: Loose | undefined): string[] {
  if (!block) return [];
  const own = typeof block.text === 'string' ? [block.text] : block.text ? words(block.text as Loose) : [];
  return [
    ...own,
    ...(block.elements ?? []).flatMap(words),
    ...(block.fields ?? []).flatMap(words),
    ...words(block.label),
    ...words(block.hint),
    ...words(block.accessory),
    ...words(block.element),
    ...(block.options ?? []).flatMap(words),
  ];
}

/** Everything a person can read in a window, a home page or a message. */
export function textOf(shown: { blocks?: readonly Block[] | undefined } | undefined): string {
  return (shown?.blocks ?? [])
    .flatMap(block => words(block as Loose))
    .join(' ')
    .replace(/\s+/g, ' ');
}

export const [priya = '', owen = ''] = coordinators.map(one => one.id);

/** The latest direct message from the bot. */
export function letter(person: Person): Message {
  const found = person.dm().messages.at(-1);
  if (!found) throw new Error(`${person.id} has had no message`);
  return found;
}

/** Presses the button under the latest direct message. */
export function openLetter(person: Person, label = 'Open') {
  return person.press({ ts: letter(person).ts }, label);
}

export const alerts = (bot: Bot): Message[] => bot.as(priya).messages(alertsChannel.id);

/** A scheme that is open, with three mentors and three mentees in the pool. */
export async function aPool(bot: Bot): Promise<void> {
  await setUpScheme(bot.standIn);
  for (const mentor of mentors) await registerMentor(bot.standIn, mentor);
  for (const mentee of mentees) await registerMentee(bot.standIn, mentee);
  await bot.settle();
  await acceptEverybody(bot);
}

export async function acceptEverybody(bot: Bot): Promise<void> {
  const one = bot.as(priya);
  await one.command('accept');
  await one.press('view', 'Accept several');
  const named = (id: string): string => technicians.find(person => person.id === id)?.realName ?? id;
  await one.fill({
    'Who is accepted?': [
      ...mentors.map(({ id }) => `${named(id)}, as a mentor`),
      ...mentees.map(({ id }) => `${named(id)}, as a mentee`),
    ],
  });
  await one.submit();
  await one.closeView(true);
  await bot.settle();
}

/** Waits until somebody's window says what is looked for. */
export async function seen(bot: Bot, id: string, pattern: RegExp): Promise<string> {
  const found = await bot.standIn.until(() => {
    const shown = textOf(bot.as(id).view());
    return pattern.test(shown) ? shown : undefined;
  }, 6_000);
  if (found === undefined)
    throw new Error(`${id} never saw ${pattern}; last: ${textOf(bot.as(id).view()).slice(0, 600)}`);
  return found;
}
