import { definitionOf } from "../portal/definitions.ts";
import type { Form } from "../portal/forms.ts";
import type { Portal } from "../portal/portal.ts";
import type { PropertyDefinition } from "../portal/property-definition.ts";

/** A form as HubSpot describes it: the field of one property in each group. */
export function formView(portal: Portal, { id, name, fields, ...dates }: Form): unknown {
  return {
    id,
    name,
    formType: "hubspot",
    createdAt: new Date(dates.createdAt).toISOString(),
    updatedAt: new Date(dates.updatedAt).toISOString(),
    archived: false,
    fieldGroups: fields.map((field) => ({
      groupType: "default_group",
      richTextType: "text",
      fields: [fieldView(portal, field)],
    })),
    configuration: {
      language: "en",
      createNewContactForNewEmail: false,
      editable: true,
      allowLinkToResetKnownValues: false,
      prePopulateKnownValues: true,
      cloneable: true,
      notifyContactOwner: false,
      notifyRecipients: [],
      recaptchaEnabled: false,
      archivable: true,
      lifecycleStages: [],
      postSubmitAction: { type: "thank_you", value: "Thank you." },
    },
    displayOptions: {
      renderRawHtml: false,
      theme: "default_style",
      submitButtonText: "Submit",
      style: formStyle,
    },
    legalConsentOptions: { type: "none" },
  };
}

/** How HubSpot dresses a form that nobody has dressed. */
const formStyle = {
  fontFamily: "arial, helvetica, sans-serif",
  backgroundWidth: "100%",
  labelTextColor: "#33475b",
  labelTextSize: "11px",
  helpTextColor: "#7C98B6",
  helpTextSize: "11px",
  legalConsentTextColor: "#33475b",
  legalConsentTextSize: "14px",
  submitColor: "#ff7a59",
  submitAlignment: "left",
  submitFontColor: "#ffffff",
  submitSize: "12px",
};

function fieldView(portal: Portal, name: string): unknown {
  const definition = definitionOf(portal, "0-1", name);
  const common = {
    objectTypeId: "0-1",
    name,
    label: definition?.label ?? name,
    required: name === "email",
    hidden: false,
    dependentFields: [],
  };
  return { ...common, ...kindView(definition) };
}

/** What kind of field asks for a property, and what fields of that kind have besides. */
function kindView(definition: PropertyDefinition | undefined): object {
  if (definition?.name === "email") {
    const validation = { useDefaultBlockList: false, blockedEmailDomains: [] };
    return { fieldType: "email", validation };
  }
  const choices = { options: definition?.options.map(choiceView) ?? [], defaultValues: [] };
  switch (definition?.fieldType ?? "text") {
    case "booleancheckbox":
      return { fieldType: "single_checkbox" };
    case "checkbox":
      return { fieldType: "multiple_checkboxes", ...choices };
    case "radio":
      return { fieldType: "radio", ...choices };
    case "select":
      return { fieldType: "dropdown", ...choices };
    case "date":
      return { fieldType: "datepicker" };
    case "number":
      return { fieldType: "number" };
    case "phonenumber": {
      const validation = { minAllowedDigits: 7, maxAllowedDigits: 20 };
      return { fieldType: "phone", useCountryCodeSelect: false, validation };
    }
    case "textarea":
      return { fieldType: "multi_line_text" };
    default:
      return { fieldType: "single_line_text" };
  }
}

function choiceView({
  label,
  value,
  displayOrder,
}: PropertyDefinition["options"][number]): unknown {
  return { label, value, displayOrder };
}
