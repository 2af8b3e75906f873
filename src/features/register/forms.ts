// The forms of the chain as they are drawn: while registering (with a draft), and for changing what is on record.
import type { Fields, Form } from '../../conversation/form.ts';
import { type Part, text } from '../../conversation/notice.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { type Draft, idsOf, type Journey, lastStep, type Step, stepBefore } from './chain.ts';
import { lastFields } from './last-form.ts';
import { menteeFields } from './mentee-form.ts';
import { mentorFields } from './mentor-form.ts';
import { labels, last, mentee, mentor, offer, you } from './messages.ts';
import type { MyTurn } from './mine.ts';
import { offerFields } from './offer-form.ts';
import { fitting, valuesFor } from './prefill.ts';
import { youFields } from './you-form.ts';

export const titles: Record<Step, string> = {
  offer: offer.title,
  you: you.title,
  mentor: mentor.title,
  mentee: mentee.title,
  last: last.title,
};
export const intros: Record<Step, string> = {
  offer: offer.intro,
  you: you.intro,
  mentor: mentor.intro,
  mentee: mentee.intro,
  last: last.intro,
};

/** The fields that belong to a step alone. */
export function fieldsOf(step: Exclude<Step, 'last'>, scheme: Scheme, journey: Journey): Fields {
  switch (step) {
    case 'offer':
      return offerFields();
    case 'you':
      return youFields();
    case 'mentor':
      return mentorFields(scheme);
    case 'mentee':
      return menteeFields(scheme, journey.way);
  }
}

/** All fields of a step of the chain: the last one also carries the last questions. */
export function fieldsInChain({ scheme }: MyTurn, step: Step, journey: Journey): Fields {
  const closing = step === lastStep(journey) ? lastFields(scheme, { sending: true }) : {};
  return step === 'last' ? closing : { ...fieldsOf(step, scheme, journey), ...closing };
}

function dataNotice(scheme: Scheme): Part {
  return text([
    last.dataLead,
    ...(scheme.privacyLink === '' ? [] : [' ', { link: scheme.privacyLink, label: last.dataLink }]),
  ]);
}

/** A form of the chain, with what was typed before standing in it. */
export function chainForm(turn: MyTurn, step: Step, journey: Journey, draft: Draft | undefined): Form {
  const closes = step === lastStep(journey);
  const before = stepBefore(journey, step);
  const fields = fieldsInChain(turn, step, journey);
  return {
    title: titles[step],
    intro: [text(intros[step]), ...(closes ? [dataNotice(turn.scheme)] : [])],
    fields,
    values: fitting(fields, valuesFor(turn, step, draft)),
    submit: closes ? labels.look : labels.next,
    back: before ? { word: `register.${before}`, ids: idsOf(journey) } : { word: 'register' },
  };
}
