/** Things by numeric id, which can be gone through in the order of the ids. */
export type IdList<T> = {
  readonly set: (id: string, thing: T) => void;
  readonly delete: (id: string) => void;
  readonly values: () => readonly T[];
};

/** New ids are mostly larger than all before them: then the list only grows at its end. */
export function idList<T>(): IdList<T> {
  const ids: number[] = [];
  const things: T[] = [];

  /** Where an id stands, or would stand. */
  function placeOf(id: number): number {
    if (id > (ids.at(-1) ?? -Infinity)) return ids.length;
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[middle] ?? Infinity) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    set: (text, thing) => {
      const id = Number(text);
      const place = placeOf(id);
      if (ids[place] === id) things[place] = thing;
      else {
        ids.splice(place, 0, id);
        things.splice(place, 0, thing);
      }
    },
    delete: (text) => {
      const id = Number(text);
      const place = placeOf(id);
      if (ids[place] !== id) return;
      ids.splice(place, 1);
      things.splice(place, 1);
    },
    values: () => things,
  };
}
