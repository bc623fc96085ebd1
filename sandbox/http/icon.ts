/** A box of sand. The browser would ask for `/favicon.ico` otherwise. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%238a2f0b'/%3E%3Cpath d='M2 11q3-5 6-2t6-1v6H2z' fill='%23ffd9a0'/%3E%3C/svg%3E";
