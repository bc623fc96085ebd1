import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  LoadingButton,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { FailureNotice } from "@medqual/ui/components/FailureNotice.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import type { ConnectionAnswer, SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { Disconnect } from "./Disconnect.tsx";
import { SendProblem } from "./SendProblem.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly editor: Editor;
  readonly requests: Requests;
};

/** Whether Medqual works, what keeps it from working, and the ways to stop it. */
export function Connection({ answer, editor, requests }: Props) {
  const connection = useAnswer(requests.connection);
  if (!connection.answer)
    return connection.failure ? (
      <FailureNotice failure={connection.failure} onRetry={connection.reload} />
    ) : (
      <Loading />
    );
  return (
    <Flex direction="column" gap="medium">
      <Mode answer={answer} editor={editor} requests={requests} />
      <Health connection={connection.answer} />
      <Scopes connection={connection.answer} />
      {answer.may.disconnect ? (
        <Disconnect connection={connection.answer} requests={requests} />
      ) : null}
    </Flex>
  );
}

function Mode({ answer, editor, requests }: Props) {
  const texts = useTexts(settingsTexts).connection;
  const { state, send } = useSend(
    (intent: { readonly mode: "paused" | "resumed" }, key) =>
      requests.act("mode", { ...intent, key }),
    () => void editor.reload(),
  );
  const mode = answer.mode === "paused" ? "resumed" : "paused";
  return (
    <Flex direction="column" gap="extra-small">
      <Heading>{texts.mode}</Heading>
      <Text>{answer.inForce.modeSentence}</Text>
      {answer.may.pause ? (
        <Flex>
          <LoadingButton
            size="sm"
            loading={state.kind === "sending"}
            onClick={() => send({ mode })}
          >
            {texts.switch[mode]}
          </LoadingButton>
        </Flex>
      ) : null}
      <SendProblem state={state} />
    </Flex>
  );
}

function Health({ connection }: { readonly connection: ConnectionAnswer }) {
  const texts = useTexts(settingsTexts).connection;
  const format = useFormat();
  const { backfill, work, problems, lastEventAt } = connection;
  const rows = [
    [texts.since, format.moment(connection.connectedAt)],
    [texts.token, texts.validUntil(format.moment(connection.tokenExpiresAt))],
    [texts.lastEvent, lastEventAt === null ? texts.never : format.moment(lastEventAt)],
    [texts.swept, format.moment(connection.sweptUntil)],
    [
      texts.listing,
      backfill === null
        ? texts.never
        : backfill.finishedAt === null
          ? texts.reading(format.number(backfill.listed))
          : texts.read(format.number(backfill.listed), format.moment(backfill.finishedAt)),
    ],
    [texts.pending, format.number(work.pending)],
    [texts.outbox, format.number(work.outbox)],
    [texts.parked, format.number(work.parked)],
  ] as const;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.title}</Heading>
      {problems.map(({ what, cure, since }) => (
        <Alert key={what} title={what} variant="danger">
          <Text>{`${cure} ${texts.problemSince(format.moment(since))}`}</Text>
        </Alert>
      ))}
      <DescriptionList direction="row">
        {rows.map(([label, value]) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
    </Flex>
  );
}

function Scopes({ connection }: { readonly connection: ConnectionAnswer }) {
  const texts = useTexts(settingsTexts).connection;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.scopes}</Heading>
      <Table bordered density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader width="min">{texts.granted}</TableHeader>
            <TableHeader>{texts.scope}</TableHeader>
            <TableHeader>{texts.why}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {connection.scopes.map(({ scope, why, isGranted, isOptional }) => (
            <TableRow key={scope}>
              <TableCell>
                <StatusTag variant={isGranted ? "success" : isOptional ? "default" : "danger"}>
                  {isGranted ? texts.yes : isOptional ? texts.optional : texts.missing}
                </StatusTag>
              </TableCell>
              <TableCell>{scope}</TableCell>
              <TableCell>{why}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
