// What people learn and are asked, in the simulated year: the log and its export, a look at one's own skills, topics they would like help with, evaluations and certificates.
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import type { Pairing } from '../../src/scheme/kinds.ts';
import { does, type Me, tap } from './me.ts';

/** An entry now and then; some take their log along for their record. */
export async function keepLog(me: Me): Promise<void> {
  const { town, soul } = me;
  if (does(me, 0.004)) await town.fillIn(soul.account, 'log.new');
  if (!does(me, 0.003)) return;
  const form = await tap(town, soul.account, await town.open(soul.account, 'log'), 'log.export');
  const partner = town.dice.chance(0.2);
  // From before they came, so that there is something in the file; few print it.
  const file = town.dice.chance(0.1) ? 'pdf' : 'csv';
  if (form) await town.send(soul.account, form, { from: '2027-01-01', file, partner });
}

const attributes = 'shares model motivates interest listens feedback values celebrates stays'.split(' ');
/** Few, so that several people ask for the same. */
const topics = ['registration', 'skill-feedback', 'skill-ending', 'network'];

/** How they see themselves, and what would help. */
export async function askForHelp(me: Me): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  const said = { topics: [town.dice.pick(topics)] };
  if (does(me, 0.002)) {
    const scores = attributes.map((key): [string, RawAnswer] => [key, String(town.dice.between(1, 4))]);
    const seen = await town.fillIn(account, 'training.check', {}, Object.fromEntries(scores));
    const ask = await tap(town, account, seen, 'training.ask');
    if (ask) await town.send(account, ask, said);
    if (town.dice.chance(0.2)) await tap(town, account, seen, 'training.check!erase');
  }
  if (does(me, 0.003)) await town.fillIn(account, 'training.ask', {}, said);
}

/** An invitation leads to a place; and whoever was there says how it was. */
export async function atSession(me: Me, page: Reply): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  if (town.dice.chance(0.7)) await tap(town, account, page, 'session.one!sign-up');
  const form = await tap(town, account, page, 'session.feedback');
  if (form) await town.send(account, form);
}

/** The questions of a point; half-way also with which topics more help would be good (R38). */
export async function sendEvaluation({ town, soul }: Me, form: Reply): Promise<Reply> {
  return town.send(soul.account, form, { 'support-topics': [town.dice.pick(topics)] });
}

/** What stands open is answered by some; half-way by few, so that many let it be. */
export async function questions(me: Me): Promise<void> {
  const { town, soul } = me;
  if (!does(me, 0.015)) return;
  const page = await town.open(soul.account, 'evaluation');
  const form = await tap(town, soul.account, page, 'evaluation.answer');
  if (form) await sendEvaluation(me, form);
}

/** A mentor takes the certificate; what was required comes first (R39). */
export async function takeCertificate(me: Me, { mentor, state }: Pairing): Promise<void> {
  const { town, soul, person } = me;
  const { account } = soul;
  if (mentor !== person.id || !(state === 'completed' || state === 'ended-early') || !does(me, 0.003)) return;
  const page = await tap(town, account, await town.open(account, 'evaluation'), 'evaluation.certificate', 'any');
  if (!page) return;
  const form = await tap(town, account, page, 'evaluation.answer');
  if (form && town.dice.chance(0.7)) await sendEvaluation(me, form);
  else await tap(town, account, page, 'evaluation.certificate!make');
}
