// The shapes that travel between Slack and an app, as far as the stand-in speaks of them; checks of what arrives are in block-kit.ts.

export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean; verbatim?: boolean };
export type Option = { text: Text; value?: string; description?: Text; url?: string };
export type OptionGroup = { label: Text; options: Option[] };

export type Element = {
  type: string;
  action_id?: string;
  text?: Text;
  value?: string;
  url?: string;
  style?: string;
  placeholder?: Text;
  confirm?: unknown;
  options?: Option[];
  option_groups?: OptionGroup[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: unknown;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  default_to_current_conversation?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_selected_items?: number;
  min_query_length?: number;
  dispatch_action_config?: { trigger_actions_on?: string[] };
};

export type Block = {
  type: string;
  block_id: string;
  text?: Text;
  fields?: Text[];
  label?: Text;
  hint?: Text;
  optional?: boolean;
  dispatch_action?: boolean;
  accessory?: Element;
  element?: Element;
  elements?: Element[];
};

export type Value = {
  type: string;
  value?: string | null;
  selected_option?: Option | null;
  selected_options?: Option[];
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  rich_text_value?: unknown;
  files?: unknown[];
};
/** What stands in the fields of a view or message: by block_id, then by action_id. */
export type Values = Record<string, Record<string, Value>>;

export type View = {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  title: Text | null;
  submit: Text | null;
  close: Text | null;
  blocks: Block[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  state: { values: Values };
  hash: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  root_view_id: string;
  previous_view_id: string | null;
  app_id: string;
  bot_id: string;
  app_installed_team_id: string;
};

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

export type Message = {
  type: 'message';
  ts: string;
  user: string;
  text: string;
  team: string;
  bot_id?: string;
  app_id?: string;
  subtype?: string;
  blocks?: Block[];
  metadata?: Metadata;
  thread_ts?: string;
  client_msg_id?: string;
  edited?: { user: string; ts: string };
  files?: { id: string; name: string; title: string; size: number }[];
};

/** Every interactive or stateful element with the block it stands in, in reading order. */
export function elementsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap(block => {
    if (block.type === 'input' && block.element) return [{ block, element: block.element }];
    if (block.type === 'section' && block.accessory) return [{ block, element: block.accessory }];
    if (block.type === 'actions') return (block.elements ?? []).map(element => ({ block, element }));
    return [];
  });
}

/** All options of an element, whether grouped or not. */
export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(group => group.options)];
}
