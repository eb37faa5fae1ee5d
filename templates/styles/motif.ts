/** A plain diamond, for a country without a motif of its own. */
export const plainMotif =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="m12 4 8 8-8 8-8-8Z"/></svg>';

/**
 * Returns a motif as a data URI for `url("…")`: one string serves the hem, the mark and the stamp, in any colour.
 *
 * Nothing in it can end the string, the rule or the `<style>` element.
 */
export function motifDataUri(svg = plainMotif): string {
  const compact = svg
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(\.\d*?)0+(?!\d)/g, (number, kept: string) => (kept === '.' ? number : kept)) // 1.500
    .trim();
  const quoted = compact.includes("'") ? compact : compact.replaceAll('"', "'");
  return `data:image/svg+xml,${quoted.replace(/<(?=[/!])|[%#"\\{}]|[^ -~]/gu, encodeURIComponent)}`;
}
