// Finds buttons and questions by what a person reads (or by their ids), and says what there is when it finds none or several.
import { actionsOf, inputsOf, type Spot } from './shapes.ts';
import type { Surface, World } from './world.ts';

const isOpenOn =
  (surface: Surface) =>
  (path: string): boolean =>
    surface.open.includes(path);

/** What can be read on or beside it; a question is also found without its "(optional)". */
function labelsOf({ thing }: Spot): string[] {
  const read = ['title', 'label', 'id', 'tooltip', 'placeholder'].map(name => thing[name]);
  const words = read.filter(each => typeof each === 'string');
  return [...words, ...words.map(each => each.replace(/ \(optional\)$/, ''))];
}

const spoken = (spot: Spot): string => `${spot.thing['type']} "${labelsOf(spot)[0] ?? spot.path}"`;

function theOne(found: Spot[], all: Spot[], wanted: string): Spot {
  if (found.length === 1) return found[0]!;
  const what = (found.length > 1 ? found : all).map(spoken).join(', ') || 'nothing to press or fill';
  throw new Error(
    found.length > 1 ? `Several things read "${wanted}": ${what}` : `Nothing reads "${wanted}". There is: ${what}`,
  );
}

/** The button meant by its title or path; `near` are words in the same row, where several read the same. Throws, naming what there is, when none or several remain. */
export function findAction(surface: Surface, wanted: string, near?: string): Spot {
  // The page shows and hides parts by itself, and names what is pressed by its path.
  const byPath = actionsOf(surface.card).find(each => each.path === wanted);
  if (byPath) return byPath;
  const all = actionsOf(surface.card, isOpenOn(surface));
  const named = all.filter(each => labelsOf(each).includes(wanted));
  return theOne(near === undefined ? named : named.filter(each => each.row.includes(near)), all, wanted);
}

/** The question meant by its label, title or id. */
export function findInput(surface: Surface, wanted: string): Spot {
  const byId = inputsOf(surface.card).find(({ thing }) => thing['id'] === wanted);
  if (byId) return byId;
  const all = inputsOf(surface.card, isOpenOn(surface));
  return theOne(
    all.filter(each => labelsOf(each).includes(wanted)),
    all,
    wanted,
  );
}

/** Whether a button of this name can be pressed there. */
export const offers = (surface: Surface, wanted: string): boolean =>
  actionsOf(surface.card, isOpenOn(surface)).some(each => labelsOf(each).includes(wanted)) ||
  actionsOf(surface.card).some(each => each.path === wanted);

/** The channel of that id or name; `Team/Channel` where several teams have one of that name. Throws when there is none or several. */
export function channelNamed(world: World, name: string): string {
  if (world.channels[name]) return name;
  const fits = Object.values(world.channels).filter(
    channel => channel.name === name || `${world.teams[channel.teamId]?.name}/${channel.name}` === name,
  );
  if (fits.length !== 1)
    throw new Error(`${fits.length === 0 ? 'No channel is' : 'Several channels are'} called "${name}"`);
  return fits[0]!.id;
}
