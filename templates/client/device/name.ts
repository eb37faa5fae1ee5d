/**
 * The name for certificates, which only its owner keeps, and only when asked to. It stands beside the record, so that a record that
 * is handed on does not carry it.
 */
const keyOf = (site: string): string => `learning-passport-name ${site}`;

/** @param site code of the country */
export function loadName(site: string): string {
  try {
    return localStorage.getItem(keyOf(site)) ?? '';
  } catch {
    return '';
  }
}

/** An empty name is forgotten. */
export function keepName(site: string, name: string): void {
  try {
    if (name === '') localStorage.removeItem(keyOf(site));
    else localStorage.setItem(keyOf(site), name);
  } catch {
    // It is typed again the next time.
  }
}
