import type { Person, PreviewContext } from "./api.ts";
import { extensionsAt } from "./extensions-at.ts";
import { ExtensionFrame } from "./ExtensionFrame.tsx";

type Props = {
  readonly title: string;
  readonly locations: readonly string[];
  readonly portal: PreviewContext;
  readonly person: Person;
};

/** A place of the app's own: its settings, its pages. */
export function AppPage({ title, locations, portal, person }: Props) {
  return (
    <main className="app-page">
      <h1>{title}</h1>
      {extensionsAt(portal, locations).map((extension) => (
        <ExtensionFrame
          key={extension.uid}
          extension={extension}
          standing={{ kind: "page" }}
          portal={portal}
          person={person}
          ground={null}
        />
      ))}
    </main>
  );
}
