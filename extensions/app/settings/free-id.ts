/** An id that nothing in the list has yet. */
export function freeId(list: readonly { readonly id: string }[], stem: string): string {
  let count = list.length + 1;
  while (list.some(({ id }) => id === `${stem}_${count}`)) count += 1;
  return `${stem}_${count}`;
}
