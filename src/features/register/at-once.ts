// Acceptance without a co-ordinator, where the scheme has chosen that (A4, R0). What a co-ordinator decides is the room accept's business.
import { afterAcceptance, isAcceptedAtOnce } from '../../scheme/joining.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { type Folder, inRoles } from './folder.ts';

/** The folder with those of these roles accepted for which nobody need look; being accepted, its owner is mentioned in posts if they asked for it. */
export function acceptedAtOnce(folder: Folder, asked: readonly Role[], scheme: Scheme, now: number): Folder {
  let mention = folder.person.mention;
  const after = inRoles(folder, (one, role) => {
    if (!asked.includes(role) || !isAcceptedAtOnce(scheme, one.registration)) return one;
    const { mention: wish, ...registration } = afterAcceptance(one.registration, scheme, undefined, now);
    mention ||= wish === true;
    return { ...one, registration };
  });
  return mention === folder.person.mention ? after : { ...after, person: { ...after.person, mention } };
}
