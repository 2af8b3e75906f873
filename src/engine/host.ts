// What the platforms talk to: words become pages, deeds become turns, happenings become decisions of the clock.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Option } from '../conversation/form.ts';
import type { Target, View } from '../conversation/notice.ts';
import { page as pageStep } from '../conversation/plan.ts';
import { sentences } from '../conversation/sentences.ts';
import { nearestWord, wordIn } from '../conversation/words.ts';
import { errorKind, errorPlace, log } from '../log.ts';
import type { Happening, Host, Interaction, Reply } from '../platforms/platform.ts';
import { isClosedTo, type Reader } from '../scheme/access.ts';
import type { Person } from '../scheme/kinds.ts';
import { contactAt, contactsOf, forgetContact, rememberContact } from './contacts.ts';
import { type Core, doorOf } from './core.ts';
import { decideDate } from './date.ts';
import { ticketFor } from './file-links.ts';
import { openPlan, turnOf } from './open.ts';
import { addressOption, personOption } from './raw-answers.ts';
import { pageAt, takeTurn } from './turn.ts';

const HOME: Target = { word: 'home' };

function targetOf(core: Core, typed: string): Target | undefined {
  if (typed.trim() === '') return HOME;
  const said = wordIn(typed, [...core.words.keys()]);
  const word = said === undefined ? undefined : core.words.get(said);
  return word === undefined ? undefined : { word };
}

function listedWords(core: Core): string[] {
  return [...core.pages.values()].filter(page => page.help !== undefined).map(page => page.word);
}

async function act(core: Core, interaction: Interaction): Promise<Reply> {
  const { did } = interaction;
  if (did.what !== 'word') return takeTurn(core, interaction, did.target);
  const target = targetOf(core, did.text);
  if (target) return takeTurn(core, interaction, target);
  const typed = [...did.text.trim()].slice(0, 40).join('');
  const command = doorOf(core, interaction.account)?.command;
  return { show: 'say', notice: sentences.unknownWord(typed, nearestWord(typed, listedWords(core)), command) };
}

/** The home page of an account. */
export async function homeOf(core: Core, account: string): Promise<View> {
  const reply = await takeTurn(
    core,
    { op: `home:${account}`, account, place: 'home', did: { what: 'press', target: HOME } },
    HOME,
  );
  if (reply.show !== 'view') throw new Error('the home page is no view');
  return reply.view;
}

async function people(core: Core, account: string, target: Target, field: string, typed: string): Promise<Option[]> {
  const wanted = typed.trim().toLocaleLowerCase('en-GB');
  const page = pageAt(core, target);
  if (!page || [...wanted].length < 2) return [];
  const ids = target.ids ?? {};
  const opening = await openPlan(core, { account }, page.plan(ids));
  if (page.for === 'coordinator' && !opening.coordinator) return [];
  const screen = page.show(turnOf(opening, `people:${account}`, { account }), ids);
  const asked = 'fields' in screen ? screen.fields[field] : undefined;
  if (asked?.kind !== 'person') return [];
  // Names of the scheme's people are for its people: a newcomer can name others by address only.
  const found = opening.me || opening.coordinator ? await named(core, wanted, opening.reader) : [];
  const address = /^\S+@\S+\.\S+$/.test(wanted) && [...wanted].length <= 100 ? wanted : undefined;
  const known =
    asked.byEmail && address
      ? [{ key: addressOption(address), label: shortened(`Whoever has the address ${address}`) }]
      : [];
  return [...found.slice(0, 30), ...known];
}

/** An option's label holds 75 characters on Slack; here it only repeats what was just typed. */
function shortened(label: string): string {
  return [...label].length <= 75 ? label : `${[...label].slice(0, 74).join('')}…`;
}

async function named(core: Core, wanted: string, reader: Reader): Promise<Option[]> {
  const start = [...(wanted.split(/[\s'-]+/u)[0] ?? '')].slice(0, 3).join('');
  const opening = await openPlan(
    core,
    { clock: true },
    { found: pageStep('person', `person.named:${start}`, { max: 100, oldestFirst: true }) },
  );
  const persons = (opening.open['found'] ?? []) as Person[];
  return (
    persons
      .filter(
        person =>
          person.id !== reader.person && !person.goneAt && person.name.toLocaleLowerCase('en-GB').includes(wanted),
      )
      // R53: whom somebody keeps at a distance does not find them.
      .filter(person => !isClosedTo(person, reader))
      .map(person => ({ key: personOption(person.id), label: shortened(person.name) }))
  );
}

async function happened(core: Core, happening: Happening, op: string): Promise<void> {
  const { what, ...ids } = happening;
  if (what === 'home-opened') return;
  await decideDate(core, `happening.${what}`, ids, op);
}

/** The host that a platform is started with. `publicUrl` is where people's browsers reach this program. */
export function makeHost(core: Core, publicUrl: string | undefined): Host {
  return {
    act: interaction => act(core, interaction),
    home: account => homeOf(core, account),
    people: (account, target, field, typed) => people(core, account, target, field, typed),
    happened: (happening, op) => happened(core, happening, op),
    remember: contact => rememberContact(core, contact),
    forget: id => forgetContact(core, id),
    contact: id => contactAt(core, id),
    contacts: (lane, what) => contactsOf(core, lane, what),
    fileLink: async (account, target) =>
      publicUrl && `${publicUrl.replace(/\/+$/, '')}/files/${await ticketFor(core, account, target, randomUUID())}`,
    sorry: (error, interaction) => {
      const reference = randomBytes(2).toString('hex');
      log('error', 'turn.sorry', { reference, interaction, kind: errorKind(error), place: errorPlace(error) });
      return sentences.sorry(reference);
    },
  };
}
