// One turn: find the page, open its plan, let the room decide, commit, show. On a conflict it opens and decides again.

import type { Page } from '../conversation/feature.ts';
import type { Form } from '../conversation/form.ts';
import { readAnswers } from '../conversation/form.ts';
import type { Ids, Target, View } from '../conversation/notice.ts';
import type { Outcome, Screen } from '../conversation/outcome.ts';
import { sentences } from '../conversation/sentences.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Interaction, RawAnswer, Reply } from '../platforms/platform.ts';
import { lookUp, type Newcomer, newcomer } from './ask.ts';
import { carryOut, commitOf } from './commit.ts';
import type { Core } from './core.ts';
import { inTurn, type Overtaken } from './line.ts';
import { noticeCoordinator } from './noticed.ts';
import { type Opening, openPlan, turnOf } from './open.ts';
import { readRaw, typedValues } from './raw-answers.ts';
import { noticeReturn } from './returned.ts';

/** How many pages one deed may turn through (`next`) before it is taken for a circle. */
const TURNS = 6;

type Ready = { page: Page; opening: Opening; turn: Turn<never>; ids: Ids };
type Deed = Interaction & { target: Target };

const isForm = (screen: Form | View): screen is Form => 'fields' in screen;

/** The page of a target. Undefined for a word no room answers to. */
export function pageAt(core: Core, target: Target): Page | undefined {
  return core.pages.get(target.word);
}

async function ready(core: Core, deed: Deed, page: Page): Promise<Ready | { refused: View }> {
  const ids = deed.target.ids ?? {};
  let opening = await openPlan(core, { account: deed.account }, page.plan(ids));
  // A home page is also drawn for people who did nothing.
  if (deed.place !== 'home' || deed.target.press !== undefined) noticeReturn(core, deed.account, deed.op, opening);
  if (page.for === 'coordinator' && !opening.coordinator) return { refused: sentences.forCoordinators() };
  if (page.for === 'member' && !opening.me && !opening.coordinator) return { refused: sentences.forMembers() };
  const raw = deed.did.what === 'submit' ? deed.did.answers : {};
  const facts = await lookUp(
    core,
    page.checks?.(raw, ids, opening.scheme, { open: opening.open as never, person: opening.me }) ?? {},
  );
  const unknown: Newcomer = opening.me ? {} : await newcomer(core, deed.account);
  const { emailHash } = unknown;
  // Whoever co-ordinates and never registered may be named by address: what that keeps from them is not opened.
  if (opening.coordinator && emailHash !== undefined && emailHash !== opening.reader.emailHash)
    opening = await openPlan(core, { account: deed.account, emailHash }, page.plan(ids));
  noticeCoordinator(core, deed.account, opening, unknown);
  const drawn = deed.did.what === 'submit' ? deed.did.drawn : {};
  const turn = turnOf(opening, deed.op, { account: deed.account, place: deed.place, drawn, ...facts, ...unknown });
  return { page, opening, turn, ids };
}

function drawnOf(opening: Opening): Record<string, number> {
  return Object.fromEntries(opening.basis);
}

function shown(at: Target, { page, opening, turn, ids }: Ready): Reply {
  const screen = page.show(turn, ids);
  return isForm(screen)
    ? { show: 'form', form: screen, at: { word: page.word, ids }, drawn: drawnOf(opening) }
    : { show: 'view', view: screen, at };
}

/** Opens a page and shows it; nothing is changed. */
async function showPage(core: Core, deed: Deed): Promise<Reply> {
  const page = pageAt(core, deed.target);
  if (!page) return { show: 'view', view: sentences.notHere(), at: deed.target };
  const found = await ready(core, deed, page);
  return 'refused' in found ? { show: 'view', view: found.refused, at: deed.target } : shown(deed.target, found);
}

/** What somebody typed in their own words; what they chose they can choose again. */
const ownWords = (raw: RawAnswer): string[] =>
  [raw].flat().filter((one): one is string => typeof one === 'string' && /\S\s+\S/.test(one));

/** Somebody else was quicker, and the form is not there any more: nothing typed is lost. */
function withTyped(reply: Reply, { did }: Deed): Reply {
  if (reply.show !== 'view' || did.what !== 'submit') return reply;
  const typed = Object.values(did.answers).flatMap(ownWords);
  if (typed.length === 0) return reply;
  return { ...reply, view: { ...reply.view, parts: [...reply.view.parts, ...sentences.typed(typed)] } };
}

type Decision = { outcome: Outcome; form?: Form } | { reply: Reply };

function decide(deed: Deed, found: Ready, core: Core): Decision {
  const { page, opening, turn, ids } = found;
  if (deed.did.what === 'press') {
    // The name comes with the button: only names that the page itself has are buttons of it.
    const press = deed.target.press ?? '';
    const action = page.press && Object.hasOwn(page.press, press) ? page.press[press] : undefined;
    return action
      ? { outcome: action(turn, ids) }
      : { reply: { show: 'view', view: sentences.notHere(), at: deed.target } };
  }
  const screen = page.show(turn, ids);
  if (!isForm(screen) || !page.take || deed.did.what !== 'submit')
    return { reply: withTyped(shown(deed.target, found), deed) };
  const raw = readRaw(screen.fields, deed.did.answers, core.vault);
  const read = readAnswers(screen.fields, raw);
  const form: Form = { ...screen, values: typedValues(screen.fields, raw) as never };
  if ('problems' in read)
    return {
      reply: { show: 'form', form, at: { word: page.word, ids }, problems: read.problems, drawn: drawnOf(opening) },
    };
  return { outcome: page.take(turn, ids, read.answers as never), form };
}

async function settled(core: Core, deed: Deed, screen: Screen, opening: Opening, depth: number): Promise<Reply> {
  switch (screen.show) {
    case 'form':
      return { ...screen, drawn: drawnOf(opening) };
    case 'view':
    case 'say':
    case 'close':
      return screen;
    case 'document':
      return { show: 'view', view: screen.view, at: screen.at, document: await core.makeFile(screen.document) };
    case 'next': {
      if (depth >= TURNS) throw new Error(`pages turn in a circle at ${screen.to.word}`);
      const onward: Deed = {
        ...deed,
        op: `${deed.op}>${depth + 1}`,
        target: screen.to,
        did: { what: 'press', target: screen.to },
      };
      return screen.to.press === undefined ? showPage(core, onward) : carry(core, onward, depth + 1);
    }
  }
}

/** The screen an operation led to, as it can be drawn again. */
function answerOf(screen: Screen): Target | undefined {
  if (screen.show === 'next') return screen.to;
  return 'at' in screen ? { word: screen.at.word, ...(screen.at.ids ? { ids: screen.at.ids } : {}) } : undefined;
}

async function again(core: Core, deed: Deed, answer: string): Promise<Reply> {
  const target = JSON.parse(answer) as Target | null;
  if (!target) return { show: 'close' };
  const { press: _done, ...page } = target;
  return showPage(core, { ...deed, op: `${deed.op}>again`, target: page, did: { what: 'press', target: page } });
}

/** What is before somebody once their deed is settled; drawn when others need not wait for it any more. */
type Settled = { reply: () => Promise<Reply> };
const shows = (reply: Reply): Settled => ({ reply: async () => reply });

/** Opens, decides and commits once. */
async function attempt(core: Core, deed: Deed, page: Page, depth: number): Promise<Settled | Overtaken> {
  const found = await ready(core, deed, page);
  const { target, op } = deed;
  if ('refused' in found) return shows({ show: 'view', view: found.refused, at: target });
  const { opening } = found;
  const decision = decide(deed, found, core);
  if ('reply' in decision) return shows(decision.reply);
  const { outcome, form } = decision;
  if ('problems' in outcome) {
    const at = { word: page.word, ids: found.ids };
    if (!form) throw new Error(`${page.word} answered a button with problems`);
    return shows({ show: 'form', form, at, problems: outcome.problems, drawn: drawnOf(opening) });
  }
  const { changes, screen } = outcome;
  const onward = { reply: () => settled(core, deed, screen, opening, depth) };
  if (!changes) return onward;
  const by = opening.me?.id ?? deed.account;
  const result = await carryOut(core, commitOf(core, opening, op, by, changes, answerOf(screen)));
  if (result.result === 'conflict') return { overtaken: result.keys };
  if (result.result === 'repeat') return { reply: () => again(core, deed, result.answer) };
  core.homeChanged(deed.account);
  return onward;
}

async function carry(core: Core, deed: Deed, depth: number): Promise<Reply> {
  const page = pageAt(core, deed.target);
  if (!page) return { show: 'view', view: sentences.notHere(), at: deed.target };
  const done = await inTurn(core, deed.op, () => attempt(core, deed, page, depth));
  return done ? done.reply() : withTyped({ show: 'view', view: sentences.changedMeanwhile(), at: deed.target }, deed);
}

/** Carries out what somebody did on a page: shows it, takes its form, or presses its button. */
export function takeTurn(core: Core, interaction: Interaction, target: Target): Promise<Reply> {
  const deed: Deed = { ...interaction, target };
  if (interaction.did.what === 'submit') return carry(core, deed, 0);
  return target.press === undefined
    ? showPage(core, deed)
    : carry(core, { ...deed, did: { what: 'press', target } }, 0);
}
