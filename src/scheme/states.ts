// The states of a registration and of a pairing, and the moves between them (facts A1–A15, B1–B8, B12, B16, B21).

export const registrationStates = [
  'submitted',
  'more-info',
  'not-accepted',
  'accepted',
  'ready',
  'available',
  'full',
  'resting',
  'paused',
  'withdrawn',
  'dormant',
] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const pairingStates = [
  'proposed',
  'mentee-yes',
  'not-formed',
  'introduced',
  'active',
  'ended-early',
  'completed',
] as const;
export type PairingState = (typeof pairingStates)[number];

const registrationMoves: Record<RegistrationState, readonly RegistrationState[]> = {
  submitted: ['more-info', 'accepted', 'not-accepted', 'withdrawn', 'paused'],
  'more-info': ['submitted', 'not-accepted', 'withdrawn', 'paused'],
  'not-accepted': ['submitted'],
  accepted: ['ready', 'available', 'full', 'paused', 'withdrawn'],
  ready: ['available', 'full', 'accepted', 'paused', 'withdrawn'],
  available: ['full', 'resting', 'accepted', 'ready', 'paused', 'withdrawn', 'dormant'],
  full: ['available', 'resting', 'accepted', 'paused', 'withdrawn'],
  resting: ['available', 'full', 'accepted', 'paused', 'withdrawn', 'dormant'],
  paused: ['submitted', 'more-info', 'accepted', 'ready', 'available', 'full', 'resting', 'withdrawn'],
  withdrawn: ['submitted'],
  dormant: ['available', 'resting', 'withdrawn'],
};

const pairingMoves: Record<PairingState, readonly PairingState[]> = {
  proposed: ['mentee-yes', 'not-formed'],
  'mentee-yes': ['introduced', 'not-formed'],
  'not-formed': [],
  // From the introduction on, every early end is the exit form (B7 is treated as B16).
  introduced: ['active', 'ended-early', 'completed'],
  active: ['ended-early', 'completed'],
  // An end by mistake goes back, with both people's yes.
  'ended-early': ['introduced', 'active'],
  completed: [],
};

/** Whether a registration may go from one state to another (A1–A15). */
export function registrationMay(from: RegistrationState, to: RegistrationState): boolean {
  return registrationMoves[from].includes(to);
}

/** Whether a pairing may go from one state to another (B1–B21). */
export function pairingMay(from: PairingState, to: PairingState): boolean {
  return pairingMoves[from].includes(to);
}

/** Running means from the introduction to its end, agreement or not. */
export function isRunning(state: PairingState): boolean {
  return state === 'introduced' || state === 'active';
}

/** Whether a pairing takes up a place: an open proposal or a running pairing (R16). */
export function takesPlace(state: PairingState): boolean {
  return state === 'proposed' || state === 'mentee-yes' || isRunning(state);
}

/** Whether somebody has left the scheme in every role they had: they are not written to any more. */
export const hasLeft = (registrations: readonly { state: RegistrationState }[]): boolean =>
  registrations.length > 0 && registrations.every(({ state }) => state === 'withdrawn');

/** Whether a registration is alive: neither left, nor declined. */
export function isLive(state: RegistrationState): boolean {
  return state !== 'withdrawn' && state !== 'not-accepted';
}
