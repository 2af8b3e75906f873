// Where the typeface of our papers lies: DejaVu Sans, as its package brings it.
import { fileURLToPath } from 'node:url';

/** The file of one face. */
export const fontFile = (face: 'DejaVuSans' | 'DejaVuSans-Bold'): string =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${face}.ttf`));
