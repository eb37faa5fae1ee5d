/**
 * What makes an SVG more than a drawing, in words for its author; nothing when it is harmless.
 *
 * In an `<img>` browsers run none of this, but a reader may open the file itself.
 */
export function findUnsafeSvg(text: string): string | undefined {
  return hazards.find(([pattern]) => pattern.test(text))?.[1];
}

const hazards: readonly (readonly [RegExp, string])[] = [
  [/<\s*(?:[\w-]+:)?script/i, 'a script'],
  [/<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video)/i, 'foreign content'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/<!\s*(?:DOCTYPE[^>]*\[|ENTITY)/i, 'an entity'],
  [/(?:href|src)\s*=\s*["']?\s*(?!["'#\s])/i, 'a link'],
  [/url\(\s*["']?\s*(?!["'#\s])/i, 'a reference to another file'],
  [/@import|javascript:/i, 'a reference to another file'],
  [/<\?xml-stylesheet/i, 'a style sheet of its own'],
];
