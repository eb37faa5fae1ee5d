import { expect, test } from 'vitest';
import { isLocalName, previewUrl } from '../../build/serve/hosts.ts';

test.each([
  ['127.0.0.1', 'http://localhost:8080/'],
  ['0.0.0.0', 'http://localhost:8080/'],
  ['::', 'http://localhost:8080/'],
  ['::1', 'http://[::1]:8080/'],
  ['FE80:0:0:0:0:0:0:1', 'http://[fe80::1]:8080/'],
  ['192.168.0.7', 'http://192.168.0.7:8080/'],
])('a preview that listens on %s is found at %s', (host, url) => {
  expect(previewUrl(host, 8080)).toBe(url);
});

test.each([
  ['localhost:8080', '127.0.0.1', true],
  ['LOCALHOST', '127.0.0.1', true],
  ['[::1]:8080', '::1', true],
  ['[fe80::1]:8080', 'FE80:0::1', true],
  ['192.168.0.7:8080', '192.168.0.7', true],
  ['192.168.0.7:8080', '127.0.0.1', false],
  ['evil.example.org', '::1', false],
  [undefined, '127.0.0.1', false],
])('a request for %s to a preview on %s: %s', (field, listened, local) => {
  expect(isLocalName(field, listened)).toBe(local);
});
