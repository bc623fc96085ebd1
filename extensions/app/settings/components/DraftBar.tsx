import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingButton,
  StatusTag,
  Text,
} from "@hubspot/ui-extensions";
import { failureText } from "@medqual/ui/failure-text.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { useSend } from "@medqual/ui/use-send.ts";
import type { DraftView, SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor, EditorState, Saving } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { Approvals } from "./Approvals.tsx";
import { BeginDraft } from "./BeginDraft.tsx";
import { Changes, Problems } from "./DraftLists.tsx";
import { Publish } from "./Publish.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly state: EditorState;
  readonly editor: Editor;
  readonly requests: Requests;
};

/** Where the playbook stands: what is in force, and the draft on its way to replace it. */
export function DraftBar({ answer, state, editor, requests }: Props) {
  const texts = useTexts(settingsTexts).bar;
  const { draft, inForce, may } = answer;
  const tone = answer.mode === "active" ? "success" : "warning";
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="small" align="center" wrap="wrap">
        <Heading>{texts.inForce(inForce.name, String(inForce.version))}</Heading>
        <StatusTag variant={tone} testId="mode">
          {texts.modes[answer.mode]}
        </StatusTag>
      </Flex>
      <Text>{inForce.modeSentence}</Text>
      {draft ? (
        <OpenDraft
          answer={answer}
          draft={draft}
          saving={state.saving}
          editor={editor}
          requests={requests}
        />
      ) : (
        <>
          {inForce.isAgreed ? null : (
            <Approvals
              approvals={inForce.approvals}
              of={{ kind: "version", version: inForce.version }}
              answer={answer}
              editor={editor}
              requests={requests}
            />
          )}
          {may.edit ? <BeginDraft answer={answer} editor={editor} requests={requests} /> : null}
        </>
      )}
    </Flex>
  );
}

type OpenProps = {
  readonly answer: SettingsAnswer;
  readonly draft: DraftView;
  readonly saving: Saving;
  readonly editor: Editor;
  readonly requests: Requests;
};

function OpenDraft({ answer, draft, saving, editor, requests }: OpenProps) {
  const texts = useTexts(settingsTexts).bar;
  const format = useFormat();
  const { revision } = draft;
  const discard = useSend(
    (intent: { readonly revision: number }) => requests.draft("/discard", intent),
    editor.take,
  );
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" gap="small" align="center" wrap="wrap">
        <StatusTag variant="info">{texts.draft}</StatusTag>
        <Text>{texts.changed(draft.changed.by, format.moment(draft.changed.at))}</Text>
        <SavingState saving={saving} editor={editor} />
      </Flex>
      <Problems problems={draft.problems} />
      <Changes changes={draft.changes} />
      <Approvals
        approvals={draft.approvals}
        of={{ kind: "draft", revision }}
        answer={answer}
        editor={editor}
        requests={requests}
        isWaiting={saving !== "saved"}
      />
      <Publish
        draft={draft}
        mayPublish={answer.may.publish && saving === "saved"}
        editor={editor}
        requests={requests}
      >
        {answer.may.edit ? (
          <LoadingButton
            variant="destructive"
            loading={discard.state.kind === "sending"}
            onClick={() => discard.send({ revision: answer.draftRevision })}
          >
            {texts.discard}
          </LoadingButton>
        ) : null}
      </Publish>
    </Flex>
  );
}

function SavingState({ saving, editor }: { readonly saving: Saving; readonly editor: Editor }) {
  const texts = useTexts(settingsTexts).bar;
  const common = useTexts(commonTexts);
  if (typeof saving === "string")
    return (
      <Text variant="microcopy" inline>
        {texts.saving[saving]}
      </Text>
    );
  const isOvertaken = saving.kind === "said" && saving.code === "conflict";
  return (
    <Alert title={texts.notSaved} variant="danger">
      <Text>{failureText(saving, common)}</Text>
      <Button size="xs" onClick={() => void (isOvertaken ? editor.reload() : editor.save())}>
        {isOvertaken ? texts.loadAgain : common.retry}
      </Button>
    </Alert>
  );
}
