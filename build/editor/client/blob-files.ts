/**
 * Pictures that were put into a text and are not saved yet: until then a form names each by an address of the browser.
 */
const names = new Map<string, string>();

const blobAddress = /blob:[^\s)"'>]+/g;
/** Whatever the picture will be called: some name that a picture may have. */
const anyName = 'picture.png';

export function rememberBlob(address: string, fileName: string): void {
  names.set(address, fileName);
}

/** The values as they will be once they are saved. */
export function withFileNames<T>(value: T): T {
  if (typeof value === 'string')
    return value.replace(blobAddress, (address) => names.get(address) ?? anyName) as T & string;
  if (Array.isArray(value)) return value.map(withFileNames) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withFileNames(member)])) as T;
}

/** The address of a picture that is not saved yet. */
export const blobNamed = (fileName: string): string | undefined =>
  [...names].findLast(([, name]) => name === fileName)?.[0];
