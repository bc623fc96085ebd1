import {
  Accordion,
  Flex,
  Heading,
  List,
  LoadingButton,
  StatusTag,
  Text,
} from "@hubspot/ui-extensions";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { StaleNotice } from "@medqual/ui/components/StaleNotice.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import type { SettingsAnswer, VersionView } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { SendProblem } from "./SendProblem.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly editor: Editor;
  readonly requests: Requests;
};

/** Every version: who published it, what it changed, and the way back to it. */
export function Versions({ answer, editor, requests }: Props) {
  const texts = useTexts(settingsTexts).versions;
  const versions = useAnswer(requests.versions);
  const back = useSend(
    (intent: { readonly version: number }, key) =>
      requests.act("rollbacks", { ...intent, note: texts.note(String(intent.version)), key }),
    () => void editor.reload(),
  );
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.title}</Heading>
      {versions.failure ? (
        <StaleNotice failure={versions.failure} onRetry={versions.reload} />
      ) : null}
      {versions.answer === null && !versions.failure ? <Loading isSmall /> : null}
      {versions.answer?.versions.map((version) => (
        <Version
          key={version.version}
          version={version}
          isGoingBack={
            back.state.kind === "sending" && back.state.intent.version === version.version
          }
          {...(answer.may.publish && !version.isInForce && version.isAgreed
            ? { onBack: () => back.send({ version: version.version }) }
            : {})}
        />
      ))}
      <SendProblem state={back.state} />
    </Flex>
  );
}

type VersionProps = {
  readonly version: VersionView;
  readonly isGoingBack: boolean;
  readonly onBack?: () => void;
};

function Version({ version, isGoingBack, onBack }: VersionProps) {
  const texts = useTexts(settingsTexts).versions;
  const format = useFormat();
  const number = String(version.version);
  const by = version.by ?? texts.app;
  const given = version.approvals.filter((approval) => approval.given !== null);
  return (
    <Accordion
      size="sm"
      title={texts.line(number, version.name, format.moment(version.publishedAt), by)}
    >
      <Flex direction="column" gap="extra-small">
        {version.isInForce ? <StatusTag variant="success">{texts.inForce}</StatusTag> : null}
        {version.note === "" ? null : <Text>{version.note}</Text>}
        {given.map(({ side, label, given: word }) => (
          <Text key={side} variant="microcopy">
            {texts.approvedBy(label, word?.by ?? "")}
          </Text>
        ))}
        <List variant="unordered-styled">
          {version.changes.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </List>
        {onBack ? (
          <LoadingButton size="xs" loading={isGoingBack} onClick={onBack}>
            {texts.back(number)}
          </LoadingButton>
        ) : null}
      </Flex>
    </Accordion>
  );
}
