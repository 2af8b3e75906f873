// A page of writing as PDF: A4, tagged so that screen readers find their way, in a typeface that holds accented, Greek and Cyrillic names.
import PDFDocument from 'pdfkit';
import { boldFont, plainFont } from './fonts.ts';

export type PaperPart =
  | { part: 'heading'; text: string }
  | { part: 'text'; text: string }
  | { part: 'note'; text: string }
  | { part: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  | { part: 'list'; items: readonly string[] };

export type Paper = { title: string; parts: readonly PaperPart[]; writtenAt: number };

type Doc = InstanceType<typeof PDFDocument>;

const MARGIN = 60;
const INK = '#1c1c1c';
const QUIET = '#595959';
/** What a heading or a label needs below it, so that none stands alone at the foot of a page. */
const WITH_HEADING = 70;
const WITH_LABEL = 36;

const begin = ({ title, writtenAt }: Paper): Doc =>
  new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    pdfVersion: '1.5',
    font: plainFont,
    // The date stands in the file's own id too: the same page always makes the same file.
    info: { Title: title, Producer: 'Mentor', Creator: 'Mentor', CreationDate: new Date(writtenAt) },
  });

type Look = { size: number; bold?: boolean; quiet?: boolean; indent?: number };
const PLAIN: Look = { size: 10.5 };

function written(doc: Doc, tag: string, text: string, { size, bold, quiet, indent }: Look): void {
  doc.addStructure(
    doc.struct(tag, {}, () => {
      doc
        .font(bold ? 'bold' : 'plain', size)
        .fillColor(quiet ? QUIET : INK)
        .text(text, MARGIN + (indent ?? 0), doc.y, { lineGap: 2.5, paragraphGap: 5 });
    }),
  );
}

const isNearFoot = (doc: Doc, room: number): boolean => doc.y > doc.page.height - MARGIN - room;

function heading(doc: Doc, text: string): void {
  if (isNearFoot(doc, WITH_HEADING)) doc.addPage();
  else doc.moveDown(0.5);
  written(doc, 'H2', text, { size: 12.5, bold: true });
}

function fact(doc: Doc, label: string, value: string): void {
  if (isNearFoot(doc, WITH_LABEL)) doc.addPage();
  written(doc, 'P', label, { size: 9.5, bold: true, quiet: true });
  written(doc, 'P', value, { ...PLAIN, indent: 12 });
}

function drawn(doc: Doc, part: PaperPart): void {
  if (part.part === 'heading') heading(doc, part.text);
  else if (part.part === 'facts') for (const [label, value] of part.facts) fact(doc, label, value);
  else if (part.part === 'list')
    for (const item of part.items) written(doc, 'P', `• ${item}`, { ...PLAIN, indent: 12 });
  else written(doc, 'P', part.text, part.part === 'note' ? { size: 9, quiet: true } : PLAIN);
}

/** Page numbers, once it is known how many there are; they are no part of what is read aloud. */
function numbered(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n);
    // Below the margin, where text would otherwise begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font('plain', 8.5)
      .fillColor(QUIET)
      .text(`${n + 1} / ${count}`, MARGIN, doc.page.height - MARGIN + 20, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** The bytes of a page of writing; the same page always makes the same file. */
export async function paperFile(paper: Paper): Promise<Uint8Array> {
  const doc = begin(paper);
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  doc.registerFont('plain', plainFont);
  doc.registerFont('bold', boldFont);
  written(doc, 'H1', paper.title, { size: 18, bold: true });
  for (const part of paper.parts) {
    drawn(doc, part);
    // A long paper takes seconds: others are served between its parts.
    await new Promise(resolve => setImmediate(resolve));
  }
  numbered(doc);
  doc.end();
  await done;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
