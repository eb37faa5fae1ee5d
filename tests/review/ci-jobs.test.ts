/** The jobs that annotate a proposal: no forge runs them here, so what they name is compared with what there is. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../build/model/paths.ts';
import { passport } from '../support/command.ts';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly 'continue-on-error'?: boolean;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly permissions?: unknown }>
  >;
}

interface GitlabJob {
  readonly script: readonly string[];
  readonly allow_failure?: boolean;
  readonly artifacts?: { readonly reports: { readonly junit: string }; readonly paths: readonly string[] };
}

const github = await readFile('.github/workflows/check-content.yml', 'utf8');
const gitlab = await readFile('.gitlab-ci.yml', 'utf8');
const workflow = parse(github) as Workflow;
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const jobs = Object.values(parse(gitlab) as Readonly<Record<string, Partial<GitlabJob>>>).filter(
  (value) => value.script !== undefined,
);

test('a proposal from a fork gets no secrets, and nothing may write', () => {
  expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(Object.values(workflow.jobs).filter((job) => job.permissions !== undefined)).toEqual([]);
  expect(github).not.toMatch(/\bsecrets\b(?! of)/);
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
  for (const { uses } of steps)
    if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
});

test('GitLab finds the files that it shows', () => {
  const [check] = jobs;
  const script = check?.script?.join('\n');
  for (const file of [check?.artifacts?.reports.junit, ...(check?.artifacts?.paths ?? [])])
    expect(script).toContain(`> ${file}`);
});

test('a page that is too heavy is told beside its text', async () => {
  // Words that do not repeat themselves, for they are weighed as they are sent.
  const words = Array.from({ length: 6000 }, (_, index) => sha256(String(index)).slice(0, 6)).join(' ');
  const about = 'shared/pages/about/index.en.md';
  const content = await contentFolder({
    [about]: text('title: About\nsummary: About us.\nnav: footer\n', `${words}\n`),
  });
  const root = await temporaryFolder();
  const folders = ['--content', content, '--out', `${root}/out`, '--cache', `${root}/cache`];
  const built = await passport(['build', ...folders, '--no-search', '--budgets', '--format', 'github']);
  expect(built).toMatchObject({ code: 1, stdout: '' });
  expect(built.stderr).toMatch(new RegExp(`^::error file=${content}/${about},.*title=page/budget::`, 'm'));
});

test('every command of a job is there, with its options', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  // What is optional may name a command that comes later.
  const required = [
    ...steps.flatMap((step) => (step['continue-on-error'] ? [] : (step.run ?? []))),
    ...jobs.flatMap((job) => (job.allow_failure ? [] : (job.script ?? []))),
  ].join('\n');
  const commands = [...required.matchAll(/npm run (?:--silent )?([\w:-]+)(?: --((?: [\w-]+)*))?/g)].map(
    ([, name = '', options = '']) => ({ name, options: options.match(/--[\w-]+/g) ?? [] }),
  );
  expect(commands.map(({ name }) => name)).toEqual(['check', 'build', 'check', 'check', 'build']);
  for (const name of new Set(commands.map((command) => command.name))) {
    expect(scripts[name]).toBe(`node scripts/passport.mjs ${name}`);
    const { stdout } = await passport([name, '--help']);
    const options = commands.filter((command) => command.name === name).flatMap((command) => command.options);
    for (const option of options) expect(stdout).toMatch(new RegExp(`^ +${option}\\b`, 'm'));
    if (name === 'check') expect(stdout).toMatch(/\bgithub\b.*\bjunit\b/);
  }
});
