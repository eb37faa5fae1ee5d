/** States of a mirror as its commands leave them. */
import {
  defaultConfiguration,
  type MirrorConfiguration,
} from '../../../build/mirror/folder/configuration.ts';
import type { CurrentRelease, MirrorState } from '../../../build/mirror/folder/state.ts';
import { sha256 } from '../../../build/model/paths.ts';

export const configuration: MirrorConfiguration = {
  ...defaultConfiguration,
  upstreams: ['https://kg.example.org/'],
  name: 'Министерство образования',
};

export const current: CurrentRelease = {
  country: 'kg',
  sequence: 7,
  released: '2026-03-01T08:00:00Z',
  url: 'https://kg.example.org/',
  manifest: { sha256: sha256('manifest'), bytes: 1234 },
  files: 2000,
  bytes: 40_000_000,
  switched: '2026-03-01T09:00:00Z',
  source: 'https://kg.example.org/',
  isTrial: false,
};

/** All is well on the second of March 2026. */
export const wellState: MirrorState = {
  format: 1,
  current,
  newest: { sequence: 7, released: current.released },
  checked: '2026-03-02T07:00:00Z',
  expires: {
    root: '2027-03-01T08:00:00Z',
    targets: '2026-08-28T08:00:00Z',
    snapshot: '2026-03-31T08:00:00Z',
    timestamp: '2026-03-15T08:00:00Z',
  },
  verified: { at: '2026-03-02T03:00:00Z', files: 2000, faults: 0 },
};

export const noon = new Date('2026-03-02T12:00:00Z');
