/**
 * Where the editor saves to: as `editor` in content/site.yml says, or the endpoint of `npm start`, which speaks as Gitea does.
 */
import type { Site } from '../../../schemas/types.generated.ts';
import type { PublishMode } from './cms-config.ts';

interface GitBackend {
  /** `group/project` */
  readonly repo: string;
  readonly branch?: string;
  readonly api_root?: string;
  readonly base_url?: string;
  /** Left out, authors can sign in either way. */
  readonly auth_methods?: readonly ('oauth' | 'token')[];
}

/** Sveltia's object. */
export type EditorBackend =
  | (GitBackend & { readonly name: 'gitlab'; readonly app_id?: string; readonly auth_type?: 'pkce' })
  | (GitBackend & { readonly name: 'github' })
  | (GitBackend & { readonly name: 'gitea'; readonly app_id?: string });

/** Returns nothing where site.yml says nothing of an editor: it works on the author's own machine only. */
export function editorBackendOf({ editor }: Pick<Site, 'editor'>): EditorBackend | undefined {
  if (editor === undefined) return undefined;
  const { backend, repo, branch, apiRoot, appId } = editor;
  const baseUrl = editor.baseUrl ?? (backend === 'github' ? undefined : originOf(apiRoot));
  const git: GitBackend = {
    repo,
    ...(branch !== undefined && { branch }),
    ...(apiRoot !== undefined && { api_root: apiRoot.replace(/\/+$/, '') }),
    ...(baseUrl !== undefined && { base_url: baseUrl.replace(/\/+$/, '') }),
  };
  switch (backend) {
    case 'gitlab':
      return appId === undefined
        ? { name: backend, ...git, ...tokenOnly }
        : { name: backend, ...git, app_id: appId, auth_type: 'pkce' };
    case 'gitea':
      return appId === undefined
        ? { name: backend, ...git, ...tokenOnly }
        : { name: backend, ...git, app_id: appId };
    case 'github':
      // Without a service of the ministry's own, Sveltia would ask api.netlify.com to let authors in.
      return { name: backend, ...git, ...(baseUrl === undefined && tokenOnly) };
  }
}

const tokenOnly = { auth_methods: ['token'] } as const;

/** A server of the ministry's own lets authors in where it has its interface. */
const originOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : new URL(address).origin;

/** Sveltia proposes and reviews changes on GitLab and GitHub only; with Gitea, as on the author's machine, they are saved at once. */
export const publishModeOf = ({ name }: EditorBackend): PublishMode =>
  name === 'gitea' ? 'simple' : 'editorial_workflow';
