import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line of counts, which any service can read. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const broken = modules.filter(
      (module) =>
        module.state() === 'failed' &&
        [...module.children.allTests()].every((test) => test.result().state !== 'failed'),
    );
    const count = (state: string): number => states.filter((other) => other === state).length;
    console.log(
      `\n${count('passed')} passed, ${count('failed') + broken.length} failed, ${count('skipped')} skipped`,
    );
  }
}
