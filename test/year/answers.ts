// Fills a form as somebody in a hurry would: what stands in it stays, what must be answered is, and little else.
import type { Field, Form } from '../../src/conversation/form.ts';
import type { RawAnswer } from '../../src/platforms/platform.ts';
import { addDays, type Day } from '../../src/scheme/calendar.ts';
import type { Dice } from './dice.ts';

/** How often something that may be left open is answered all the same. */
const TALKATIVE = 0.15;

const words = 'bench laser workshop budget course portfolio spectrometer team training rota safety poster'.split(' ');

export function someText(dice: Dice, max: number): string {
  const text = Array.from({ length: dice.between(3, 9) }, () => dice.pick(words)).join(' ');
  return text.slice(0, max);
}

function answer(field: Field, dice: Dice, today: Day): RawAnswer {
  switch (field.kind) {
    case 'text':
      return someText(dice, field.max);
    case 'number':
    case 'scale':
      return String(dice.between(field.from, Math.min(field.to, field.from + 9)));
    case 'date':
      return field.from && field.from > today ? field.from : (field.to ?? '9999') < today ? (field.to ?? null) : today;
    case 'time':
      return '10:00';
    case 'choice':
      return dice.pick(field.options).key;
    case 'choices':
    case 'ranked': {
      const most = field.kind === 'ranked' ? field.places : (field.atMost ?? 3);
      const start = dice.between(0, field.options.length - 1);
      return field.options.slice(start, start + Math.min(most, dice.between(1, 3))).map(option => option.key);
    }
    case 'list':
      return [someText(dice, field.max)];
    case 'agree':
      return true;
    case 'link':
      return `https://example.org/${dice.between(1, 999)}`;
    default:
      return [];
  }
}

const asRaw = (value: unknown): RawAnswer =>
  typeof value === 'number' ? String(value) : ((value ?? null) as RawAnswer);

/** Of several choices that are meant, those that this form has. */
function offered(field: Field, meant: RawAnswer): RawAnswer {
  if (field.kind !== 'choices' || !Array.isArray(meant)) return meant;
  return meant.filter(key => field.options.some(option => option.key === key));
}

/** Answers to all fields of a form; `said` names those that are meant, `null` leaves one open. Days offered in the form are never before `today`. */
export function filled(
  { fields, values = {} }: Form,
  said: Record<string, RawAnswer>,
  dice: Dice,
  today: Day,
): Record<string, RawAnswer> {
  const standing = values as Record<string, unknown>;
  const entries = Object.entries(fields).map(([name, field]): [string, RawAnswer] => {
    if (name in said) return [name, offered(field, said[name] ?? null)];
    if (standing[name] !== undefined) return [name, asRaw(standing[name])];
    // A tick changes what happens to people: only ticked where it is meant.
    const isLeft = field.optional && (field.kind !== 'text' || !dice.chance(TALKATIVE));
    return [name, isLeft ? null : answer(field, dice, today)];
  });
  return Object.fromEntries(entries);
}

/** A working day some days on, as somebody would choose it. */
export function someDay(today: Day, dice: Dice, from: number, to: number): Day {
  const day = addDays(today, dice.between(from, to));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
}
