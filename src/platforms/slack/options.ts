// The options of a question: their words within Slack's narrow limits, what does not fit told in full besides, and more than a hundred in groups.
import type { PlainTextElement, PlainTextOption } from '@slack/types';
import type { Option } from '../../conversation/form.ts';
import { DoesNotFit } from './draw.ts';
import { LIMITS } from './limits.ts';
import { lengthOf, plain, shortened } from './text.ts';

type Group = { label: PlainTextElement; options: PlainTextOption[] };

/** `menu` is what a select takes; `inFull` holds the words of options that had to be shortened. */
export type Offer = {
  options: PlainTextOption[];
  menu: { options: PlainTextOption[] } | { option_groups: Group[] };
  inFull: string[];
};

/** One option; words that are too long are shortened with an ellipsis. */
export function drawOption({ key, label, hint }: Option): PlainTextOption {
  return {
    text: plain(shortened(label, LIMITS.optionText)),
    value: key,
    ...(hint ? { description: plain(shortened(hint, LIMITS.optionHint)) } : {}),
  };
}

const fits = ({ label, hint = '' }: Option): boolean =>
  lengthOf(label) <= LIMITS.optionText && lengthOf(hint) <= LIMITS.optionHint;

function groups(options: PlainTextOption[]): Group[] {
  const count = Math.ceil(options.length / LIMITS.options);
  if (count > LIMITS.groups) throw new DoesNotFit(`${options.length} options for one question`);
  return Array.from({ length: count }, (_, nth) => {
    const some = options.slice(nth * LIMITS.options, (nth + 1) * LIMITS.options);
    const start = (option: PlainTextOption | undefined): string => shortened(option?.text.text ?? '', 30);
    return { label: plain(`${start(some[0])} – ${start(some.at(-1))}`), options: some };
  });
}

/** All options of a question. */
export function offerOf(options: Option[]): Offer {
  const drawn = options.map(drawOption);
  const long = options.filter(option => !fits(option));
  return {
    options: drawn,
    menu: drawn.length <= LIMITS.options ? { options: drawn } : { option_groups: groups(drawn) },
    inFull: long.map(({ label, hint }) => (hint ? `${label}: ${hint}` : label)),
  };
}
