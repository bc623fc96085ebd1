import type { PropsWithChildren } from "react";

/** What an extension passes to a component: whatever it likes, so every prop is looked at. */
export type Drawn = PropsWithChildren<Readonly<Record<string, unknown>>>;

export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A handler of the extension's; nothing happens when it gave none. */
export function handlerOf(value: unknown): (...args: readonly unknown[]) => void {
  if (typeof value !== "function") return () => {};
  return (...args) => void Reflect.apply(value, undefined, args);
}

/** The mark by which tests find a component. */
export function testMark(testId: unknown): { readonly "data-test-id"?: string } {
  const mark = textOf(testId);
  return mark === "" ? {} : { "data-test-id": mark };
}

/** Entries of an array that are objects: rows, options. */
export function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
