import { createContext, type ReactNode, useContext } from "react";
import type {
  Choice,
  DraftView,
  Playbook,
  PropertiesAnswer,
  SettingsAnswer,
} from "../../../src/view/settings-view.ts";
import { type Path, pathText } from "./path.ts";

/** What the fields of an open draft share. */
export type Editing = {
  readonly playbook: Playbook;
  readonly draft: DraftView;
  readonly choices: SettingsAnswer["choices"];
  /** The portal's own; `null` until they are there. */
  readonly properties: PropertiesAnswer | null;
  readonly change: (path: Path, value: unknown) => void;
};

/** A part of the page that edits; `panel` tells what the draft would change. */
export type SectionProps = { readonly panel: ReactNode };

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("A field of the playbook stands outside of a draft");
  return editing;
}

/** What is wrong at a place of the draft; with `isWhole` also what is wrong inside of it. */
export function useProblem(path: Path, isWhole = true): FieldProblem {
  const { draft } = useEditing();
  const at = pathText(path);
  const found = draft.problems.filter(
    (problem) =>
      problem.path === at ||
      (isWhole && (problem.path.startsWith(`${at}.`) || problem.path.startsWith(`${at}[`))),
  );
  const isError = found.some(({ severity }) => severity === "error");
  const message = found
    .map((problem) => `${problem.message} ${problem.suggestion ?? ""}`.trim())
    .join(" ");
  if (message === "") return {};
  return isError ? { error: true, validationMessage: message } : { description: message };
}

/** As HubSpot's form fields take it. */
export type FieldProblem = {
  readonly error?: true;
  readonly validationMessage?: string;
  readonly description?: string;
};

/** HubSpot's selects change nothing, and yet ask for lists that may be changed. */
export function optionsOf(choices: readonly Choice[]): Choice[] {
  return [...choices];
}
