import { Tab, Tabs } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { type ReactNode, useMemo, useState } from "react";
import type { SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor, EditorState } from "../create-editor.ts";
import { type Editing, EditingContext, type SectionProps } from "../editing.tsx";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { useWhatIf } from "../use-what-if.ts";
import { Connection } from "./Connection.tsx";
import { DraftBar } from "./DraftBar.tsx";
import { InForce } from "./InForce.tsx";
import { Overview } from "./Overview.tsx";
import { type SectionId, sections } from "./sections.tsx";
import { WhatIfPanel } from "./WhatIfPanel.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly state: EditorState;
  readonly editor: Editor;
  readonly requests: Requests;
};

/** The state of the playbook above, and below it one tab for each of its parts. */
export function Desk({ answer, state, editor, requests }: Props) {
  const texts = useTexts(settingsTexts);
  const [tab, setTab] = useState<string>("overview");
  const { draft, choices, may } = answer;
  const properties = useAnswer(requests.properties).answer;
  const whatIf = useWhatIf(requests, draft?.revision ?? null);
  const { playbook } = state;
  const editing = useMemo(
    (): Editing | null =>
      draft && playbook && may.edit
        ? { playbook, draft, choices, properties, change: editor.change }
        : null,
    [draft, playbook, may.edit, choices, properties, editor],
  );
  const panel = draft ? (
    <WhatIfPanel whatIf={whatIf} revision={draft.revision} statuses={choices.statuses} />
  ) : null;
  const content = (id: SectionId, Section: (props: SectionProps) => ReactNode) => {
    if (!editing) return <InForce answer={answer} section={id} />;
    return <Section panel={panel} />;
  };
  return (
    <EditingContext.Provider value={editing}>
      <DraftBar answer={answer} state={state} editor={editor} requests={requests} />
      <Tabs selected={tab} onSelectedChange={(next: string | number) => setTab(String(next))}>
        <Tab tabId="overview" title={texts.tabs.overview}>
          {tab === "overview" ? (
            <Overview answer={answer} editor={editor} requests={requests} panel={panel} />
          ) : null}
        </Tab>
        {sections.map(({ id, Section }) => (
          <Tab key={id} tabId={id} title={texts.tabs[id]}>
            {tab === id ? content(id, Section) : null}
          </Tab>
        ))}
        <Tab tabId="connection" title={texts.tabs.connection}>
          {tab === "connection" ? (
            <Connection answer={answer} editor={editor} requests={requests} />
          ) : null}
        </Tab>
      </Tabs>
    </EditingContext.Provider>
  );
}
