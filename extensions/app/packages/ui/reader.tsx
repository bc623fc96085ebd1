import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Dictionary, textsIn } from "./dictionary.ts";
import { createFormat, type Format } from "./format.ts";

type Reader = { readonly language: string; readonly format: Format };

/** HubSpot's `context.user`, as far as it says how somebody reads. */
type User = { readonly locale?: string | undefined; readonly language?: string | undefined };

const ReaderContext = createContext<Reader>({ language: "en", format: createFormat({}) });

/** Everything below is in the words, dates and numbers of this user. */
export function ReaderProvider(props: { readonly user: User; readonly children: ReactNode }) {
  const { locale, language } = props.user;
  const reader = useMemo((): Reader => {
    const code = (language ?? locale ?? "en").slice(0, 2).toLowerCase();
    return { language: code, format: createFormat({ locale }) };
  }, [locale, language]);
  return <ReaderContext.Provider value={reader}>{props.children}</ReaderContext.Provider>;
}

/** The texts of a surface in the reader's language. */
export function useTexts<Texts>(dictionary: Dictionary<Texts>): Texts {
  return textsIn(dictionary, useContext(ReaderContext).language);
}

/** Dates and numbers as the reader writes them. */
export function useFormat(): Format {
  return useContext(ReaderContext).format;
}
