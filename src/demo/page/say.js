// Sentences for the person at the page: shown and read out, in the window on top if one is open. Also: asking before a button acts.
import { el, keepTabInside, newId } from './dom.js';
import { drawText } from './text.js';

const KIND_WORDS = {
  no_answer: 'Mentor did not answer in time. What you wrote is still there: give it a moment, then try again.',
  bot_error: 'Mentor could not answer that just now. Please try again in a moment.',
  operation_timeout:
    'Mentor did not answer in time. It may still be working on it: give it a moment and look again before you try once more.',
  dispatch_failed: 'Mentor could not be reached just now. Please try again in a moment.',
  invalid_response: 'Mentor answered with something that cannot be shown here.',
  not_a_command: 'There is no such command in this workspace. Try /mentor.',
};
const NO_DEMO = 'The demo is not answering. Once it runs again (npm run demo), this page goes on by itself.';

/** Words for what went wrong, for people. */
export const kindly = error => KIND_WORDS[error] ?? error;
export const wordsOf = error => (error instanceof TypeError ? NO_DEMO : error.message);

let timer;
/** Shows a sentence for a while. */
export function say(sentence) {
  const box = [...document.querySelectorAll('dialog[open] .said')].at(-1) ?? document.querySelector('#said');
  box.replaceChildren(el('p', {}, sentence));
  clearTimeout(timer);
  timer = setTimeout(() => box.replaceChildren(), 12_000);
}

/** Takes back what was said in a dialog once it is no longer true. */
export const hush = dialog => dialog.querySelector('.said')?.replaceChildren();

/** Where `say` speaks inside a dialog. */
export const saidHere = () => el('div', { class: 'said', role: 'status' });

/** Opens a dialog that goes away again when it is closed; the focus returns to where it was. */
export function openDialog(dialog, start) {
  const before = document.activeElement;
  keepTabInside(dialog);
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  start?.focus();
}

/** Asks before something is done; resolves with the answer. */
export function confirm(asked, names) {
  const [titleId, textId] = [newId('title'), newId('text')];
  return new Promise(resolve => {
    const end = answer => () => {
      dialog.returnValue = answer;
      dialog.close();
    };
    const no = el(
      'button',
      { type: 'button', class: 'button', on: { click: end('no') } },
      asked.deny?.text ?? 'Cancel',
    );
    const style = asked.style === 'danger' ? 'danger' : 'primary';
    const yes = el('button', { type: 'button', class: `button ${style}`, on: { click: end('yes') } });
    yes.textContent = asked.confirm?.text ?? 'Yes';
    const dialog = el(
      'dialog',
      { class: 'ask', role: 'alertdialog', 'aria-labelledby': titleId, 'aria-describedby': textId },
      el('h2', { id: titleId }, asked.title?.text ?? 'Are you sure?'),
      el('p', { id: textId }, drawText(asked.text, names)),
      el('div', { class: 'ask-buttons' }, no, yes),
    );
    openDialog(dialog, no);
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
  });
}
