/** Whether Windows has no file of this name: devices, and names with a dot at their end. */
export const isReservedName = (name: string): boolean =>
  /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(name) || name.endsWith('.');
