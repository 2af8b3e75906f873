// How meetings are called in somebody's own calendar: theirs alone to know.
import { pageOf } from '../../conversation/feature.ts';
import type { Form, TextField } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { about, at, type MeetingTurn, meetingPlan, noneView } from './about.ts';
import { says } from './messages.ts';

type NameFields = { name: TextField<false> };

function show(turn: MeetingTurn, ids: Ids): Form<NameFields> | View {
  const found = about(turn, ids);
  if (!found || !turn.open.notebook) return noneView(turn, ids);
  return {
    title: says.nameTitle,
    intro: [text(says.nameIntro)],
    fields: {
      name: {
        kind: 'text',
        label: says.nameLabel,
        hint: says.nameHint,
        optional: false,
        seenBy: 'own',
        lines: false,
        max: 60,
      },
    },
    values: { name: turn.open.notebook.calendarName ?? says.calendarUsual },
    submit: says.nameSubmit,
    back: { word: 'meeting', ids: { pairing: found.mine.pairing.id } },
  };
}

function take(turn: MeetingTurn, ids: Ids, { name }: { name: string }): Outcome {
  const { notebook } = turn.open;
  const found = about(turn, ids);
  if (!found || !notebook) return { screen: view(noneView(turn, ids), at(ids)) };
  return {
    changes: { put: [put('notebook', { ...notebook, calendarName: name })] },
    screen: next('meeting', { pairing: found.mine.pairing.id }),
  };
}

export const namePage = pageOf({ word: 'meeting.name', for: 'member', plan: meetingPlan, show, take });
