/** Files lie beside the text and are named in Latin letters, so that every system, link and archive takes them. */
export const isFileName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);

export const fileNameHint =
  'put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg';
