// Adaptive Cards as plain data: only the elements and actions that Mentor draws with. What they are filled with: draw-*.ts.
import type { Data } from './carried.ts';

/** What desktop, web and phone clients of Teams all draw. */
export const VERSION = '1.5';
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

type Placed = { spacing?: 'None' | 'Small' | 'Medium' | 'Large'; separator?: true };

/** Words in which Teams reads no marks. */
export type TextRun = {
  type: 'TextRun';
  text: string;
  weight?: 'Bolder';
  italic?: true;
  fontType?: 'Monospace';
  isSubtle?: true;
  size?: 'Small';
};
export type RichTextBlock = Placed & { type: 'RichTextBlock'; inlines: TextRun[] };
/** Words in which Teams reads marks and mentions. */
export type TextBlock = Placed & {
  type: 'TextBlock';
  text: string;
  wrap: true;
  weight?: 'Bolder';
  size?: 'Small' | 'Medium' | 'Large';
  isSubtle?: true;
  color?: 'Attention';
  style?: 'heading';
};
type Column = {
  type: 'Column';
  width: 'auto' | 'stretch';
  verticalContentAlignment?: 'Center';
  items: CardElement[];
};
export type ColumnSet = Placed & { type: 'ColumnSet'; columns: Column[] };
export type ActionSet = Placed & { type: 'ActionSet'; actions: Action[] };

type Asking = Placed & { id: string; label: string; isRequired?: true; errorMessage?: string };
type TextInput = Asking & {
  type: 'Input.Text';
  value?: string;
  placeholder?: string;
  maxLength?: number;
  isMultiline?: true;
  style?: 'Url';
};
type NumberInput = Asking & { type: 'Input.Number'; value?: number; min: number; max: number };
type DateInput = Asking & { type: 'Input.Date'; value?: string; min?: string; max?: string };
type TimeInput = Asking & { type: 'Input.Time'; value?: string };
type ToggleInput = Asking & {
  type: 'Input.Toggle';
  title: string;
  value: 'true' | 'false';
  valueOn: 'true';
  valueOff: 'false';
  wrap: true;
};
export type Choice = { title: string; value: string };
type ChoiceInput = Asking & {
  type: 'Input.ChoiceSet';
  style: 'compact' | 'expanded' | 'filtered';
  choices: Choice[];
  value?: string;
  placeholder?: string;
  isMultiSelect?: true;
  wrap?: true;
};
export type Input = TextInput | NumberInput | DateInput | TimeInput | ToggleInput | ChoiceInput;
/** An input before it has its id and label. */
export type Blank = { [I in Input as I['type']]: Omit<I, 'id' | 'label'> }[Input['type']];

export type CardElement = RichTextBlock | TextBlock | ColumnSet | ActionSet | Input;

type Pressed = { title: string; style?: 'positive' | 'destructive' };
export type Action =
  | (Pressed & { type: 'Action.Submit'; data: Data; associatedInputs?: 'none' })
  | (Pressed & { type: 'Action.Execute'; verb: 'mentor'; data: Data; associatedInputs?: 'none' })
  | (Pressed & { type: 'Action.OpenUrl'; url: string })
  | (Pressed & { type: 'Action.ShowCard'; card: Card });

/** Somebody who is mentioned: Teams finds `text` in the words, letter by letter. */
export type Mention = { type: 'mention'; text: string; mentioned: { id: string; name: string } };

export type Card = {
  type: 'AdaptiveCard';
  $schema?: string;
  version?: typeof VERSION;
  body: CardElement[];
  msteams?: { width?: 'Full'; entities?: Mention[] };
};

/** A whole card, as it is attached to a message or shown in a dialog. */
export const cardOf = (body: CardElement[], msteams?: Card['msteams']): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: VERSION,
  body,
  ...(msteams && Object.keys(msteams).length > 0 ? { msteams } : {}),
});
