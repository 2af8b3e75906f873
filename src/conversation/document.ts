// A file handed to a person, as plain data; documents/ makes the bytes.
export type Document = {
  name: string;
  type: 'text/csv' | 'text/plain' | 'text/calendar' | 'application/pdf' | 'application/json';
  bytes: Uint8Array;
};
