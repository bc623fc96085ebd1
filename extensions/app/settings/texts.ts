import type { Dictionary } from "@medqual/ui/dictionary.ts";
import { editorTexts } from "./texts/editor.ts";
import { portalTexts } from "./texts/portal.ts";

/** Everything that the settings page says by itself. The rest comes from the server as sentences. */
const en = { ...editorTexts, ...portalTexts };

export const settingsTexts: Dictionary<typeof en> = { en };
