type Waiting<T, R> = {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * While one group is worked on, what arrives is gathered for the next, so that the work is done once
 * for many. A group that fails is tried one by one: nobody fails because of another.
 */
export function gather<T, R>(act: (items: readonly T[]) => Promise<R>): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await together(group);
    }
    isBusy = false;
  }

  async function together(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const result = await act(group.map(({ item }) => item));
      for (const { resolve } of group) resolve(result);
    } catch (error) {
      const [first] = group;
      if (group.length === 1) first?.reject(error);
      else for (const each of group) await together([each]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isBusy) void run();
    });
}
