import { defaultLifetimesDays } from '../../trust/roles.ts';
import type { Expiry } from './health.ts';

/**
 * Whether what was signed ends soon: whoever publishes signs anew at half of its life, so that in the last quarter something is wrong
 * there, or between there and here.
 */
export const isDue = ({ role, at }: Expiry, now: Date): boolean =>
  Date.parse(at) - now.getTime() < (defaultLifetimesDays[role] * dayMs) / 4;

const dayMs = 24 * 60 * 60 * 1000;
