// The first step of set-up: what the scheme is called, who runs it, what it is for.
import { pageOf } from '../../conversation/feature.ts';
import { basics, labels } from './messages.ts';
import { onward, save } from './save.ts';

const fields = {
  name: { kind: 'text', ...basics.name, max: 75, lines: false, optional: false, seenBy: 'everybody' },
  host: { kind: 'text', ...basics.host, max: 120, lines: false, optional: false, seenBy: 'everybody' },
  aims: { kind: 'text', ...basics.aims, max: 1500, lines: true, optional: false, seenBy: 'everybody' },
} as const;

export const basicsPage = pageOf({
  word: 'setup.basics',
  for: 'coordinator',
  plan: () => ({}),
  show: ({ scheme }) => ({
    title: basics.title,
    fields,
    values: { name: scheme.name, host: scheme.host, aims: scheme.aims },
    submit: scheme.ready ? labels.save : labels.next,
    back: { word: 'setup' },
  }),
  take: (turn, _ids, { name, host, aims }) => save(turn, { name, host, aims }, onward(turn.scheme, 'basics')),
});
