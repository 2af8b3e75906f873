// Blocks as they are read and pressed: each becomes one element with names and descriptions for screen readers. Answers are drawn by controls.js.
import { drawControl } from './controls.js';
import { el, newId } from './dom.js';
import { overflow } from './overflow.js';
import { tellsAtOnce } from './place.js';
import { say } from './say.js';
import { drawRich, drawText, link } from './text.js';

const spotOf = (place, block, element) => `${place.where}|${block.block_id}|${element.action_id}`;

/** Presses once, and shows that it is under way; the focus stays where it is. */
function once(node, run) {
  node.addEventListener('click', async () => {
    if (node.getAttribute('aria-busy') === 'true') return;
    node.setAttribute('aria-busy', 'true');
    try {
      await run();
    } finally {
      node.removeAttribute('aria-busy');
    }
  });
}

/** Whose chat a link of Slack's own opens: there is no such chat here, and the page leads nobody to slack.com. */
const chatIn = url =>
  /^https:\/\/slack\.com\/app_redirect\?/.test(url) ? new URL(url).searchParams.get('channel') : undefined;

const isWebAddress = url => /^(https?|mailto):/i.test(url);

function button(element, block, place, aboutId) {
  const attributes = {
    class: `button ${element.style ?? ''}`,
    'aria-label': element.accessibility_label,
    'aria-describedby': aboutId,
    'data-spot': spotOf(place, block, element),
  };
  const chat = chatIn(element.url);
  const opens = element.url && !chat && isWebAddress(element.url);
  const node = opens
    ? link(element.url, element.text.text, attributes)
    : el('button', { type: 'button', ...attributes }, element.text.text);
  once(node, () => {
    if (chat) say(`In Slack, this opens a chat with ${place.names.user(chat)}.`);
    return place.press(block, element, element.value);
  });
  return node;
}

/** A picture; where it cannot be had, its words stand in its place. The page fetches nothing from elsewhere. */
function picture({ image_url: url, slack_file: file, alt_text: alt }, name) {
  const instead = el('span', { class: `${name} no-picture` }, alt);
  const source = file?.id ? `/demo/file/${file.id}` : url;
  if (!source || new URL(source, location.href).origin !== location.origin) return instead;
  const node = el('img', { src: source, alt, class: name, loading: 'lazy' });
  node.addEventListener('error', () => node.replaceWith(instead));
  return node;
}

function contextFor(block, element, place, more) {
  return {
    ...{ block, place, id: newId('field'), spot: spotOf(place, block, element), tells: tellsAtOnce(block, element) },
    suggest: query => place.suggest(block, query),
    ...more,
  };
}

/** An element that stands beside text or in a row, and acts at once. */
function standalone(element, block, place, aboutId) {
  if (element.type === 'button') return button(element, block, place, aboutId);
  if (element.type === 'overflow')
    return overflow(element, { block, place, aboutId, spot: spotOf(place, block, element) });
  if (element.type === 'image') return picture(element, 'thumbnail');
  const label = element.placeholder?.text ?? block.text?.text ?? 'Choose';
  const { node, isGroup } = drawControl(element, contextFor(block, element, place, { label }));
  return isGroup ? el('div', { role: 'group', 'aria-label': label, 'aria-describedby': aboutId }, node) : node;
}

function section(block, place) {
  const textId = newId('text');
  const { accessory } = block;
  const words = [
    block.text && el('div', { id: textId, class: 'text' }, drawText(block.text, place.names)),
    block.fields &&
      el(
        'div',
        { class: 'fields' },
        block.fields.map(each => el('div', {}, drawText(each, place.names))),
      ),
  ];
  return el(
    'div',
    { class: accessory ? 'block section with-accessory' : 'block section' },
    el('div', { class: 'words' }, words),
    accessory && el('div', { class: 'accessory' }, standalone(accessory, block, place, block.text && textId)),
  );
}

function input(block, place) {
  const { element, hint } = block;
  const hintId = hint && newId('hint');
  const problemId = newId('problem');
  const ctx = contextFor(block, element, place, { hintId, problemId, isRequired: !block.optional });
  const control = drawControl(element, ctx);
  const name = [block.label.text, block.optional ? el('span', { class: 'optional' }, ' (optional)') : undefined];
  const below = [
    hint && el('p', { class: 'hint', id: hintId }, hint.text),
    el('p', { class: 'problem', id: problemId, hidden: true }),
  ];
  const described = [hintId, problemId].filter(Boolean).join(' ');
  const required = block.optional || element.type !== 'radio_buttons' ? undefined : 'true';
  const field = control.isGroup
    ? el(
        'fieldset',
        {
          ...{ class: 'block input', 'aria-describedby': described },
          ...(required ? { role: 'radiogroup', 'aria-required': required } : {}),
        },
        el('legend', {}, name),
        control.node,
        below,
      )
    : el('div', { class: 'block input' }, el('label', { for: ctx.id }, name), control.node, below);
  field.dataset.block = block.block_id;
  if (element.focus_on_load) field.dataset.first = 'true';
  return field;
}

const headingAt = (level, text) => el(`h${level}`, { class: 'block header' }, text);

/** Markdown as far as Slack's marks reach. */
const marked = text =>
  text
    .replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '<$2|$1>')
    .replace(/^#{1,6} +(.*)$/gm, '**$1**')
    .replace(/^[-*] /gm, '• ')
    .replace(/\*\*([^*\n]+)\*\*/g, '*$1*');

const BLOCKS = {
  header: (block, place) => headingAt(place.headingLevel, block.text.text),
  section,
  input,
  divider: () => el('hr', { class: 'block' }),
  context: (block, place) =>
    el(
      'div',
      { class: 'block context' },
      block.elements.map(each =>
        each.type === 'image' ? picture(each, 'tiny') : el('span', {}, drawText(each, place.names)),
      ),
    ),
  actions: (block, place) =>
    el(
      'div',
      { class: 'block actions' },
      block.elements.map(each => standalone(each, block, place)),
    ),
  image: block =>
    el('figure', { class: 'block' }, block.title && el('figcaption', {}, block.title.text), picture(block, 'picture')),
  rich_text: (block, place) => el('div', { class: 'block text' }, drawRich(block.elements, place.names)),
  markdown: (block, place) =>
    el('div', { class: 'block text' }, drawText({ type: 'mrkdwn', text: marked(block.text) }, place.names)),
};

/** What `keep` needs to draw these blocks in a place. */
export const blocksToKeep = (blocks, place) =>
  blocks.map((block, nth) => ({
    key: block.block_id ?? `nth-${nth}`,
    mark: JSON.stringify(block),
    make: () => BLOCKS[block.type]?.(block, place) ?? el('div', { class: 'block' }),
  }));

/** Puts the sentences beside the questions they are about, and takes away the others. */
export function showProblems(root, problems) {
  for (const field of root.querySelectorAll('[data-block]')) {
    const problem = problems[field.dataset.block];
    const line = field.querySelector('.problem');
    if (line.textContent !== (problem ?? '')) line.textContent = problem ?? '';
    line.hidden = !problem;
    field.classList.toggle('wrong', Boolean(problem));
    for (const control of field.querySelectorAll('input, select, textarea'))
      if (problem) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
  }
}
