/** Gives each intent one idempotency key, however often it is sent, until the server has answered it. */
export type Keys = {
  readonly keyOf: (intent: object) => string;
  readonly answered: (intent: object) => void;
};

export function createKeys(newKey: () => string = () => crypto.randomUUID()): Keys {
  const open = new Map<string, string>();
  return {
    keyOf: (intent) => {
      const name = JSON.stringify(intent);
      const key = open.get(name) ?? newKey();
      open.set(name, key);
      return key;
    },
    answered: (intent) => void open.delete(JSON.stringify(intent)),
  };
}
