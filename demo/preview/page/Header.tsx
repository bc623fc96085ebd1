import type { Person, PreviewContext } from "./api.ts";
import { extensionsAt } from "./extensions-at.ts";
import { addressOf, type Place } from "./place.ts";

type Props = {
  readonly portal: PreviewContext;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly person: Person;
  readonly onBecome: (id: number) => void;
};

/** The way between the places that HubSpot has for an app, and who one is there. */
export function Header({ portal, place, onGo, person, onBecome }: Props) {
  const places: readonly {
    readonly title: string;
    readonly to: Place;
    readonly isThere: boolean;
  }[] = [
    { title: "Records", to: { kind: "records", chosen: null }, isThere: true },
    {
      title: "Settings",
      to: { kind: "settings" },
      isThere: extensionsAt(portal, ["settings"]).length > 0,
    },
    {
      title: "Home",
      to: { kind: "home" },
      isThere: extensionsAt(portal, ["pages", "home"]).length > 0,
    },
  ];
  return (
    <header>
      <strong>Medqual preview</strong>
      <nav aria-label="Places">
        {places
          .filter(({ isThere }) => isThere)
          .map(({ title, to }) => (
            <a
              key={title}
              href={addressOf(to)}
              aria-current={to.kind === place.kind ? "page" : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                onGo(to);
              }}
            >
              {title}
            </a>
          ))}
      </nav>
      <label>
        You are{" "}
        <select value={person.id} onChange={({ target }) => onBecome(Number(target.value))}>
          {portal.people.map(({ id, firstName, lastName, role }) => (
            <option key={id} value={id}>
              {`${firstName} ${lastName} · ${role}`}
            </option>
          ))}
        </select>
      </label>
      <span>
        The extensions are the bundles that HubSpot’s builder makes, running unmodified. The styling
        of this page is ours and not HubSpot’s.
      </span>
    </header>
  );
}
