/** The process of the preview that looks through the whole content, while the other one goes on answering. */
import type { CountryFolders } from '../model/content-folders.ts';
import { type Survey, surveyContent } from '../pipeline.ts';
import { serveJobs } from '../processes/serve-jobs.ts';

export interface SurveySetup {
  readonly contentFolder: string;
  readonly countryFolders: CountryFolders;
  readonly cacheFolder: string;
  /** Where the sites are served, one folder each. */
  readonly baseUrl: string;
}

export type SurveyJobs = {
  survey: {
    readonly input: { readonly forgets: boolean };
    readonly output: Survey;
  };
};

serveJobs<SurveyJobs, SurveySetup>((setup) => ({
  survey: ({ forgets }) => surveyContent({ ...setup, drafts: true, forgets }),
}));
