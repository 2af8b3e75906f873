// The tables of the data file. A change of them raises the version and brings older files up.

export const layoutVersion = 3;

const alive = `CREATE TABLE alive (scheme TEXT, process TEXT, until INTEGER NOT NULL, knows TEXT NOT NULL, PRIMARY KEY (scheme, process)) WITHOUT ROWID;
`;

/** What brings a file of a layout to the next one. */
export const layoutUp: Record<number, string> = {
  1: 'ALTER TABLE delivery RENAME COLUMN ambiguous TO doubts',
  2: alive,
};

export const layout = `
CREATE TABLE record (scheme TEXT, key TEXT, version INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (scheme, key)) WITHOUT ROWID;
CREATE TABLE listed (scheme TEXT, list TEXT, member TEXT, score REAL NOT NULL, PRIMARY KEY (scheme, list, member)) WITHOUT ROWID;
CREATE INDEX listed_in_order ON listed (scheme, list, score, member);
CREATE TABLE counter (scheme TEXT, name TEXT, field TEXT, value INTEGER NOT NULL, PRIMARY KEY (scheme, name, field)) WITHOUT ROWID;
CREATE TABLE op (scheme TEXT, id TEXT, answer TEXT NOT NULL, expires INTEGER NOT NULL, PRIMARY KEY (scheme, id)) WITHOUT ROWID;
CREATE INDEX op_in_time ON op (expires);
CREATE TABLE history (n INTEGER PRIMARY KEY AUTOINCREMENT, scheme TEXT NOT NULL, entry TEXT NOT NULL);
CREATE INDEX history_in_order ON history (scheme, n);
CREATE TABLE history_about (scheme TEXT, about TEXT, n INTEGER, PRIMARY KEY (scheme, about, n)) WITHOUT ROWID;
CREATE TABLE story (scheme TEXT PRIMARY KEY, offset_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE gate (scheme TEXT, name TEXT, open_at INTEGER NOT NULL, PRIMARY KEY (scheme, name)) WITHOUT ROWID;
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, scheme TEXT NOT NULL, id TEXT NOT NULL,
  lane TEXT NOT NULL, class INTEGER NOT NULL, gate TEXT, gate_ms INTEGER NOT NULL,
  not_before INTEGER NOT NULL, "replace" INTEGER NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL, due INTEGER NOT NULL, ready_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL, doubts INTEGER NOT NULL, first_at INTEGER NOT NULL,
  token TEXT NOT NULL, lease_until INTEGER NOT NULL, gate_until INTEGER NOT NULL,
  newer TEXT, cancelled INTEGER NOT NULL, why TEXT NOT NULL, ended_at INTEGER NOT NULL,
  UNIQUE (scheme, id)
);
CREATE INDEX delivery_by_lane ON delivery (scheme, lane, state, not_before);
CREATE INDEX delivery_by_state ON delivery (scheme, state, ended_at);
${alive}`;
