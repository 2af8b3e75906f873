// The app package that a Teams administrator uploads: the manifest with this installation's ids in it, and the two icons, zipped.
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

export type PackageIds = { appId: string; publicUrl: string; version: string };

const FOLDER = new URL('../manifests/teams/', import.meta.url);
const ICONS = ['color.png', 'outline.png'];

/** The manifest with its placeholders filled. Throws when one is left over. */
export function teamsManifest({ appId, publicUrl, version }: PackageIds): string {
  const values: Record<string, string> = {
    TEAMS_APP_ID: appId,
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: new URL(publicUrl).host,
    VERSION: version,
  };
  const template = readFileSync(new URL('manifest.json', FOLDER), 'utf8');
  return template.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing is known for ${placeholder} in the Teams manifest`);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** The bytes of the zip; the three files lie at its root, as Teams wants them, and the same ids give the same bytes. */
export function teamsPackage(ids: PackageIds): Uint8Array {
  const icons = ICONS.map(name => [name, new Uint8Array(readFileSync(new URL(name, FOLDER)))] as const);
  return zipSync(
    { 'manifest.json': strToU8(teamsManifest(ids)), ...Object.fromEntries(icons) },
    { mtime: '2026-01-01T00:00:00' },
  );
}
