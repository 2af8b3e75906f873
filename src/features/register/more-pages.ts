// The optional cards "improve my match", each a short form of its own, before acceptance and after.
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { Fields, Form } from '../../conversation/form.ts';
import { open, row, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { withBackground, withMatch, withWishes } from './answers.ts';
import { changesTo } from './change.ts';
import { mayClaim } from './claim-page.ts';
import { type Folder, folderOf } from './folder.ts';
import { background, labels, match, more, wishes } from './messages.ts';
import { type MyTurn, minePlan, roles } from './mine.ts';
import { backgroundFields, matchFields, wishesFields } from './more-forms.ts';
import { fitting } from './prefill.ts';
import { statusView } from './status-view.ts';

type Name = 'match' | 'background' | 'wishes';
type OptionalCard = {
  title: string;
  intro: string | undefined;
  fields: (turn: MyTurn, folder: Folder) => Fields;
  values: (folder: Folder) => Record<string, unknown>;
  save: (folder: Folder, answers: Record<string, unknown>) => Folder;
};

const has = (folder: Folder) => ({ mentor: folder.mentor !== undefined, mentee: folder.mentee !== undefined });
const anyOf = (folder: Folder) => folder.mentor ?? folder.mentee;

const optionalCards: Record<Name, OptionalCard> = {
  match: {
    title: match.title,
    intro: match.intro,
    fields: turn => matchFields(turn.scheme),
    values: folder => ({ ...anyOf(folder)?.card }),
    save: withMatch,
  },
  background: {
    title: background.title,
    intro: undefined,
    fields: (_turn, folder) => backgroundFields(has(folder)),
    values: folder => ({
      held: anyOf(folder)?.card.held,
      achievements: folder.mentee?.casefile.achievements,
      whyMentor: folder.mentor?.casefile.whyMentor,
      mentoredBefore: folder.mentor?.casefile.mentoredBefore,
    }),
    save: withBackground,
  },
  wishes: {
    title: wishes.title,
    intro: wishes.intro,
    fields: (_turn, folder) => wishesFields(has(folder)),
    values: folder => ({ ...anyOf(folder)?.casefile, whyNow: folder.mentee?.casefile.whyNow }),
    save: withWishes,
  },
};

const names = Object.keys(optionalCards) as Name[];

/** Whether anything has been answered on a card already. */
function isFilled(turn: MyTurn, folder: Folder, name: Name): boolean {
  const { fields, values } = optionalCards[name];
  const shown = fitting(fields(turn, folder), values(folder));
  return Object.values(shown).some(value => !Array.isArray(value) || value.length > 0);
}

function moreView(turn: MyTurn, folder: Folder): View {
  const rows = names.map(name => {
    const { label, text: about } = more[name];
    const done = isFilled(turn, folder, name) ? [` ${more.done}.`] : [];
    return row([{ bold: label }, `: ${about}`, ...done], open(labels.open, `register.${name}`));
  });
  const claims = roles
    .filter(role => mayClaim(turn.scheme, folder, role))
    .map(role =>
      row([{ bold: more.claim.label }, `: ${more.claim.text}`], open(labels.open, 'register.claim', { role })),
    );
  return { title: more.title, parts: [text(more.lead), ...rows, ...claims], back: { word: 'profile' } };
}

function cardForm(turn: MyTurn, folder: Folder, name: Name): Form {
  const { title, intro, fields, values } = optionalCards[name];
  const asked = fields(turn, folder);
  return {
    title,
    ...(intro ? { intro: [text(intro)] } : {}),
    fields: asked,
    values: fitting(asked, values(folder)),
    submit: labels.save,
    back: { word: 'register.more' },
  };
}

function saveCard(turn: MyTurn, name: Name, answers: Record<string, unknown>): Outcome {
  const before = folderOf(turn);
  if (!anyOf(before)) return { screen: view(statusView(turn), { word: 'register.status' }) };
  const after = optionalCards[name].save(before, answers);
  return { changes: changesTo(turn, before, after), screen: view(moreView(turn, after), { word: 'register.more' }) };
}

export const morePages: Page[] = [
  pageOf({
    word: 'register.more',
    for: 'anyone',
    plan: minePlan,
    show: turn => {
      const folder = folderOf(turn);
      return anyOf(folder) ? moreView(turn, folder) : statusView(turn);
    },
  }),
  ...names.map(name =>
    pageOf({
      word: `register.${name}`,
      for: 'anyone',
      plan: minePlan,
      show: turn => {
        const folder = folderOf(turn);
        return anyOf(folder) ? cardForm(turn, folder, name) : statusView(turn);
      },
      take: (turn, _ids, answers) => saveCard(turn, name, answers),
    }),
  ),
];
