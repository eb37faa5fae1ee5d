import { expect, test } from 'vitest';
import { blobNamed, rememberBlob, withFileNames } from '../../../build/editor/client/blob-files.ts';

const address = 'blob:http://localhost:8080/7f1b2c3d-0001';

test('an address of the browser becomes the name of its file, wherever it stands', () => {
  rememberBlob(address, 'stones.svg');
  const form = {
    body: `One ![a](${address}) and [b](<${address}> "t"), bare ${address}\nnext`,
    image: { src: address, alt: 'Stones' },
    gallery: [{ src: address }, 'plain'],
    tags: null,
    count: 3,
    isDone: false,
    nothing: undefined,
  };
  expect(withFileNames(form)).toEqual({
    body: 'One ![a](stones.svg) and [b](<stones.svg> "t"), bare stones.svg\nnext',
    image: { src: 'stones.svg', alt: 'Stones' },
    gallery: [{ src: 'stones.svg' }, 'plain'],
    tags: null,
    count: 3,
    isDone: false,
    nothing: undefined,
  });
});

test('an address that another control made has some name that a picture may have', () => {
  expect(withFileNames('![a](blob:http://localhost:8080/elsewhere)')).toBe('![a](picture.png)');
});

test('a name leads to the picture that was last put in under it', () => {
  rememberBlob('blob:http://localhost/older', 'twice.png');
  rememberBlob('blob:http://localhost/newer', 'twice.png');
  expect([blobNamed('twice.png'), blobNamed('never.png')]).toEqual([
    'blob:http://localhost/newer',
    undefined,
  ]);
  expect(withFileNames('blob:http://localhost/older')).toBe('twice.png');
});

test('words that only speak of a blob stay', () => {
  expect(withFileNames('A blob: soft and round')).toBe('A blob: soft and round');
});
