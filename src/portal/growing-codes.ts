/** Whole numbers from 0 on, in as few bytes each as the largest of them needs. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Codes that are added one by one. */
export type GrowingCodes = {
  readonly add: (code: number) => void;
  /** Those added so far, in memory of their own. */
  readonly taken: () => Codes;
};

export function growingCodes(): GrowingCodes {
  let codes: Codes = new Uint8Array(1024);
  let length = 0;
  return {
    add: (code) => {
      if (length === codes.length || code >= 256 ** codes.BYTES_PER_ELEMENT) {
        const wider = arrayFor(Math.max(code, 256 ** codes.BYTES_PER_ELEMENT - 1));
        const larger = new wider(length === codes.length ? length * 2 : codes.length);
        larger.set(codes);
        codes = larger;
      }
      codes[length] = code;
      length += 1;
    },
    taken: () => codes.slice(0, length),
  };
}

function arrayFor(largest: number) {
  if (largest < 256) return Uint8Array;
  return largest < 65_536 ? Uint16Array : Uint32Array;
}
