// How tests look at a page as people do who listen, who cannot see faint text, or who touch: names, contrast, the size of what is touched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Document } from './browser.ts';

declare const document: Document;

const CONTRAST = readFileSync(join(import.meta.dirname, 'contrast.js'), 'utf8');
const NAMED =
  /^(button|link|textbox|searchbox|combobox|listbox|option|checkbox|radio|radiogroup|group|menu|menuitem|dialog|alertdialog|navigation|complementary|log|article|img|image|heading|DisclosureTriangle|Date|DateTime|InputTime|spinbutton|Iframe)$/i;

type AxNode = { ignored: boolean; role?: { value: string }; name?: { value: string }; nodeId: string };

/** What a screen reader would find without a name, and what it finds at all. */
export async function heard(page: Page): Promise<{ nameless: string[]; roles: string[] }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const all = nodes.filter(node => !node.ignored && node.role);
  const nameless = all.filter(node => NAMED.test(node.role?.value ?? '') && !node.name?.value?.trim());
  return { nameless: nameless.map(node => node.role?.value ?? ''), roles: all.map(node => node.role?.value ?? '') };
}

/** Every text whose contrast is too low. */
export const faint = (page: Page) => page.evaluate(CONTRAST) as Promise<{ looked: number; wrong: string[] }>;

/** Everything to be touched that is smaller than a fingertip. A tick beside its words is as large as they are. */
export const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls =
      'button, summary, select, textarea, nav a, .person, .go, .file, label.box, input, .adaptive label[for]';
    return [...document.querySelectorAll(controls)]
      .filter(node => node.checkVisibility({ visibilityProperty: true }))
      .filter(
        node => !node.closest('[inert], .box input, label.box input, .adaptive :is([type="checkbox"], [type="radio"])'),
      )
      .filter(node => !node.closest('.adaptive label:not(:is([type="checkbox"], [type="radio"]) ~ label)'))
      .map(node => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ node, box }) => `${node.tagName}.${node.className} ${box.width}×${box.height} ${node.textContent}`);
  });
