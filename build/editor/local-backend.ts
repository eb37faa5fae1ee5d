import type { EditorBackend } from './config/backend.ts';
import { repositoryPath } from './repository/repository.ts';

/** The endpoint of `npm start`, for a page that it served itself. */
export const localBackend = (origin: string): EditorBackend => ({
  name: 'gitea',
  repo: 'local/content',
  branch: 'main',
  base_url: origin,
  api_root: `${origin}${repositoryPath.replace(/\/$/, '')}`,
});
