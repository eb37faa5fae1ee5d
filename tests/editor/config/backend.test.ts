import { describe, expect, test } from 'vitest';
import { editorBackendOf, editorConfig } from '../../../build/editor/config/editor-config.ts';
import type { Site } from '../../../schemas/types.generated.ts';
import { faults, minimalContent } from '../../support/content.ts';
import { contentWith, schemaFaults } from './opened.ts';

type Editor = NonNullable<Site['editor']>;

const repo = 'ministry/passport';

const backends: [string, Editor, object, string][] = [
  [
    "a ministry's own GitLab",
    { backend: 'gitlab', repo, branch: 'main', apiRoot: 'https://git.example.org/api/v4/', appId: 'abc' },
    {
      name: 'gitlab',
      repo,
      branch: 'main',
      api_root: 'https://git.example.org/api/v4',
      base_url: 'https://git.example.org',
      app_id: 'abc',
      auth_type: 'pkce',
    },
    'editorial_workflow',
  ],
  [
    'gitlab.com, without a registered application',
    { backend: 'gitlab', repo },
    { name: 'gitlab', repo, auth_methods: ['token'] },
    'editorial_workflow',
  ],
  [
    'GitLab below a path, with an address of its own to sign in',
    {
      backend: 'gitlab',
      repo,
      apiRoot: 'https://example.org/git/api/v4',
      baseUrl: 'https://example.org/git/',
      appId: 'a',
    },
    {
      name: 'gitlab',
      repo,
      api_root: 'https://example.org/git/api/v4',
      base_url: 'https://example.org/git',
      app_id: 'a',
      auth_type: 'pkce',
    },
    'editorial_workflow',
  ],
  [
    'GitHub, without a service that lets authors in',
    { backend: 'github', repo, appId: 'unused' },
    { name: 'github', repo, auth_methods: ['token'] },
    'editorial_workflow',
  ],
  [
    'GitHub, with one',
    { backend: 'github', repo, baseUrl: 'https://auth.example.org' },
    { name: 'github', repo, base_url: 'https://auth.example.org' },
    'editorial_workflow',
  ],
  [
    'Forgejo',
    { backend: 'gitea', repo, apiRoot: 'https://code.example.org/api/v1', appId: 'b' },
    {
      name: 'gitea',
      repo,
      api_root: 'https://code.example.org/api/v1',
      base_url: 'https://code.example.org',
      app_id: 'b',
    },
    'simple',
  ],
];

test.each(backends)('site.yml can name %s', async (_, editor, expected, mode) => {
  const backend = editorBackendOf({ editor });
  expect(backend).toEqual(expected);
  if (backend === undefined) throw new Error('no backend');
  const config = editorConfig({ content: await contentWith(), backend });
  expect(config.publish_mode).toBe(mode);
  expect(schemaFaults(config)).toEqual([]);
});

test('a site.yml without an editor names none', () => {
  expect(editorBackendOf({})).toBeUndefined();
});

describe('what an administrator writes into site.yml', () => {
  const site = (editor: string): Record<string, string> => ({
    'site.yml': `${minimalContent['site.yml']}editor: ${editor}\n`,
  });

  test('is taken', async () => {
    expect(await faults(site('{backend: gitlab, repo: ministry/sub/passport, appId: "12"}'))).toEqual([]);
  });

  test.each([
    [
      '{backend: gitlab}',
      'site.yml:5:1 error front-matter/required: the field "editor.repo" is missing (add a line "repo: …")',
    ],
    [
      '{backend: svn, repo: a/b}',
      'site.yml:5:19 error front-matter/enum: editor.backend: "svn" is not one of: gitlab, github, gitea (write one of them, such as gitlab)',
    ],
    [
      '{backend: gitlab, repo: https://gitlab.com/a/b}',
      'site.yml:5:33 error front-matter/pattern: editor.repo: "https://gitlab.com/a/b" cannot be used here (write group and name with a slash between them: ministry/learning-passport)',
    ],
    [
      '{backend: gitlab, repo: a/b, apiRoot: git.example.org}',
      'site.yml:5:47 error front-matter/url: editor.apiRoot: "git.example.org" is not a web address (write https://git.example.org/)',
    ],
    [
      '{backend: gitlab, repo: a/b, branch: a b}',
      'site.yml:5:46 error front-matter/pattern: editor.branch: "a b" cannot be used here (write the name of a branch, such as main)',
    ],
  ])('%s', async (editor, fault) => {
    expect(await faults(site(editor))).toEqual([fault]);
  });
});
