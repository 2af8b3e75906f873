// The app package for Teams: Microsoft's own schema takes it, its commands are the words that help lists, its icons are as Teams wants them.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ConfigProblem, readPackageIds } from '../../../src/config.ts';
import { rooms } from '../../../src/features/features.ts';
import { teamsPackage } from '../../../src/teams-package.ts';

const appId = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const ids = { appId, publicUrl: 'https://mentor.example.ac.uk/bot', version: '1.2.3' };
const files = unzipSync(teamsPackage(ids));
const written = new TextDecoder().decode(files['manifest.json']);

type Command = { title: string; description: string };
type Bot = { botId: string; scopes: string[]; supportsFiles: boolean; commandLists: { commands: Command[] }[] };
type Manifest = {
  manifestVersion: string;
  id: string;
  version: string;
  developer: Record<string, string>;
  validDomains: string[];
  supportsChannelFeatures: string;
  bots: Bot[];
};
const manifest = JSON.parse(written) as Manifest;

function problemsOf(value: unknown): unknown[] {
  const file = new URL(
    '../../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    import.meta.url,
  );
  const schema = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  // biome-ignore lint/suspicious/noExplicitAny: both packages hand out their function beside a default of the same name
  const [Ajv, formats] = [AjvDraft04, addFormats].map((one: any) => one.default ?? one);
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const check = ajv.compile(schema);
  return check(value) ? [] : check.errors;
}

/** Width, height and pixels (red, green, blue, alpha) of a PNG as Chromium writes it: eight bits, not interlaced. */
function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: number[][] } {
  const data = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; at += 12 + data.readUInt32BE(at)) {
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  }
  const [width, height, bits, color, interlaced] = [
    data.readUInt32BE(16),
    data.readUInt32BE(20),
    data[24],
    data[25],
    data[28],
  ];
  const channels = color === 6 ? 4 : 3;
  if (bits !== 8 || interlaced !== 0 || (color !== 6 && color !== 2)) throw new Error('a PNG of another kind');
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const flat = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let n = 0; n < stride; n++) {
      const left = n < channels ? 0 : flat[row * stride + n - channels]!;
      const up = row === 0 ? 0 : flat[(row - 1) * stride + n]!;
      const corner = row === 0 || n < channels ? 0 : flat[(row - 1) * stride + n - channels]!;
      flat[row * stride + n] = raw[row * (stride + 1) + 1 + n]! + guessed(filter, left, up, corner);
    }
  }
  const pixels = Array.from({ length: width * height }, (_, n) => {
    const pixel = [...flat.subarray(n * channels, (n + 1) * channels)];
    return channels === 4 ? pixel : [...pixel, 255];
  });
  return { width, height, pixels };
}

/** What PNG's filters foresee from the neighbours (RFC 2083, section 6). */
function guessed(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const far = [left, up, corner].map(one => Math.abs(left + up - corner - one));
  const least = Math.min(...far);
  return [left, up, corner][far.indexOf(least)]!;
}

describe('the app package', () => {
  it('holds exactly three files, at its root, and the same ids give the same bytes', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(teamsPackage(ids)).toEqual(teamsPackage(ids));
  });

  it('is taken by Microsoft’s own schema, which refuses a wrong one', () => {
    expect(problemsOf(manifest)).toEqual([]);
    expect(problemsOf({ ...manifest, bots: [{ ...manifest.bots[0], botId: 'mentor' }] })).not.toEqual([]);
    expect(problemsOf({ ...manifest, bots: [{ ...manifest.bots[0], scopes: ['channel'] }] })).not.toEqual([]);
  });

  it('holds this installation’s ids and no placeholder', () => {
    expect(written).not.toMatch(/\$\{|\{\{|\}\}/);
    expect([manifest.id, manifest.bots[0]?.botId, manifest.version]).toEqual([appId, appId, '1.2.3']);
    expect(manifest.validDomains).toEqual(['mentor.example.ac.uk']);
    expect(manifest.developer['privacyUrl']).toBe('https://mentor.example.ac.uk/bot/about#privacy');
  });

  it('works in private channels, takes files, and is for single people and teams', () => {
    expect(manifest).toMatchObject({ manifestVersion: '1.25', supportsChannelFeatures: 'tier1' });
    expect(manifest.bots[0]).toMatchObject({ supportsFiles: true, scopes: ['personal', 'team'] });
  });

  it('its menu is the short words that help lists in every scheme, as help says them', () => {
    const upper = (line: string): string => line.charAt(0).toLocaleUpperCase('en-GB') + line.slice(1);
    const listed = rooms
      .flatMap(room => room.pages)
      .filter(page => page.help !== undefined && !page.listedIf)
      .map(page => ({ title: page.word, description: upper(page.help ?? '') }));
    expect(manifest.bots[0]?.commandLists.map(list => list.commands)).toEqual([listed]);
    expect(listed.length).toBeLessThanOrEqual(10);
  });
});

describe('the icons', () => {
  it('the one in colour is 192 by 192 and nowhere transparent, with its picture in the middle half', () => {
    const { width, height, pixels } = pixelsOf(files['color.png']!);
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(pixel => pixel[3] === 255)).toBe(true);
    const ground = pixels[0]!.join();
    const outside = pixels.filter((_, n) => n % 192 < 48 || n % 192 >= 144 || n < 48 * 192 || n >= 144 * 192);
    expect(outside.every(pixel => pixel.join() === ground)).toBe(true);
    expect(pixels.some(pixel => pixel.join() !== ground)).toBe(true);
  });

  it('the outline is 32 by 32, white on nothing', () => {
    const { width, height, pixels } = pixelsOf(files['outline.png']!);
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(pixel => pixel[3]! > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(700);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });
});

describe('the ids', () => {
  it('come from the environment, and what is missing is named', () => {
    const env = { TEAMS_APP_ID: appId, PUBLIC_URL: 'https://mentor.example.ac.uk/bot/' };
    expect(readPackageIds(env)).toEqual({ appId, publicUrl: 'https://mentor.example.ac.uk/bot' });
    const wrong = [{ TEAMS_APP_ID: undefined }, { PUBLIC_URL: undefined }, { PUBLIC_URL: 'http://127.0.0.1:3000' }];
    for (const one of wrong) {
      const attempt = () => readPackageIds({ ...env, ...one });
      expect(attempt).toThrow(ConfigProblem);
      expect(attempt).toThrow(new RegExp(`^${Object.keys(one)[0]}`));
    }
  });
});
