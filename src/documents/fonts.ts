// Where the typeface of our papers lies: DejaVu Sans, as its package brings it.
import { fileURLToPath } from 'node:url';

export const plainFont = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
export const boldFont = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));
