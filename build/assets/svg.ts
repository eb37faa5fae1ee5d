/**
 * Proves that an SVG is nothing but a drawing: all that it holds is on a list of what drawings need.
 *
 * In an `<img>` browsers run no script, but a reader may open the file itself, and then it acts in the name of the site. A list
 * of what is dangerous would never be complete, and what parsers make of odd files differs; so this reads a strict part of XML 1.0.
 */

/**
 * What an SVG holds beyond a drawing, in words for its author: the first such thing and its line; nothing when it is harmless.
 *
 * @example findUnsafeSvg(bytes) // 'the element <script> in line 3'
 */
export function findUnsafeSvg(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'compressed data';
  const text = decodeText(bytes);
  if (text === undefined) return 'text that is not UTF-8';
  const found = findRefused(text);
  if (found === undefined) return undefined;
  return `${found.what} in line ${text.slice(0, found.at).split('\n').length}`;
}

interface Refused {
  readonly what: string;
  readonly at: number;
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return forbiddenCharacters.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** XML 1.0, 2.2. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbiddenCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

function findRefused(text: string): Refused | undefined {
  const open: string[] = [];
  let rootSeen = false;
  for (const token of tokenize(text)) {
    const { at } = token;
    if (token.kind === 'refused') return token;
    if (token.kind === 'text') {
      const plain = decodeReferences(token.text);
      if (plain === undefined) return { what: 'an entity or "&"', at };
      if (open.length === 0 && /[^ \t\r\n]/.test(token.text)) return { what: 'text outside of <svg>', at };
    } else if (token.kind === 'close') {
      if (open.pop() !== token.name) return { what: mistake, at };
    } else {
      if (open.length === 0 && (rootSeen || token.name !== 'svg'))
        return { what: `the element <${shorten(token.name)}> outside of <svg>`, at };
      const what = refusedIn(token, !rootSeen);
      if (what !== undefined) return { what, at };
      rootSeen = true;
      if (!token.empty) open.push(token.name);
    }
  }
  return rootSeen && open.length === 0 ? undefined : { what: 'no whole <svg>', at: text.length };
}

const mistake = 'a mistake in its XML';
const svgNamespace = 'http://www.w3.org/2000/svg';

function refusedIn({ name, attributes }: OpenTag, isRoot: boolean): string | undefined {
  if (!elements.has(name)) return `the element <${shorten(name)}>`;
  const seen = new Set<string>();
  for (const { name, raw } of attributes) {
    if (seen.has(name)) return `the attribute "${shorten(name)}" twice`;
    seen.add(name);
    const rule = ruleOf(name);
    if (rule === undefined) return `the attribute "${shorten(name)}"`;
    const value = decodeReferences(raw);
    if (value === undefined || !rule(value)) return `the attribute ${name}="${shorten(value ?? raw)}"`;
  }
  return isRoot && !seen.has('xmlns') ? `no xmlns="${svgNamespace}"` : undefined;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly raw: string }[];
  readonly empty: boolean;
}

type Token = { readonly at: number } & (
  | OpenTag
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly what: string }
);

/** White space is that of XML alone: `\s` would see gaps where an XML parser sees none. */
const declaration =
  /<\?xml[ \t\r\n]+version=(["'])1\.0\1(?:[ \t\r\n]+encoding=(["'])utf-8\2)?(?:[ \t\r\n]+standalone=(["'])(?:yes|no)\3)?[ \t\r\n]*\?>/iy;
const characters = /[^<]+/y;
const closeTag = /<\/([^ \t\r\n<>/="'&!?]+)[ \t\r\n]*>/y;
const openStart = /<([^ \t\r\n<>/="'&!?]+)/y;
const attribute = /[ \t\r\n]+([^ \t\r\n<>/="'&!?]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const openEnd = /[ \t\r\n]*(\/?)>/y;

/** Ends with the first token that is refused. */
function* tokenize(text: string): Generator<Token> {
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    position += match?.[0].length ?? 0;
    return match;
  };
  take(declaration);
  while (position < text.length) {
    const at = position;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end < 0 || text[end + 2] !== '>' || /[<>&]/.test(text.slice(at + 4, end)))
        return yield { kind: 'refused', what: 'a comment with "<", ">", "&" or "--" in it', at };
      position = end + 3;
      continue;
    }
    const run = take(characters);
    if (run !== null) {
      yield { kind: 'text', text: run[0], at };
      continue;
    }
    const close = take(closeTag);
    if (close !== null) {
      yield { kind: 'close', name: close[1] ?? '', at };
      continue;
    }
    const name = take(openStart)?.[1];
    if (name === undefined)
      return yield { kind: 'refused', what: describeMarkup(text.slice(at, at + 9)), at };
    const attributes: { name: string; raw: string }[] = [];
    for (let found = take(attribute); found !== null; found = take(attribute))
      attributes.push({ name: found[1] ?? '', raw: found[2] ?? found[3] ?? '' });
    const end = take(openEnd);
    if (end === null) return yield { kind: 'refused', what: mistake, at: position };
    yield { kind: 'open', name, attributes, empty: end[1] === '/', at };
  }
}

function describeMarkup(start: string): string {
  if (/^<\?xml[ \t\r\n]/i.test(start))
    return 'an XML declaration that is not of version 1.0 and UTF-8 at its top';
  if (start.startsWith('<?')) return 'a processing instruction ("<?")';
  if (start.startsWith('<![CDATA[')) return 'a CDATA section';
  return start.startsWith('<!') ? 'a DOCTYPE ("<!")' : mistake;
}

/** The text with its references resolved; nothing when one is not predefined or stands for no printable character. */
function decodeReferences(raw: string): string | undefined {
  let isPlain = !raw.includes(']]>');
  const text = raw.replace(
    /&(?:([a-z]{2,4});|#(\d{1,7});|#x([\dA-Fa-f]{1,6});)?/g,
    (_, name, decimal, hex) => {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      const character = predefined.get(name) ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
      if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(character)) isPlain = false;
      return character;
    },
  );
  return isPlain ? text : undefined;
}

const predefined: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);

type Rule = (value: string) => boolean;

function ruleOf(name: string): Rule | undefined {
  if (presentation.has(name) || geometry.has(name)) return isPlainValue;
  return rules.get(name) ?? (/^aria-[a-z]+$/.test(name) ? isPlainText : undefined);
}

const localReference = /^#[\p{L}\p{N}_.:-]+$/u;
const localUrl = /url\([ \t\r\n]*(["']?)#[\p{L}\p{N}_.:-]+\1[ \t\r\n]*\)/giu;

const isPlainText: Rule = (value) => !/url\s*\(/i.test(value.replace(localUrl, ' '));

/** A CSS value without escapes, comments, at-rules, addresses, and functions that could load a file. */
const isPlainValue: Rule = (value) => {
  const rest = value.replace(localUrl, ' ');
  if (/[\\@:;{}<>&]|\/[/*]/.test(rest) || /["']/.test(rest.replace(/"[^"]*"|'[^']*'/g, ' '))) return false;
  return rest.split('(').slice(0, -1).every(isAllowedFunction);
};

/** Whether what ends a text before a bracket is an allowed function or no name; a look at the end alone takes no time to speak of. */
function isAllowedFunction(before: string): boolean {
  const [name = ''] = /[\p{L}\p{N}_-]*$/u.exec(before.trimEnd().slice(-longestNameLength)) ?? [];
  return name === '' || functions.has(name.toLowerCase());
}

const longestNameLength = 40;

const isPlainStyle: Rule = (value) =>
  value.split(';').every((declaration) => {
    const [, property = '', propertyValue = ''] = /^\s*([\w-]+)\s*:(.*)$/s.exec(declaration) ?? [];
    if (property === '') return declaration.trim() === '';
    return (presentation.has(property) || property.startsWith('-inkscape-')) && isPlainValue(propertyValue);
  });

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['xmlns', (value) => value === svgNamespace],
  ['xmlns:svg', (value) => value === svgNamespace],
  ['xmlns:xlink', (value) => value === 'http://www.w3.org/1999/xlink'],
  ['xml:space', (value) => value === 'preserve' || value === 'default'],
  ['href', (value) => localReference.test(value)],
  ['xlink:href', (value) => localReference.test(value)],
  ['style', isPlainStyle],
  ...['id', 'class', 'role', 'lang', 'xml:lang'].map((name) => [name, isPlainText] as const),
]);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** SVG 2, without what runs, moves, links, or shows other files. */
const elements = words(`
  svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol
  clipPath mask pattern linearGradient radialGradient stop marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`);

/** Attributes that are CSS properties as well, and properties that editors write into `style`. */
const presentation = words(`
  alignment-baseline baseline-shift block-progression clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill
  fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning
  font-size font-size-adjust font-stretch font-style font-variant font-variant-alternates font-variant-caps
  font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position
  font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
  inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid
  marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside
  shape-margin shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width text-align text-anchor text-decoration text-decoration-color text-decoration-line
  text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform transform
  transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode`);

const geometry = words(`
  amplitude azimuth baseFrequency baseProfile bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode
  elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits height in in2 intercept k1
  k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth
  maskContentUnits maskUnits method mode numOctaves offset operator order orient pathLength patternContentUnits
  patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
  primitiveUnits r radius refX refY result rotate rx ry scale seed side slope spacing specularConstant
  specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale tableValues targetX targetY
  textLength type values version viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z`);

const functions = words(`
  var calc min max clamp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark
  matrix matrix3d translate translatex translatey scale scalex scaley rotate skew skewx skewy
  rect inset circle ellipse polygon path
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia`);
