import type { Answered, Failure } from "@medqual/ui/ask-server.ts";
import type { Playbook, SettingsAnswer } from "../../../src/view/settings-view.ts";
import { type Path, setIn } from "./path.ts";

/** `waiting`: the user may still be typing. */
export type Saving = "saved" | "waiting" | "saving" | Failure;

export type EditorState = {
  /** The newest answer; it stays when a later try fails. */
  readonly answer: SettingsAnswer | null;
  /** Why the settings could not be loaded. */
  readonly failure: Failure | null;
  /** The draft as the user sees it; `null`: there is none. */
  readonly playbook: Playbook | null;
  readonly saving: Saving;
};

export type Editor = {
  /** Forgets what is not saved, and begins from what the server has. */
  readonly reload: () => Promise<void>;
  readonly change: (path: Path, value: unknown) => void;
  /** Saves now what waits, or once more what failed. */
  readonly save: () => Promise<void>;
  readonly take: (answer: SettingsAnswer) => void;
  readonly close: () => void;
};

export const emptyEditor: EditorState = {
  answer: null,
  failure: null,
  playbook: null,
  saving: "saved",
};

const typingMs = 600;

/** Keeps a draft in step with the server: what is typed is saved when the typing pauses. */
export function createEditor(parts: {
  readonly load: () => Promise<Answered<SettingsAnswer>>;
  readonly store: (draft: {
    readonly revision: number;
    readonly playbook: Playbook;
  }) => Promise<Answered<SettingsAnswer>>;
  readonly onState: (state: EditorState) => void;
  /** Runs later; what it returns takes it back. */
  readonly schedule: (run: () => void, afterMs: number) => () => void;
}): Editor {
  let state = emptyEditor;
  let cancel = () => {};
  let isClosed = false;

  function show(change: Partial<EditorState>): void {
    state = { ...state, ...change };
    if (!isClosed) parts.onState(state);
  }

  function take(answer: SettingsAnswer): void {
    cancel();
    const playbook = answer.draft?.document ?? null;
    show({ answer, playbook, failure: null, saving: "saved" });
  }

  async function reload(): Promise<void> {
    cancel();
    const answered = await parts.load();
    if (answered.kind === "answered") take(answered.body);
    else show({ failure: answered.failure });
  }

  async function save(): Promise<void> {
    const { playbook, answer, saving } = state;
    if (!playbook || !answer || saving === "saving" || saving === "saved") return;
    cancel();
    show({ saving: "saving" });
    const answered = await parts.store({ revision: answer.draftRevision, playbook });
    if (answered.kind === "failed") return show({ saving: answered.failure });
    // What was typed meanwhile is newer than what comes back.
    if (state.playbook === playbook) return take(answered.body);
    show({ answer: answered.body, saving: "waiting" });
    saveSoon();
  }

  function saveSoon(): void {
    cancel();
    cancel = parts.schedule(() => void save(), typingMs);
  }

  return {
    reload,
    take,
    save,
    change: (path, value) => {
      if (!state.playbook) return;
      const playbook = setIn(state.playbook, path, value);
      // While one change is under way the next one waits for its revision.
      if (state.saving === "saving") return show({ playbook });
      show({ playbook, saving: "waiting" });
      saveSoon();
    },
    close: () => {
      isClosed = true;
      cancel();
    },
  };
}
