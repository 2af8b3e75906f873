// What I tell the other one of a pairing about reaching me: each thing for itself, nothing ticked before I tick it, and taken back in the same place.
import { pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { type MyPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { shareId } from '../../scheme/between.ts';
import type { Share } from '../../scheme/kinds.ts';
import { says } from './messages.ts';
import { isView, mineOr } from './mine.ts';

const sharePlan = (ids: Ids) => ({
  ...pairingsPlan(),
  // Watched by itself: nothing is shared with an end that comes at the same moment.
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  asMentor: one('share', shareId(ids['pairing'] ?? 'none', 'mentor')),
  asMentee: one('share', shareId(ids['pairing'] ?? 'none', 'mentee')),
});
type ShareTurn = Turn<Opened<ReturnType<typeof sharePlan>>>;

const own = ({ open }: ShareTurn, { side }: MyPairing): Share | undefined =>
  side === 'mentor' ? open.asMentor : open.asMentee;

/** The address the directory gave, or the one that is shared already. */
const addressOf = (turn: ShareTurn, mine: MyPairing): string | undefined =>
  own(turn, mine)?.email ?? turn.actor.person?.email;

function fieldsFor(address: string | undefined): Fields {
  const maybe = { optional: true, seenBy: 'pairing' } as const;
  const { label, text: tick } = says.emailTick;
  return {
    ...(address === undefined
      ? { email: { kind: 'text', ...says.email, max: 100, lines: false, ...maybe } }
      : { tick: { kind: 'agree', label, text: tick(address), ...maybe } }),
    phone: { kind: 'text', ...says.phone, max: 100, lines: false, ...maybe },
    call: { kind: 'link', ...says.call, ...maybe },
  };
}

function shareForm(turn: ShareTurn, ids: Ids): Form | View {
  const mine = mineOr(turn, ids['pairing']);
  if (isView(mine)) return mine;
  const { email, phone, call } = own(turn, mine) ?? {};
  return {
    title: says.shareTitle,
    intro: [text(says.shareIntro(mine.given))],
    fields: fieldsFor(addressOf(turn, mine)),
    values: {
      ...(email ? { tick: true } : {}),
      ...(phone ? { phone } : {}),
      ...(call ? { call } : {}),
    } as never,
    submit: says.save,
    back: { word: 'pair', ids: { pairing: mine.pairing.id } },
  };
}

type Answers = { tick?: boolean; email?: string; phone?: string; call?: string };
const isAddress = (given: string): boolean => /^\S+@\S+\.\S+$/.test(given);

function save(turn: ShareTurn, ids: Ids, given: Answers): Outcome {
  const mine = mineOr(turn, ids['pairing']);
  if (isView(mine)) return { screen: view(mine, { word: 'pair' }) };
  if (given.email !== undefined && !isAddress(given.email)) return { problems: { email: says.badEmail } };
  const { id, mentor, mentee } = mine.pairing;
  const email = given.tick ? addressOf(turn, mine) : given.email;
  const { phone, call } = given;
  const before = own(turn, mine);
  const shared = { ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(call ? { call } : {}) };
  const screen = next('pair', { pairing: id });
  if (Object.keys(shared).length === 0)
    return before ? { changes: { erase: [{ kind: 'share', id: before.id }] }, screen } : { screen };
  const { side } = mine;
  const after: Share = { id: shareId(id, side), pairing: id, mentor, mentee, side, ...shared, at: turn.now };
  return { changes: { put: [put('share', after)] }, screen };
}

export const sharePage = pageOf({
  word: 'reach',
  for: 'member',
  plan: sharePlan,
  show: shareForm,
  take: (turn, ids, answers) => save(turn, ids, answers as Answers),
});
