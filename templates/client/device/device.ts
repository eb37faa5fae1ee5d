/**
 * The record of this device. Where storage is full or blocked, pages go on without it.
 */
import { emptyRecord, type LearningRecord, mergeRecords, readRecord } from './record.ts';

/** Sites of several countries may share an origin. */
const keyOf = (site: string): string => `learning-passport ${site}`;

/** @param site code of the country */
export function loadRecord(site: string): LearningRecord {
  try {
    return readRecord(localStorage.getItem(keyOf(site))) ?? emptyRecord;
  } catch {
    return emptyRecord;
  }
}

/**
 * Adds to what the device has by now: another tab may have written, too.
 *
 * @returns whether it could be kept
 */
export function addToRecord(site: string, more: Partial<LearningRecord>): boolean {
  try {
    const record = mergeRecords(loadRecord(site), { ...emptyRecord, ...more });
    localStorage.setItem(keyOf(site), JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything, on this device alone. */
export function forgetRecord(site: string): void {
  try {
    localStorage.removeItem(keyOf(site));
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
