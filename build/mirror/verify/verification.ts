/** What the steps of a verification share. */
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import type { Source } from '../sources/source.ts';
import type { DigestTable } from './digest-table.ts';
import type { FaultLog } from './faults.ts';

export interface VerifyRequest {
  readonly paths: MirrorPaths;
  /** Where what is damaged is fetched again, in their order; none where nothing is to be fetched. */
  readonly sources: readonly Source[];
  /** Whether what is wrong is mended; else it is only looked. */
  readonly repairs: boolean;
  readonly mostConnections: number;
  readonly onProgress: (progress: VerifyProgress) => void;
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export type VerifyStage = 'objects' | 'fetch' | 'sites';

export interface VerifyProgress {
  readonly stage: VerifyStage;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: 'bytes';
}

export interface Job extends VerifyRequest {
  readonly log: FaultLog;
  /** Contents that the kept sites name. */
  readonly contents: DigestTable;
}

/** A kept site whose signatures and manifest are right. */
export interface ProvenSite {
  readonly sequence: number;
  /** `sites/7`, for sentences. */
  readonly label: string;
  readonly folder: string;
  /** Where its manifest lies. */
  readonly manifest: string;
  /** Parts of the release that were looked through. */
  readonly settled: readonly string[];
}
