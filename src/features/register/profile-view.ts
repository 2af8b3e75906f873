// What I wrote: my cards as others see them, and the ways to change each part of it, before acceptance and after.
import { cardParts } from '../../conversation/card.ts';
import { type Button, line, note, open, type Part, text, type View } from '../../conversation/notice.ts';
import { CHANGE } from './chain.ts';
import { type Folder, folderOf } from './folder.ts';
import { labels, profile, status } from './messages.ts';
import { type MyTurn, roles } from './mine.ts';

function changeButtons(folder: Folder): Button[] {
  return [
    open(profile.about, 'register.you', CHANGE),
    ...(folder.mentor ? [open(profile.mentor, 'register.mentor', CHANGE)] : []),
    ...(folder.mentee ? [open(profile.mentee, 'register.mentee', CHANGE)] : []),
    open(profile.last, 'register.last', CHANGE),
    open(profile.more, 'register.more'),
  ];
}

/** `after`: what has just been saved. */
export function profileView(turn: MyTurn, after?: Folder): View {
  const folder = after ?? folderOf(turn);
  const cards = roles.flatMap((role): Part[] => {
    const one = folder[role];
    return one ? [note(profile.card(role)), ...cardParts(one.card, turn.scheme), line()] : [];
  });
  if (cards.length === 0) {
    const buttons = [open(labels.ways.mentee, 'register', {}, 'primary')];
    return { title: profile.title, parts: [text(profile.none)], buttons };
  }
  return {
    title: profile.title,
    parts: [text(after ? status.changed : profile.lead), ...cards, { part: 'buttons', buttons: changeButtons(folder) }],
    buttons: [open(status.title, 'register.status'), open(labels.me, 'me')],
  };
}
