/** A real watch, in a copy of the project, so that its schemas can be broken. */
import { spawn } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

test('check --watch reports again after each change, whatever it finds, and Ctrl-C ends it with 0', async () => {
  const content = await contentFolder();
  const page = path.join(content, 'shared/pages/about/index.en.md');
  const project = await copyOfProject();
  const watch = startWatch(project, content);
  expect(await watch.nextReport()).toMatch(/^\d+ files checked: 0 errors, 0 warnings\n$/);

  await writeFile(page, '---\ntitle: Ab');
  expect(await watch.nextReport()).toMatch(/^\S+\/index\.en\.md:1:1-1:4: error front-matter\/unclosed: /);

  const schema = path.join(project, 'schemas/page.schema.json');
  const whole = await readFile(schema, 'utf8');
  await writeFile(schema, whole.slice(0, 100));
  expect(await watch.nextReport()).toContain('schemas/page.schema.json is broken: ');

  await writeFile(schema, whole);
  expect(await watch.nextReport()).toContain('front-matter/unclosed');

  await writeFile(page, text('title: About\nsummary: About us.\n', 'We.\n'));
  expect(await watch.nextReport()).toMatch(/^\d+ files checked: 0 errors, 0 warnings\n$/);
  expect(await watch.end()).toEqual({ code: 0, signal: null });
});

async function copyOfProject(): Promise<string> {
  const project = await temporaryFolder();
  for (const part of ['build', 'schemas', 'scripts', 'templates', 'package.json'])
    await cp(part, path.join(project, part), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'));
  return project;
}

function startWatch(project: string, content: string) {
  const child = spawn(process.execPath, ['scripts/passport.mjs', 'check', '--watch', '--content', content], {
    cwd: project,
  });
  let output = '';
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      look();
    });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  /** What the next report says that differs from the last one: one change can be seen twice. */
  let last = '';
  return {
    async nextReport(): Promise<string> {
      for (;;) {
        const [whole, report = ''] = /check: begins\n([\s\S]*?)check: ends.*\n/.exec(output) ?? [];
        if (whole === undefined) await new Promise<void>((resolve) => (look = resolve));
        else {
          output = output.slice(output.indexOf(whole) + whole.length);
          if (report === last) continue;
          last = report;
          return report;
        }
      }
    },
    end() {
      child.kill('SIGINT');
      return ended;
    },
  };
}
