export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size in pixels that a harmless drawing (see `findUnsafeSvg`) states in whole numbers, as nearly all do; nothing for any other,
 * whose size only a renderer can tell. What is harmless has no other way to state one: its styles cannot hold `width`.
 */
export function statedSize(svg: Buffer): Size | undefined {
  // The first "<svg" is the root: before it there may be remarks, without "<". Among single quotes could be what only looks like a size.
  const [, attributes = ''] = /<svg([^>']*)>/.exec(svg.toString('latin1')) ?? [];
  const [width, height] = [statedPixels('width', attributes), statedPixels('height', attributes)];
  return width === undefined || height === undefined ? undefined : { width, height };
}

function statedPixels(name: string, attributes: string): number | undefined {
  const [, digits] = new RegExp(`[ \\t\\r\\n]${name}="([1-9][0-9]{0,4})(?:px)?"`).exec(attributes) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
