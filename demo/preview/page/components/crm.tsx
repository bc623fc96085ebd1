import { Button } from "./buttons.tsx";
import { type Drawn, handlerOf, isRow, rowsOf, textOf } from "./props.ts";
import { useSurface } from "./surface.ts";

// HubSpot's own actions on records. The ones that lead to a record do so; of the forms that belong to
// HubSpot, the preview says which one would open.

const forms: Readonly<Record<string, string>> = {
  ADD_NOTE: "the editor of a note",
  ADD_TASK: "the editor of a task",
  SEND_EMAIL: "the editor of an e-mail",
  SCHEDULE_MEETING: "the scheduler of a meeting",
  OPEN_RECORD_CREATOR_FORM: "the form of a new record",
  OPEN_RECORD_ASSOCIATION_FORM: "the form that adds an association",
  ENGAGEMENT_APP_LINK: "the activity",
  PAGE_APP_LINK: "a page of HubSpot",
  EXTERNAL_URL: "an address outside of HubSpot",
  OPEN_WORKFLOW_ENROLLMENT_MODAL: "the choice of a workflow",
};

export function CrmActionButton(props: Drawn) {
  const act = useCrmAction();
  const { actionType, actionContext, onClick, children, ...rest } = props;
  return (
    <Button
      {...rest}
      onClick={() => {
        act(actionType, actionContext);
        handlerOf(onClick)();
      }}
    >
      {children}
    </Button>
  );
}

export function CrmActionLink(props: Drawn) {
  return (
    <CrmActionButton {...props} variant="link">
      {props.children}
    </CrmActionButton>
  );
}

export function CrmCardActions({ actionConfigs }: Drawn) {
  const configs = rowsOf(actionConfigs).flatMap((config) =>
    config["type"] === "dropdown" ? rowsOf(config["options"]) : [config],
  );
  return (
    <div className="button-row">
      {configs.map((config) => (
        <CrmActionButton key={JSON.stringify(config)} {...config}>
          {textOf(config["label"]) || textOf(config["actionType"])}
        </CrmActionButton>
      ))}
    </div>
  );
}

function useCrmAction(): (actionType: unknown, context: unknown) => void {
  const { openRecord, tell } = useSurface();
  return (actionType, context) => {
    const name = textOf(actionType);
    const { objectTypeId, objectId } = isRow(context) ? context : {};
    const leads = name === "PREVIEW_OBJECT" || name === "RECORD_APP_LINK";
    if (leads && openRecord(textOf(objectTypeId), textOf(objectId))) return;
    tell(`Here HubSpot opens ${forms[name] ?? "the record"}. The preview has none.`);
  };
}
