// Answers as platforms read them become what the form's check expects: people resolved, addresses hashed, lines split.
import type { Field, Fields, PersonAnswer } from '../conversation/form.ts';
import type { RawAnswer } from '../platforms/platform.ts';
import type { Vault } from '../store/store.ts';
import { hashAddress } from './ask.ts';

/** The value of a person option: somebody of the directory. */
export const personOption = (id: string): string => `p:${id}`;
/** The value of a person option: somebody known by address alone. */
export const addressOption = (email: string): string => `e:${email}`;

function person(value: string, vault: Vault): PersonAnswer | undefined {
  if (value.startsWith('p:')) return { person: value.slice(2) };
  if (value.startsWith('e:')) return { emailHash: hashAddress(text => vault.hash(text), value.slice(2)) };
  // Somebody named by address before: what stood in the field comes back as it was.
  if (value.startsWith('h:')) return { emailHash: value.slice(2) };
  return undefined;
}

function readOne(field: Field, raw: RawAnswer | undefined, vault: Vault): unknown {
  if (raw === undefined || raw === null) return undefined;
  switch (field.kind) {
    case 'person':
      return [raw].flat().flatMap(value => (typeof value === 'string' ? (person(value, vault) ?? []) : []));
    case 'choices':
    case 'ranked':
      return Array.isArray(raw)
        ? raw.filter(value => value !== '')
        : typeof raw === 'string' && raw !== ''
          ? [raw]
          : undefined;
    case 'list':
      return (Array.isArray(raw) ? raw : String(raw).split('\n')).map(item => item.trim()).filter(Boolean);
    case 'agree':
      return raw === true || raw === 'true' || (Array.isArray(raw) && raw.length > 0);
    default:
      return Array.isArray(raw) ? raw[0] : typeof raw === 'boolean' ? String(raw) : raw;
  }
}

/** Raw answers by field name; names the form does not have are dropped. */
export function readRaw(fields: Fields, answers: Record<string, RawAnswer>, vault: Vault): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, readOne(field, answers[name], vault)]),
  );
}

/** What was typed, to be put back into the form. */
export function typedValues(fields: Fields, raw: Record<string, unknown>): Record<string, unknown> {
  const typed = Object.entries(fields).map(([name, field]) => {
    const value = raw[name];
    return [
      name,
      (field.kind === 'number' || field.kind === 'scale') && value !== undefined && value !== ''
        ? Number(value)
        : value,
    ] as const;
  });
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined));
}
