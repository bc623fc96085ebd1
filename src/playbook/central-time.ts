import type { TimeZone } from "./playbook.ts";

/** Instants at which clocks in the central United States are set forward and back, a year a line. */
const changes = [
  [1_741_507_200_000, 1_762_066_800_000],
  [1_772_956_800_000, 1_793_516_400_000],
  [1_805_011_200_000, 1_825_570_800_000],
  [1_836_460_800_000, 1_857_020_400_000],
  [1_867_910_400_000, 1_888_470_000_000],
  [1_899_360_000_000, 1_919_919_600_000],
  [1_930_809_600_000, 1_951_369_200_000],
  [1_962_864_000_000, 1_983_423_600_000],
  [1_994_313_600_000, 2_014_873_200_000],
  [2_025_763_200_000, 2_046_322_800_000],
  [2_057_212_800_000, 2_077_772_400_000],
] as const;

/** Where a playbook works until it is connected to a portal, whose own zone then takes its place. */
export const centralTime: TimeZone = {
  name: "America/Chicago",
  offsets: [
    { from: 0, minutes: -360 },
    ...changes.flatMap(([spring, autumn]) => [
      { from: spring, minutes: -300 },
      { from: autumn, minutes: -360 },
    ]),
  ],
};
