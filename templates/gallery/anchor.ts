/** Returns what a state is called in addresses: `single choice, wrong` → `single-choice-wrong`. */
export const anchorOf = (state: string): string =>
  state
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
