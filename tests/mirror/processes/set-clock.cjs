// Loaded before a program: for it, the clock of the computer is wrong by so many days.
const shiftMs = Number(process.env.CLOCK_OFF_DAYS) * 24 * 60 * 60 * 1000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shiftMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};
