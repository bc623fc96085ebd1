import { signalKinds } from "../facts/signal.ts";
import type { Playbook, SignalWorth } from "../playbook/playbook.ts";

const dayMs = 86_400_000;

/** Milliseconds after which no signal of this playbook has half a point left: older ones need no look. */
export function memoryOf({ intent, offers }: Playbook): number {
  const worths: readonly SignalWorth[] = [
    ...signalKinds.flatMap((kind) => {
      const { byStage = {}, ...rule } = intent.signals[kind];
      return [rule, ...Object.values(byStage)];
    }),
    ...offers.flatMap(({ worth }) => worth ?? []),
  ];
  const days = worths.map(({ points, halfLifeDays }) => halfLifeDays * Math.log2(2 * points));
  return Math.ceil(Math.max(0, ...days)) * dayMs;
}
