import { Flex, Heading, Statistics, StatisticsItem, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import type { ReactNode } from "react";
import type { SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { Versions } from "./Versions.tsx";
import { labelIn } from "./WhatIfPanel.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly editor: Editor;
  readonly requests: Requests;
  /** What the draft would change; null without one. */
  readonly panel: ReactNode;
};

/** Where everybody stands, what the draft would change, and the versions so far. */
export function Overview({ answer, editor, requests, panel }: Props) {
  const texts = useTexts(settingsTexts).overview;
  const format = useFormat();
  const { backfill, contactsByStatus, choices } = answer;
  const isReading = backfill !== null && backfill.step !== "done";
  return (
    <Flex direction="column" gap="medium">
      {isReading ? <Text>{texts.reading(format.number(backfill.listed))}</Text> : null}
      <Heading>{texts.standing}</Heading>
      <Statistics testId="standing">
        {Object.entries(contactsByStatus).map(([status, count]) => (
          <StatisticsItem
            key={status}
            label={labelIn(choices.statuses, status)}
            number={format.number(count)}
          />
        ))}
      </Statistics>
      {panel}
      <Versions key={answer.inForce.version} answer={answer} editor={editor} requests={requests} />
    </Flex>
  );
}
