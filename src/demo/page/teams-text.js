// The few marks Teams reads in texts, as markup: everything else is put in as it stands, so nothing typed comes alive.

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = text => text.replace(/[&<>"]/g, sign => SIGNS[sign]);

const mentions = text => text.replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/gs, '<span class="mention">$1</span>');
const links = text =>
  text.replace(
    /\[([^\]]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g,
    '<a href="$2" target="_blank" rel="noreferrer noopener">$1</a>',
  );
const styles = text =>
  text
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])[*_](\S(?:.*?\S)?)[*_](?![\w*])/g, '<em>$1</em>');

/** A text with marks as markup for one block. */
export const markup = text => mentions(links(styles(escaped(text)))).replaceAll('\n', '<br>');

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

/** What somebody typed, as it was before it was sent; mentions keep only their name. */
export const typedText = text => text.replace(/<\/?at>/g, '').replace(/&(?:amp|lt|gt|nbsp);/g, sign => ENTITIES[sign]);
