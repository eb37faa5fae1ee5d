/**
 * One seed for every property test, so that a run can be repeated and a change alone makes it fail. `FUZZ_SEED=$RANDOM npm test`
 * looks further.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? 20261124) });
