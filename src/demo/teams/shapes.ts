// Adaptive Cards as the stand-in reads them: a walk over inputs and actions, with what a person reads beside each. What stands in an input is in inputs.ts.

export type Thing = Record<string, unknown>;
export type Card = Thing;
/** What stands in the inputs, as a client would send it; nothing where it is empty. */
export type Typed = Record<string, string | undefined>;

export const CARD = 'application/vnd.microsoft.card.adaptive';
export const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const things = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : []);

/** An element or action, the path to it, the card it stands in (`''` for the whole), and the words in the row around it. */
export type Spot = { thing: Thing; path: string; within: string; row: string };

const PARTS = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'inlines', 'facts', 'images'] as const;

/** All words of an element, in reading order. */
export function wordsOf(thing: Thing): string {
  const own = ['text', 'label', 'title', 'value']
    .map(name => thing[name])
    .filter(each => typeof each === 'string')
    .join(' ');
  const inner = PARTS.flatMap(part =>
    (Array.isArray(thing[part]) ? (thing[part] as unknown[]) : []).map(each =>
      isThing(each) ? wordsOf(each) : String(each),
    ),
  );
  return [own, ...inner].filter(Boolean).join(' ');
}

/** Everything in a card in order, parents before their parts; parts behind a ShowCard only where `isOpen` says so. */
export function everything(
  card: Card,
  isOpen: (path: string) => boolean,
  at: Omit<Spot, 'thing'> = { path: '', within: '', row: '' },
): Spot[] {
  const spots: Spot[] = [{ thing: card, ...at }];
  for (const part of PARTS) {
    for (const [index, each] of things(card[part]).entries()) {
      const path = `${at.path}${at.path && '/'}${part}/${index}`;
      const isRow = each['type'] === 'ColumnSet' || each['type'] === 'Container' || each['type'] === 'TableRow';
      spots.push(...everything(each, isOpen, { path, within: at.within, row: isRow ? wordsOf(each) : at.row }));
    }
  }
  if (isThing(card['selectAction']))
    spots.push({ ...at, thing: card['selectAction'], path: `${at.path}/selectAction` });
  if (card['type'] === 'Action.ShowCard' && isThing(card['card']) && isOpen(at.path))
    spots.push(...everything(card['card'], isOpen, { path: `${at.path}/card`, within: `${at.path}/card`, row: '' }));
  return spots;
}

const typeOf = ({ thing }: Spot): string => String(thing['type'] ?? '');

export const inputsOf = (card: Card, isOpen: (path: string) => boolean = () => true): Spot[] =>
  everything(card, isOpen).filter(spot => typeOf(spot).startsWith('Input.'));
export const actionsOf = (card: Card, isOpen: (path: string) => boolean = () => true): Spot[] =>
  everything(card, isOpen).filter(spot => typeOf(spot).startsWith('Action.'));

/** The inputs a Submit or Execute sends: those of its own card and of the cards around it. */
export function inputsFor(card: Card, action: Spot): Spot[] {
  if (action.thing['associatedInputs'] === 'none') return [];
  return inputsOf(card).filter(
    ({ within }) => within === action.within || within === '' || action.within.startsWith(`${within}/`),
  );
}
