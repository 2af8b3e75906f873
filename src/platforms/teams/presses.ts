// Answers what somebody pressed or sent, as a page for a dialog or for the personal chat: in time, or with a button that asks for the same deed again. Nothing typed is lost.
import type { Reply } from '../platform.ts';
import { within } from '../within.ts';
import type { Activity } from './activity.ts';
import { type Answer, ask, type Question } from './ask.ts';
import { type Card, type CardElement, cardOf } from './card.ts';
import { type Data, type How, readCarried } from './carried.ts';
import { bytesOf } from './check.ts';
import { type Done, lookDeed, nonceOf, pressDeed, sentDeed, whereOf } from './deeds.ts';
import { accountsNamed } from './directory.ts';
import type { TeamsDoor } from './door.ts';
import { act } from './draw.ts';
import type { DrawnPage } from './draw-page.ts';
import type { Found } from './draw-people.ts';
import { LIMITS } from './limits.ts';
import { readAnswers } from './read-answers.ts';
import { sentences } from './sentences.ts';
import type { Typed } from './standing.ts';
import { drawText, nobody } from './text.ts';
import { words } from './words.ts';

export type Pressed = { activity: Activity; account: string; data: unknown; way: 'dialog' | 'chat'; inDialog: boolean };
/** `closed`: nothing more is to be said. `sentence`: only words, where no page can be. */
export type Shown = { page: DrawnPage; closed?: true } | { sentence: string };

type Asked = Omit<Pressed, 'data'> & Done & { data: Record<string, unknown> };

/** A sentence with a button that does the same again, with all that was typed; undefined where that is more than a button carries. */
function again({ data, way }: Asked, sentence: string, label: string): DrawnPage | undefined {
  if (bytesOf(data) > LIMITS.dataBytes) return undefined;
  const { msteams: _msteams, ...carried } = data;
  const hand = way === 'dialog' ? 'submit' : 'execute';
  const body: CardElement[] = [
    ...drawText(sentence, { names: nobody, mentions: [] }),
    { type: 'ActionSet', actions: [act(hand, { title: label, style: 'positive' }, carried as unknown as Data)] },
  ];
  const card: Card = cardOf(body);
  return { title: words.bot, card, height: 'small', width: 'medium' };
}

async function answered(door: TeamsDoor, question: Question): Promise<Answer | undefined> {
  const { op } = question.interaction;
  return within(
    door.budgets.answerMs,
    door.once.shared(op, () => ask(door, question)),
  );
}

function shown(answer: Answer | undefined, asked: Asked, slow: string): Shown {
  if (!answer) {
    const page = again(asked, slow, sentences.lookAgain);
    return page ? { page } : { sentence: slow };
  }
  const { reply, page, sorry } = answer;
  // Nothing typed is lost when something goes wrong on our side.
  if (sorry) return { page: again(asked, sorry.text, sentences.tryAgain) ?? page };
  return reply.show === 'close' ? { page, closed: true } : { page };
}

const whereIn = (door: TeamsDoor, { inDialog, activity }: Pressed) =>
  inDialog ? ({ place: 'window' } as const) : whereOf(door, activity);

async function pressed(door: TeamsDoor, asked: Asked): Promise<Shown> {
  const { carried, way, data } = asked;
  const question = { interaction: pressDeed(asked, whereIn(door, asked)), way, page: carried.page, data };
  return shown(await answered(door, question), asked, sentences.slow);
}

const standingIn = ({ carried, nonce }: Asked, typed: Typed) => ({ at: carried.go, typed, nonce });

async function sent(door: TeamsDoor, asked: Asked): Promise<Shown> {
  const { carried, way, data } = asked;
  const typed = readAnswers(data, carried);
  const interaction = sentDeed(asked, typed, whereIn(door, asked));
  const question = { interaction, way, before: standingIn(asked, typed), data };
  return shown(await answered(door, question), asked, sentences.slowForm);
}

async function seek(door: TeamsDoor, asked: Asked, typed: Typed, reply: Reply): Promise<Found | undefined> {
  const { account, carried } = asked;
  const field = carried.field ?? '';
  const kind = reply.show === 'form' ? reply.form.fields[field]?.kind : undefined;
  if (!kind) return undefined;
  const sought = typed.searches[field] ?? '';
  const search =
    kind === 'account' ? accountsNamed(door, sought) : door.host.people(account, carried.go, field, sought);
  return { field, typed: sought, options: (await within(door.budgets.searchMs, search)) ?? [] };
}

/** Draws the form again as it stands, with the people that were found. */
async function sought(door: TeamsDoor, asked: Asked): Promise<Shown> {
  const { account, carried, data, way } = asked;
  const typed = readAnswers(data, carried);
  const question: Question = {
    interaction: lookDeed(account, carried.go),
    way,
    before: standingIn(asked, typed),
    drawn: carried.drawn,
    seek: reply => seek(door, asked, typed, reply),
  };
  return shown(await within(door.budgets.answerMs, ask(door, question)), asked, sentences.slow);
}

const answers: Record<How, (door: TeamsDoor, asked: Asked) => Promise<Shown>> = {
  open: pressed,
  press: pressed,
  send: sent,
  find: sought,
};

/** What to show for a pressed button or a sent form. Throws only for what is our own mistake. */
export async function answerPress(door: TeamsDoor, press: Pressed): Promise<Shown> {
  const carried = readCarried(press.data);
  if (!carried) return { sentence: sentences.oldButton };
  const nonce = nonceOf(door, press.activity, press.account, carried);
  const { mentor, ...given } = press.data as Record<string, unknown> & Data;
  // Whatever is asked again is the same deed.
  const data = { ...given, mentor: { ...mentor, n: nonce } };
  return answers[carried.how](door, { ...press, data, carried, nonce });
}
