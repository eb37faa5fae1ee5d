/**
 * Correction bytes over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004:2015, 7.5.2).
 */

/** @returns the remainder of the data, times x to the power of `count`, by the generator of that degree */
export function correctionOf(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count);
  const remainder: number[] = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (remainder.shift() ?? 0);
    remainder.push(0);
    generator.forEach((coefficient, index) => {
      remainder[index] = (remainder[index] ?? 0) ^ multiply(coefficient, factor);
    });
  }
  return remainder;
}

/** The product of x − 2⁰ … x − 2ⁿ⁻¹, without its first coefficient, which is 1. */
function generatorOf(degree: number): readonly number[] {
  let coefficients: readonly number[] = [1];
  let root = 1;
  for (let index = 0; index < degree; index++) {
    const [before, power] = [coefficients, root];
    coefficients = [...before, 0].map((value, at) => value ^ multiply(before[at - 1] ?? 0, power));
    root = multiply(root, 2);
  }
  return coefficients.slice(1);
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}
