// Somebody at their client, in words that hold for both platforms: what a test of the contract lets people do. What is particular to one client is known here alone.
import type { Person as SlackPerson } from '../../src/demo/slack/person.ts';
import type { Person as TeamsPerson } from '../../src/demo/teams/person.ts';
import { actionsOf, inputsOf, type Thing } from '../../src/demo/teams/shapes.ts';
import { textOf } from '../journeys/walk.ts';

/** A window (Slack) or dialog (Teams) as it is read; its questions by their labels, whether they must be answered or not. */
export type Window = { title: string; words: string; questions: string[] };
/** A message: the neutral line that previews show, and all that stands in it. */
export type Letter = { id: string; line: string; words: string };

export type Hand = {
  /** Types a word to the bot, and opens what it leads to. */
  word(text: string): Promise<void>;
  /** Presses a button of the open window. */
  press(label: string, near?: string): Promise<void>;
  /** Answers by question; several of a list of choices as an array. */
  fill(answers: Record<string, unknown>): Promise<void>;
  submit(): Promise<void>;
  close(): Promise<void>;
  window(): Window | undefined;
  /** What the bot wrote to them alone, oldest first. */
  letters(): Letter[];
  /** Presses the button under the newest of these. */
  openLetter(label?: string): Promise<void>;
  posts(channel: string): Letter[];
  pressPost(channel: string, id: string, label: string): Promise<void>;
};

const plain = (text: string): string =>
  text
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const said = (text: unknown): string => plain(String((text as { text?: string } | null)?.text ?? ''));

/** What there is to be seen before long. */
export async function until<T>(look: () => T | undefined): Promise<T | undefined> {
  for (const end = Date.now() + 6_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 10))) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Slack: a command opens a window by itself. */
export function slackHand(person: SlackPerson): Hand {
  const asLetter = (message: { ts: string; text: string; blocks?: never }): Letter => ({
    id: message.ts,
    line: plain(message.text),
    words: plain(textOf(message)),
  });
  const mine = (): Letter[] => person.dm().messages.map(message => asLetter(message as never));
  const press = async (where: Parameters<SlackPerson['press']>[0], label: string, near?: string): Promise<void> => {
    const seen = await person.press(where, label, near);
    if (!seen.ok) throw new Error(`${person.id} pressed ${label}: ${JSON.stringify(seen).slice(0, 600)}`);
  };
  return {
    word: async text => {
      if (person.view()) await person.closeView(true);
      const seen = await person.command(text);
      if (!seen.ok) throw new Error(`${person.id} typed ${text}: ${JSON.stringify(seen).slice(0, 600)}`);
    },
    press: (label, near) => press('view', label, near),
    fill: async answers => void (await person.fill(answers)),
    submit: async () => {
      const seen = await person.submit();
      if (!seen.ok) throw new Error(`${person.id} sent: ${JSON.stringify(seen).slice(0, 600)}`);
    },
    close: async () => void (person.view() && (await person.closeView(true))),
    window: () => {
      const view = person.view();
      if (!view) return undefined;
      const asking = view.blocks.filter(block => block.type === 'input');
      return {
        title: said(view.title),
        words: plain(textOf(view)),
        questions: asking.map(block => said(block['label'])),
      };
    },
    letters: mine,
    openLetter: async (label = 'Open') => press({ ts: mine().at(-1)?.id ?? '' }, label),
    posts: channel => person.messages(channel).map(message => asLetter(message as never)),
    pressPost: (_channel, id, label) => press({ ts: id }, label),
  };
}

/** The input a question is answered by, and what has to stand in it. */
function answerIn(card: Thing, question: string, wanted: unknown): [string, unknown] {
  const inputs = inputsOf(card, () => true).map(({ thing }) => thing);
  const input = inputs.find(one => [question, `${question} (optional)`].includes(plain(String(one['label'] ?? ''))));
  if (!input) {
    const asked = inputs.map(one => one['label']).join(' | ');
    throw new Error(`Nothing asks "${question}". There is: ${asked}`);
  }
  const choices = (input['choices'] ?? []) as { title: string; value: string }[];
  const chosen = (said: unknown): unknown =>
    choices.find(({ title }) => plain(title) === said || plain(title).startsWith(`${said}:`))?.value ?? said;
  return [String(input['id']), Array.isArray(wanted) ? wanted.map(chosen) : chosen(wanted)];
}

/** The path of the button that sends a form's answers; *Find* and *Back* send as well, but are not meant. */
function sending(card: Thing | undefined): string {
  const found = card && actionsOf(card).find(({ thing }) => thing['style'] === 'positive');
  if (!found) throw new Error('Nothing is there to be sent');
  return found.path;
}

/** Where a button asks before it acts, the path of the yes; Slack's own question is answered by its stand-in. */
function confirming(card: Thing | undefined, label: string): string | undefined {
  const actions = card ? actionsOf(card) : [];
  const asks = actions.find(({ thing }) => thing['type'] === 'Action.ShowCard' && thing['title'] === label);
  return asks && actions.find(({ path }) => path.startsWith(`${asks.path}/`))?.path;
}

/** Teams: a typed word answers with a card of one button, which opens the dialog. */
export function teamsHand(person: TeamsPerson): Hand {
  const asLetter = (message: ReturnType<TeamsPerson['chat']>[number]): Letter => ({
    id: message.id,
    line: plain(message.summary || message.text),
    words: plain(`${message.text} ${message.card?.words ?? ''}`),
  });
  const mine = (): Letter[] =>
    person
      .chat()
      .filter(message => message.from === 'bot')
      .map(asLetter);
  const wasDone = (what: string, seen: Awaited<ReturnType<TeamsPerson['press']>>): void => {
    if (!seen.ok) throw new Error(`${person.user.name} ${what}: ${JSON.stringify(seen).slice(0, 600)}`);
  };
  return {
    word: async text => {
      if (person.dialog()) person.close();
      const before = new Set(mine().map(({ id }) => id));
      wasDone(`typed ${text}`, await person.say(text));
      // Other messages may change at the same moment, such as the home card.
      const answer = await until(() => mine().find(({ id }) => !before.has(id)));
      if (!answer) throw new Error(`${person.user.name} typed ${text} and saw nothing`);
      wasDone('opened it', await person.press('Open', { where: answer.id }));
    },
    press: async (label, near) => {
      const at = { where: 'dialog', ...(near === undefined ? {} : { near }) };
      wasDone(`pressed ${label}`, await person.press(label, at));
      const yes = confirming(person.dialog()?.card, label);
      if (yes) wasDone(`said yes to ${label}`, await person.press(yes, { where: 'dialog' }));
    },
    fill: async answers => {
      const { card } = person.dialog() ?? {};
      if (!card) throw new Error(`${person.user.name} has no dialog open`);
      const entries = Object.entries(answers).map(([question, wanted]) => answerIn(card, question, wanted));
      person.fill(Object.fromEntries(entries), 'dialog');
    },
    submit: async () => wasDone('sent', await person.press(sending(person.dialog()?.card), { where: 'dialog' })),
    close: async () => void (person.dialog() && person.close()),
    window: () => {
      const dialog = person.dialog();
      if (!dialog) return undefined;
      const asking = inputsOf(dialog.card, () => true).map(({ thing }) => plain(String(thing['label'] ?? '')));
      return {
        title: plain(dialog.title),
        words: plain(dialog.words),
        questions: asking.map(label => label.replace(/ \(optional\)$/, '')),
      };
    },
    letters: mine,
    openLetter: async (label = 'Open') =>
      wasDone('opened a letter', await person.press(label, { where: mine().at(-1)?.id ?? '' })),
    posts: channel =>
      person
        .messages(channel)
        .filter(message => message.from === 'bot')
        .map(asLetter),
    pressPost: async (channel, id, label) =>
      wasDone(`pressed ${label}`, await person.press(label, { channel, where: id })),
  };
}
