/** The part of Eleventy 3.1 that we use; the package ships no types. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    readonly benchmarks: {
      /** Of functions that the configuration adds; 0 warns of none. */
      readonly config: { setMinimumThresholdMs(thresholdMs: number): void };
    };
    addTemplateFormats(formats: string): void;
    addExtension(extension: string, options: { key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    setFreezeReservedData(freeze: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    setQuietMode(quiet: boolean): void;
  }

  export interface Options {
    readonly config: (configuration: UserConfig) => void;
    readonly quietMode?: boolean;
    readonly configPath?: string | null;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
