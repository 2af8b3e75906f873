// Adaptive Cards drawn by Microsoft's own renderer, in this page's colours; what is pressed goes to the demo by its path in the card.
import { el } from './dom.js';
import { markup } from './teams-text.js';

const { AdaptiveCards } = globalThis;
/** The parts of a card in the order in which the demo counts them. */
const PARTS = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'inlines', 'facts', 'images'];

const colours = (normal, subtle) => ({ default: normal, subtle });
const FOREGROUND = {
  default: colours('var(--ink)', 'var(--soft)'),
  dark: colours('var(--ink)', 'var(--soft)'),
  light: colours('var(--soft)', 'var(--soft)'),
  accent: colours('var(--brand)', 'var(--brand)'),
  good: colours('var(--brand)', 'var(--brand)'),
  warning: colours('var(--new)', 'var(--new)'),
  attention: colours('var(--danger)', 'var(--danger)'),
};
const look = padding => ({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 4, default: 12, medium: 14, large: 20, extraLarge: 28, padding },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: { fontFamily: 'inherit', fontSizes: { small: 14, default: 16, medium: 17, large: 18, extraLarge: 22 } },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, monospace',
      fontSizes: { small: 13, default: 14, medium: 15, large: 17, extraLarge: 20 },
    },
  },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: FOREGROUND },
    emphasis: { backgroundColor: 'var(--shelf)', foregroundColors: FOREGROUND },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { spacing: 'small', color: 'attention', weight: 'bolder' },
  },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 180 }, value: { wrap: true }, spacing: 16 },
  textBlock: { headingLevel: 3 },
});

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markup(text);
  result.didProcess = true;
};

/** The card with its buttons named by their paths, which is how the demo finds them. */
function withPaths(thing, path = '') {
  const copy = { ...thing };
  if (String(copy.type).startsWith('Action.')) copy.id = path;
  for (const part of PARTS.filter(name => Array.isArray(copy[name])))
    copy[part] = copy[part].map((each, index) =>
      typeof each === 'object' ? withPaths(each, `${path}${path && '/'}${part}/${index}`) : each,
    );
  if (copy.selectAction) copy.selectAction = withPaths(copy.selectAction, `${path}/selectAction`);
  if (copy.type === 'Action.ShowCard') copy.card = withPaths(copy.card, `${path}/card`);
  return copy;
}

const valuesOf = card =>
  Object.fromEntries(
    card.getAllInputs(true).map(input => [input.id, input.value === '' ? null : (input.value ?? null)]),
  );

function open(url) {
  if (/^(https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

/** A card as an element; `press` is told the path of what was pressed and what stands in the inputs, and is waited for; `padding` is the room inside its edge. */
export function drawCard(json, press, padding = 0) {
  const card = new AdaptiveCards.AdaptiveCard();
  const around = el('div', { class: 'adaptive' });
  card.hostConfig = new AdaptiveCards.HostConfig(look(padding));
  card.onExecuteAction = async action => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return open(action.url);
    if (around.getAttribute('aria-busy') === 'true') return undefined;
    around.setAttribute('aria-busy', 'true');
    await press(action.id, valuesOf(card));
    around.removeAttribute('aria-busy');
    return undefined;
  };
  card.onAnchorClicked = (_element, anchor) => {
    open(anchor.href);
    return true;
  };
  card.parse(withPaths(json));
  around.append(card.render() ?? '');
  return around;
}
