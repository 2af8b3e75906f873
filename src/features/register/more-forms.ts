// The optional cards "improve my match": stage, place and times; background; wishes; earlier training or experience (F02–F05).
import type { AnswersOf, Fields } from '../../conversation/form.ts';
import { heldOptions, slots } from '../../scheme/defaults.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { background, claim, match, wishes } from './messages.ts';

const matchAsked = (scheme: Scheme) =>
  ({
    stage: { kind: 'choice', ...match.stage, options: scheme.stages, optional: true, seenBy: 'pool' },
    areas: { kind: 'choices', ...match.areas, options: scheme.areas, optional: true, seenBy: 'pool' },
    site: { kind: 'choice', ...match.site, options: scheme.sites, optional: true, seenBy: 'pool' },
    slots: { kind: 'choices', ...match.slots, options: slots, optional: true, seenBy: 'pool' },
  }) as const;
export type MatchAnswers = Partial<AnswersOf<ReturnType<typeof matchAsked>>>;

/** Lists that the scheme keeps empty, such as sites, are not asked. */
export function matchFields(scheme: Scheme): Fields {
  return Object.fromEntries(Object.entries(matchAsked(scheme)).filter(([, field]) => field.options.length > 0));
}

const backgroundAsked = () =>
  ({
    held: { kind: 'choices', ...background.held, options: heldOptions, optional: true, seenBy: 'pool' },
    achievements: {
      kind: 'text',
      ...background.achievements,
      max: 1000,
      lines: true,
      optional: true,
      seenBy: 'coordinator',
    },
    whyMentor: { kind: 'text', ...background.whyMentor, max: 1000, lines: true, optional: true, seenBy: 'coordinator' },
    mentoredBefore: {
      kind: 'choice',
      ...background.mentoredBefore,
      options: background.mentoredOptions,
      optional: true,
      seenBy: 'coordinator',
    },
  }) as const;
export type BackgroundAnswers = Partial<AnswersOf<ReturnType<typeof backgroundAsked>>>;

export function backgroundFields(has: { mentor: boolean; mentee: boolean }): Fields {
  const { held, achievements, whyMentor, mentoredBefore } = backgroundAsked();
  return { held, ...(has.mentee ? { achievements } : {}), ...(has.mentor ? { whyMentor, mentoredBefore } : {}) };
}

const wishesAsked = () =>
  ({
    areaWish: {
      kind: 'choice',
      ...wishes.areaWish,
      options: wishes.areaOptions,
      optional: true,
      seenBy: 'coordinator',
    },
    wishes: { kind: 'text', ...wishes.wishes, max: 1000, lines: true, optional: true, seenBy: 'coordinator' },
    whyNow: { kind: 'choices', ...wishes.whyNow, options: wishes.whyNowOptions, optional: true, seenBy: 'coordinator' },
  }) as const;
export type WishesAnswers = Partial<AnswersOf<ReturnType<typeof wishesAsked>>>;

export function wishesFields(has: { mentee: boolean }): Fields {
  const { whyNow, ...common } = wishesAsked();
  return has.mentee ? { ...common, whyNow } : common;
}

export const claimFields = () =>
  ({
    what: { kind: 'text', ...claim.what, max: 150, lines: false, optional: false, seenBy: 'coordinator' },
    relevance: { kind: 'text', ...claim.relevance, max: 1000, lines: true, optional: false, seenBy: 'coordinator' },
    when: { kind: 'text', ...claim.when, max: 150, lines: false, optional: true, seenBy: 'coordinator' },
    link: { kind: 'link', ...claim.link, optional: true, seenBy: 'coordinator' },
  }) as const;
export type ClaimAnswers = AnswersOf<ReturnType<typeof claimFields>>;
