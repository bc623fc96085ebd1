import type { Clock, Duration } from "../playbook/playbook.ts";

/** "1 hour", "2 working days". */
export function durationText(duration: Duration): string {
  if (duration.kind === "hours") return counted(duration.hours, "working hour");
  return counted(duration.days, "working day");
}

/** "First touch within 1 working hour, accepted or returned within 5 working days". */
export function clockText({ firstTouch, decision }: Clock): string {
  return `First touch within ${durationText(firstTouch)}, accepted or returned within ${durationText(decision)}`;
}

/** "1 lead", "2 leads". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
