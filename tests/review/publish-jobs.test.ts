/** The jobs that publish: no forge runs them here, so their commands run with an npm that only tells what it was asked for. */
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { passport, runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/content.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: unknown;
  readonly environment?: { readonly name: string };
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface GitlabJob {
  readonly parallel?: { readonly matrix: readonly { readonly COUNTRY: readonly string[] }[] };
  readonly rules?: readonly { readonly if: string }[];
  readonly environment?: { readonly name: string };
  readonly resource_group?: string;
  readonly script?: readonly string[];
}

const text = (file: string): Promise<string> => readFile(file, 'utf8');
const workflows = {
  publish: parse(await text('.github/workflows/publish.yml')) as Workflow,
  renew: parse(await text('.github/workflows/renew-signatures.yml')) as Workflow,
};
const gitlab = parse(await text('.gitlab/publish.yml')) as Readonly<Record<string, GitlabJob>>;

/** What commands are asked for, and which of their options a job may use. */
const known: Readonly<Record<string, readonly string[]>> = {
  check: ['--format'],
  build: ['--country'],
  release: ['--country', '--from', '--out', '--published'],
  deploy: ['--from', '--to', '--url', '--purge-hook'],
  keys: ['--country', '--from', '--published'],
};

describe.each(Object.entries(workflows))('GitHub: %s', (name, workflow) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('no proposal starts it, and nothing runs before an administrator has named countries', () => {
    const expected = name === 'publish' ? ['push', 'workflow_dispatch'] : ['schedule', 'workflow_dispatch'];
    expect(Object.keys(workflow.on)).toEqual(expected);
    for (const [, { if: condition = '', needs }] of jobs)
      if (needs === undefined)
        expect(condition).toBe("vars.PASSPORT_COUNTRIES != '' && github.ref == 'refs/heads/main'");
  });

  test('its token may only read, and actions are those of GitHub, pinned', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [, job] of jobs) expect(job.permissions).toBeUndefined();
    for (const { uses, run = '' } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/);
      expect(run).not.toContain('${{');
    }
  });

  test('keys are only where something is signed, and credentials only where a target is reached', () => {
    for (const [, { env = {}, environment, steps: own }] of jobs) {
      expect(JSON.stringify(env)).not.toContain('secrets.');
      for (const { env: secrets = {}, run = '', uses } of own) {
        const names = Object.keys(secrets).filter((key) => secrets[key]?.includes('secrets.'));
        if (names.length > 0) expect([environment, uses]).toEqual([expect.anything(), undefined]);
        const keys = names.filter((key) => key.startsWith('PASSPORT_KEY_'));
        const needed = run.includes('npm run release')
          ? ['PASSPORT_KEY_TARGETS', 'PASSPORT_KEY_SNAPSHOT', 'PASSPORT_KEY_TIMESTAMP']
          : run.includes('npm run keys')
            ? ['PASSPORT_KEY_SNAPSHOT', 'PASSPORT_KEY_TIMESTAMP']
            : [];
        expect(keys, run).toEqual(needed);
        expect(
          names.some((key) => key.startsWith('AWS_')),
          run,
        ).toBe(/npm run (?:release|deploy|keys)/.test(run));
        for (const key of names) expect(secrets[key]).toBe(`\${{ secrets.${key} }}`);
      }
    }
  });

  test('one job at a time reaches the target of a country, and none is broken off', () => {
    for (const [, { environment, concurrency }] of jobs)
      if (environment !== undefined)
        expect(concurrency).toEqual({ group: `publish-\${{ matrix.country }}`, 'cancel-in-progress': false });
  });
});

describe('GitLab', () => {
  const jobs = Object.entries(gitlab).filter(([, job]) => job.script !== undefined);

  test('nothing runs before an administrator has said so, and nothing for a proposal', () => {
    expect(jobs.map(([name]) => name)).toEqual(['build', 'publish', 'renew']);
    for (const [, { rules = [] }] of jobs)
      expect(rules).toEqual([
        {
          if: expect.stringMatching(
            /^\$PASSPORT_PUBLISH == "on" && \$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH && \$CI_PIPELINE_SOURCE [!=]= "schedule"$/,
          ),
        },
      ]);
  });

  test('every country of the content is built, and one job at a time reaches its target', async () => {
    const countries = gitlab['.countries']?.parallel?.matrix[0]?.COUNTRY;
    expect(countries).toEqual((await readdir('content/countries')).toSorted());
    for (const [name, { environment, resource_group: group }] of jobs)
      expect([name, environment?.name, group]).toEqual(
        name === 'build' ? [name, undefined, undefined] : [name, `${name}/$COUNTRY`, 'publish-$COUNTRY'],
      );
  });

  test('the pipeline includes them, with their stages', async () => {
    const pipeline = parse(await text('.gitlab-ci.yml')) as { include: unknown; stages: unknown };
    expect(pipeline.include).toEqual([{ local: '.gitlab/publish.yml' }]);
    expect(pipeline.stages).toEqual(['check', 'build', 'publish']);
  });
});

test('every command is there, with its options', async () => {
  const { scripts } = JSON.parse(await text('package.json')) as { scripts: Record<string, string> };
  const lines = [
    ...Object.values(workflows).flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run)),
    ),
    ...Object.values(gitlab).flatMap(({ script = [] }) => script),
  ].join('\n');
  const commands = [...lines.matchAll(/npm run (\w+) -- (.*)$/gm)].map(([, name = '', rest = '']) => ({
    name,
    options: rest.match(/--[\w-]+/g) ?? [],
  }));
  expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(Object.keys(known)));
  for (const { name, options } of commands)
    for (const option of options) expect(known[name], name).toContain(option);
  for (const [name, options] of Object.entries(known)) {
    // A command that comes with a later change is known by its contract until then.
    if (scripts[name] === undefined) continue;
    const { stdout } = await passport([name, '--help']);
    for (const option of options) expect(stdout).toContain(option);
  }
});

describe('what a job runs', () => {
  const settings = {
    COUNTRY: 'kg',
    TARGET: 's3://a bucket/kg',
    URL: 'https://kg.example.org/',
    PASSPORT_TARGET: 's3://a bucket/kg',
    PASSPORT_URL: 'https://kg.example.org/',
  };
  const release = [
    'run release -- --country kg --from dist/kg --out releases/kg --published s3://a bucket/kg',
    'run deploy -- --from releases/kg --to s3://a bucket/kg --url https://kg.example.org/',
  ];
  const renewal = [
    'run keys -- renew --country kg --from releases/kg --published s3://a bucket/kg',
    release[1],
  ];
  const [publish, renew] = [workflows.publish.jobs.publish, workflows.renew.jobs.renew].map((job) =>
    (job?.steps ?? []).flatMap(({ run, if: condition }) => (condition === undefined ? (run ?? []) : [])),
  );

  /** Runs lines in one shell, as forges do, and returns what npm was asked for, with `|` between two words where they are no words. */
  async function commandsOf(
    lines: readonly string[],
    env: Record<string, string>,
  ): Promise<readonly string[]> {
    const folder = await temporaryFolder();
    const bin = path.join(folder, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'npm'), '#!/bin/sh\nprintf "%s " "$#:" "$@"\necho\n');
    await chmod(path.join(bin, 'npm'), 0o755);
    const outcome = await runCommand(
      'bash',
      ['-e', '-u', '-o', 'pipefail', '-c', lines.join('\n')],
      {
        PATH: `${bin}:${process.env.PATH}`,
        HOME: folder,
        SSH_KEY: '',
        PASSPORT_TARGET: '',
        PASSPORT_PURGE_HOOK: '',
        PURGE_HOOK: '',
        ...env,
      },
      folder,
    );
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    return outcome.stdout
      .trim()
      .split('\n')
      .filter((line) => !line.includes(' ci '));
  }
  const counted = (words: readonly (string | undefined)[], more = 0): string[] =>
    words.map((line = '') => {
      const separate = line.replace('a bucket', 'a_bucket').split(' ');
      return `${separate.length + more}: ${line}`;
    });
  const trimmed = (lines: readonly string[]): string[] => lines.map((line) => line.trimEnd());

  test.each([
    ['GitHub, publish', publish ?? [], release],
    ['GitHub, renew', renew ?? [], renewal],
    ['GitLab, publish', gitlab.publish?.script ?? [], release],
    ['GitLab, renew', gitlab.renew?.script ?? [], renewal],
  ])('%s: the commands, each word in its place', async (_, lines, expected) => {
    expect(trimmed(await commandsOf(lines, settings))).toEqual(counted(expected));
    const hook = { PURGE_HOOK: 'tools/a hook', PASSPORT_PURGE_HOOK: 'tools/a hook' };
    expect((await commandsOf(lines, { ...settings, ...hook })).at(-1)).toContain('--purge-hook tools/a hook');
  });

  test('GitLab passes over a country that nobody has set up', async () => {
    for (const name of ['publish', 'renew'])
      expect(await commandsOf(gitlab[name]?.script ?? [], { COUNTRY: 'kg' })).toEqual([
        expect.stringMatching(/^kg has no PASSPORT_TARGET/),
      ]);
  });

  test('the key for SSH is for nobody else to read', async () => {
    const step = workflows.publish.jobs.publish?.steps.find(({ if: condition }) => condition !== undefined);
    expect(step?.if).toBe("startsWith(vars.PASSPORT_TARGET, 'rsync://')");
    const lines = [
      step?.run ?? '',
      'stat -c "%a %n" .ssh .ssh/id_ed25519',
      'cat .ssh/id_ed25519 .ssh/known_hosts',
    ];
    expect(await commandsOf(lines, { SSH_KEY: 'a key', SSH_KNOWN_HOSTS: 'a host' })).toEqual([
      '700 .ssh',
      '600 .ssh/id_ed25519',
      'a key',
      'a host',
    ]);
  });
});
